import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Person } from '../../core/people/person.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

let world: PaperWorld;
let amina: Writer;
let tom: Writer;

const wants = (discreet = false): Partial<Person> => ({
  settings: { ...DEFAULT_SETTINGS, nudges: 'on', discreet },
});
const WEEKS = 7 * 24;

beforeEach(async () => {
  world = await openPaperWorld('2026-11-02T12:00:00Z');
  amina = await world.person('Amina', wants());
  tom = await world.person('Tom');
  await world.pair(tom, amina);
  await world.core.perform({ command: 'start-sweeps', args: {}, by: { is: 'clock' } });
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function optIn(): Promise<void> {
  const programme = await world.core.read.programmes.programme(world.programmeId);
  if (programme === undefined) throw new Error('no programme');
  const document = { ...programme.document, stillHelping: { on: true, weeks: 8 } };
  await world.commit({
    saves: [{ table: 'programme', row: { ...programme, version: programme.version + 1, document } }],
  });
}

const tasks = () => world.rows('SELECT kind, "personId" FROM task ORDER BY "createdAt"');

describe('whether it is still helping', () => {
  it('is asked of nobody unless the programme chose it', async () => {
    await world.later({ hours: 20 * WEEKS });
    expect(world.said(amina)).not.toContain('still helping');
  });

  it('is asked every eight weeks, in private, of those who may be written to first', async () => {
    await optIn();
    await world.later({ hours: 8 * WEEKS - 24 });
    expect(world.said(amina)).not.toContain('still helping');
    await world.later({ hours: 3 * 24 });
    expect(world.said(amina)).toContain('Are your talks with Tom still helping you?');
    expect(world.said(amina)).toContain('There is other help beside this');
    expect(world.said(tom)).toBe('');
    await world.later({ hours: 7 * WEEKS });
    const asked = () => world.rows(`SELECT FROM nudge WHERE rule = 'still-helping'`);
    expect(await asked()).toHaveLength(1);
    await world.later({ hours: 2 * WEEKS });
    expect(await asked()).toHaveLength(2);
  });

  it('has ways out: a change and an end are asked of a coordinator once, and the other one hears nothing', async () => {
    await optIn();
    await world.later({ hours: 8 * WEEKS + 48 });
    await world.press(amina, 'Something should change');
    await world.press(amina, 'Something should change');
    expect(world.last(amina)).toContain('Nobody else is told');
    await world.press(amina, 'I would like it to end');
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['wants-a-change', 'wants-to-end']);
    await world.press(amina, 'I would like to talk');
    await world.press(amina, 'I need a break');
    await world.press(amina, 'Yes, it helps');
    expect(await tasks()).toHaveLength(2);
    expect(world.said(tom)).toBe('');
  });

  it('is never asked in a break, nor within two days of a meeting that was made easier', async () => {
    await optIn();
    await world.later({ hours: 8 * WEEKS - 36 });
    const [pair] = await world.rows('SELECT id FROM pair');
    const ids = JSON.stringify({ pairId: pair?.['id'] });
    const eased = `INSERT INTO journal (at, event, by, ids) VALUES ('${world.clock.now()}'::timestamptz + interval '20 hours', 'meeting.eased', 'x', '${ids}')`;
    await world.rows(eased);
    await world.later({ hours: 60 });
    expect(world.said(amina)).not.toContain('still helping');
    await world.write(amina, 'pause');
    await world.press(amina, 'A week');
    await world.later({ hours: 5 * 24 });
    expect(world.said(amina)).not.toContain('still helping');
  });

  it('says nothing on a locked screen until it is opened', async () => {
    await optIn();
    const dana = await world.person('Dana', wants(true));
    await world.pair(tom, dana);
    await world.later({ hours: 8 * WEEKS + 48 });
    expect(world.said(dana)).toContain('I have a short question for you');
    expect(world.said(dana)).not.toContain('Tom');
    await world.press(dana, 'See it');
    expect(world.last(dana)).toContain('Tom');
  });
});

describe('"this is a lot for me just now"', () => {
  it('asks a coordinator to get in touch, once, and is for mentors alone', async () => {
    const role = { programmeId: world.programmeId, role: 'mentor', personId: tom.id };
    await world.core.perform({ command: 'give-role', args: role, by: { is: 'coordinator', name: 'x' } });
    await world.later({ seconds: 5 });
    await world.write(tom, 'what is my role');
    await world.press(tom, 'This is a lot for me just now');
    await world.press(tom, 'This is a lot for me just now');
    expect(world.last(tom)).toContain('It is not counted anywhere');
    expect(await tasks()).toEqual([{ kind: 'a-lot-just-now', personId: tom.id }]);
    expect(await world.rows(`SELECT FROM journal WHERE event LIKE '%a-lot%'`)).toEqual([]);
    await world.write(amina, 'what is my role');
    expect(world.labels(amina)).not.toContain('This is a lot for me just now');
  });
});
