import { type Two, twoOn, writes } from '../pair-messages/two-on-stage.ts';
import { joins, personOf } from '../people/newcomers.ts';
import { reportedBefore } from '../support/reported-before.ts';
import type { Phone } from '../support/stage.ts';
import type { ApiWorld } from './api-world.ts';

/** A mentee, a mentor, a coordinator and what has happened among them. */
export type Day = Two & {
  readonly moira: Phone;
  readonly coordinatorId: string;
  /** The task of a report that the mentor made when reports still went to coordinators. */
  readonly reportId: string;
  readonly programmeId: string;
};

/** The words that were reported. */
export const REPORTED = 'Lend me fifty canaries';

/** The mentee wrote to her mentor, who reported it; a coordinator is in the chat; some messages could not be delivered. */
export async function aDay(world: ApiWorld): Promise<Day> {
  const { stage } = world;
  const two = await twoOn(stage);
  await stage.rows(`UPDATE programme SET slug = 'carers' WHERE id = $1`, [two.pair.programmeId]);
  await writes(two.aisha, REPORTED);
  const [row] = await stage.rows('SELECT id FROM pair_message');
  const message = await stage.store.read.pairMessages.message(String(row?.['id']));
  if (message === undefined) throw new Error('no message');
  const { taskId: reportId, saves } = reportedBefore(message, two.pair.programmeId, stage.clock.now());
  await stage.store.commit(saves, { by: 'test' }, stage.at());
  const moira = await joins(stage, 'Moira');
  const coordinatorId = (await personOf(stage, moira)).id;
  const { programmeId } = two.pair;
  const by = { is: 'coordinator', name: 'test' } as const;
  for (const [personId, role] of [
    [coordinatorId, 'coordinator'],
    [two.mentee.id, 'mentee'],
    [two.mentor.id, 'mentor'],
  ]) {
    await stage.core.perform({ command: 'give-role', args: { personId, programmeId, role }, by });
  }
  await stage.core.settle();
  return { ...two, moira, coordinatorId, reportId, programmeId };
}

/** Three messages to somebody that no app took. Returns their numbers. */
export async function failedMessages(world: ApiWorld, personId: string): Promise<string[]> {
  const rows = await world.stage.rows(
    `INSERT INTO outgoing (chat, "personId", screen, args, mode, "dueAt", state, why, attempts, "createdAt")
    SELECT $1::text, $1::uuid, 'pause-over', '{}', 'new', $2::timestamptz, 'undeliverable', 'no-reachable-account', 6,
      $2::timestamptz FROM generate_series(1, 3) RETURNING id::text`,
    [personId, world.stage.clock.now().toString()],
  );
  return rows.map(({ id }) => String(id));
}
