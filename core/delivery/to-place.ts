import { createHash } from 'node:crypto';
import { placeTable } from '../access/table-screens.ts';
import type { Place } from '../kernel/change.ts';
import type { PlaceMessage, PlaceRecipient } from '../kernel/screen.ts';
import type { Moment } from '../moment.ts';
import type { Claimed, OutgoingRow } from '../store/outgoing.ts';
import type { Delivery } from './delivery.ts';
import { type Put, put, type Spot, shownAt } from './put.ts';
import { sayer, wordMessage } from './word-message.ts';

/** In a shared place the programme's plain English is spoken, whoever reads. */
const LANGUAGE = 'en';

/** A place that only an answer went to: nothing stays up to date there. */
const NO_PLACE = '00000000-0000-0000-0000-000000000000';

/** Shows something in a shared place: nothing of anybody alone. */
export async function toPlace(
  delivery: Delivery,
  row: OutgoingRow,
  given: NonNullable<OutgoingRow['address']>,
  [programme]: Claimed['programmes'],
  at: Moment,
): Promise<Put> {
  const place: Place = { ...given, id: given.id ?? NO_PLACE };
  const screen = delivery.placeScreens.get(row.screen);
  if (screen === undefined) throw new Error(`There is no screen "${row.screen}" for a shared place`);
  if (!placeTable.has(row.screen)) return { is: 'dropped', why: 'nothing-to-say' };
  const to: PlaceRecipient = { place, programme, now: at.now };
  const shown = await screen.run(delivery.store.read, row.args, to);
  if (shown === undefined) return { is: 'dropped', why: 'nothing-to-say' };
  const { platform, tenant, chatId } = place;
  const spot: Spot = { id: place.id, address: { platform, tenant, chatId } };
  if (row.mode === 'event') return await toCalendar(delivery, row, spot, shown, to, at);
  const reading = { texts: delivery.texts, language: LANGUAGE, programme, silent: false } as const;
  const worded = wordMessage(shown, { ...reading, presserId: null, forId: null }, at);
  return await put(delivery, row, [spot], worded, at);
}

async function toCalendar(
  delivery: Delivery,
  row: OutgoingRow,
  spot: Spot,
  { entry }: PlaceMessage,
  { programme }: PlaceRecipient,
  at: Moment,
): Promise<Put> {
  const channel = delivery.channels.get(spot.address.platform);
  if (channel?.event === undefined) return { is: 'dropped', why: 'no-calendar' };
  if (entry === undefined || row.card === null) return { is: 'dropped', why: 'nothing-to-say' };
  const say = sayer({ texts: delivery.texts, language: LANGUAGE, programme });
  const { title, about, where, rest } = entry;
  const said = { title: say(title), about: say(about), where: say(where), rest: say(rest) };
  const worded = { ...entry, ...said };
  // What the entry says is not kept beside it.
  const digest = createHash('sha256').update(JSON.stringify(worded)).digest('base64url');
  const [earlier] = await delivery.store.showing.where([spot.id], row.card, 1);
  if (earlier === undefined && entry.calledOff) return { is: 'dropped', why: 'not-shown-here' };
  if (earlier?.digest === digest) return { is: 'sent' };
  const sent = await channel.event(spot.address, worded, earlier?.ref);
  if (sent.is === 'gone-message' && earlier !== undefined) {
    await delivery.store.showing.forget(earlier.id);
    return { is: 'dropped', why: 'gone-message' };
  }
  if (sent.is !== 'sent') return { is: 'not-sent', at: spot, sent };
  if (earlier === undefined) return shownAt(row, spot.id, sent, digest, at);
  await delivery.store.showing.update(earlier.id, digest);
  return { is: 'sent' };
}
