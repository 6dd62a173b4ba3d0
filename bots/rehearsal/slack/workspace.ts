import type { WireMessage, WireUser } from './wire.ts';

export interface Person {
  readonly user: WireUser;
  /** Deactivated: they cannot sign in any more. */
  deleted: boolean;
  /** Posting to them succeeds without a word, although nobody will read it. */
  silentlyDeleted: boolean;
}

export interface Room {
  readonly id: string;
  /** Without the `#`; of a direct message the person's id. */
  readonly name: string;
  readonly kind: 'im' | 'channel';
  readonly isPrivate: boolean;
  readonly members: Set<string>;
  readonly messages: Map<string, KeptMessage>;
  archived: boolean;
}

export interface KeptMessage {
  readonly message: WireMessage;
  readonly revision: number;
}

export type WorkspaceChange = (change: {
  /** The channel of a message, or nothing where a view changed. */
  readonly channel: string | undefined;
  /** Whose view, or who alone sees the message. */
  readonly user: string | undefined;
  readonly removed: boolean;
}) => void;

export interface SavedWorkspace {
  readonly people: readonly Person[];
  readonly rooms: readonly (Omit<Room, 'members' | 'messages'> & {
    readonly members: readonly string[];
    readonly messages: readonly KeptMessage[];
  })[];
  readonly lastTs: number;
  readonly revision: number;
  readonly counters: readonly [string, number][];
}

/** All people, channels and messages of one Slack workspace. */
export class Workspace {
  readonly #now: () => number;
  readonly #people = new Map<string, Person>();
  readonly #rooms = new Map<string, Room>();
  readonly #listeners = new Set<WorkspaceChange>();
  readonly #counters = new Map<string, number>();
  /** Microseconds. */
  #lastTs = 0;
  #revision = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** All of it, to be taken up again by `restore`. */
  save(): SavedWorkspace {
    const rooms = [...this.#rooms.values()].map(({ members, messages, ...room }) => ({
      ...room,
      members: [...members],
      messages: [...messages.values()],
    }));
    return {
      people: [...this.#people.values()],
      rooms,
      lastTs: this.#lastTs,
      revision: this.#revision,
      counters: [...this.#counters],
    };
  }

  restore(saved: SavedWorkspace): void {
    for (const person of saved.people) this.#people.set(person.user.id, person);
    for (const { members, messages, ...room } of saved.rooms) {
      const byTs = new Map(messages.map((kept) => [kept.message.ts, kept]));
      this.#rooms.set(room.id, { ...room, members: new Set(members), messages: byTs });
    }
    for (const [name, count] of saved.counters) this.#counters.set(name, count);
    this.#lastTs = saved.lastTs;
    this.#revision = saved.revision;
  }

  get revision(): number {
    return this.#revision;
  }

  get people(): readonly Person[] {
    return [...this.#people.values()];
  }

  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  person(id: string): Person | undefined {
    return this.#people.get(id);
  }

  room(id: string): Room | undefined {
    return this.#rooms.get(id);
  }

  /** A fresh id with that letter in front, as long as Slack's. */
  newId(letter: string): string {
    const count = (this.#counters.get(letter) ?? 0) + 1;
    this.#counters.set(letter, count);
    return `${letter}${count.toString(36).toUpperCase().padStart(10, '0')}`;
  }

  /** A person of the workspace, and their direct messages with the bot. */
  addPerson(user: WireUser): Person {
    const known = this.#people.get(user.id);
    if (known) return known;
    const person: Person = { user, deleted: false, silentlyDeleted: false };
    this.#people.set(user.id, person);
    if (!user.isBot) this.#addRoom(directMessagesOf(user.id), user.id, 'im', false);
    return person;
  }

  addChannel(id: string, name: string, isPrivate: boolean): Room {
    return this.#rooms.get(id) ?? this.#addRoom(id, name, 'channel', isPrivate);
  }

  #addRoom(id: string, name: string, kind: Room['kind'], isPrivate: boolean): Room {
    const members = new Set(kind === 'im' ? [name] : []);
    const room: Room = { id, name, kind, isPrivate, members, messages: new Map(), archived: false };
    this.#rooms.set(id, room);
    return room;
  }

  /** The time of a message, which is its name too: seconds with six places, never twice the same. */
  newTs(): string {
    this.#lastTs = Math.max(this.#lastTs + 1, Math.floor(this.#now()) * 1000);
    const digits = String(this.#lastTs).padStart(7, '0');
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  keep(message: WireMessage): void {
    this.#revision += 1;
    this.#rooms.get(message.channel)?.messages.set(message.ts, { message, revision: this.#revision });
    this.#tell({ channel: message.channel, user: message.onlyFor, removed: false });
  }

  remove(message: WireMessage): void {
    if (!this.#rooms.get(message.channel)?.messages.delete(message.ts)) return;
    this.#revision += 1;
    this.#tell({ channel: message.channel, user: message.onlyFor, removed: true });
  }

  /** Something other than a message has changed for a person. Returns the new revision. */
  touch(user: string): number {
    this.#revision += 1;
    this.#tell({ channel: undefined, user, removed: false });
    return this.#revision;
  }

  /** Calls back after every change. Returns the way to stop. */
  onChange(listener: WorkspaceChange): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(change: Parameters<WorkspaceChange>[0]): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

/** The id of the direct messages between the bot and a person. */
export function directMessagesOf(userId: string): string {
  return `D${userId.slice(1)}`;
}
