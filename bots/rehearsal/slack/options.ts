/** All optional; what is not given is as in DEFAULTS. */
export interface SlackStandInOptions {
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly teamId?: string;
  readonly teamName?: string;
  readonly teamDomain?: string;
  readonly botName?: string;
  /** What the workspace has allowed the bot. */
  readonly scopes?: readonly string[];
  /** Events that the app asked for. */
  readonly subscriptions?: readonly string[];
  /** A free one unless given. */
  readonly port?: number;
  /** Epoch milliseconds; the machine's clock unless given. Triggers, response addresses and rates are measured by it. */
  readonly now?: () => number;
  /** The clock by which requests are signed; the machine's, as Bolt judges by it. */
  readonly signedAt?: () => number;
  readonly limits?: 'realistic' | 'off';
  /** Real milliseconds in which the bot must acknowledge. */
  readonly ackTimeoutMs?: number;
  /** Milliseconds, by `now`, for which a trigger opens a form. */
  readonly triggerLifetimeMs?: number;
  /** Real milliseconds before each retry of an event. */
  readonly retryDelaysMs?: readonly number[];
  /** Where the workspace is kept while the stand-in is away; nowhere unless given. */
  readonly file?: string;
}

const MINUTE = 60_000;

export const DEFAULTS = {
  // Put together, so that nobody who looks for lost keys takes them for real ones.
  botToken: ['xoxb', '1000000000', 'rehearsal', 'only'].join('-'),
  appToken: ['xapp', '1', 'A0REHEARSAL', 'only'].join('-'),
  signingSecret: '0123456789abcdef0123456789abcdef',
  teamId: 'T0REHEARSAL',
  teamName: 'Rehearsal',
  teamDomain: 'rehearsal',
  appId: 'A0REHEARSAL',
  botId: 'B0REHEARSAL',
  botUserId: 'U0BEENTHERE',
  botName: 'Beenthere',
  scopes: [
    'chat:write',
    'commands',
    'im:write',
    'im:read',
    'im:history',
    'channels:read',
    'groups:read',
    'channels:join',
    'files:write',
    'team:read',
    'users:read',
    'users:read.email',
  ] as readonly string[],
  subscriptions: ['message.im', 'app_home_opened'] as readonly string[],
  port: 0,
  now: Date.now as () => number,
  signedAt: Date.now as () => number,
  limits: 'realistic' as 'realistic' | 'off',
  ackTimeoutMs: 3000,
  triggerLifetimeMs: 3000,
  // "Nearly immediately", after one minute, after five.
  retryDelaysMs: [0, MINUTE, 5 * MINUTE] as readonly number[],
};
