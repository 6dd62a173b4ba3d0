import type { Content } from './judge.ts';
import { eventJson, messageJson } from './payloads.ts';
import { initialState } from './state.ts';
import { type Block, type Fields, isSet, type Refused, refuse, textOf, type WireMessage } from './wire.ts';
import { directMessagesOf, type Room } from './workspace.ts';
import type { World } from './world.ts';

const UNKNOWN: Refused = { refused: refuse('channel_not_found') };

/** The channel that a call names by its id, its name, or, for direct messages, by the person. */
export function findRoom(world: World, given: string | undefined): Room | Refused {
  if (given === undefined || given === '') return UNKNOWN;
  const { workspace, app } = world;
  const id = /^[UW]/.test(given) ? directMessagesOf(given) : given;
  const named = () => workspace.rooms.find(({ kind, name }) => kind === 'channel' && `#${name}` === given);
  const room = workspace.room(id) ?? named();
  const isHidden = room?.isPrivate && !room.members.has(app.botUserId);
  return room && !isHidden ? room : UNKNOWN;
}

/** The same, if the bot may write there. */
export function findWritableRoom(world: World, given: string | undefined): Room | Refused {
  const room = findRoom(world, given);
  if ('refused' in room) return room;
  if (room.kind === 'im') {
    const person = world.workspace.person(room.name);
    const isGone = person?.deleted && !person.silentlyDeleted;
    return isGone ? { refused: refuse('account_inactive') } : room;
  }
  if (room.archived) return { refused: refuse('is_archived') };
  const isOpen = !room.isPrivate && world.app.scopes.includes('chat:write.public');
  if (!room.members.has(world.app.botUserId) && !isOpen) return { refused: refuse('not_in_channel') };
  return room;
}

/** Blocks and elements without a name get one, as Slack gives them. */
export function withNames(world: World, blocks: readonly Block[]): Block[] {
  const name = () => world.workspace.newId('b').slice(-5);
  return blocks.map((block) => {
    const named: Block = { ...block, block_id: block.block_id ?? name() };
    if (block.type === 'rich_text') return named;
    const withId = <T extends { type: string; action_id?: string | undefined }>(element: T): T =>
      /^(?:mrkdwn|plain_text|image)$/.test(element.type)
        ? element
        : { ...element, action_id: element.action_id ?? name() };
    if (block.accessory) named.accessory = withId(block.accessory);
    if (block.element) named.element = withId(block.element);
    if (block.elements) named.elements = block.elements.map(withId);
    return named;
  });
}

/** A message of the bot that is not in its channel yet. */
export function draftOf(world: World, room: Room, content: Content, params: Fields): Omit<WireMessage, 'ts'> {
  const threadTs = textOf(params, 'thread_ts');
  return {
    channel: room.id,
    user: world.app.botUserId,
    isBot: true,
    text: content.text ?? '',
    blocks: withNames(world, content.blocks ?? []),
    files: [],
    parse: textOf(params, 'parse'),
    linkNames: isSet(params, 'link_names'),
    mrkdwn: textOf(params, 'mrkdwn') !== 'false',
    ...(content.metadata !== undefined && { metadata: content.metadata }),
    ...(threadTs !== undefined && { threadTs }),
  };
}

/** Puts a message into its channel and tells the app about it where it asked to hear. */
export function post(world: World, draft: Omit<WireMessage, 'ts'>): WireMessage {
  const message: WireMessage = { ...draft, ts: world.workspace.newTs() };
  world.messageStates.set(stateKey(message), initialState(message.blocks));
  world.workspace.keep(message);
  if (message.isBot && message.blocks.length > 0 && message.text.trim() === '') {
    world.dispatcher.warn('A message with blocks and no text: nobody is told what it says');
  }
  if (message.onlyFor === undefined) tellOfMessage(world, message, {});
  return message;
}

/** Puts a newer version of a message in its place. */
export function edit(world: World, old: WireMessage, changes: Partial<WireMessage>): WireMessage {
  const message: WireMessage = { ...old, ...changes, editedTs: world.workspace.newTs() };
  const key = stateKey(message);
  world.messageStates.set(key, initialState(message.blocks, world.messageStates.get(key)));
  world.workspace.keep(message);
  if (message.onlyFor === undefined) {
    tellOfChange(world, message, 'message_changed', {
      message: messageJson(world.app, message),
      previous_message: messageJson(world.app, old),
    });
  }
  return message;
}

export function remove(world: World, message: WireMessage): void {
  world.messageStates.delete(stateKey(message));
  world.workspace.remove(message);
  if (message.onlyFor !== undefined) return;
  tellOfChange(world, message, 'message_deleted', {
    deleted_ts: message.ts,
    previous_message: messageJson(world.app, message),
  });
}

export function stateKey({ channel, ts }: Pick<WireMessage, 'channel' | 'ts'>): string {
  return `${channel}/${ts}`;
}

/** Tells the app of a message, if it asked to hear of those in such a channel. */
export function tellOfMessage(world: World, message: WireMessage, more: Fields): void {
  const event = { ...messageJson(world.app, message), ...more };
  tellAsMessage(world, message, event);
}

function tellOfChange(world: World, { channel, ts }: WireMessage, subtype: string, more: Fields): void {
  tellAsMessage(world, { channel, ts }, { type: 'message', subtype, hidden: true, ts, ...more });
}

function tellAsMessage(
  world: World,
  { channel, ts }: Pick<WireMessage, 'channel' | 'ts'>,
  event: Fields,
): void {
  const room = world.workspace.room(channel);
  if (!room || (room.kind === 'channel' && !room.members.has(world.app.botUserId))) return;
  const type = channelTypeOf(room);
  const subscription = { im: 'message.im', group: 'message.groups', channel: 'message.channels' }[type];
  tell(world, subscription, { ...event, channel, channel_type: type, event_ts: ts });
}

function channelTypeOf(room: Room): 'im' | 'group' | 'channel' {
  if (room.kind === 'im') return 'im';
  return room.isPrivate ? 'group' : 'channel';
}

/** Sends an event to the app, if it asked for such. */
export function tell(world: World, subscription: string, event: Fields): void {
  if (!world.app.subscriptions.includes(subscription)) return;
  const payload = eventJson(world, world.workspace.newId('Ev'), event);
  // How it went is in the journal; nobody waits for an event.
  world.dispatcher.dispatch('events_api', payload, false).catch(() => {});
}

/** Posts what the bot left for later and whose time has come. */
export function postDue(world: World): void {
  for (const { content } of world.schedule.takeDue(world.now())) post(world, content);
}
