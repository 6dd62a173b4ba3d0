import { approveContent } from './approve.ts';
import { messageJson } from './payloads.ts';
import { draftOf, edit, findRoom, findWritableRoom, post, remove, withNames } from './posting.ts';
import { POSTING } from './rate-limits.ts';
import {
  accept,
  type Fields,
  type Refused,
  type Reply,
  refuse,
  textOf,
  tooMany,
  type WireMessage,
} from './wire.ts';
import type { Call, Method, World } from './world.ts';

/** How far ahead a message may be left with Slack, in seconds. */
const LONGEST_WAIT = 120 * 24 * 3600;

const postMessage: Method = (world, { params }) => {
  const room = findWritableRoom(world, textOf(params, 'channel'));
  if ('refused' in room) return room.refused;
  const content = approveContent(world, params, 'new');
  if ('refused' in content) return content.refused;
  const wait = world.throttle(`post ${room.id}`, POSTING);
  if (wait !== undefined) return tooMany(wait);
  const message = post(world, draftOf(world, room, content, params));
  return accept({ channel: room.id, ts: message.ts, message: messageJson(world.app, message) });
};

const postEphemeral: Method = (world, { params }) => {
  const room = findWritableRoom(world, textOf(params, 'channel'));
  if ('refused' in room) return room.refused;
  const user = textOf(params, 'user') ?? '';
  if (!world.workspace.person(user)) return refuse('user_not_found');
  if (!room.members.has(user)) return refuse('user_not_in_channel');
  const content = approveContent(world, params, 'new');
  if ('refused' in content) return content.refused;
  const message = post(world, { ...draftOf(world, room, content, params), onlyFor: user });
  return accept({ message_ts: message.ts });
};

const update: Method = (world, { params }) => {
  const found = findOwn(world, params, 'cant_update_message');
  if ('refused' in found) return found.refused;
  const content = approveContent(world, withKept(params, found), 'edited');
  if ('refused' in content) return content.refused;
  const message = edit(world, found, {
    text: content.text ?? found.text,
    // Blocks that are not spoken of stay; an empty list takes them away.
    blocks: content.blocks === undefined ? found.blocks : withNames(world, content.blocks),
    parse: textOf(params, 'parse') ?? found.parse,
  });
  const { channel, ts, text } = message;
  return accept({ channel, ts, text, message: messageJson(world.app, message) });
};

/** An edit that takes the blocks away needs words; one that speaks of words alone leaves the blocks. */
function withKept(params: Fields, old: WireMessage): Fields {
  const isGiven = params['text'] !== undefined;
  return isGiven || params['blocks'] === undefined ? params : { ...params, text: old.text };
}

const deleteMessage: Method = (world, { params }) => {
  const found = findOwn(world, params, 'cant_delete_message');
  if ('refused' in found) return found.refused;
  remove(world, found);
  return accept({ channel: found.channel, ts: found.ts });
};

/** The bot's own message that a call names. What only one person sees cannot be found again. */
function findOwn(world: World, params: Fields, notOwn: string): WireMessage | Refused {
  const given = textOf(params, 'channel') ?? '';
  // Unlike posting, changing needs the id of the channel itself.
  const room = findRoom(world, /^[UW#]/.test(given) ? undefined : given);
  if ('refused' in room) return room;
  const message = room.messages.get(textOf(params, 'ts') ?? '')?.message;
  if (!message || message.onlyFor !== undefined) return { refused: refuse('message_not_found') };
  return message.isBot ? message : { refused: refuse(notOwn) };
}

const scheduleMessage: Method = (world, { params }) => {
  const room = findWritableRoom(world, textOf(params, 'channel'));
  if ('refused' in room) return room.refused;
  const content = approveContent(world, params, 'new');
  if ('refused' in content) return content.refused;
  const postAt = Number(textOf(params, 'post_at'));
  const now = world.now() / 1000;
  if (!Number.isFinite(postAt)) return refuse('invalid_time');
  if (postAt <= now) return refuse('time_in_past');
  if (postAt > now + LONGEST_WAIT) return refuse('time_too_far');
  const id = world.workspace.newId('Q');
  const draft = draftOf(world, room, content, params);
  world.schedule.add({ id, postAt, channel: room.id, content: draft });
  const message = messageJson(world.app, { ...draft, ts: '' });
  return accept({ channel: room.id, scheduled_message_id: id, post_at: postAt, message });
};

const deleteScheduledMessage: Method = (world, { params }) =>
  world.schedule.remove(textOf(params, 'scheduled_message_id') ?? '')
    ? accept()
    : refuse('invalid_scheduled_message_id');

/** Reading what was said works; a bot that depends on it is found out by the journal. */
function history(world: World, { params }: Call, fits: (message: WireMessage) => boolean): Reply {
  const room = findRoom(world, textOf(params, 'channel'));
  if ('refused' in room) return room.refused;
  if (room.kind === 'channel' && !room.members.has(world.app.botUserId)) return refuse('not_in_channel');
  const messages = [...room.messages.values()]
    .map(({ message }) => message)
    .filter((message) => message.onlyFor === undefined && fits(message))
    .toReversed()
    .slice(0, Number(textOf(params, 'limit') ?? 100))
    .map((message) => messageJson(world.app, message));
  return accept({ messages, has_more: false });
}

export const CHAT_METHODS = {
  postMessage,
  postEphemeral,
  update,
  deleteMessage,
  scheduleMessage,
  deleteScheduledMessage,
  history: (world: World, call: Call) => history(world, call, () => true),
  replies: (world: World, call: Call) => {
    const ts = textOf(call.params, 'ts');
    return history(world, call, (message) => message.ts === ts || message.threadTs === ts);
  },
} satisfies Record<string, Method>;
