import * as app from './app-methods.ts';
import * as events from './event-methods.ts';
import * as guilds from './guild-methods.ts';
import * as interactions from './interaction-methods.ts';
import * as messages from './message-methods.ts';
import * as webhooks from './webhook-methods.ts';
import type { Method } from './world.ts';

export interface Route {
  /** `POST /channels/:channel/messages` */
  readonly name: string;
  readonly method: Method;
  /** The token stands in the path: no bot token is asked for, and the call does not count towards the whole. */
  readonly isOpen: boolean;
  /** The official schema of what is sent, for fields that nobody knows. */
  readonly schema?: string;
}

export interface FoundRoute extends Route {
  readonly path: Readonly<Record<string, string>>;
}

const ANSWER = '/webhooks/:app/:token/messages/:message';
const EVENT = '/guilds/:guild/scheduled-events/:event';
const MESSAGE = '/channels/:channel/messages/:message';
const ROLE = '/guilds/:guild/members/:user/roles/:role';

const ROUTES: readonly Route[] = [
  bot('GET /gateway/bot', app.getGatewayBot),
  open('GET /gateway', app.getGateway),
  bot('GET /users/@me', app.getMe),
  bot('GET /users/@me/guilds', app.getMyGuilds),
  bot('DELETE /users/@me/guilds/:guild', guilds.leaveGuild),
  bot('POST /users/@me/channels', messages.openDm, 'openDm'),
  bot('GET /users/:user', app.getUser),
  bot('GET /applications/@me', app.getApplication),
  bot('PATCH /applications/@me', app.editApplication),
  bot('GET /applications/:app/commands', app.getCommands),
  bot('PUT /applications/:app/commands', app.putCommands),
  bot('GET /applications/:app/commands/:command', app.getCommand),
  bot('GET /applications/:app/guilds/:guild/commands', app.getCommands),
  bot('PUT /applications/:app/guilds/:guild/commands', app.putCommands),
  bot('GET /applications/:app/guilds/:guild/commands/:command', app.getCommand),
  bot('GET /channels/:channel', messages.getChannel),
  bot('GET /channels/:channel/messages', messages.getMessages),
  bot('GET /channels/:channel/messages/pins', messages.getMessages),
  bot('GET /channels/:channel/pins', messages.getMessages),
  bot('POST /channels/:channel/messages', messages.createMessage, 'createMessage'),
  bot(`GET ${MESSAGE}`, messages.getMessage),
  bot(`PATCH ${MESSAGE}`, messages.editMessage, 'editMessage'),
  bot(`DELETE ${MESSAGE}`, messages.deleteMessage),
  bot('POST /channels/:channel/typing', messages.showTyping),
  bot('GET /guilds/:guild', guilds.getGuild),
  bot('GET /guilds/:guild/channels', guilds.getGuildChannels),
  bot('GET /guilds/:guild/roles', guilds.getRoles),
  bot('GET /guilds/:guild/members/:user', guilds.getMember),
  bot(`PUT ${ROLE}`, guilds.giveRole),
  bot(`DELETE ${ROLE}`, guilds.takeRole),
  bot('GET /guilds/:guild/scheduled-events', events.getEvents),
  bot('POST /guilds/:guild/scheduled-events', events.createEvent),
  bot(`GET ${EVENT}`, events.getEvent),
  bot(`PATCH ${EVENT}`, events.editEvent),
  bot(`DELETE ${EVENT}`, events.deleteEvent),
  open('POST /interactions/:interaction/:token/callback', interactions.answerInteraction),
  open('POST /webhooks/:app/:token', webhooks.createFollowup, 'createFollowup'),
  open(`GET ${ANSWER}`, webhooks.getAnswer),
  open(`PATCH ${ANSWER}`, webhooks.editAnswer, 'editWebhookMessage'),
  open(`DELETE ${ANSWER}`, webhooks.deleteAnswer),
];

function bot(name: string, method: Method, schema?: string): Route {
  return { name, method, isOpen: false, ...(schema !== undefined && { schema }) };
}

function open(name: string, method: Method, schema?: string): Route {
  return { name, method, isOpen: true, ...(schema !== undefined && { schema }) };
}

/** The route of a call; `path` is decoded and begins after the version. `wrong method` if the place is known. */
export function findRoute(method: string, path: string): FoundRoute | 'wrong method' | undefined {
  let isKnown = false;
  for (const route of ROUTES) {
    const [verb, pattern] = route.name.split(' ');
    const found = match(pattern ?? '', path);
    if (!found) continue;
    if (verb === method) return { ...route, path: found };
    isKnown = true;
  }
  return isKnown ? 'wrong method' : undefined;
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const value = given[index] ?? '';
    if (step.startsWith(':') && value !== '') found[step.slice(1)] = value;
    else if (step !== value) return undefined;
  }
  return found;
}
