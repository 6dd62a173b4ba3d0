import { mayAtAll } from '../access/access.ts';
import { personActing } from '../access/actor.ts';
import { mayNotSay } from '../access/may-not.ts';
import { screenTable } from '../access/table-screens.ts';
import { helpButton, homeButton, homeButtons } from '../conversation/home-buttons.ts';
import { isBefore } from '../kernel/instant.ts';
import { type Message, message } from '../kernel/message.ts';
import type { Recipient } from '../kernel/screen.ts';
import type { Moment } from '../moment.ts';
import type { Account } from '../people/person.ts';
import type { Claimed, Ending, OutgoingRow } from '../store/outgoing.ts';
import { text } from '../texts/text.ts';
import { isQuiet } from '../time/quiet.ts';
import type { Delivery } from './delivery.ts';
import { type Put, put, type Spot } from './put.ts';
import { takeAway } from './take-away.ts';
import { wordMessage } from './word-message.ts';

/** Whom a message is for, and every account of theirs that can be reached, the one they read in first. */
type Reached = Recipient & { readonly reachable: readonly Account[] };

/** All that is shown in a chat that is put away. It names nothing and nobody. */
const WHILE_AWAY: ReadonlySet<string> = new Set(['plain-note', 'plain-help']);

/** Words a message for its person and shows it to them. */
export async function toPerson(
  delivery: Delivery,
  row: OutgoingRow,
  programmes: Claimed['programmes'],
  at: Moment,
): Promise<Put> {
  const to = recipientOf(delivery, row, programmes, at);
  if (to === undefined || to.person.state === 'erased') return { is: 'dropped', why: 'no-such-person' };
  if (to.person.state === 'stopped' && !row.always) return { is: 'dropped', why: 'asked-for-silence' };
  const { account, person } = to;
  if (account === undefined) return { is: 'undeliverable', why: 'no-reachable-account' };
  const isAway = row.away.includes(account.id);
  if (row.mode === 'remove') return await takeAway(delivery, spotOf(account, row, at), at);
  if (isAway && row.mode !== 'front' && !WHILE_AWAY.has(row.screen))
    return { is: 'put-away', why: account.id };
  const shown = await shownTo(delivery, isAway ? neutral(row) : row, to);
  if (shown === undefined) return { is: 'dropped', why: 'nothing-to-say' };
  const programme = programmes.find(({ id }) => id === shown.programmeId) ?? to.programme;
  // What somebody did not ask for just now comes without a sound in their quiet hours.
  const silent = row.accountId === null && isQuiet(at.now, person.zone, person.quietFrom, person.quietTo);
  const reading = { language: person.language, presserId: account.personId, forId: person.id };
  const worded = wordMessage(shown, { texts: delivery.texts, ...reading, programme, silent }, at);
  // What a supporter is shown has their own buttons: it is nothing for the person's own chats.
  const others =
    to.supporter === undefined
      ? to.reachable.filter((each) => each.id !== account.id && !row.away.includes(each.id))
      : [];
  const spots = [spotOf(account, row, at), ...others.map((each) => spotOf(each, undefined, at))] as const;
  return await put(delivery, row, spots, worded, at);
}

/** What is asked to be shown, and how. */
type Asked = Pick<OutgoingRow, 'screen' | 'args' | 'accountId' | 'mode'>;

/** The front page of a chat that is put away says what the chat says. */
function neutral(row: OutgoingRow): Asked {
  return row.mode === 'front' ? { ...row, screen: 'plain-note', args: {} } : row;
}

function spotOf(account: Account, row: OutgoingRow | undefined, at: Moment): Spot {
  const { id, platform, tenant, chatId } = account;
  const reply = row?.reply ?? null;
  const lasts = reply !== null && isBefore(at.now, reply.until);
  return { id, address: { platform, tenant, chatId, ...(lasts ? { reply: reply.handle } : {}) } };
}

async function shownTo(delivery: Delivery, row: Asked, to: Recipient): Promise<Message | undefined> {
  const screen = delivery.screens.get(row.screen);
  if (screen === undefined) throw new Error(`There is no screen "${row.screen}"`);
  const refusal = notShown(row, to);
  if (refusal === 'nothing') return undefined;
  const shown = refusal ?? (await screen.run(delivery.store.read, row.args, to));
  for (const button of shown?.buttons.flat() ?? []) {
    if (!delivery.commands.has(button.command))
      throw new Error(`A button for no command: "${button.command}"`);
  }
  return shown;
}

/** What the table of who may see what leaves of a screen: a kind word to whoever asked for it, nothing otherwise. */
function notShown(row: Asked, { person, roles, supporter }: Recipient): Message | 'nothing' | undefined {
  const entry = screenTable.get(row.screen);
  const held = roles.map(({ role }) => role);
  if (mayAtAll(entry, personActing(person, held, supporter))) return undefined;
  if (row.accountId === null || row.mode !== 'new') return 'nothing';
  const say = mayNotSay(entry, supporter !== undefined);
  // The way back to their own matters, and help, as on every screen.
  return message(
    [say],
    supporter === undefined ? [[homeButton], [who], [helpButton]] : [[ownMatters], homeButtons],
  );
}

const who = { label: text('button-who'), command: 'show-any-time', args: { screen: 'who-can-i-talk-to' } };
const ownMatters = { label: text('button-act-for-self'), command: 'act-for', args: { personId: null } };

function recipientOf(
  { channels }: Delivery,
  row: OutgoingRow,
  programmes: Claimed['programmes'],
  at: Moment,
): Reached | undefined {
  const { person, accountId, attempts, roles } = row;
  if (person === null) return undefined;
  const asked = accountId === null ? undefined : (row.asked ?? undefined);
  const reachable = row.accounts.filter((each) => each.reachable);
  // Their answer goes where they asked; everything else where they chose to read, or where they can be reached.
  const answered = asked?.reachable === true || attempts === 1 || reachable.length === 0 ? asked : undefined;
  const account = answered ?? reachable.find((each) => each.id === person.settings.writeTo) ?? reachable[0];
  const programmeId = account?.programmeId ?? roles[0]?.programmeId ?? programmes[0]?.id;
  const isOwn = account === undefined || account.personId === person.id;
  const channel = account === undefined ? undefined : channels.get(account.platform);
  return {
    person,
    account,
    reachable,
    roles,
    programme: programmes.find((each) => each.id === programmeId),
    now: at.now,
    // A front page is looked at, never notified of.
    ...(accountId === null && row.mode !== 'front' ? { unasked: true } : {}),
    ...(channel?.sheets === true ? { sheets: true } : {}),
    ...(channel?.event === undefined ? {} : { meetingPlaces: true }),
    ...(isOwn || row.supporter === null ? {} : { supporter: row.supporter }),
  };
}

/** The person cannot be reached in one app: it is noted, and the next of their apps is tried, if there is one. */
export async function afterUnreachable(
  delivery: Delivery,
  personId: string | null,
  spotId: string,
  why: string,
  at: Moment,
): Promise<Ending | undefined> {
  const { people } = delivery.store.read;
  const account = await people.account(spotId);
  if (account !== undefined) await delivery.onUnreachable(account, why, at);
  const others = personId === null ? [] : await people.accountsOf(personId);
  const isElsewhere = others.some((each) => each.reachable && each.id !== spotId);
  return isElsewhere ? undefined : { is: 'undeliverable', why };
}
