import { Temporal } from 'temporal-polyfill';
import { homeButtons } from '../conversation/home-buttons.ts';
import type { AnyCommand } from '../kernel/command.ts';
import { loggable } from '../kernel/fault.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Json } from '../kernel/json.ts';
import { message } from '../kernel/message.ts';
import type { AnyScreen, Recipient } from '../kernel/screen.ts';
import type { Moment } from '../moment.ts';
import type { Account } from '../people/person.ts';
import type { Ending, OutgoingRow } from '../store/queues.ts';
import type { Store } from '../store/store.ts';
import type { Texts } from '../texts/say.ts';
import { text } from '../texts/text.ts';
import { isQuiet } from '../time/quiet.ts';
import type { Channel, Sent } from './channel.ts';
import { crashpoint } from './crashpoint.ts';
import { type Worded, wordMessage } from './word-message.ts';

export type Delivery = {
  readonly store: Store;
  readonly texts: Texts;
  readonly screens: ReadonlyMap<string, AnyScreen>;
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly channels: ReadonlyMap<string, Channel>;
  /**
   * What became of messages while the database was away, by row: written down before anything more is sent, or what was
   * sent would be sent again.
   */
  readonly owed: Map<string, () => Promise<void>>;
  /** Told that an account cannot be reached any more. */
  onUnreachable(account: Account, why: string, at: Moment): Promise<void>;
  /** Told of a message that could not be worded or that an app will never take; ids and codes only. */
  onFault(fault: { outgoing: string; screen: string; why: string }): void;
};

const CHATS_AT_ONCE = 20;
const BUTTON_LIFE = Temporal.Duration.from({ hours: 24 * 60 });
/** How many of the places where a card was shown are brought up to date; a form's question only where it was asked last. */
const CARDS_KEPT_TRUE = 3;
/** Seconds before the next try, by the number of tries so far. */
const PATIENCE = [1, 2, 5, 15, 60, 300];
/** A message that cannot be worded is tried that often before it is put aside. */
const TRIES_WITH_A_FAULT = 3;

/** Sends what is waiting: a message per chat at a time, many chats side by side. Returns how many rows it dealt with. */
export async function deliver(delivery: Delivery, moment: () => Moment): Promise<number> {
  for (const [row, note] of delivery.owed) {
    await note();
    delivery.owed.delete(row);
  }
  const rows = await delivery.store.queues.claimOutgoing(moment().now, CHATS_AT_ONCE);
  crashpoint('outgoing.claimed');
  await Promise.all(rows.map((row) => deliverOne(delivery, row, moment())));
  return rows.length;
}

async function deliverOne(delivery: Delivery, row: OutgoingRow, at: Moment): Promise<void> {
  const note = await attemptedOne(delivery, row, at);
  try {
    await note();
    crashpoint('outgoing.marked');
  } catch (error) {
    delivery.owed.set(row.id, note);
    throw error;
  }
}

/** Tries it, and says what there is to write down about it. */
async function attemptedOne(delivery: Delivery, row: OutgoingRow, at: Moment): Promise<() => Promise<void>> {
  const { queues } = delivery.store;
  try {
    const ending = await attempt(delivery, row, at);
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
async function attempt(delivery: Delivery, row: OutgoingRow, at: Moment): Promise<Ending | undefined> {
  if (row.expiresAt !== null && isBefore(row.expiresAt, at.now)) return { is: 'dropped', why: 'too-late' };
  if (row.personId === null) return await toPlace(delivery, row);
  const to = await recipientOf(delivery.store, row.personId, row.accountId, at);
  if (to === undefined) return { is: 'dropped', why: 'no-such-person' };
  if (to.person.state === 'stopped' && !row.always) return { is: 'dropped', why: 'asked-for-silence' };
  if (to.account === undefined) return { is: 'undeliverable', why: 'no-reachable-account' };
  const screen = delivery.screens.get(row.screen);
  if (screen === undefined) throw new Error(`There is no screen "${row.screen}"`);
  const shown =
    to.supporter !== undefined && screen.supporterMay !== true
      ? supporterMayNot
      : await screen.run(delivery.store.read, row.args, to);
  if (shown === undefined) return { is: 'dropped', why: 'nothing-to-say' };
  for (const button of shown.buttons.flat()) {
    if (!delivery.commands.has(button.command))
      throw new Error(`A button for no command: "${button.command}"`);
  }
  const presserId = to.account.personId;
  const { person, programme } = to;
  // What somebody did not ask for just now comes without a sound in their quiet hours.
  const silent = row.accountId === null && isQuiet(at.now, person.zone, person.quietFrom, person.quietTo);
  const worded = wordMessage(shown, { texts: delivery.texts, person, presserId, programme, silent }, at);
  return await put(delivery, row, to.account, worded, at);
}

// The way back to their own matters, and help, as on every screen.
const supporterMayNot = message(
  [text('supporter-may-not')],
  [[{ label: text('button-act-for-self'), command: 'act-for', args: { personId: null } }], homeButtons],
);

async function put(
  delivery: Delivery,
  row: OutgoingRow,
  account: Account,
  worded: Worded,
  at: Moment,
): Promise<Ending | undefined> {
  const channel = delivery.channels.get(account.platform);
  if (channel === undefined) return { is: 'undeliverable', why: 'app-not-configured' };
  const { showing } = delivery.store;
  await showing.addButtons(worded.buttons, at.now, at.now.add(BUTTON_LIFE));
  crashpoint('outgoing.buttons');
  const address = { platform: account.platform, chatId: account.chatId };
  const places = row.card?.startsWith('draft:') === true ? 1 : CARDS_KEPT_TRUE;
  const earlier =
    row.mode === 'new' || row.card === null ? [] : await showing.where(account.id, row.card, places);
  if (row.mode === 'refresh' && earlier.length === 0) return { is: 'dropped', why: 'not-shown-here' };
  let edited = 0;
  for (const place of earlier) {
    if (place.digest === worded.digest) {
      edited += 1;
      continue;
    }
    const sent = await channel.edit(address, place.ref, worded.shown);
    if (sent.is === 'sent' || sent.is === 'unchanged') {
      edited += 1;
      await showing.update(place.id, worded.digest);
    } else if (sent.is === 'gone-message') await showing.forget(place.id);
    else return await notSent(delivery, row, account, sent, at);
  }
  if (edited > 0 || row.mode === 'refresh') return { is: 'sent' };
  const sent = await channel.send(address, worded.shown);
  if (sent.is !== 'sent') return await notSent(delivery, row, account, sent, at);
  crashpoint('outgoing.sent-unrecorded');
  if (row.card !== null) {
    const note = (): Promise<void> => remember(delivery, row, account, sent.ref, worded, at);
    // It is sent; that it cannot be written down now is no reason to send it again.
    await note().catch(() => delivery.owed.set(`${row.id} shown`, note));
  }
  return { is: 'sent' };
}

async function remember(
  delivery: Delivery,
  row: OutgoingRow,
  account: Account,
  ref: Json,
  worded: Worded,
  at: Moment,
) {
  if (row.card === null) return;
  await delivery.store.showing.add(at.newId(), account.id, row.card, ref, worded.digest, at.now);
}

async function notSent(
  delivery: Delivery,
  row: OutgoingRow,
  account: Account,
  sent: Exclude<Sent, { is: 'sent' }>,
  at: Moment,
): Promise<Ending | undefined> {
  if (sent.is === 'unreachable') {
    await delivery.onUnreachable(account, sent.why, at);
    return { is: 'undeliverable', why: sent.why };
  }
  if (sent.is === 'refused') {
    delivery.onFault({ outgoing: row.id, screen: row.screen, why: sent.why });
    return { is: 'undeliverable', why: sent.why };
  }
  if (sent.is === 'unchanged' || sent.is === 'gone-message') return { is: 'sent' };
  const seconds = sent.is === 'wait' ? sent.seconds : patience(row.attempts);
  await delivery.store.queues.holdOutgoing(row.id, seconds, sent.is === 'wait' ? 'too-fast' : sent.why);
  return undefined;
}

function patience(attempts: number): number {
  return PATIENCE[Math.min(attempts, PATIENCE.length) - 1] ?? 1;
}

/** A short answer in a shared place: nothing of anybody is shown there. */
async function toPlace(delivery: Delivery, row: OutgoingRow): Promise<Ending | undefined> {
  const channel = row.address === null ? undefined : delivery.channels.get(row.address.platform);
  if (row.address === null || channel === undefined)
    return { is: 'undeliverable', why: 'app-not-configured' };
  const programme = await delivery.store.read.programmes.first();
  const said = delivery.texts.render('en', { id: 'only-in-private', args: {} }, programme?.document.words);
  const sent = await channel.send(row.address, { paragraphs: [said], buttons: [] });
  if (sent.is === 'wait') {
    await delivery.store.queues.holdOutgoing(row.id, sent.seconds, 'too-fast');
    return undefined;
  }
  if (sent.is === 'later' && row.attempts < TRIES_WITH_A_FAULT) {
    await delivery.store.queues.holdOutgoing(row.id, patience(row.attempts), sent.why);
    return undefined;
  }
  return sent.is === 'sent' ? { is: 'sent' } : { is: 'undeliverable', why: sent.is };
}

async function recipientOf(
  store: Store,
  personId: string,
  accountId: string | null,
  at: Moment,
): Promise<Recipient | undefined> {
  const { people, programmes } = store.read;
  const person = await people.person(personId);
  if (person === undefined) return undefined;
  const answered = accountId === null ? undefined : await people.account(accountId);
  const account = answered ?? (await people.accountsOf(personId)).find((each) => each.reachable);
  const roles = await people.rolesOf(personId);
  const programmeId = account?.programmeId ?? roles[0]?.programmeId;
  const programme =
    programmeId === undefined ? await programmes.first() : await programmes.programme(programmeId);
  const supporter =
    account !== undefined && account.personId !== personId
      ? await people.person(account.personId)
      : undefined;
  return {
    person,
    account,
    roles,
    programme,
    now: at.now,
    ...(supporter === undefined ? {} : { supporter }),
  };
}
