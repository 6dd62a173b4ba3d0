import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../moment.ts';
import type { Ending, OutgoingRow } from '../store/outgoing.ts';
import type { ShownRow } from '../store/shown.ts';
import type { Address, Channel, NotSent, Sent } from './channel.ts';
import { crashpoint } from './crashpoint.ts';
import type { Delivery } from './delivery.ts';
import type { Worded } from './word-message.ts';

const BUTTON_LIFE = Temporal.Duration.from({ hours: 24 * 60 });
/** How many of the places where a card was shown are brought up to date; a form's question only where it was asked last. */
const CARDS_KEPT_TRUE = 3;

/** A front page, as it is kept among what was shown. */
const FRONT = 'front';

/** Where something is shown: an account's chat or a shared place, by its id and by its address. */
export type Spot = { readonly id: string; readonly address: Address };

/** What became of it: it ended, or an app did not take it. */
export type Put = Ending | { readonly is: 'not-sent'; readonly at: Spot; readonly sent: NotSent };

/**
 * Brings a card up to date wherever it stands, or shows it anew at the first of the spots. `spots` are all where it may
 * stand; the first is where new things go.
 */
export async function put(
  delivery: Delivery,
  row: OutgoingRow,
  spots: readonly [Spot, ...Spot[]],
  worded: Worded,
  at: Moment,
): Promise<Put> {
  const [first] = spots;
  const channel = delivery.channels.get(first.address.platform);
  if (channel === undefined) return { is: 'undeliverable', why: 'app-not-configured' };
  const { showing } = delivery.store;
  if (row.mode === 'front') return await putFront(delivery, row, first, channel, worded, at);
  const places = row.card?.startsWith('draft:') === true ? 1 : CARDS_KEPT_TRUE;
  const ids = spots.map((spot) => spot.id);
  const earlier = row.mode === 'new' || row.card === null ? [] : await showing.where(ids, row.card, places);
  if (row.mode === 'refresh' && earlier.length === 0) return { is: 'dropped', why: 'not-shown-here' };
  await addButtons(delivery, worded, at);
  let standsHere = false;
  for (const place of earlier) {
    const spot = spots.find(({ id }) => id === place.shownTo) ?? first;
    const sent = await corrected(delivery, spot, place, worded);
    if (sent === undefined) standsHere ||= spot === first;
    // An app that they do not read in keeps nothing from where they do: its card is put right with the next change.
    else if (spot === first && sent.is !== 'gone-message') return { is: 'not-sent', at: spot, sent };
  }
  if (standsHere || row.mode === 'refresh') return { is: 'sent' };
  const sent = await channel.send(first.address, worded.shown, row.id);
  if (sent.is !== 'sent') return { is: 'not-sent', at: first, sent };
  crashpoint('outgoing.sent-unrecorded');
  return { ...shownAt(row, first.id, sent, worded.digest, at), ...said(row, first.id, sent) };
}

/** What stands in somebody's own chat is known for a while, so that they can have it taken away. */
function said(row: OutgoingRow, accountId: string, { ref, all }: Extract<Sent, { is: 'sent' }>) {
  return row.personId === null ? {} : { said: { accountId, refs: all ?? [ref] } };
}

/** Puts a card right where it stands. Undefined: it is as it should be; otherwise why it is not. */
async function corrected(
  { channels, store }: Delivery,
  { address }: Spot,
  place: ShownRow,
  worded: Worded,
): Promise<NotSent | undefined> {
  const channel = channels.get(address.platform);
  if (place.digest === worded.digest || channel === undefined) return undefined;
  const sent = await channel.edit(address, place.ref, worded.shown);
  if (sent.is === 'sent' || sent.is === 'unchanged') {
    await store.showing.update(place.id, worded.digest);
    return undefined;
  }
  if (sent.is === 'gone-message' || sent.is === 'unreachable') await store.showing.forget(place.id);
  return sent;
}

/** Written before the message leaves, so that no button can be pressed that does nothing. */
async function addButtons(delivery: Delivery, worded: Worded, at: Moment): Promise<void> {
  await delivery.store.showing.addButtons(worded.buttons, at.now, at.now.add(BUTTON_LIFE));
  crashpoint('outgoing.buttons');
}

/**
 * Shows somebody's front page. Where it stands, and on which page, is kept, so that it can be brought up to date. Whoever
 * has not opened theirs has none, and one that reads the same is left as it is.
 */
async function putFront(
  delivery: Delivery,
  row: OutgoingRow,
  spot: Spot,
  channel: Channel,
  worded: Worded,
  at: Moment,
): Promise<Put> {
  if (channel.front === undefined) return { is: 'dropped', why: 'no-front-page' };
  const { showing } = delivery.store;
  const [earlier] = await showing.where([spot.id], FRONT, 1);
  if (!row.always && earlier === undefined) return { is: 'dropped', why: 'not-shown-here' };
  if (!row.always && earlier?.digest === worded.digest) return { is: 'sent' };
  await addButtons(delivery, worded, at);
  const sent = await channel.front(spot.address, worded.shown);
  if (sent.is !== 'sent') return { is: 'not-sent', at: spot, sent };
  // Somebody who is not known yet has nothing that could be brought up to date.
  if (row.personId === null) return { is: 'sent' };
  if (earlier !== undefined) await showing.forget(earlier.id);
  // What took its place is not brought up to date: it stays until they open their page again.
  if (row.screen !== FRONT) return { is: 'sent' };
  const ref = { page: row.args['page'] ?? 0 };
  return shownAt({ card: FRONT }, spot.id, { is: 'sent', ref }, worded.digest, at);
}

/** It is there; where its card stands is written down with that, so that it can be brought up to date there. */
export function shownAt(
  { card }: Pick<OutgoingRow, 'card'>,
  spotId: string,
  { ref }: Extract<Sent, { is: 'sent' }>,
  digest: string,
  at: Moment,
): Ending {
  return card === null
    ? { is: 'sent' }
    : { is: 'sent', shown: { id: at.newId(), shownTo: spotId, card, ref, digest } };
}
