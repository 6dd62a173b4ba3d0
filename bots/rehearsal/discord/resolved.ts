import type { Channel } from './places.ts';
import { wireChannel, wireMember, wireRole } from './wire-places.ts';
import type { World } from './world.ts';

/** What a bot is told about people, roles and channels that somebody chose by id. */
export function resolveValues(
  world: World,
  channel: Channel,
  ids: readonly string[],
): Record<string, unknown> {
  const guild = channel.guildId === undefined ? undefined : world.chats.guilds.get(channel.guildId);
  const known = ids.map((id) => ({
    id,
    user: id === world.bot.id ? world.bot : world.chats.people.get(id)?.user,
    member: guild?.members.get(id),
    role: guild?.roles.get(id),
    channel: world.chats.channels.get(id),
  }));
  const unknown = known.find((one) => !one.user && !one.role && !one.channel);
  if (unknown) throw new Error(`There is nobody and nothing with the id ${unknown.id}`);
  const users = known.flatMap(({ id, user }) => (user ? [[id, user] as const] : []));
  const members = known.flatMap(({ id, user, member }) => {
    if (!user || !member) return [];
    const { user: _user, ...rest } = wireMember(member, user);
    return [[id, { ...rest, permissions: '0' }] as const];
  });
  const roles = known.flatMap(({ id, role }) => (role ? [[id, wireRole(role, 1)] as const] : []));
  const channels = known.flatMap((one) =>
    one.channel ? [[one.id, wireChannel(one.channel, undefined)] as const] : [],
  );
  return {
    ...(users.length > 0 && { users: Object.fromEntries(users) }),
    ...(members.length > 0 && { members: Object.fromEntries(members) }),
    ...(roles.length > 0 && { roles: Object.fromEntries(roles) }),
    ...(channels.length > 0 && { channels: Object.fromEntries(channels) }),
  };
}
