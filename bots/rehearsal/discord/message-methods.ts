import { announceMessage, removeMessage } from './announce.ts';
import { draft, type MessageExtra, post, replace } from './compose.ts';
import { faultsBySchema, refusalOf } from './form-errors.ts';
import type { Channel } from './places.ts';
import type { KeptMessage } from './shown.ts';
import { accept, done, FLAGS, isRefused, REFUSALS, type Refused, type Reply } from './wire.ts';
import { wireChannel } from './wire-places.ts';
import { type Call, findChannel, findWritableChannel, mayInChannel, type World } from './world.ts';

/** How long a nonce stands for the message it was sent with. “Past few minutes” says the documentation; three is ours. */
const NONCE_MS = 3 * 60_000;

function asWire(world: World, channel: Channel) {
  return wireChannel(channel, world.chats.people.get(channel.recipientId ?? '')?.user);
}

export function openDm(world: World, call: Call): Reply {
  const refusal = refusalOf(faultsBySchema('openDm', call.params));
  if (refusal) return refusal;
  const userId = String(call.params['recipient_id'] ?? '');
  if (userId === world.bot.id || !world.chats.people.has(userId)) return REFUSALS.invalidRecipient;
  return accept(asWire(world, world.dmWith(userId)));
}

export function getChannel(world: World, call: Call): Reply {
  const channel = findChannel(world, call);
  return 'refused' in channel ? channel : accept(asWire(world, channel));
}

export function createMessage(world: World, call: Call): Reply {
  const channel = findWritableChannel(world, call);
  if ('refused' in channel) return channel;
  const drafted = draft('createMessage', call.params, call.uploads);
  if (isRefused(drafted)) return drafted;
  if (drafted.newFiles.length > 0 && !mayInChannel(world, channel, 'AttachFiles')) {
    return REFUSALS.missingPermissions;
  }
  const spent = call.params['enforce_nonce'] === true ? String(drafted.nonce ?? '') : '';
  const earlier = spent === '' ? undefined : sentBefore(world, spent);
  if (earlier) return accept(earlier.message);
  const reference = referenceOf(world, channel, call.params['message_reference']);
  if (isRefused(reference)) return reference;
  const content = { ...drafted.content, flags: drafted.content.flags & ~FLAGS.ephemeral };
  const replied = world.chats.message(channel.id, reference.message_reference?.message_id ?? '')?.message
    .author;
  const isCalled = drafted.callsReplied && replied !== undefined && replied.id !== world.bot.id;
  const users = isCalled ? [...new Set([...drafted.pings.users, replied.id])] : drafted.pings.users;
  const pings = { ...drafted.pings, users };
  const kept = post(world, channel.id, { ...drafted, content, pings }, reference);
  if (drafted.nonce !== undefined) {
    const at = world.now();
    world.nonces.delete(String(drafted.nonce));
    world.nonces.set(String(drafted.nonce), {
      messageId: kept.message.id,
      channelId: channel.id,
      at,
    });
  }
  announceMessage(world, 'MESSAGE_CREATE', kept);
  return accept(kept.message);
}

/** The message that the bot sent with the same nonce a short while ago, into whichever channel. */
function sentBefore(world: World, nonce: string): KeptMessage | undefined {
  // The oldest are first.
  for (const [key, spent] of world.nonces) {
    if (world.now() - spent.at <= NONCE_MS) break;
    world.nonces.delete(key);
  }
  const spent = world.nonces.get(nonce);
  return spent && world.chats.message(spent.channelId, spent.messageId);
}

function referenceOf(
  world: World,
  channel: Channel,
  given: unknown,
): Pick<MessageExtra, 'type' | 'message_reference'> | Refused {
  if (typeof given !== 'object' || given === null) return {};
  const id = String(Reflect.get(given, 'message_id'));
  if (!world.chats.message(channel.id, id)) {
    if (Reflect.get(given, 'fail_if_not_exists') === false) return {};
    const fault = { code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' };
    return refusalOf([{ path: 'message_reference', ...fault }]) ?? REFUSALS.unknownMessage;
  }
  return { type: 19, message_reference: { type: 0, channel_id: channel.id, message_id: id } };
}

/** Ephemeral messages are not to be found where the others are. */
function findMessage(world: World, call: Call): KeptMessage | Refused {
  const channel = findChannel(world, call);
  if ('refused' in channel) return channel;
  const kept = world.chats.message(channel.id, call.path['message'] ?? '');
  return !kept || kept.onlyFor !== undefined ? REFUSALS.unknownMessage : kept;
}

export function editMessage(world: World, call: Call): Reply {
  const old = findMessage(world, call);
  if (isRefused(old)) return old;
  if (old.message.author.id !== world.bot.id) return REFUSALS.othersMessage;
  const drafted = draft('editMessage', call.params, call.uploads, old);
  if (isRefused(drafted)) return drafted;
  const kept = replace(world, old, drafted);
  announceMessage(world, 'MESSAGE_UPDATE', kept);
  return accept(kept.message);
}

export function deleteMessage(world: World, call: Call): Reply {
  const kept = findMessage(world, call);
  if (isRefused(kept)) return kept;
  const channel = world.chats.channels.get(kept.message.channel_id);
  const isOwn = kept.message.author.id === world.bot.id;
  if (!isOwn && !(channel?.guildId !== undefined && mayInChannel(world, channel, 'ManageMessages'))) {
    return channel?.guildId === undefined
      ? { ...REFUSALS.missingAccess, body: { code: 50003, message: 'Cannot execute action on a DM channel' } }
      : REFUSALS.missingPermissions;
  }
  removeMessage(world, kept);
  return done;
}

export function getMessage(world: World, call: Call): Reply {
  const kept = findMessage(world, call);
  return isRefused(kept) ? kept : accept(kept.message);
}

/** History is given as the real server gives it; that nobody asks for it is a matter of the journal. */
export function getMessages(world: World, call: Call): Reply {
  const channel = findChannel(world, call);
  if ('refused' in channel) return channel;
  const most = Number(call.query.get('limit') ?? 50);
  const open = world.chats.kept(channel.id).filter((kept) => kept.onlyFor === undefined);
  return accept(
    open
      .slice(-most)
      .reverse()
      .map((kept) => kept.message),
  );
}

export function showTyping(world: World, call: Call): Reply {
  const channel = findWritableChannel(world, call);
  return 'refused' in channel ? channel : done;
}
