import { announceMessage } from './announce.ts';
import { callsOf } from './compose.ts';
import type { Channel, Person } from './places.ts';
import { namesIn } from './read-text.ts';
import type { Upload } from './request-body.ts';
import type { KeptMessage } from './shown.ts';
import type { WireMessage } from './wire.ts';
import { iso, type World } from './world.ts';

export interface Written {
  readonly content: string;
  readonly replyTo?: string | undefined;
  readonly files?: readonly Upload[];
  /** The name of a sticker. */
  readonly sticker?: string;
}

/** Puts what a person writes into a channel and tells the bot, as far as it may hear it. */
export function writeMessage(world: World, channel: Channel, person: Person, written: Written): KeptMessage {
  const { content, replyTo, files = [], sticker } = written;
  const quoted = replyTo === undefined ? undefined : world.chats.message(channel.id, replyTo);
  const named = namesIn(content);
  const repliesTo = quoted ? [quoted.message.author.id] : [];
  const pings = { ...named, users: [...new Set([...named.users, ...repliesTo])], everyone: false };
  const isBotNamed = pings.users.includes(world.bot.id);
  const calls = callsOf(world, pings);
  const message: WireMessage = {
    id: world.ids.next(),
    channel_id: channel.id,
    author: person.user,
    content,
    timestamp: iso(world),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    type: quoted ? 19 : 0,
    flags: 0,
    embeds: [],
    components: [],
    attachments: files.map((file) => world.files.add(channel.id, file)),
    ...calls,
    ...(sticker !== undefined && {
      sticker_items: [{ id: world.ids.next(), name: sticker, format_type: 1 }],
    }),
    mentions: isBotNamed ? [...calls.mentions, world.bot] : calls.mentions,
    ...(quoted && {
      message_reference: { type: 0, channel_id: channel.id, message_id: quoted.message.id },
    }),
  };
  channel.lastMessageId = message.id;
  const kept = world.chats.keep(message, { pings });
  announceMessage(world, 'MESSAGE_CREATE', kept);
  return kept;
}
