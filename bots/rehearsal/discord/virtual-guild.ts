import type { Channel, Guild, GuildEvent, Permission } from './places.ts';
import { openChannel, removeChannel } from './settle-in.ts';
import type { Shown } from './shown.ts';
import type { World } from './world.ts';

export interface PlaceOptions {
  /** A snowflake: digits; the next free one unless given. */
  readonly id?: string;
  readonly name?: string;
}

/** A channel of a server, as somebody looking over all shoulders sees it. */
export class VirtualChannel {
  readonly id: string;
  readonly name: string;
  readonly #world: World;
  readonly #channel: Channel;

  constructor(world: World, channel: Channel) {
    this.id = channel.id;
    this.name = channel.name;
    this.#world = world;
    this.#channel = channel;
  }

  /** Everything in it, ephemeral messages too; `onlyFor` says whose they are. */
  get messages(): readonly Shown[] {
    return this.#world.chats.shown(this.id);
  }

  /** Takes something from the bot here: without ViewChannel it gets 50001, without SendMessages 50013. */
  forbid(permission: Permission): void {
    this.#channel.forbidden.add(permission);
  }

  allow(permission: Permission): void {
    this.#channel.forbidden.delete(permission);
  }

  /** Deletes the channel: 10003 from now on. */
  remove(): void {
    removeChannel(this.#world, this.#channel);
  }
}

/** A Discord server. */
export class VirtualGuild {
  readonly id: string;
  readonly name: string;
  readonly #world: World;
  readonly #guild: Guild;

  constructor(world: World, guild: Guild) {
    this.id = guild.id;
    this.name = guild.name;
    this.#world = world;
    this.#guild = guild;
  }

  /** The channel with this id or, without one, this name; opened if there is none. */
  channel({ id, name = 'general' }: PlaceOptions = {}): VirtualChannel {
    const known = [...this.#world.chats.channels.values()].find(
      (one) => one.guildId === this.id && !one.gone && (id === undefined ? one.name === name : one.id === id),
    );
    const channel = known ?? openChannel(this.#world, this.#guild, id ?? this.#world.ids.next(), name);
    return new VirtualChannel(this.#world, channel);
  }

  get channels(): readonly VirtualChannel[] {
    const own = [...this.#world.chats.channels.values()].filter(
      (one) => one.guildId === this.id && !one.gone,
    );
    return own.map((channel) => new VirtualChannel(this.#world, channel));
  }

  /** A new role that people can be given. Returns its id. */
  addRole(name: string, permissions: readonly Permission[] = []): string {
    const id = this.#world.ids.next();
    this.#guild.roles.set(id, { id, name, permissions });
    return id;
  }

  /** Scheduled events as they stand in the server's list. */
  get events(): readonly GuildEvent[] {
    return [...this.#guild.events.values()];
  }

  get memberIds(): readonly string[] {
    return [...this.#guild.members.keys()];
  }

  /** Takes something from the bot in the whole server. */
  forbid(permission: Permission): void {
    this.#guild.granted.delete(permission);
  }

  /** Gives something to the bot in the whole server. */
  allow(permission: Permission): void {
    this.#guild.granted.add(permission);
  }

  removeBot(): void {
    this.#world.setBotMembership(this.#guild, false);
  }

  addBot(): void {
    this.#world.setBotMembership(this.#guild, true);
  }
}
