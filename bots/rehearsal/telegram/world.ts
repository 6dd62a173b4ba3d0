import type { Chats, Person, Room } from './chats.ts';
import type { FileStore } from './file-store.ts';
import type { LongPolls } from './long-polls.ts';
import type { Upload } from './request-body.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { WebhookCarrier } from './webhook.ts';
import { type Params, type Refused, type Reply, refuse, type WireEntity, type WireUser } from './wire.ts';

/** A callback query that waits for its answer. */
export interface OpenQuery {
  /** Epoch milliseconds by the stand-in's clock. */
  readonly askedAt: number;
  answer(answer: CallbackAnswer): void;
}

export interface CallbackAnswer {
  readonly text?: string;
  readonly showAlert: boolean;
}

/** What the bot has said about itself, by scope and language. */
export interface BotSettings {
  readonly commands: Map<string, unknown>;
  readonly descriptions: Map<string, string>;
  readonly shortDescriptions: Map<string, string>;
  readonly menuButtons: Map<string, unknown>;
}

/** All that a method may touch. */
export interface World {
  readonly bot: WireUser & { username: string };
  readonly readsAllGroupMessages: boolean;
  readonly now: () => number;
  readonly chats: Chats;
  readonly files: FileStore;
  readonly queue: UpdateQueue;
  readonly polls: LongPolls;
  readonly webhook: WebhookCarrier;
  readonly queries: Map<string, OpenQuery>;
  readonly settings: BotSettings;
  /** Milliseconds after which a callback query can no longer be answered. */
  readonly queryLifetimeMs: number;
  /** Counts a message into a chat; the seconds to wait if it may not be sent yet. */
  readonly throttle: (chatId: number) => number | undefined;
}

/** An approved call. */
export interface Call {
  readonly params: Params;
  readonly entities: readonly WireEntity[];
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Fires when the caller has gone. */
  readonly gone: AbortSignal;
}

export type Method = (world: World, call: Call) => Reply | Promise<Reply>;

export function textOf(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(params: Params, name: string): number | undefined {
  const value = params[name];
  return typeof value === 'number' ? value : undefined;
}

/** The chat that a call names. */
export function findRoom(world: World, params: Params): Room | Refused {
  const id = params['chat_id'];
  if (id === undefined || id === '') return refuse(400, 'chat_id is empty');
  return world.chats.room(Number(id)) ?? refuse(400, 'chat not found');
}

/** The chat that a call names, if the bot may write there. */
export function findWritableRoom(world: World, params: Params): Room | Refused {
  const room = findRoom(world, params);
  if ('ok' in room) return room;
  if (room.chat.type !== 'private') {
    return room.botIsMember ? room : refuse(403, `bot was kicked from the ${room.chat.type} chat`);
  }
  const person = world.chats.person(room.chat.id);
  const refusal = person && refusalOf(person);
  return refusal ?? room;
}

function refusalOf(person: Person): Refused | undefined {
  if (person.blocked) return refuse(403, 'bot was blocked by the user');
  return person.started ? undefined : refuse(403, "bot can't initiate conversation with a user");
}
