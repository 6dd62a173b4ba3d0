import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/people/person.ts';
import { readDocument } from '../../core/programmes/read-document.ts';
import type { Writer } from '../support/paper-world.ts';
import { openTrainingWorld, outcome, type TrainingWorld } from './training-world.ts';

const LINK = 'https://example.org/boundaries';
const MODULES = [
  {
    code: 'boundaries',
    name: 'Boundaries',
    about: 'What this is, and what it is not.',
    isAbout: ['boundaries', 'endings'],
    material: { says: { plain: 'Keep to the times you agreed.', easy: 'Keep your times.' }, link: LINK },
  },
  { code: 'listening', name: 'Listening', about: 'Listening so that somebody feels heard.' },
];
const DAY = 24;

let stage: TrainingWorld;
let ruth: Writer;
let aisha: Writer;
let cora: Writer;

beforeEach(async () => {
  stage = await openTrainingWorld();
  await stage.has({ training: { modules: MODULES } });
  const open = { settings: { ...DEFAULT_SETTINGS, discreet: false } };
  ruth = await stage.somebody('Ruth', 'mentor', open);
  aisha = await stage.somebody('Aisha', 'mentee', open);
  cora = await stage.somebody('Cora', 'coordinator', open);
  expect(await stage.meets(ruth, aisha)).toBe('done');
});
afterEach(async () => {
  expect(stage.world.faults).toEqual([]);
  await stage.world.close();
});

const told = (who: Writer): number => (stage.world.said(who).match(/worth another look/g) ?? []).length;
const supervises = async (): Promise<void> => {
  const args = { mentorId: ruth.id, fromId: cora.id, words: 'We spoke about ending on time.' };
  expect(outcome(await stage.desk('write-supervision', args))).toBe('done');
};
const reads = () =>
  stage.world.rows(`SELECT what FROM training_record WHERE kind = 'read' AND "personId" = '${ruth.id}'`);

describe('boundaries and endings are looked at again, and not in the first training alone (TRN-05)', () => {
  it('come again once somebody’s supervision is written about, with their words and a link', async () => {
    await supervises();
    expect(told(ruth)).toBe(1);
    const [shown] = stage.world.messages(ruth).slice(-1);
    expect(shown?.paragraphs.join('\n')).toMatch(
      /Boundaries: Keep to the times you agreed\.[\s\S]*example\.org/,
    );
    // It can be opened, and says where it leads.
    expect(shown?.paragraphs).toContain(LINK);
    expect(Object.values(shown?.links ?? {})).toEqual(['example.org']);
    expect(shown?.paragraphs.join('\n')).not.toMatch(/Listening|ending on time/);
    expect([told(aisha), told(cora)]).toEqual([0, 0]);
    // However much is written in one week.
    await supervises();
    expect(told(ruth)).toBe(1);
  });

  it('stand on their training record once they were read, for that time', async () => {
    await supervises();
    await stage.world.press(ruth, 'I have read it');
    await stage.world.press(ruth, 'I have read it', stage.world.messages(ruth).length - 2);
    expect(await reads()).toEqual([{ what: 'boundaries' }]);
    await stage.world.later({ hours: 8 * DAY });
    await supervises();
    await stage.world.press(ruth, 'I have read it');
    expect(await reads()).toEqual([{ what: 'boundaries' }, { what: 'boundaries' }]);
    await stage.world.write(ruth, 'role');
    await stage.world.press(ruth, 'My training');
    expect(stage.world.last(ruth)).toMatch(/You read Boundaries again, last on 1 December/);
    // It is nothing that was learnt for the first time.
    expect(stage.world.last(ruth)).not.toMatch(/done: Boundaries/i);
  });

  it('come by the rhythm of supervision while somebody is supported, and not to a volunteer with nobody', async () => {
    const kofi = await stage.somebody('Kofi', 'mentor');
    await stage.world.later({ hours: 41 * DAY });
    expect(told(ruth)).toBe(0);
    await stage.world.later({ hours: 3 * DAY });
    expect(told(ruth)).toBe(1);
    await stage.world.later({ hours: 43 * DAY });
    expect(told(ruth)).toBe(2);
    expect(told(kofi)).toBe(0);
  });

  it('follow the rhythm of a newer document, and come once', async () => {
    await stage.world.later({ hours: 10 * DAY });
    await stage.has({ supervision: { everyDays: 14 } });
    await stage.world.later({ hours: 6 * DAY });
    expect(told(ruth)).toBe(1);
    await stage.world.later({ hours: 10 * DAY });
    expect(told(ruth)).toBe(1);
  });

  it('wait for the end of a break, for quieter days, and never come in quiet hours', async () => {
    await stage.world.write(ruth, 'pause');
    await stage.world.press(ruth, 'A week');
    await supervises();
    expect(told(ruth)).toBe(0);
    await stage.world.later({ hours: 8 * DAY });
    await stage.world.write(ruth, 'role');
    await stage.world.press(ruth, 'This is a lot for me just now');
    await stage.world.later({ hours: 40 * DAY });
    expect(told(ruth)).toBe(0);
    // By the rhythm it waits for the coordinator to have been in touch.
    await stage.world.rows(`UPDATE task SET "doneAt" = now(), "doneBy" = 'x' WHERE kind = 'a-lot-just-now'`);
    await stage.world.later({ hours: 2 * DAY });
    expect(told(ruth)).toBe(1);
    await stage.world.later({ hours: 10 * DAY + 14 });
    await supervises();
    expect(told(ruth)).toBe(1);
    await stage.world.later({ hours: 10 });
    expect(told(ruth)).toBe(2);
  });

  it('are those that the programme names, and none that it does not have', async () => {
    await stage.has({ training: { modules: MODULES, sentAgain: ['listening'] } });
    await supervises();
    expect(stage.world.last(ruth)).toMatch(/Listening: Listening so that somebody feels heard/);
    expect(stage.world.last(ruth)).not.toMatch(/Keep to the times/);
    const contact = { name: 'Sam', phone: '01 234', hours: 'always' };
    const document = { v: 1, name: 'Test', contact };
    const training = { modules: MODULES, sentAgain: ['listening', 'endings'] };
    expect(readDocument({ ...document, training })).toEqual({
      faults: [
        {
          path: 'training.sentAgain[1]',
          says: 'There is no module "endings" any more, or not yet. There are: boundaries, listening.',
        },
      ],
    });
    const plain = { ...MODULES[0], material: { link: 'http://example.org' } };
    expect(JSON.stringify(readDocument({ ...document, training: { modules: [plain] } }))).toMatch(
      /modules\[0\]\.material\.link.*https/,
    );
  });

  it('are nothing for whoever supports nobody here', async () => {
    const { programmeId } = stage;
    expect(outcome(await stage.does(aisha, 'read-again', { programmeId }))).toBe('training.no-role');
  });
});
