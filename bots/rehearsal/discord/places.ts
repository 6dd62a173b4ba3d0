import type { WireUser } from './wire.ts';

/** What a bot may need in a channel or a server, by the bits of the documentation. */
export const PERMISSIONS = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  ManageRoles: 1n << 28n,
  UseApplicationCommands: 1n << 31n,
  ManageEvents: 1n << 33n,
  CreateEvents: 1n << 44n,
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** What the bot is invited with unless somebody takes it away. */
export const BOT_PERMISSIONS: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'UseApplicationCommands',
  'ManageEvents',
  'CreateEvents',
];

/** What every member may do. */
const MEMBER_PERMISSIONS: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
];

/** A person as the server knows them. */
export interface Person {
  readonly user: WireUser;
  readonly locale: string;
  /** They added the app to their own account, so that it may write to them without a common server. */
  installed: boolean;
  dmsClosed: boolean;
  blocked: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

export interface Member {
  readonly userId: string;
  readonly roles: Set<string>;
  readonly joinedAt: string;
}

export interface GuildEvent {
  readonly id: string;
  readonly guild_id: string;
  readonly [field: string]: unknown;
}

/** A Discord server. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly events: Map<string, GuildEvent>;
  botIsMember: boolean;
  /** What the bot may do in the whole server. */
  readonly granted: Set<Permission>;
}

/** A channel of a server, or the private chat of one person with the bot. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly guildId: string | undefined;
  readonly recipientId: string | undefined;
  /** Taken from the bot in this channel. */
  readonly forbidden: Set<Permission>;
  gone: boolean;
  lastMessageId: string | null;
}

/** What somebody may do, as the decimal number that the wire carries. */
export function bitsOf(permissions: Iterable<Permission>): string {
  let bits = 0n;
  for (const permission of permissions) bits |= PERMISSIONS[permission];
  return String(bits);
}

export function memberPermissions(guild: Guild, member: Member): Permission[] {
  const byRoles = [...member.roles].flatMap((id) => guild.roles.get(id)?.permissions ?? []);
  const all: readonly Permission[] =
    guild.ownerId === member.userId
      ? (Object.keys(PERMISSIONS) as Permission[])
      : [...MEMBER_PERMISSIONS, ...byRoles];
  return [...new Set(all)];
}

export function botPermissions(guild: Guild, channel: Channel | undefined): Permission[] {
  return [...guild.granted].filter((permission) => !channel?.forbidden.has(permission));
}
