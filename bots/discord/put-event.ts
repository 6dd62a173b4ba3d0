import { Routes } from 'discord.js';
import { z } from 'zod';
import type { Address, CalendarEntry, Json, Sent } from '../../core/index.ts';
import type { ChannelParts } from './channel-parts.ts';
import { type EventBody, writeEvent } from './write-event.ts';

const Ref = z.object({ guildId: z.string(), eventId: z.string() });
const Event = z.object({
  id: z.string(),
  name: z.string(),
  creator_id: z.string().nullish(),
  scheduled_start_time: z.string(),
  status: z.int(),
});
const InGuild = z.object({ guild_id: z.string() });

/** 1: planned. 4: called off. */
const PLANNED = 1;
const CALLED_OFF = 4;

/** Puts an entry into the calendar of the server in which a place is, or brings the one there up to date. */
export async function putEvent(
  parts: ChannelParts,
  place: Address,
  entry: CalendarEntry,
  ref: Json | undefined,
): Promise<Sent> {
  const { calls } = parts.rest;
  const body = writeEvent(entry);
  if (ref !== undefined) {
    const { guildId, eventId } = Ref.parse(ref);
    const change = entry.calledOff ? { status: CALLED_OFF } : body;
    await calls.patch(Routes.guildScheduledEvent(guildId, eventId), { body: change });
    return { is: 'sent', ref };
  }
  const guildId = await guildOf(parts, place);
  const before = await alreadyThere(parts, guildId, body);
  const eventId = before ?? Event.parse(await calls.post(Routes.guildScheduledEvents(guildId), { body })).id;
  return { is: 'sent', ref: { guildId, eventId } };
}

async function guildOf({ rest }: ChannelParts, { tenant, chatId }: Address): Promise<string> {
  if (tenant !== '') return tenant;
  return InGuild.parse(await rest.calls.get(Routes.channel(chatId))).guild_id;
}

/** The event that an earlier try made, when the line broke before we heard of it: Discord knows no nonce for events. */
async function alreadyThere(
  { rest, applicationId }: ChannelParts,
  guildId: string,
  body: EventBody,
): Promise<string | undefined> {
  const events = z.array(z.unknown()).parse(await rest.calls.get(Routes.guildScheduledEvents(guildId)));
  const start = Date.parse(body.scheduled_start_time);
  for (const each of events) {
    const event = Event.safeParse(each);
    if (!event.success) continue;
    const { id, name, creator_id, scheduled_start_time, status } = event.data;
    const isSame = name === body.name && Date.parse(scheduled_start_time) === start;
    if (isSame && creator_id === applicationId && status === PLANNED) return id;
  }
  return undefined;
}
