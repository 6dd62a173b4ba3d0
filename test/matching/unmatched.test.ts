import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTrainingWorld, TRAINING, type TrainingWorld } from '../training/training-world.ts';

const DAY = 24;
const WAIT = 28;

let stage: TrainingWorld;

beforeEach(async () => {
  stage = await openTrainingWorld();
  await stage.world.core.perform({ command: 'start-sweeps', args: {}, by: { is: 'clock' } });
});
afterEach(async () => {
  expect(stage.world.faults).toEqual([]);
  await stage.world.close();
});

const told = async () =>
  (
    await stage.world.rows(
      `SELECT p.name FROM task t JOIN person p ON p.id = t."personId" WHERE t.kind = 'waits-for-mentee' ORDER BY t."createdAt"`,
    )
  ).map(({ name }) => name);

describe('a volunteer who is trained and has nobody to support (UNM-01)', () => {
  it('has a timer however they came, and a coordinator is told once, past the limit', async () => {
    await stage.somebody('Ruth', 'volunteer');
    await stage.world.later({ hours: (WAIT - 1) * DAY });
    expect(await told()).toEqual([]);
    await stage.world.later({ hours: 3 * DAY });
    expect(await told()).toEqual(['Ruth']);
    const events = await stage.world.rows(`SELECT id FROM journal WHERE event = 'wait.long'`);
    expect(events).toHaveLength(1);
    // Dealt with, it is not told again of the same time of waiting.
    await stage.world.rows(`UPDATE task SET "doneAt" = "createdAt", "doneBy" = 'x'`);
    await stage.world.later({ hours: 60 * DAY });
    expect(await told()).toEqual(['Ruth']);
  });

  it('is timed from when the training was done, and not before it is', async () => {
    await stage.has({ training: TRAINING });
    const ruth = await stage.somebody('Ruth', 'mentor');
    await stage.world.later({ hours: 40 * DAY });
    expect(await told()).toEqual([]);
    await stage.didModule(ruth, 'listening', '2026-12-30');
    await stage.didModule(ruth, 'safety', '2026-12-31');
    await stage.world.later({ hours: 20 * DAY });
    expect(await told()).toEqual([]);
    await stage.world.later({ hours: 10 * DAY });
    expect(await told()).toEqual(['Ruth']);
  });

  it('is timed anew once somebody they supported has moved on, and not while they support, lead or rest', async () => {
    const [ruth, aisha, kofi, ben] = [
      await stage.somebody('Ruth', 'mentor'),
      await stage.somebody('Aisha', 'mentee'),
      await stage.somebody('Kofi', 'volunteer'),
      await stage.somebody('Ben', 'volunteer'),
    ];
    expect(await stage.meets(ruth, aisha)).toBe('done');
    await stage.world.rows(`UPDATE person SET paused = true WHERE id = '${kofi.id}'`);
    await stage.world.rows(`INSERT INTO "group" (id, version, "programmeId", name, state, capacity, "leadId", "createdAt",
        "leadTrainedAt", "leadAcceptedAt", zone, platform, tenant, "chatId")
      VALUES (gen_random_uuid(), 1, '${stage.programmeId}', 'Walks', 'open', 9, '${ben.id}', now(), now(), now(), 'UTC', 'x', '', 'x')`);
    await stage.world.later({ hours: 40 * DAY });
    expect(await told()).toEqual([]);
    await stage.world.rows(`UPDATE pair SET state = 'ended', "endedAt" = '${stage.world.clock.now()}'`);
    await stage.world.later({ hours: 20 * DAY });
    expect(await told()).toEqual([]);
    await stage.world.later({ hours: 10 * DAY });
    expect(await told()).toEqual(['Ruth']);
  });
});
