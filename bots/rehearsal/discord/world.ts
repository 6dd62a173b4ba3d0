import type { Chats } from './chats.ts';
import type { CommandBook } from './command-book.ts';
import type { FileStore } from './file-store.ts';
import type { OpenForm } from './form.ts';
import type { Interactions } from './interactions.ts';
import { botPermissions, type Channel, type Guild, type Permission } from './places.ts';
import type { ReadCall } from './request-body.ts';
import type { Snowflakes } from './snowflakes.ts';
import { REFUSALS, type Refused, type Reply, type WireUser } from './wire.ts';

/** Something that the gateway tells a bot. */
export interface OutEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Bits of which the bot asked for at least one; none if it always hears of it. */
  readonly intents: number;
  /** What a bot hears that may not read what people write. */
  readonly hidden?: Readonly<Record<string, unknown>>;
}

export const INTENTS = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
  guildScheduledEvents: 1 << 16,
} as const;

/** A message that was sent with a nonce which may not be used again for a while. */
export interface SpentNonce {
  readonly messageId: string;
  readonly channelId: string;
  /** Epoch milliseconds by the stand-in's clock. */
  readonly at: number;
}

/** All that a method may touch. */
export interface World {
  readonly token: string;
  readonly applicationId: string;
  /** 32 bytes in hex, as the developer portal shows it. */
  readonly publicKey: string;
  readonly bot: WireUser;
  readonly now: () => number;
  readonly ids: Snowflakes;
  readonly chats: Chats;
  readonly files: FileStore;
  readonly commands: CommandBook;
  readonly interactions: Interactions;
  readonly nonces: Map<string, SpentNonce>;
  /** The form that is open on a person's screen. */
  readonly forms: Map<string, OpenForm>;
  /** Where the gateway is, `ws://127.0.0.1:…`. */
  readonly gatewayUrl: () => string;
  /** Where interactions go instead of the gateway. */
  readonly endpoint: Endpoint;
  publish(event: OutEvent): void;
  /** The private chat of somebody with the bot, opened if there is none yet. */
  dmWith(userId: string): Channel;
  /** The bot comes into a server, or is gone from it. */
  setBotMembership(guild: Guild, isMember: boolean): void;
}

export interface Endpoint {
  url: string | undefined;
  /** Whether an address answers a PING and refuses a forged one, as it must before interactions go there. */
  verify(url: string): Promise<boolean>;
}

/** A call that found its route. */
export interface Call extends ReadCall {
  readonly route: string;
  /** What stood in the place of `:channel`, `:guild` and so on. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export type Method = (world: World, call: Call) => Reply | Promise<Reply>;

export function iso(world: Pick<World, 'now'>): string {
  return new Date(world.now()).toISOString().replace('Z', '000+00:00');
}

export function findGuild(world: World, call: Call): Guild | Refused {
  const guild = world.chats.guilds.get(call.path['guild'] ?? '');
  if (!guild) return REFUSALS.unknownGuild;
  return guild.botIsMember ? guild : REFUSALS.missingAccess;
}

/** The channel that a call names, if the bot sees it. */
export function findChannel(world: World, call: Call): Channel | Refused {
  const channel = world.chats.channels.get(call.path['channel'] ?? '');
  if (!channel || channel.gone) return REFUSALS.unknownChannel;
  return mayInChannel(world, channel, 'ViewChannel') ? channel : REFUSALS.missingAccess;
}

/** The channel that a call names, if the bot may write there. */
export function findWritableChannel(world: World, call: Call): Channel | Refused {
  const channel = findChannel(world, call);
  if ('refused' in channel) return channel;
  if (channel.guildId !== undefined) {
    return mayInChannel(world, channel, 'SendMessages') ? channel : REFUSALS.missingPermissions;
  }
  return refusalOfPerson(world, channel.recipientId ?? '') ?? channel;
}

export function mayInChannel(world: World, channel: Channel, permission: Permission): boolean {
  if (channel.guildId === undefined) return true;
  const guild = world.chats.guilds.get(channel.guildId);
  return guild?.botIsMember === true && botPermissions(guild, channel).includes(permission);
}

function refusalOfPerson(world: World, userId: string): Refused | undefined {
  const person = world.chats.people.get(userId);
  if (!person || person.blocked || person.dmsClosed) return REFUSALS.cannotSend;
  return person.installed || world.chats.sharesGuild(userId) ? undefined : REFUSALS.noMutualGuilds;
}
