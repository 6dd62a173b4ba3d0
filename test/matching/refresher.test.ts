import { afterEach, expect, it } from 'vitest';
import { openTrainingWorld, TRAINING, type TrainingWorld } from '../training/training-world.ts';
import { finders } from './finders.ts';

const DAY = 24;

let stage: TrainingWorld;
const { person, waits, sees } = finders(() => stage.world);
afterEach(async () => {
  expect(stage.world.faults).toEqual([]);
  await stage.world.close();
});

it('somebody whose training is long ago is offered to come to a part of it again while they wait (UNM-07)', async () => {
  stage = await openTrainingWorld();
  await stage.has({ training: { ...TRAINING, refresherDays: 30 } });
  const ruth = await person('Ruth');
  await stage.didModule(ruth, 'listening', '2026-11-20');
  await stage.didModule(ruth, 'safety', '2026-11-20');
  await waits('mentor', ruth);
  await stage.world.later({ hours: 15 * DAY });
  expect(await sees(ruth)).toMatch(/nobody for you to support yet/);
  expect(stage.world.last(ruth)).not.toMatch(/a while ago/);
  await stage.world.later({ hours: 29 * DAY });
  expect(await sees(ruth)).toMatch(/Your training is a while ago/);
  await stage.world.press(ruth, 'My training');
  expect(stage.world.last(ruth)).toMatch(/Done: Listening/);
});
