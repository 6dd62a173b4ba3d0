import {
  BOT_PERMISSIONS,
  bitsOf,
  type Channel,
  type Guild,
  type Member,
  memberPermissions,
  type Person,
  type Role,
} from './places.ts';
import type { WireUser } from './wire.ts';

export function wireChannel(channel: Channel, recipient: WireUser | undefined) {
  if (channel.guildId === undefined) {
    return {
      id: channel.id,
      type: 1,
      flags: 0,
      last_message_id: channel.lastMessageId,
      recipients: recipient ? [recipient] : [],
    };
  }
  return {
    id: channel.id,
    type: 0,
    guild_id: channel.guildId,
    name: channel.name,
    topic: null,
    nsfw: false,
    position: 0,
    flags: 0,
    parent_id: null,
    rate_limit_per_user: 0,
    last_message_id: channel.lastMessageId,
    permission_overwrites: [],
  };
}

export function wireRole({ id, name, permissions }: Role, position: number) {
  return {
    id,
    name,
    position,
    permissions: bitsOf(permissions),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

export function wireMember(member: Member, user: WireUser) {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
}

/** The person who acts in a server, with what they may do. */
export function wireActingMember(guild: Guild, member: Member, person: Person) {
  return { ...wireMember(member, person.user), permissions: bitsOf(memberPermissions(guild, member)) };
}

export function wireGuild(guild: Guild) {
  const bot: Role = { id: guild.id, name: '@everyone', permissions: BOT_PERMISSIONS };
  const roles = [bot, ...guild.roles.values()].map(wireRole);
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    emojis: [],
    stickers: [],
    features: [],
    preferred_locale: 'en-GB',
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    vanity_url_code: null,
    max_members: 500_000,
    max_video_channel_users: 25,
  };
}
