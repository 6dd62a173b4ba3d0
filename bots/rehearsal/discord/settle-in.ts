import type { Chats } from './chats.ts';
import { BOT_PERMISSIONS, type Channel, type Guild, type Person } from './places.ts';
import type { Snowflakes } from './snowflakes.ts';
import { wireChannel, wireGuild, wireMember } from './wire-places.ts';
import { INTENTS, type OutEvent, type World } from './world.ts';

/** A channel is found again by the person or the name it belongs to; a new one gets the next id. */
export function openDmChannel(chats: Chats, ids: Snowflakes, userId: string): Channel {
  const known = chats.dmOf(userId);
  if (known) return known;
  const channel: Channel = {
    id: ids.next(),
    name: '',
    guildId: undefined,
    recipientId: userId,
    forbidden: new Set(),
    gone: false,
    lastMessageId: null,
  };
  chats.addChannel(channel);
  return channel;
}

/** A server with the bot in it, if nobody knew it. */
export function openGuild(world: World, id: string, name: string): Guild {
  const known = world.chats.guilds.get(id);
  if (known) return known;
  const guild: Guild = {
    id,
    name,
    ownerId: world.ids.next(),
    roles: new Map(),
    members: new Map(),
    events: new Map(),
    botIsMember: false,
    granted: new Set(BOT_PERMISSIONS),
  };
  world.chats.guilds.set(id, guild);
  world.setBotMembership(guild, true);
  return guild;
}

export function openChannel(world: World, guild: Guild, id: string, name: string): Channel {
  const known = world.chats.channels.get(id);
  if (known) return known;
  const channel: Channel = {
    id,
    name,
    guildId: guild.id,
    recipientId: undefined,
    forbidden: new Set(),
    gone: false,
    lastMessageId: null,
  };
  world.chats.addChannel(channel);
  if (guild.botIsMember) {
    world.publish({ name: 'CHANNEL_CREATE', data: wireChannel(channel, undefined), intents: INTENTS.guilds });
  }
  return channel;
}

export function removeChannel(world: World, channel: Channel): void {
  if (channel.gone) return;
  channel.gone = true;
  world.publish({ name: 'CHANNEL_DELETE', data: wireChannel(channel, undefined), intents: INTENTS.guilds });
}

export function joinGuild(world: World, guild: Guild, person: Person): void {
  const { id } = person.user;
  if (guild.members.has(id)) return;
  const member = { userId: id, roles: new Set<string>(), joinedAt: new Date(world.now()).toISOString() };
  guild.members.set(id, member);
  world.publish({
    name: 'GUILD_MEMBER_ADD',
    data: { ...wireMember(member, person.user), guild_id: guild.id },
    intents: INTENTS.guildMembers,
  });
}

export function leaveGuild(world: World, guild: Guild, person: Person): void {
  if (!guild.members.delete(person.user.id)) return;
  world.publish({
    name: 'GUILD_MEMBER_REMOVE',
    data: { guild_id: guild.id, user: person.user },
    intents: INTENTS.guildMembers,
  });
}

/** How the gateway tells of a server that the bot is in. */
export function guildCreate(world: World, guild: Guild): OutEvent {
  const channels = [...world.chats.channels.values()].filter((one) => one.guildId === guild.id && !one.gone);
  const me = {
    userId: world.bot.id,
    roles: new Set<string>(),
    joinedAt: new Date(world.now()).toISOString(),
  };
  return {
    name: 'GUILD_CREATE',
    intents: INTENTS.guilds,
    data: {
      ...wireGuild(guild),
      joined_at: me.joinedAt,
      large: false,
      unavailable: false,
      member_count: guild.members.size + 1,
      members: [wireMember(me, world.bot)],
      channels: channels.map((channel) => wireChannel(channel, undefined)),
      threads: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [...guild.events.values()],
      soundboard_sounds: [],
    },
  };
}

export function guildDelete(guild: Guild): OutEvent {
  return { name: 'GUILD_DELETE', data: { id: guild.id }, intents: INTENTS.guilds };
}
