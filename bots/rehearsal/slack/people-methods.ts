import { roomJson, userJson } from './payloads.ts';
import { findRoom } from './posting.ts';
import { accept, type Fields, isSet, type Reply, refuse, refuseWith, textOf } from './wire.ts';
import { directMessagesOf } from './workspace.ts';
import type { Method, World } from './world.ts';

const authTest: Method = ({ app }) =>
  accept({
    url: `https://${app.teamDomain}.slack.com/`,
    team: app.teamName,
    user: app.botName.toLowerCase(),
    team_id: app.teamId,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  });

const connectionsOpen: Method = ({ sockets, host }) =>
  accept({ url: `ws://${host()}${sockets.issueTicket()}` });

const botsInfo: Method = ({ app }, { params }) => {
  if ((textOf(params, 'bot') ?? app.botId) !== app.botId) return refuse('bot_not_found');
  const { botId: id, botUserId, appId, botName: name } = app;
  return accept({
    bot: { id, deleted: false, name, updated: 1, app_id: appId, user_id: botUserId, icons: {} },
  });
};

const teamInfo: Method = ({ app }) =>
  accept({
    team: {
      id: app.teamId,
      name: app.teamName,
      domain: app.teamDomain,
      url: `https://${app.teamDomain}.slack.com/`,
    },
  });

function showsEmail({ app }: World): boolean {
  return app.scopes.includes('users:read.email');
}

const usersInfo: Method = (world, { params }) => {
  const person = world.workspace.person(textOf(params, 'user') ?? '');
  if (!person) return refuse('user_not_found');
  return accept({ user: userJson(world.app, person, showsEmail(world), world.now()) });
};

const usersList: Method = (world, { params }) =>
  paged(params, 'members', world.workspace.people, (person) =>
    userJson(world.app, person, showsEmail(world), world.now()),
  );

const lookupByEmail: Method = (world, { params }) => {
  const email = (textOf(params, 'email') ?? '').toLowerCase();
  const found = world.workspace.people.find(
    ({ user, deleted }) => !deleted && !user.isBot && user.email.toLowerCase() === email,
  );
  return found ? accept({ user: userJson(world.app, found, true, world.now()) }) : refuse('users_not_found');
};

const conversationsOpen: Method = (world, { params }) => {
  const channel = textOf(params, 'channel');
  if (channel !== undefined) {
    const room = findRoom(world, channel);
    return 'refused' in room ? room.refused : opened(world, room.id, params);
  }
  const users = (textOf(params, 'users') ?? '').split(',').filter((id) => id !== '');
  const [user] = users;
  if (user === undefined) return refuse('users_list_not_supplied');
  if (users.length > 1) return refuseWith('invalid_arguments', ['the stand-in opens no group messages']);
  const person = world.workspace.person(user);
  if (!person || (person.deleted && !person.silentlyDeleted)) return refuse('user_not_found');
  if (person.user.isBot) return refuse('cannot_dm_bot');
  return opened(world, directMessagesOf(user), params);
};

function opened(world: World, id: string, params: Fields): Reply {
  const room = world.workspace.room(id);
  if (!room) return refuse('channel_not_found');
  return accept({ channel: isSet(params, 'return_im') ? roomJson(world.app, room) : { id } });
}

const conversationsInfo: Method = (world, { params }) => {
  const room = findRoom(world, textOf(params, 'channel'));
  return 'refused' in room ? room.refused : accept({ channel: roomJson(world.app, room) });
};

const conversationsList: Method = (world, { params }) => {
  const types = (textOf(params, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
  const rooms = world.workspace.rooms.filter((room) => {
    if (room.archived && isSet(params, 'exclude_archived')) return false;
    if (room.kind === 'im') return types.includes('im');
    if (room.isPrivate) return types.includes('private_channel') && room.members.has(world.app.botUserId);
    return types.includes('public_channel');
  });
  return paged(params, 'channels', rooms, (room) => roomJson(world.app, room));
};

const conversationsMembers: Method = (world, { params }) => {
  const room = findRoom(world, textOf(params, 'channel'));
  if ('refused' in room) return room.refused;
  const members = new Set([...room.members, ...(room.kind === 'im' ? [world.app.botUserId] : [])]);
  return paged(params, 'members', [...members], (id) => id);
};

const conversationsJoin: Method = (world, { params }) => {
  const room = findRoom(world, textOf(params, 'channel'));
  if ('refused' in room) return room.refused;
  if (room.kind === 'im' || room.isPrivate) return refuse('method_not_supported_for_channel_type');
  if (room.archived) return refuse('is_archived');
  room.members.add(world.app.botUserId);
  return accept({ channel: roomJson(world.app, room) });
};

/** One page of a list, and the way to the next. */
function paged<T>(params: Fields, name: string, all: readonly T[], show: (one: T) => unknown): Reply {
  const cursor = textOf(params, 'cursor') ?? '';
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().split(':')[1]);
  if (!Number.isInteger(start) || start < 0) return refuse('invalid_cursor');
  const limit = Number(textOf(params, 'limit') ?? 1000);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) return refuse('invalid_limit');
  const page = all.slice(start, start + limit);
  const next = start + limit;
  const nextCursor = next < all.length ? Buffer.from(`next:${next}`).toString('base64') : '';
  return accept({ [name]: page.map(show), response_metadata: { next_cursor: nextCursor } });
}

export const PEOPLE_METHODS = {
  authTest,
  connectionsOpen,
  botsInfo,
  teamInfo,
  usersInfo,
  usersList,
  lookupByEmail,
  conversationsOpen,
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  conversationsJoin,
} satisfies Record<string, Method>;
