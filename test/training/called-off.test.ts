import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openTrainingWorld, outcome, TRAINING, type TrainingWorld } from './training-world.ts';

let stage: TrainingWorld;

beforeAll(async () => {
  stage = await openTrainingWorld();
  await stage.has({ training: TRAINING });
});
afterEach(() => expect(stage.world.faults).toEqual([]));
afterAll(() => stage.world.close());

it('nobody is asked any more who came once a training meeting that is over is called off (TRN-07)', async () => {
  const planned = await stage.desk('plan-training', {
    programmeId: stage.programmeId,
    modules: ['listening'],
    startsAt: '2026-11-26T14:00:00Z',
    minutes: 120,
    where: 'The old library',
    capacity: 2,
  });
  expect(outcome(planned)).toBe('done');
  const [row] = await stage.world.rows('SELECT id FROM training_meeting');
  await stage.world.later({ hours: 24 * 3 + 9 });
  const open = `SELECT id FROM task WHERE kind = 'training-register' AND "doneAt" IS NULL`;
  expect(await stage.world.rows(open)).toHaveLength(1);
  const cancelled = await stage.desk('cancel-training', { trainingMeetingId: row?.['id'] });
  expect(outcome(cancelled)).toBe('done');
  expect(await stage.world.rows(open)).toEqual([]);
});
