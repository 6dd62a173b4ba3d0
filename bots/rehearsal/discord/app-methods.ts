import { accept, isRefused, REFUSALS, type Reply } from './wire.ts';
import { wireGuild } from './wire-places.ts';
import type { Call, World } from './world.ts';

export function getGateway(world: World): Reply {
  return accept({ url: world.gatewayUrl() });
}

export function getGatewayBot(world: World): Reply {
  const limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };
  return accept({ url: world.gatewayUrl(), shards: 1, session_start_limit: limit });
}

export function getMe(world: World): Reply {
  return accept(world.bot);
}

export function getUser(world: World, call: Call): Reply {
  const id = call.path['user'];
  const user = id === world.bot.id ? world.bot : world.chats.people.get(id ?? '')?.user;
  return user ? accept(user) : REFUSALS.unknownUser;
}

export function getMyGuilds(world: World): Reply {
  const own = [...world.chats.guilds.values()].filter((guild) => guild.botIsMember);
  return accept(own.map(wireGuild));
}

export function getApplication(world: World): Reply {
  return accept({
    id: world.applicationId,
    name: world.bot.global_name ?? world.bot.username,
    icon: null,
    description: '',
    summary: '',
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: world.publicKey,
    flags: 0,
    flags_new: '0',
    interactions_endpoint_url: world.endpoint.url ?? null,
    owner: null,
    team: null,
  });
}

/** The only thing that a bot of ours may change of its application: where interactions go. */
export async function editApplication(world: World, call: Call): Promise<Reply> {
  const url = call.params['interactions_endpoint_url'];
  if (url === undefined) return getApplication(world);
  const isGood = url === null || url === '' || (await world.endpoint.verify(String(url)));
  if (!isGood) {
    const message = 'The specified interactions endpoint URL could not be verified.';
    const _errors = [{ code: 'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID', message }];
    return {
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body', errors: { interactions_endpoint_url: { _errors } } },
    };
  }
  world.endpoint.url = url === null || url === '' ? undefined : String(url);
  return getApplication(world);
}

/** The scope of a call about commands: one server, or everywhere. Nothing if the application is not this one. */
function scopeOf(world: World, call: Call): { guildId: string | undefined } | undefined {
  return call.path['app'] === world.applicationId ? { guildId: call.path['guild'] } : undefined;
}

export function getCommands(world: World, call: Call): Reply {
  const scope = scopeOf(world, call);
  return scope ? accept(world.commands.list(scope.guildId)) : REFUSALS.missingAccess;
}

export function putCommands(world: World, call: Call): Reply {
  const scope = scopeOf(world, call);
  if (!scope) return REFUSALS.missingAccess;
  if (scope.guildId !== undefined && !world.chats.guilds.get(scope.guildId)?.botIsMember) {
    return REFUSALS.missingAccess;
  }
  if (!call.list) return REFUSALS.invalidJson;
  const put = world.commands.put(scope.guildId, call.list);
  return isRefused(put) ? put : accept(put);
}

export function getCommand(world: World, call: Call): Reply {
  const found = world.commands.list(call.path['guild']).find((one) => one.id === call.path['command']);
  return found ? accept(found) : REFUSALS.unknownCommand;
}
