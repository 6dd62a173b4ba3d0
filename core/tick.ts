import { crashpoint } from './delivery/crashpoint.ts';
import { loggable } from './kernel/fault.ts';
import { isBefore } from './kernel/instant.ts';
import type { Moment } from './moment.ts';
import { type Performer, perform } from './perform.ts';
import type { DueRow } from './store/queues.ts';

export type Ticking = Performer & {
  /** Due rows taken and not finished: a broken connection leaves some, and they need not wait until their lease is over. */
  readonly inHand: Set<string>;
  /** Told of a due row that could not be done; ids and codes only. */
  onFault(fault: { due: string; command: string; why: string }): void;
};

const AT_ONCE = 50;
const LONGEST_WAIT_SECONDS = 600;

/**
 * Does what is due now, oldest first, until nothing is left. What has passed its moment is dropped, not done late. A row
 * that fails waits longer each time and never holds up the others. Returns how many were done.
 */
export async function tick(ticking: Ticking, moment: () => Moment): Promise<number> {
  let done = 0;
  for (const id of ticking.inHand) {
    await ticking.store.queues.putOff(id, 0, 'not-finished');
    ticking.inHand.delete(id);
  }
  for (;;) {
    const rows = await ticking.store.queues.claimDue(moment().now, AT_ONCE);
    if (rows.length === 0) return done;
    crashpoint('due.claimed');
    for (const row of rows) ticking.inHand.add(row.id);
    for (const row of rows) {
      if (await doDue(ticking, row, moment())) done += 1;
      ticking.inHand.delete(row.id);
    }
  }
}

/** Whether it was done, or at least tried. @throws when the database is away. */
async function doDue(ticking: Ticking, row: DueRow, at: Moment): Promise<boolean> {
  const { queues } = ticking.store;
  if (row.expiresAt !== null && isBefore(row.expiresAt, at.now)) {
    await queues.dropDue(row.id);
    return false;
  }
  try {
    const order = { command: row.command, args: row.args, by: { is: 'clock' }, due: row.id } as const;
    const performed = await perform(ticking, order, at);
    if (performed.did === 'refused') await queues.dropDue(row.id);
    if (performed.did === 'conflict') await queues.putOff(row.id, 1, 'conflict');
    return true;
  } catch (error) {
    const why = loggable(error);
    ticking.onFault({ due: row.id, command: row.command, why });
    await queues.putOff(row.id, Math.min(2 ** row.attempts, LONGEST_WAIT_SECONDS), why);
    return false;
  }
}
