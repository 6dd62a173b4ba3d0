import { BOT_PERMISSIONS, botPermissions } from './places.ts';
import { accept, done, isRefused, REFUSALS, type Reply } from './wire.ts';
import { wireChannel, wireGuild, wireMember, wireRole } from './wire-places.ts';
import { type Call, findGuild, type World } from './world.ts';

export function getGuild(world: World, call: Call): Reply {
  const guild = findGuild(world, call);
  return 'refused' in guild ? guild : accept(wireGuild(guild));
}

export function getGuildChannels(world: World, call: Call): Reply {
  const guild = findGuild(world, call);
  if ('refused' in guild) return guild;
  const own = [...world.chats.channels.values()].filter((one) => one.guildId === guild.id && !one.gone);
  return accept(own.map((channel) => wireChannel(channel, undefined)));
}

export function getRoles(world: World, call: Call): Reply {
  const guild = findGuild(world, call);
  if ('refused' in guild) return guild;
  const everyone = { id: guild.id, name: '@everyone', permissions: BOT_PERMISSIONS };
  return accept([everyone, ...guild.roles.values()].map(wireRole));
}

export function getMember(world: World, call: Call): Reply {
  const guild = findGuild(world, call);
  if ('refused' in guild) return guild;
  const id = call.path['user'] ?? '';
  if (id === world.bot.id) {
    const bot = { userId: id, roles: new Set<string>(), joinedAt: new Date(0).toISOString() };
    return accept(wireMember(bot, world.bot));
  }
  const member = guild.members.get(id);
  const user = world.chats.people.get(id)?.user;
  return member && user ? accept(wireMember(member, user)) : REFUSALS.unknownMember;
}

/** Gives or takes a role; the bot needs the permission for it. */
function changeRole(world: World, call: Call, isGiven: boolean): Reply {
  const guild = findGuild(world, call);
  if ('refused' in guild) return guild;
  if (!botPermissions(guild, undefined).includes('ManageRoles')) return REFUSALS.missingPermissions;
  const member = guild.members.get(call.path['user'] ?? '');
  const role = guild.roles.get(call.path['role'] ?? '');
  if (!member) return REFUSALS.unknownMember;
  if (!role) return REFUSALS.unknownRole;
  if (isGiven) member.roles.add(role.id);
  else member.roles.delete(role.id);
  return done;
}

export function giveRole(world: World, call: Call): Reply {
  return changeRole(world, call, true);
}

export function takeRole(world: World, call: Call): Reply {
  return changeRole(world, call, false);
}

/** The bot goes. */
export function leaveGuild(world: World, call: Call): Reply {
  const guild = findGuild(world, call);
  if (isRefused(guild)) return guild;
  world.setBotMembership(guild, false);
  return done;
}
