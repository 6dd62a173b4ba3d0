import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCore } from '../../core/index.ts';
import { openStore } from '../../core/store/store.ts';
import { momentAt } from '../support/moved-clock.ts';
import type { Writer } from '../support/paper-world.ts';
import { openTrainingWorld, outcome, TRAINING, type TrainingWorld } from './training-world.ts';

let stage: TrainingWorld;
let ruth: Writer;
let cora: Writer;

beforeEach(async () => {
  await stage?.world.close();
  stage = await openTrainingWorld();
  await stage.has({ training: TRAINING });
  ruth = await stage.somebody('Ruth', 'volunteer');
  cora = await stage.somebody('Cora', 'coordinator');
});
afterEach(() => expect(stage.world.faults).toEqual([]));
afterAll(() => stage.world.close());

const plan = async (more: object = {}): Promise<string> => {
  const performed = await stage.desk('plan-training', {
    programmeId: stage.programmeId,
    modules: ['listening', 'safety'],
    startsAt: '2026-11-26T14:00:00Z',
    minutes: 120,
    where: 'The old library',
    capacity: 2,
    ...more,
  });
  expect(outcome(performed)).toBe('done');
  const [row] = await stage.world.rows('SELECT id FROM training_meeting ORDER BY "createdAt" DESC, id DESC');
  return String(row?.['id']);
};
const held = async (who: Writer): Promise<string[]> =>
  (await stage.world.core.read.training.records([who.id], stage.programmeId)).map(({ what }) => what);

describe('a training meeting (TRN-07)', () => {
  it('is told to those for whom it is still to come, and to nobody who rests or has done it all', async () => {
    const mo = await stage.somebody('Mo', 'mentor');
    const tess = await stage.somebody('Tess', 'mentor', { paused: true });
    const aisha = await stage.somebody('Aisha', 'mentee');
    for (const code of ['listening', 'safety']) await stage.didModule(mo, code);
    const before = [mo, tess, aisha].map((who) => stage.world.messages(who).length);
    await plan();
    expect(stage.world.last(ruth)).toContain('something new');
    expect([mo, tess, aisha].map((who) => stage.world.messages(who).length)).toEqual(before);
    await stage.world.press(ruth, 'See it');
    expect(stage.world.last(ruth)).toMatch(
      /Listening and Health and safety[\s\S]*The old library[\s\S]*2 places/,
    );
  });

  it('waits with its news until quiet hours are over', async () => {
    await stage.world.later({ hours: 14 });
    const before = stage.world.messages(ruth).length;
    await plan();
    expect(stage.world.messages(ruth)).toHaveLength(before);
    await stage.world.later({ hours: 10 });
    expect(stage.world.messages(ruth).length).toBeGreaterThan(before);
  });

  it('gives places until there are none, takes one back, and gives it to somebody else', async () => {
    const id = { trainingMeetingId: await plan({ capacity: 1 }) };
    const mo = await stage.somebody('Mo', 'mentor');
    expect(outcome(await stage.does(ruth, 'book-training', id))).toBe('done');
    expect(outcome(await stage.does(ruth, 'book-training', id))).toBe('done');
    expect(outcome(await stage.does(mo, 'book-training', id))).toBe('training.full');
    expect(outcome(await stage.does(ruth, 'give-back-training', id))).toBe('done');
    expect(outcome(await stage.does(mo, 'book-training', id))).toBe('done');
    expect(await stage.world.rows('SELECT state, seat FROM training_place ORDER BY state')).toEqual([
      { state: 'booked', seat: 1 },
      { state: 'called-off', seat: null },
    ]);
    await stage.world.later({ hours: 24 * 4 });
    expect(outcome(await stage.does(ruth, 'book-training', id))).toBe('training.over');
  });

  it('has the place of somebody who deleted everything free for somebody else', async () => {
    const id = { trainingMeetingId: await plan({ capacity: 1 }) };
    const mo = await stage.somebody('Mo', 'mentor');
    expect(outcome(await stage.does(ruth, 'book-training', id))).toBe('done');
    expect(outcome(await stage.does(ruth, 'delete-me', { sure: true }))).toBe('done');
    expect(await stage.world.rows('SELECT state, seat FROM training_place')).toEqual([
      { state: 'called-off', seat: null },
    ]);
    expect(outcome(await stage.does(mo, 'book-training', id))).toBe('done');
  });

  it('gives the last place to one of many who press at once, on two instances', async () => {
    const id = { trainingMeetingId: await plan({ capacity: 3 }) };
    const many = await Promise.all(
      Array.from({ length: 12 }, (_, index) => stage.somebody(`P${index}`, 'volunteer')),
    );
    const { core, store, url, clock } = stage.world;
    const second = openStore({ url, keys: store.read.keys, connections: 4 });
    const moment = () => momentAt(clock);
    const other = openCore({ store: second, channels: [], moment, onFault: () => undefined });
    const outcomes = await Promise.all(
      many.map(async ({ id: personId, accountId }, index) => {
        const [person, account] = [
          await core.read.people.person(personId),
          await core.read.people.account(accountId),
        ];
        if (person === undefined || account === undefined) throw new Error('Nobody is there');
        const by = { is: 'person', person, account } as const;
        return outcome(
          await (index % 2 === 0 ? core : other).perform({ command: 'book-training', args: id, by }),
        );
      }),
    );
    await second.close();
    const seats = await stage.world.rows(
      'SELECT seat FROM training_place WHERE seat IS NOT NULL ORDER BY seat',
    );
    expect(seats.map(({ seat }) => seat)).toEqual([1, 2, 3]);
    expect(outcomes.filter((each) => each === 'done')).toHaveLength(3);
    expect(new Set(outcomes)).toEqual(new Set(['done', 'training.full']));
  });

  it('reminds whoever has a place, and tells them when it is called off', async () => {
    const id = { trainingMeetingId: await plan() };
    await stage.does(ruth, 'book-training', id);
    await stage.world.later({ hours: 24 * 2 + 6 });
    await stage.world.press(ruth, 'See it');
    expect(stage.world.last(ruth)).toContain('coming up');
    await stage.desk('cancel-training', id);
    await stage.world.press(ruth, 'See it');
    expect(stage.world.last(ruth)).toContain('called off');
    const before = stage.world.messages(ruth).length;
    await stage.world.later({ hours: 24 * 3 });
    expect(stage.world.messages(ruth)).toHaveLength(before);
  });
});

describe('who came (TRN-07)', () => {
  it('is asked on the board, and puts the modules on record; put right, they are gone again', async () => {
    const id = { trainingMeetingId: await plan() };
    await stage.does(ruth, 'book-training', id);
    const mark = (attended: string, personId = ruth.id) =>
      stage.desk('mark-training', { ...id, personId, attended });
    expect(outcome(await mark('came'))).toBe('training.not-begun');
    await stage.world.later({ hours: 24 * 3 + 9 });
    await stage.world.write(cora, 'board');
    await stage.world.press(cora, '1 · Say who came');
    await stage.world.press(cora, 'Ruth');
    expect(await held(ruth)).toEqual(['listening', 'safety']);
    await stage.world.press(cora, '✓ Ruth');
    expect(await held(ruth)).toEqual([]);
    await mark('came');
    const olive = await stage.somebody('Olive', 'volunteer');
    expect(outcome(await mark('came', olive.id))).toBe('done');
    expect(await held(olive)).toEqual(['listening', 'safety']);
    const nobody = await stage.world.person('Somebody of another programme');
    expect(outcome(await mark('came', nobody.id))).toBe('person.unknown');
    expect(await held(nobody)).toEqual([]);
    await stage.world.press(cora, 'Done');
    expect(
      await stage.world.rows('SELECT id FROM task WHERE kind = \'training-register\' AND "doneAt" IS NULL'),
    ).toEqual([]);
    const tess = await stage.somebody('Tess', 'mentee');
    expect(await stage.meets(ruth, tess)).toBe('done');
  });
});

describe('how it was (TRN-09)', () => {
  it('is asked in private some hours afterwards, with help beneath it, and nothing of the answer is kept', async () => {
    await stage.does(ruth, 'book-training', { trainingMeetingId: await plan() });
    await stage.world.later({ hours: 24 * 3 + 10 + 1 });
    expect(stage.world.last(ruth)).toContain('something new');
    await stage.world.press(ruth, 'See it');
    expect(stage.world.last(ruth)).toContain('How are you now');
    expect(stage.world.labels(ruth)).toEqual(expect.arrayContaining(['Talk to somebody', 'Help']));
    const before = await stage.world.rows('SELECT count(*) FROM journal');
    await stage.world.press(ruth, 'It was a lot');
    expect(stage.world.last(ruth)).toContain('talking to somebody can help');
    expect(await stage.world.rows('SELECT count(*) FROM journal')).toEqual(before);
  });

  it.each([
    ['pauses', { paused: true }],
    ['asked for silence', { state: 'stopped' }],
  ] as const)('is not asked of whoever %s', async (_why, more) => {
    await stage.does(ruth, 'book-training', { trainingMeetingId: await plan() });
    const person = await stage.world.core.read.people.person(ruth.id);
    if (person === undefined) throw new Error('Ruth is gone');
    await stage.world.commit({
      saves: [{ table: 'person', row: { ...person, ...more, version: person.version + 1 } }],
    });
    await stage.world.later({ hours: 24 * 5 });
    expect(await stage.world.rows('SELECT "askedAt" FROM training_place')).toEqual([{ askedAt: null }]);
  });

  it('waits until the morning after an evening', async () => {
    await stage.does(ruth, 'book-training', {
      trainingMeetingId: await plan({ startsAt: '2026-11-26T18:00:00Z' }),
    });
    await stage.world.later({ hours: 24 * 3 + 20 });
    expect(await stage.world.rows('SELECT "askedAt" FROM training_place')).toEqual([{ askedAt: null }]);
    await stage.world.later({ hours: 6 });
    const [asked] = await stage.world.rows('SELECT "askedAt" FROM training_place');
    expect(asked?.['askedAt']).toEqual(new Date('2026-11-27T08:00:00Z'));
  });
});

describe('what ends (TRN-03, D21)', () => {
  const told = () => stage.world.messages(ruth).length;

  it('is reminded of kindly, then ends: nobody new, a coordinator is told, and the pair goes on', async () => {
    for (const code of ['listening', 'safety']) await stage.didModule(ruth, code, '2025-12-20');
    const aisha = await stage.somebody('Aisha', 'mentee');
    const tess = await stage.somebody('Tess', 'mentee');
    expect(await stage.meets(ruth, aisha)).toBe('done');
    const before = told();
    await stage.world.later({ hours: 24 * 21 });
    expect(told()).toBe(before + 1);
    await stage.world.press(ruth, 'See it');
    expect(stage.world.last(ruth)).toMatch(
      /Health and safety: please do this again before[\s\S]*go on meeting/,
    );
    await stage.world.later({ hours: 24 * 7 });
    await stage.world.press(ruth, 'See it');
    expect(stage.world.last(ruth)).toContain('it is time to do this again');
    expect(await stage.meets(ruth, tess)).toContain('"what":"Health and safety"');
    await stage.world.write(cora, 'board');
    expect(stage.world.last(cora)).toContain('A part of the training of Ruth has ended');
    expect(await stage.world.rows("SELECT state FROM pair WHERE state <> 'active'")).toEqual([]);
  });

  it('says nothing once it was done again', async () => {
    await stage.didModule(ruth, 'safety', '2025-12-20');
    await stage.didModule(ruth, 'safety', '2026-11-20');
    const before = told();
    await stage.world.later({ hours: 24 * 40 });
    expect(told()).toBe(before);
    expect(await stage.world.rows("SELECT id FROM task WHERE kind = 'training-ended'")).toEqual([]);
  });

  it('says nothing of what was taken back', async () => {
    await stage.didModule(ruth, 'safety', '2025-12-20');
    const [record] = await stage.world.core.read.training.records([ruth.id], stage.programmeId);
    await stage.desk('take-back-training', { recordId: record?.id });
    const before = told();
    await stage.world.later({ hours: 24 * 40 });
    expect(told()).toBe(before);
  });
});
