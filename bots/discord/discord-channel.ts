import { createHash } from 'node:crypto';
import { MessageFlags, type RawFile, Routes } from 'discord.js';
import { z } from 'zod';
import {
  type Address,
  type CalendarEntry,
  type Channel,
  crashpoint,
  type Json,
  type Removed,
  type Sent,
  type Shown,
} from '../../core/index.ts';
import { PartsSent } from '../parts-sent.ts';
import type { ChannelParts } from './channel-parts.ts';
import { isReplyOver, understood } from './discord-errors.ts';
import { Ref, ReplyHandle } from './handles.ts';
import { putEvent } from './put-event.ts';
import { type Part, writeMessage } from './write-message.ts';

const Created = z.object({ id: z.string() });

/** People whose private channel is known; the oldest are looked up anew. */
const KNOWN = 10_000;

/** Sends through discord.js. What Discord answers comes back as a value. */
export function discordChannel(parts: ChannelParts): Channel {
  const privateChannels = new Map<string, string>();
  const sent = new PartsSent();
  return {
    platform: 'discord',
    sheets: true,
    async send(to, shown, once) {
      try {
        const reply = ReplyHandle.safeParse(to.reply);
        if (reply.success) {
          const answered = await answer(parts, reply.data, shown, once, sent);
          if (answered !== undefined) return answered;
        }
        return await sendTo(parts, await channelOf(parts, privateChannels, to), shown, once, sent);
      } catch (error) {
        privateChannels.delete(to.chatId);
        return understood(error);
      }
    },
    edit: (_to, ref, shown) => edit(parts, ref, shown),
    remove: (_to, ref) => remove(parts, ref),
    async event(place: Address, entry: CalendarEntry, ref: Json | undefined): Promise<Sent> {
      try {
        return await putEvent(parts, place, entry, ref);
      } catch (error) {
        return understood(error);
      }
    },
  };
}

/** A place is addressed by its channel and its server; a person, who belongs to none, by their private channel. */
async function channelOf(
  { rest }: ChannelParts,
  known: Map<string, string>,
  { tenant, chatId }: Address,
): Promise<string> {
  if (tenant !== '') return chatId;
  const before = known.get(chatId);
  if (before !== undefined) return before;
  const opened = Created.parse(
    await rest.calls.post(Routes.userChannels(), { body: { recipient_id: chatId } }),
  );
  const [oldest] = known.keys();
  if (known.size >= KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(chatId, opened.id);
  return opened.id;
}

async function sendTo(
  { rest }: ChannelParts,
  channelId: string,
  shown: Shown,
  once: string,
  progress: PartsSent,
): Promise<Sent> {
  const flags =
    MessageFlags.SuppressEmbeds | (shown.silent === true ? MessageFlags.SuppressNotifications : 0);
  const all: Json[] = [];
  let messageId = '';
  for (const [index, part] of writeMessage(shown).entries()) {
    const nonce = nonceOf(once, index);
    messageId = await progress.once(`${channelId} ${nonce}`, async () => {
      const { body, files } = payloadOf(part);
      const whole = { ...body, flags, nonce, enforce_nonce: true };
      const created = await rest.calls.post(Routes.channelMessages(channelId), { body: whole, files });
      crashpoint('discord.part-sent');
      return Created.parse(created).id;
    });
    all.push({ channelId, messageId });
  }
  return { is: 'sent', ref: { channelId, messageId }, all };
}

/** Answers an interaction. Undefined: its time is over, and the answer goes the usual way. */
async function answer(
  { rest, promises }: ChannelParts,
  handle: ReplyHandle,
  shown: Shown,
  once: string,
  progress: PartsSent,
): Promise<Sent | undefined> {
  const { applicationId, token, interactionId } = handle;
  const flags = MessageFlags.SuppressEmbeds | (handle.private ? MessageFlags.Ephemeral : 0);
  const all: Json[] = [];
  const refOf = (place: { channelId: string; messageId: string }): Json =>
    handle.private ? { applicationId, token, messageId: place.messageId } : place;
  let place = { channelId: '', messageId: '' };
  for (const [index, part] of writeMessage(shown).entries()) {
    await promises.begin(interactionId);
    try {
      const said = await progress.once(`reply ${nonceOf(once, index)}`, async () => {
        const { body, files } = payloadOf(part);
        // Discord takes no nonce for an answer to an interaction: what we have sent of it we have to remember ourselves.
        const route = Routes.webhook(applicationId, token);
        const created = await rest.answers.post(route, { body: { ...body, flags }, files, auth: false });
        const { id, channel_id } = Answered.parse(created);
        crashpoint('discord.part-sent');
        return `${channel_id} ${id}`;
      });
      const [channelId = '', messageId = ''] = said.split(' ');
      place = { channelId, messageId };
      all.push(refOf(place));
    } catch (error) {
      promises.failed(interactionId);
      if (isReplyOver(error)) return undefined;
      throw error;
    }
    promises.keep(interactionId);
  }
  return { is: 'sent', ref: refOf(place), all };
}

const Answered = z.object({ id: z.string(), channel_id: z.string() });

async function edit({ rest }: ChannelParts, ref: Json, shown: Shown): Promise<Sent> {
  const at = Ref.parse(ref);
  const [part, ...more] = writeMessage(shown);
  // What no longer fits one message is shown anew rather than cut off.
  if (part === undefined || more.length > 0) return { is: 'gone-message' };
  const { body, files } = payloadOf(part);
  const whole = { body: { ...body, flags: MessageFlags.SuppressEmbeds }, files };
  try {
    if ('channelId' in at) await rest.calls.patch(Routes.channelMessage(at.channelId, at.messageId), whole);
    else {
      const route = Routes.webhookMessage(at.applicationId, at.token, at.messageId);
      await rest.answers.patch(route, { ...whole, auth: false });
    }
    return { is: 'sent', ref };
  } catch (error) {
    return understood(error);
  }
}

/** Takes a message away; what only its reader sees for as long as its interaction lasts. */
async function remove({ rest }: ChannelParts, ref: Json): Promise<Removed> {
  const at = Ref.parse(ref);
  try {
    if ('channelId' in at) await rest.calls.delete(Routes.channelMessage(at.channelId, at.messageId));
    else {
      const route = Routes.webhookMessage(at.applicationId, at.token, at.messageId);
      await rest.answers.delete(route, { auth: false });
    }
    return { is: 'removed' };
  } catch (error) {
    return understood(error);
  }
}

/** What every message of ours carries: nobody is called by it, whatever stands in it. */
function payloadOf({ content, components, file }: Part): { body: object; files: RawFile[] } {
  const files =
    file === undefined
      ? []
      : [{ name: file.name, data: Buffer.from(file.bytes), contentType: file.type, key: 'files[0]' }];
  const attachments = files.map(({ name }, id) => ({ id, filename: name }));
  return { body: { content, components, attachments, allowed_mentions: { parse: [] } }, files };
}

/** The same however often the same part is tried: at most 25 characters, by which Discord knows that it has it already. */
function nonceOf(once: string, part: number): string {
  return createHash('sha256').update(`${once} ${part}`).digest('base64url').slice(0, 22);
}
