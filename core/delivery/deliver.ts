import { loggable } from '../kernel/fault.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Ending, OutgoingRow } from '../store/queues.ts';
import { crashpoint } from './crashpoint.ts';
import type { Delivery } from './delivery.ts';
import type { Put } from './put.ts';
import { afterUnreachable, toPerson } from './to-person.ts';
import { toPlace } from './to-place.ts';

const CHATS_AT_ONCE = 20;
/** Seconds before the next try, by the number of tries so far. */
const PATIENCE = [1, 2, 5, 15, 60, 300];
/** A message that cannot be worded is tried that often before it is put aside. */
const TRIES_WITH_A_FAULT = 3;

/** Told of a message that is held, for how many seconds of real time. */
export type OnHeld = (seconds: number) => void;

/** Sends what is waiting: a message per chat at a time, many chats side by side. Returns how many rows it dealt with. */
export async function deliver(delivery: Delivery, moment: () => Moment, onHeld: OnHeld): Promise<number> {
  for (const [row, note] of delivery.owed) {
    await note();
    delivery.owed.delete(row);
  }
  const rows = await delivery.store.queues.claimOutgoing(moment().now, CHATS_AT_ONCE);
  crashpoint('outgoing.claimed');
  await Promise.all(rows.map((row) => deliverOne(delivery, row, moment(), onHeld)));
  return rows.length;
}

async function deliverOne(delivery: Delivery, row: OutgoingRow, at: Moment, onHeld: OnHeld): Promise<void> {
  const note = await attemptedOne(delivery, row, at, onHeld);
  try {
    await note();
    crashpoint('outgoing.marked');
  } catch (error) {
    delivery.owed.set(row.id, note);
    throw error;
  }
}

/** Tries it, and says what there is to write down about it. */
async function attemptedOne(
  delivery: Delivery,
  row: OutgoingRow,
  at: Moment,
  onHeld: OnHeld,
): Promise<() => Promise<void>> {
  const { queues } = delivery.store;
  try {
    const ending = await attempt(delivery, row, at, onHeld);
    if (ending === undefined) return async () => undefined;
    crashpoint('outgoing.sent');
    return () => queues.endOutgoing(row.id, ending, at.now);
  } catch (error) {
    const why = loggable(error);
    delivery.onFault({ outgoing: row.id, screen: row.screen, why });
    return row.attempts >= TRIES_WITH_A_FAULT
      ? () => queues.endOutgoing(row.id, { is: 'undeliverable', why }, at.now)
      : () => queues.holdOutgoing(row.id, patience(row.attempts), why);
  }
}

/** Undefined: it stays in the queue. */
async function attempt(
  delivery: Delivery,
  row: OutgoingRow,
  at: Moment,
  onHeld: OnHeld,
): Promise<Ending | undefined> {
  if (row.expiresAt !== null && isBefore(row.expiresAt, at.now)) return { is: 'dropped', why: 'too-late' };
  if (row.personId !== null)
    return await ended(delivery, row, await toPerson(delivery, row, row.personId, at), at, onHeld);
  if (row.address === null) return { is: 'dropped', why: 'for-nobody' };
  return await ended(delivery, row, await toPlace(delivery, row, row.address, at), at, onHeld);
}

async function ended(
  delivery: Delivery,
  row: OutgoingRow,
  put: Put,
  at: Moment,
  onHeld: OnHeld,
): Promise<Ending | undefined> {
  if (put.is !== 'not-sent') return put;
  const { sent } = put;
  if (sent.is === 'unreachable') {
    const over = await afterUnreachable(delivery, row.personId, put.at.id, sent.why, at);
    if (over === undefined) await delivery.store.queues.holdOutgoing(row.id, 0, sent.why);
    return over;
  }
  if (sent.is === 'refused') {
    delivery.onFault({ outgoing: row.id, screen: row.screen, why: sent.why });
    return { is: 'undeliverable', why: sent.why };
  }
  if (sent.is === 'unchanged' || sent.is === 'gone-message') return { is: 'sent' };
  const { queues } = delivery.store;
  const seconds = sent.is === 'wait' ? sent.seconds : patience(row.attempts);
  if (sent.is === 'wait') await queues.waitWithOutgoing(row.id, seconds);
  else await queues.holdOutgoing(row.id, seconds, sent.why);
  onHeld(seconds);
  return undefined;
}

function patience(attempts: number): number {
  return PATIENCE[Math.min(attempts, PATIENCE.length) - 1] ?? 1;
}
