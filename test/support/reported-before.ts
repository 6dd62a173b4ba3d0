import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type Change, change, next } from '../../core/kernel/change.ts';
import type { PairMessage } from '../../core/pair-messages/pair-message.ts';

/** A message that its reader had reported when reports still went to coordinators: such tasks are dealt with to their end. */
export function reportedBefore(
  message: PairMessage,
  programmeId: string,
  now: Temporal.Instant,
): { readonly taskId: string; readonly saves: Change } {
  const taskId = randomUUID();
  const { pairId, toId } = message;
  const saves = change({
    saves: [
      { table: 'pair_message', row: next(message, { reportedAt: now }) },
      {
        table: 'message_report',
        row: { id: taskId, version: 1, messageId: message.id, pairId, reporterId: toId, createdAt: now },
      },
      {
        table: 'task',
        row: {
          ...{ id: taskId, version: 1, programmeId, kind: 'reported-message', personId: toId, pairId },
          ...{ meetingId: null, createdAt: now, doneAt: null, doneBy: null },
        },
      },
    ],
  });
  return { taskId, saves };
}
