import { CHAT_METHODS } from './chat-methods.ts';
import { FILE_METHODS } from './file-methods.ts';
import { PEOPLE_METHODS } from './people-methods.ts';
import { VIEW_METHODS } from './view-methods.ts';
import { accept } from './wire.ts';
import type { Method } from './world.ts';

export interface MethodEntry {
  readonly token: 'bot' | 'app';
  /** One of these must be allowed; none is needed if there are none. */
  readonly scopes: readonly string[];
  /** How often a minute, by the tier that the documentation names; nothing where it has a rule of its own. */
  readonly perMinute: number | undefined;
  readonly run: Method;
}

const TIER = { one: 1, two: 20, three: 50, four: 100 };

function bot(perMinute: number | undefined, scopes: string, run: Method): MethodEntry {
  return { token: 'bot', scopes: scopes === '' ? [] : scopes.split(' '), perMinute, run };
}

const READ = 'channels:read groups:read im:read mpim:read';
const HISTORY = 'channels:history groups:history im:history mpim:history';

/** What the documentation says of each method that a bot of ours may call. */
export const METHODS: ReadonlyMap<string, MethodEntry> = new Map([
  ['api.test', bot(TIER.four, '', () => accept())],
  ['auth.test', bot(undefined, '', PEOPLE_METHODS.authTest)],
  [
    'apps.connections.open',
    { token: 'app', scopes: [], perMinute: TIER.one, run: PEOPLE_METHODS.connectionsOpen },
  ],
  ['bots.info', bot(TIER.three, 'users:read', PEOPLE_METHODS.botsInfo)],
  ['team.info', bot(TIER.three, 'team:read', PEOPLE_METHODS.teamInfo)],
  ['users.info', bot(TIER.four, 'users:read', PEOPLE_METHODS.usersInfo)],
  ['users.list', bot(TIER.two, 'users:read', PEOPLE_METHODS.usersList)],
  ['users.lookupByEmail', bot(TIER.three, 'users:read.email', PEOPLE_METHODS.lookupByEmail)],
  ['conversations.open', bot(TIER.three, 'im:write mpim:write', PEOPLE_METHODS.conversationsOpen)],
  ['conversations.info', bot(TIER.three, READ, PEOPLE_METHODS.conversationsInfo)],
  ['conversations.list', bot(TIER.two, READ, PEOPLE_METHODS.conversationsList)],
  ['conversations.members', bot(TIER.four, READ, PEOPLE_METHODS.conversationsMembers)],
  ['conversations.join', bot(TIER.three, 'channels:join', PEOPLE_METHODS.conversationsJoin)],
  ['conversations.history', bot(TIER.three, HISTORY, CHAT_METHODS.history)],
  ['conversations.replies', bot(TIER.three, HISTORY, CHAT_METHODS.replies)],
  ['chat.postMessage', bot(undefined, 'chat:write', CHAT_METHODS.postMessage)],
  ['chat.postEphemeral', bot(TIER.four, 'chat:write', CHAT_METHODS.postEphemeral)],
  ['chat.update', bot(TIER.three, 'chat:write', CHAT_METHODS.update)],
  ['chat.delete', bot(TIER.three, 'chat:write', CHAT_METHODS.deleteMessage)],
  ['chat.scheduleMessage', bot(TIER.three, 'chat:write', CHAT_METHODS.scheduleMessage)],
  ['chat.deleteScheduledMessage', bot(TIER.three, 'chat:write', CHAT_METHODS.deleteScheduledMessage)],
  ['views.open', bot(TIER.four, '', VIEW_METHODS.open)],
  ['views.push', bot(TIER.four, '', VIEW_METHODS.push)],
  ['views.update', bot(TIER.four, '', VIEW_METHODS.update)],
  ['views.publish', bot(TIER.four, '', VIEW_METHODS.publish)],
  ['files.getUploadURLExternal', bot(TIER.four, 'files:write', FILE_METHODS.getUploadUrl)],
  ['files.delete', bot(TIER.three, 'files:write', FILE_METHODS.deleteFile)],
  ['files.completeUploadExternal', bot(TIER.four, 'files:write', FILE_METHODS.completeUpload)],
]);
