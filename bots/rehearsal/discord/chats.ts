import type { Channel, Guild, Person } from './places.ts';
import { type KeptMessage, type Shown, showMessage } from './shown.ts';
import type { WireMessage } from './wire.ts';

export type ChatChange = (change: {
  channelId: string;
  messageId: string;
  shown: Shown | undefined;
  removed: boolean;
}) => void;

/** All people, servers, channels and messages that the stand-in keeps. */
export class Chats {
  readonly people = new Map<string, Person>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly #dms = new Map<string, Channel>();
  readonly #messages = new Map<string, Map<string, KeptMessage>>();
  readonly #listeners = new Set<ChatChange>();
  #revision = 0;

  /** Grows with every change of any chat. */
  get revision(): number {
    return this.#revision;
  }

  /** Takes up a message as it was kept earlier. */
  restore(kept: KeptMessage): void {
    const { channel_id: channelId, id } = kept.message;
    const inChannel = this.#messages.get(channelId) ?? new Map<string, KeptMessage>();
    this.#messages.set(channelId, inChannel);
    inChannel.set(id, kept);
    this.#revision = Math.max(this.#revision, kept.revision);
  }

  /** Counts a change that is no message: a form that opened, a notice. */
  touch(channelId: string): void {
    this.#revision += 1;
    this.#tell({ channelId, messageId: '', shown: undefined, removed: false });
  }

  dmOf(userId: string): Channel | undefined {
    return this.#dms.get(userId);
  }

  addChannel(channel: Channel): void {
    this.channels.set(channel.id, channel);
    if (channel.recipientId !== undefined) this.#dms.set(channel.recipientId, channel);
  }

  sharesGuild(userId: string): boolean {
    return [...this.guilds.values()].some((guild) => guild.botIsMember && guild.members.has(userId));
  }

  message(channelId: string, messageId: string): KeptMessage | undefined {
    return this.#messages.get(channelId)?.get(messageId);
  }

  /** Puts a message into its channel, or a changed one into the place of the old. */
  keep(message: WireMessage, rest: Omit<KeptMessage, 'message' | 'revision'>): KeptMessage {
    this.#revision += 1;
    const kept: KeptMessage = { message, revision: this.#revision, ...rest };
    const inChannel = this.#messages.get(message.channel_id) ?? new Map<string, KeptMessage>();
    this.#messages.set(message.channel_id, inChannel);
    inChannel.set(message.id, kept);
    const shown = this.#listeners.size > 0 ? showMessage(kept) : undefined;
    this.#tell({ channelId: message.channel_id, messageId: message.id, shown, removed: false });
    return kept;
  }

  remove(channelId: string, messageId: string): void {
    if (!this.#messages.get(channelId)?.delete(messageId)) return;
    this.#revision += 1;
    this.#tell({ channelId, messageId, shown: undefined, removed: true });
  }

  /** Everything in a channel, the oldest first. */
  kept(channelId: string): KeptMessage[] {
    return [...(this.#messages.get(channelId)?.values() ?? [])];
  }

  /** What a person sees in a channel, the oldest first; everything, if nobody is named. */
  shown(channelId: string, userId?: string): Shown[] {
    return this.kept(channelId)
      .filter(({ onlyFor }) => userId === undefined || onlyFor === undefined || onlyFor === userId)
      .map(showMessage);
  }

  /** Calls back after every change. Returns the way to stop. */
  onChange(listener: ChatChange): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(change: Parameters<ChatChange>[0]): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
