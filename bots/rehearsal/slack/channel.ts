import { showMessage } from './show-message.ts';
import type { Shown } from './shown.ts';
import type { WireUser } from './wire.ts';
import type { Room, WorkspaceChange } from './workspace.ts';
import type { World } from './world.ts';

export interface ChannelOptions {
  /** A fresh one unless given. */
  readonly id?: string;
  /** Without the `#`. */
  readonly name: string;
  readonly isPrivate?: boolean;
  /** Whether the bot is in it; it is unless said otherwise. */
  readonly hasBot?: boolean;
}

/** A channel as somebody looking over the shoulder sees it. */
export class Channel {
  readonly #world: World;
  readonly #room: Room;

  constructor(world: World, room: Room) {
    this.#world = world;
    this.#room = room;
  }

  get id(): string {
    return this.#room.id;
  }

  get name(): string {
    return this.#room.name;
  }

  /** What stands in it, without what only one person sees. */
  get messages(): readonly Shown[] {
    const nobody: WireUser = {
      id: '',
      name: '',
      realName: '',
      timeZone: 'UTC',
      email: '',
      isBot: false,
      isGuest: false,
      uses24Hours: false,
    };
    return [...this.#room.messages.values()].flatMap((kept) => showMessage(this.#world, nobody, kept) ?? []);
  }

  get members(): readonly string[] {
    return [...this.#room.members];
  }

  archive(): void {
    this.#room.archived = true;
  }

  unarchive(): void {
    this.#room.archived = false;
  }

  inviteBot(): void {
    this.#room.members.add(this.#world.app.botUserId);
  }

  removeBot(): void {
    this.#room.members.delete(this.#world.app.botUserId);
  }

  /** Calls back after every change of this channel. Returns the way to stop. */
  onChange(listener: WorkspaceChange): () => void {
    return this.#world.workspace.onChange((change) => change.channel === this.id && listener(change));
  }
}
