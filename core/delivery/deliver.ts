import { loggable } from '../kernel/fault.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Claimed, Ending, OutgoingRow } from '../store/outgoing.ts';
import { crashpoint } from './crashpoint.ts';
import type { Delivery } from './delivery.ts';
import { InHand } from './in-hand.ts';
import type { Put } from './put.ts';
import { afterUnreachable, toPerson } from './to-person.ts';
import { toPlace } from './to-place.ts';

const CHATS_AT_ONCE = 20;
/** What is waiting is read so many at a time: more at once costs less each, fewer keeps every place taken. */
const TAKEN_TOGETHER = 10;
/** Seconds before the next try, by the number of tries so far. */
const PATIENCE = [1, 2, 5, 15, 60, 300];
/** A message that cannot be worded is tried that often before it is put aside. */
const TRIES_WITH_A_FAULT = 3;

export type Watch = {
  /** Told of a message that is held, for how many seconds of real time. */
  onHeld?(seconds: number): void;
  /** Whether to go on with what waits next wherever there is room; otherwise it is left to the next call. */
  more?(): boolean;
};

/** A message to send, with all that is known for it. */
type Task = {
  readonly row: OutgoingRow;
  readonly programmes: Claimed['programmes'];
  readonly at: Moment;
  readonly watch: Watch;
};

/**
 * Sends what is waiting: a message per chat at a time, many chats side by side. A chat that is slow to answer takes up its own
 * place and no other. Returns how many rows it dealt with, when none of them is under way any more.
 */
export async function deliver(delivery: Delivery, moment: () => Moment, watch: Watch): Promise<number> {
  for (const [row, note] of delivery.owed) {
    await note();
    delivery.owed.delete(row);
  }
  const inHand = new InHand(CHATS_AT_ONCE);
  let dealt = 0;
  try {
    do {
      const { rows, programmes } = await delivery.store.queues.claimOutgoing(moment().now, inHand.room);
      crashpoint('outgoing.claimed');
      dealt += rows.length;
      for (const row of rows) inHand.take(deliverOne(delivery, { row, programmes, at: moment(), watch }));
      if (rows.length === 0 && inHand.isIdle) break;
      // Where nothing could be taken, the next message of a chat can be when the one before it has ended.
      await inHand.untilRoom(rows.length === 0 ? inHand.room + 1 : TAKEN_TOGETHER);
    } while (inHand.isWell && watch.more?.() === true);
  } finally {
    await inHand.untilIdle();
  }
  return dealt;
}

async function deliverOne(delivery: Delivery, task: Task): Promise<void> {
  const note = await attemptedOne(delivery, task);
  try {
    await note();
    crashpoint('outgoing.marked');
  } catch (error) {
    delivery.owed.set(task.row.id, note);
    throw error;
  }
}

/** Tries it, and says what there is to write down about it. */
async function attemptedOne(delivery: Delivery, task: Task): Promise<() => Promise<void>> {
  const { queues } = delivery.store;
  const { row, at } = task;
  try {
    const ending = await attempt(delivery, task);
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
async function attempt(delivery: Delivery, task: Task): Promise<Ending | undefined> {
  const { row, programmes, at } = task;
  if (row.expiresAt !== null && isBefore(row.expiresAt, at.now)) return { is: 'dropped', why: 'too-late' };
  if (row.personId !== null)
    return await ended(delivery, task, await toPerson(delivery, row, programmes, at));
  if (row.address === null) return { is: 'dropped', why: 'for-nobody' };
  return await ended(delivery, task, await toPlace(delivery, row, row.address, programmes, at));
}

async function ended(delivery: Delivery, { row, at, watch }: Task, put: Put): Promise<Ending | undefined> {
  if (put.is !== 'not-sent') return put;
  const { sent } = put;
  if (sent.is === 'unreachable') {
    // Where only the calendar is closed to us, the place itself may be well.
    if (row.personId === null && row.mode !== 'event') await delivery.onPlaceUnreachable(put.at.id, at);
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
  watch.onHeld?.(seconds);
  return undefined;
}

function patience(attempts: number): number {
  return PATIENCE[Math.min(attempts, PATIENCE.length) - 1] ?? 1;
}
