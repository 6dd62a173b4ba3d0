import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Writer } from '../support/paper-world.ts';
import { openTrainingWorld, outcome, TRAINING, type TrainingWorld } from './training-world.ts';

let stage: TrainingWorld;
let ruth: Writer;
let aisha: Writer;

beforeEach(async () => {
  await stage?.world.close();
  stage = await openTrainingWorld();
  ruth = await stage.somebody('Ruth', 'mentor');
  aisha = await stage.somebody('Aisha', 'mentee');
});
afterEach(() => expect(stage.world.faults).toEqual([]));
afterAll(() => stage.world.close());

describe('nobody is made a mentor before everything is there (TRN-02)', () => {
  it('names the modules that are missing, and makes the pair once they are on record', async () => {
    await stage.has({ training: TRAINING });
    expect(await stage.meets(ruth, aisha)).toBe(
      'pair.not-trained: pair-mentor-not-yet {"name":"Ruth","what":"Listening and Health and safety"}',
    );
    await stage.didModule(ruth, 'listening');
    expect(await stage.meets(ruth, aisha)).toContain('"what":"Health and safety"');
    await stage.didModule(ruth, 'safety');
    expect(await stage.meets(ruth, aisha)).toBe('done');
  });

  it('asks nothing where the programme asks nothing', async () => {
    expect(await stage.meets(ruth, aisha)).toBe('done');
  });

  it('counts a record that was taken back no longer', async () => {
    await stage.has({ training: { modules: [TRAINING.modules[0]] } });
    await stage.didModule(ruth, 'listening');
    const [record] = await stage.world.core.read.training.records([ruth.id], stage.programmeId);
    expect(outcome(await stage.desk('take-back-training', { recordId: record?.id }))).toBe('done');
    expect(await stage.meets(ruth, aisha)).toContain('pair.not-trained');
  });

  it('asks for the check of an authority where the programme does', async () => {
    await stage.has({ training: { disclosure: { name: 'PVG', requiredOf: ['mentor'], months: 60 } } });
    expect(await stage.meets(ruth, aisha)).toContain('"what":"PVG"');
    const seen = { personId: ruth.id, programmeId: stage.programmeId, kind: 'disclosure' };
    await stage.desk('record-training', { ...seen, doneOn: '2021-11-01' });
    expect(await stage.meets(ruth, aisha)).toContain('"what":"PVG"');
    await stage.desk('record-training', { ...seen, doneOn: '2026-11-01' });
    expect(await stage.meets(ruth, aisha)).toBe('done');
  });

  it('keeps a gate shut until its months have passed', async () => {
    const when = { fact: 'months-since-moved-on', operator: 'greaterThanInclusive', value: 6 };
    const gate = {
      code: 'moved-on',
      name: 'Six months since moving on',
      for: 'mentor',
      when,
      says: 'Later on.',
    };
    await stage.has({ gates: [gate] });
    expect(await stage.meets(ruth, aisha)).toBe(
      'pair.gate-shut: pair-mentor-not-yet {"name":"Ruth","what":"Six months since moving on"}',
    );
    const olive = await stage.somebody('Olive', 'mentor');
    const ended = stage.world.clock.now();
    await stage.world.pair(olive, ruth, { state: 'ended', endedAt: ended });
    await stage.world.later({ hours: 24 * 170 });
    expect(await stage.meets(ruth, aisha)).toContain('pair.gate-shut');
    await stage.world.later({ hours: 24 * 15 });
    expect(await stage.meets(ruth, aisha)).toBe('done');
  });

  it('asks of those who are supported what the programme asks of them (TRN-06)', async () => {
    await stage.has({
      training: { modules: [{ code: 'welcome', name: 'Welcome', requiredOf: ['mentee'] }] },
    });
    expect(await stage.meets(ruth, aisha)).toContain('pair-mentee-not-yet {"name":"Aisha","what":"Welcome"}');
    await stage.does(aisha, 'finish-induction', { programmeId: stage.programmeId });
    expect(await stage.meets(ruth, aisha)).toBe('done');
  });

  it('offers a coordinator nobody who is not ready', async () => {
    await stage.has({ training: { modules: [TRAINING.modules[0]] } });
    await stage.somebody('Tess', 'volunteer');
    const cora = await stage.somebody('Cora', 'coordinator');
    await stage.didModule(ruth, 'listening');
    await stage.world.write(cora, 'board');
    await stage.world.press(cora, '1 · Find a mentor');
    expect(stage.world.labels(cora).join()).toContain('Ruth');
    expect(stage.world.labels(cora).join()).not.toContain('Tess');
  });
});

describe('what is put on record', () => {
  it('is refused where it cannot be so', async () => {
    await stage.has({ training: TRAINING });
    const base = { personId: ruth.id, programmeId: stage.programmeId };
    const put = async (args: object) => outcome(await stage.desk('record-training', { ...base, ...args }));
    expect(await put({ kind: 'module', what: 'magic', doneOn: '2026-11-01' })).toBe('training.no-module');
    expect(await put({ kind: 'module', what: 'safety', doneOn: '2026-12-01' })).toBe('training.not-done-yet');
    expect(await put({ kind: 'disclosure', doneOn: '2026-11-01' })).toBe('training.no-check');
    const early = { kind: 'course', what: 'First aid', doneOn: '2026-11-01', endsOn: '2026-10-01' };
    expect(await put(early)).toBe('training.ends-before');
    expect(outcome(await stage.does(ruth, 'record-training', { ...base, ...early }))).toBe(
      'access.not-yours',
    );
  });

  it('is there once, however often the same is put down', async () => {
    await stage.has({ training: TRAINING });
    await stage.didModule(ruth, 'safety');
    await stage.didModule(ruth, 'safety');
    const records = await stage.world.core.read.training.records([ruth.id], stage.programmeId);
    expect(records.map(({ what, endsAt }) => [what, endsAt?.toString()])).toEqual([
      ['safety', '2027-11-01T00:00:00Z'],
    ]);
  });
});
