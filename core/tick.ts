import { crashpoint } from './delivery/crashpoint.ts';
import { loggable } from './kernel/fault.ts';
import { isBefore } from './kernel/instant.ts';
import type { Moment } from './moment.ts';
import { type Performer, perform } from './perform.ts';

export type Ticking = Performer & {
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
  for (;;) {
    const rows = await ticking.store.queues.claimDue(moment().now, AT_ONCE);
    if (rows.length === 0) return done;
    crashpoint('due.claimed');
    for (const row of rows) {
      const at = moment();
      if (row.expiresAt !== null && isBefore(row.expiresAt, at.now)) {
        await ticking.store.queues.dropDue(row.id);
        continue;
      }
      try {
        const order = { command: row.command, args: row.args, by: { is: 'clock' }, due: row.id } as const;
        const performed = await perform(ticking, order, at);
        if (performed.did === 'refused') await ticking.store.queues.dropDue(row.id);
        if (performed.did === 'conflict') await ticking.store.queues.putOff(row.id, 1, 'conflict');
        done += 1;
      } catch (error) {
        const why = loggable(error);
        ticking.onFault({ due: row.id, command: row.command, why });
        const seconds = Math.min(2 ** row.attempts, LONGEST_WAIT_SECONDS);
        await ticking.store.queues.putOff(row.id, seconds, why);
      }
    }
  }
}
