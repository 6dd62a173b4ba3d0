import type { Asking } from './asking.ts';
import { ChatScreen } from './chat-screen.ts';
import type { Channel, Person } from './places.ts';
import { joinGuild, leaveGuild } from './settle-in.ts';
import { type Shown, showMessage } from './shown.ts';
import type { World } from './world.ts';
import { writeMessage } from './write-message.ts';

export interface UserOptions {
  /** A snowflake: digits. */
  readonly id: string;
  readonly name: string;
  /** The handle; made of the name unless given. */
  readonly username?: string;
  /** The language of the person's app. */
  readonly locale?: string;
}

/** A person with Discord: their private chat with the bot, and the servers they are in. */
export class VirtualUser extends ChatScreen {
  readonly id: string;
  readonly #world: World;
  readonly #asking: Asking;
  readonly #channel: Channel;
  readonly #person: Person;

  constructor(world: World, asking: Asking, channel: Channel, person: Person) {
    super(world, asking, channel, person);
    this.id = person.user.id;
    this.#world = world;
    this.#asking = asking;
    this.#channel = channel;
    this.#person = person;
  }

  get name(): string {
    return this.#person.user.global_name ?? this.#person.user.username;
  }

  get hasBlocked(): boolean {
    return this.#person.blocked;
  }

  /** Whether the bot may write to them by itself: they share a server or added the app, and neither closed nor blocked. */
  get isReachable(): boolean {
    const { blocked, dmsClosed, installed } = this.#person;
    return !blocked && !dmsClosed && (installed || this.#world.chats.sharesGuild(this.id));
  }

  /** Adds the app to their own account; writing to the bot without a common server does it too. */
  install(): void {
    this.#person.installed = true;
  }

  uninstall(): void {
    this.#person.installed = false;
  }

  /** Messages from the bot no longer arrive (50007); answers to what the person does still do. */
  closeDms(): void {
    this.#person.dmsClosed = true;
  }

  openDms(): void {
    this.#person.dmsClosed = false;
  }

  block(): void {
    this.#person.blocked = true;
  }

  unblock(): void {
    this.#person.blocked = false;
  }

  joinGuild(guildId: string): void {
    joinGuild(this.#world, this.#guild(guildId), this.#person);
  }

  leaveGuild(guildId: string): void {
    leaveGuild(this.#world, this.#guild(guildId), this.#person);
  }

  /** Gives them a role of a server. */
  giveRole(guildId: string, roleId: string): void {
    this.#guild(guildId).members.get(this.id)?.roles.add(roleId);
  }

  /** The same person in a channel of a server; they join it if they were not in it. */
  inChannel(channelId: string): ChatScreen {
    const channel = this.#world.chats.channels.get(channelId);
    if (channel?.guildId === undefined) throw new Error(`There is no channel ${channelId} in any server`);
    this.joinGuild(channel.guildId);
    return new ChatScreen(this.#world, this.#asking, channel, this.#person);
  }

  /** Sends a picture. */
  sendPhoto(caption = ''): Shown {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
    const file = { name: 'photo.jpg', mimeType: 'image/jpeg', bytes };
    return showMessage(
      writeMessage(this.#world, this.#channel, this.#person, { content: caption, files: [file] }),
    );
  }

  /** Sends a voice message of a few seconds. */
  sendVoice(): Shown {
    const file = { name: 'voice-message.ogg', mimeType: 'audio/ogg', bytes: Buffer.from('OggS') };
    return showMessage(
      writeMessage(this.#world, this.#channel, this.#person, { content: '', files: [file] }),
    );
  }

  sendSticker(): Shown {
    const written = { content: '', sticker: 'Thumbs up' };
    return showMessage(writeMessage(this.#world, this.#channel, this.#person, written));
  }

  #guild(id: string) {
    const guild = this.#world.chats.guilds.get(id);
    if (!guild) throw new Error(`There is no server ${id}`);
    return guild;
  }
}
