import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MOST_WORDS } from '../../core/concerns/send-concern.ts';
import { APPS, type AppName } from '../support/apps/app.ts';
import { arrives, pairOn } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let deputyId: string;
const desk = { is: 'coordinator', name: 'test' } as const;

beforeAll(async () => {
  world = await openWorld({ apps: [...APPS] });
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  for (const [name, role] of [
    ['Safi', 'safeguarding-lead'],
    ['Dee', 'safeguarding-deputy'],
  ] as const) {
    const personId = await arrives(handOn(world, world.phone(name, 'telegram')), name);
    await world.coordinate('give-role', { personId, programmeId, role });
    deputyId = personId;
  }
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(() => world.close());

/** What those who answer read of the newest one. */
async function read(): Promise<string | null | undefined> {
  const [row] = await world.rows('SELECT id FROM concern ORDER BY "createdAt" DESC, id DESC LIMIT 1');
  const asked = { concernId: String(row?.['id']), asId: deputyId, why: 'to-answer', by: desk } as const;
  return (await world.core.readConcern(asked))?.words;
}

const concerns = async (): Promise<number> => (await world.rows('SELECT id FROM concern')).length;

async function beginsToTell(app: AppName, name: string): Promise<AppHand> {
  const names = { mentee: `${name} ${app}`, mentor: `Ruth of ${name} ${app}` };
  const { mentee } = await pairOn(world, { mentee: app, mentor: 'telegram' }, names);
  await mentee.writes('i need help now');
  await mentee.presses('Go on');
  return mentee;
}

/** As long as every app takes in one message, and no two alike. */
const PART = 1900;
const part = (index: number, length = PART): string =>
  `${index} `.padEnd(length - 1, `word${index} `).concat('.');

describe.each(APPS)('what somebody tells on %s', (app) => {
  it('may be 20,000 characters long, in many messages: all of it arrives, in its order', {
    timeout: 60_000,
  }, async () => {
    const mentee = await beginsToTell(app, 'Long');
    const parts: string[] = [];
    // Between two parts stands an empty line, which counts.
    for (let left = MOST_WORDS; left > 0; left = MOST_WORDS - parts.join('\n\n').length - 2) {
      const next = part(parts.length, Math.min(PART, left));
      parts.push(next);
      await mentee.writes(next);
    }
    expect(parts.join('\n\n')).toHaveLength(MOST_WORDS);
    mentee.looks();
    await mentee.writes('One line too many.');
    expect(mentee.news().join('\n')).toMatch(/20,?000/);
    await mentee.presses(/^Send it to Safi/);
    expect(await read()).toBe(parts.join('\n\n'));
  });

  it('may have no words at all: it still pages somebody', async () => {
    const mentee = await beginsToTell(app, 'Silent');
    const before = await concerns();
    // On a sheet over the chat the words may be left out; it goes off by the press beneath it, as everywhere.
    if (mentee.labels().includes('Skip')) await mentee.presses('Skip');
    expect(await concerns()).toBe(before);
    await mentee.presses(/^Send it to Safi/);
    expect(await concerns()).toBe(before + 1);
    expect(await read()).toBeNull();
    expect(
      mentee.phone
        .see()
        .map(({ text }) => text)
        .join('\n'),
    ).toMatch(/Sent on/);
  });

  it('may be spaces and signs that show nothing: that is no words, and is sent all the same', async () => {
    const mentee = await beginsToTell(app, 'Blank');
    const before = await concerns();
    await mentee.writes('\u200b\u2060 \u200b');
    await mentee.presses(/^Send it to Safi/);
    expect(await concerns()).toBe(before + 1);
  });
});

describe.each(APPS)('a copy of everything on %s that is asked for while somebody is being erased', (app) => {
  it('is sent to nobody: what was asked goes with them', async () => {
    const { mentee, menteeId } = await pairOn(
      world,
      { mentee: app, mentor: 'telegram' },
      { mentee: `Gone ${app}`, mentor: `Ruth of gone ${app}` },
    );
    await mentee.does('reflect', 'It did me good to talk');
    const { core } = world;
    const both = [
      core.perform({ command: 'export-person', args: { personId: menteeId }, by: desk }),
      core.perform({ command: 'erase-person', args: { personId: menteeId }, by: desk }),
      core.perform({ command: 'export-person', args: { personId: menteeId }, by: desk }),
    ];
    await Promise.all(both);
    await world.settle();
    await world.later({ minutes: 11 });
    expect(await world.rows('SELECT state, name FROM person WHERE id = $1', [menteeId])).toEqual([
      { state: 'erased', name: null },
    ]);
    expect(await world.rows(`SELECT 1 FROM outgoing WHERE "personId" = $1`, [menteeId])).toEqual([]);
    const files = mentee.phone.see().flatMap(({ file }) => (file === undefined ? [] : [file]));
    expect(files).toEqual([]);
  });
});
