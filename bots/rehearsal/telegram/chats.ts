import { readMarkup } from './reply-markup.ts';
import { type Shown, showMessage } from './shown.ts';
import type { WireChat, WireMessage, WireUser } from './wire.ts';

/** A person as the server knows them. */
export interface Person {
  readonly user: WireUser;
  started: boolean;
  blocked: boolean;
}

/** One chat: what was said in it and is still there. */
export interface Room {
  readonly chat: WireChat;
  readonly members: Set<number>;
  readonly messages: Map<number, KeptMessage>;
  botIsMember: boolean;
  /** Labels of the keyboard under the input field, if the bot put one there. */
  keyboard: readonly (readonly string[])[];
}

type KeptMessage = { message: WireMessage; revision: number };

export interface SavedChats {
  people: Person[];
  rooms: (Omit<Room, 'members' | 'messages'> & { members: number[]; messages: KeptMessage[] })[];
  lastMessageId: number;
  revision: number;
}

export type ChatChange = (change: { chatId: number; shown: Shown | undefined; removed: boolean }) => void;

/** All people, chats and messages that the stand-in keeps. */
export class Chats {
  readonly #now: () => number;
  readonly #people = new Map<number, Person>();
  readonly #rooms = new Map<number, Room>();
  readonly #listeners = new Set<ChatChange>();
  #lastMessageId = 0;
  #revision = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** All of it, to be taken up again by `restore`. */
  save(): SavedChats {
    const rooms = [...this.#rooms.values()].map(({ members, messages, ...room }) => ({
      ...room,
      members: [...members],
      messages: [...messages.values()],
    }));
    return {
      people: [...this.#people.values()],
      rooms,
      lastMessageId: this.#lastMessageId,
      revision: this.#revision,
    };
  }

  restore({ people, rooms, lastMessageId, revision }: SavedChats): void {
    for (const person of people) this.#people.set(person.user.id, person);
    for (const { members, messages, ...room } of rooms) {
      const byId = new Map(messages.map((kept) => [kept.message.message_id, kept]));
      this.#rooms.set(room.chat.id, { ...room, members: new Set(members), messages: byId });
    }
    this.#lastMessageId = lastMessageId;
    this.#revision = revision;
  }

  /** Grows with every change of any chat. */
  get revision(): number {
    return this.#revision;
  }

  /** Everybody whom Telegram knows, in the order in which they came. */
  get people(): readonly Person[] {
    return [...this.#people.values()];
  }

  person(id: number): Person | undefined {
    return this.#people.get(id);
  }

  room(id: number): Room | undefined {
    return this.#rooms.get(id);
  }

  /** A person whom Telegram knows, and their private chat with the bot, in which nothing was said yet. */
  addPerson(user: WireUser): Person {
    const known = this.#people.get(user.id);
    if (known) return known;
    const person: Person = { user, started: false, blocked: false };
    this.#people.set(user.id, person);
    const username = user.username === undefined ? {} : { username: user.username };
    this.#addRoom({ id: user.id, type: 'private', first_name: user.first_name, ...username });
    return person;
  }

  addGroup(id: number, title: string): Room {
    return (
      this.#rooms.get(id) ??
      this.#addRoom({ id, type: id < -1_000_000_000_000 ? 'supergroup' : 'group', title })
    );
  }

  #addRoom(chat: WireChat): Room {
    const room: Room = {
      chat,
      members: new Set([chat.id]),
      messages: new Map(),
      botIsMember: true,
      keyboard: [],
    };
    this.#rooms.set(chat.id, room);
    return room;
  }

  /** Puts a message into a chat, dated by the stand-in's clock. */
  append(room: Room, from: WireUser, content: Partial<WireMessage>, markup?: unknown): WireMessage {
    this.#lastMessageId += 1;
    const { inline, keyboard, removesKeyboard } = readMarkup(markup);
    if (keyboard) room.keyboard = keyboard;
    if (removesKeyboard) room.keyboard = [];
    const message: WireMessage = {
      message_id: this.#lastMessageId,
      from,
      chat: room.chat,
      date: this.seconds(),
      ...content,
      ...(inline && { reply_markup: inline }),
    };
    this.#keep(room, message);
    return message;
  }

  /** Replaces the text and the buttons that a message shows. Returns nothing if that would change nothing. */
  edit(
    room: Room,
    old: WireMessage,
    content: Partial<WireMessage>,
    markup: unknown,
  ): WireMessage | undefined {
    const { reply_markup: _markup, edit_date: _date, entities: _entities, ...rest } = old;
    const { inline } = readMarkup(markup);
    const edited: WireMessage = { ...rest, ...content, ...(inline && { reply_markup: inline }) };
    if (essence(edited) === essence(old)) return undefined;
    edited.edit_date = this.seconds();
    this.#keep(room, edited);
    return edited;
  }

  remove(room: Room, id: number): void {
    if (!room.messages.delete(id)) return;
    this.#revision += 1;
    this.#tell({ chatId: room.chat.id, shown: undefined, removed: true });
  }

  /** What a person sees in a chat, the oldest first. */
  shown(room: Room): Shown[] {
    return [...room.messages.values()].map(({ message, revision }) => showMessage(message, revision));
  }

  /** Calls back after every change. Returns the way to stop. */
  onChange(listener: ChatChange): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The stand-in's time in whole seconds. */
  seconds(): number {
    return Math.floor(this.#now() / 1000);
  }

  #keep(room: Room, message: WireMessage): void {
    this.#revision += 1;
    room.messages.set(message.message_id, { message, revision: this.#revision });
    if (this.#listeners.size === 0) return;
    this.#tell({ chatId: room.chat.id, shown: showMessage(message, this.#revision), removed: false });
  }

  #tell(change: Parameters<ChatChange>[0]): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

/** What Telegram compares when it decides whether a message was modified. */
function essence({
  text,
  entities,
  caption,
  caption_entities: captionEntities,
  reply_markup: markup,
}: WireMessage): string {
  return JSON.stringify([
    text,
    entities ?? [],
    caption,
    captionEntities ?? [],
    markup?.inline_keyboard ?? [],
  ]);
}
