import type { Values } from './environment.ts';

/** One thing about the settings that does not fit: which variable, and what to put there. */
export type ConfigProblem = { readonly variable: string; readonly says: string };

export type TelegramConfig = {
  readonly token: string;
  readonly apiRoot: string | undefined;
  readonly mode: 'polling' | 'webhook';
  readonly webhook: { readonly url: string; readonly secret: string } | undefined;
};

export type DiscordConfig = {
  readonly token: string;
  readonly applicationId: string;
  /** Undefined: Discord's own. Without a slash at its end. */
  readonly apiRoot: string | undefined;
} & (
  | { readonly mode: 'gateway'; readonly publicKey: string | undefined }
  | { readonly mode: 'http'; readonly publicKey: string }
);

export type SlackConfig = {
  readonly botToken: string;
  /** Undefined: Slack's own. Without a slash at its end. */
  readonly apiRoot: string | undefined;
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
);

/** An address without slashes at its end. */
export function bare(address: string | undefined): string | undefined {
  return address?.replace(/\/+$/, '');
}

function isLocal(address: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(address);
}

/** An app that sends to us needs an address to send to. */
function addressProblems(app: string, variable: string, { PUBLIC_URL }: Values): ConfigProblem[] {
  if (PUBLIC_URL === undefined || PUBLIC_URL.startsWith('https://') || isLocal(PUBLIC_URL)) return [];
  return [{ variable, says: `PUBLIC_URL has to begin with https:// because ${app} sends to nothing else` }];
}

function missing(app: string, variable: string, wanted: Readonly<Record<string, string | undefined>>) {
  const [first, ...rest] = Object.entries(wanted).flatMap(([says, value]) =>
    value === undefined ? [says] : [],
  );
  if (first === undefined) return [];
  return [{ variable, says: `${app}, also set ${[first, ...rest].join(' and ')}` }];
}

const ADDRESS = (app: string): string => `PUBLIC_URL, the https address at which ${app} reaches this program`;

export function telegramProblems(values: Values): ConfigProblem[] {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE, TELEGRAM_WEBHOOK_SECRET, PUBLIC_URL } = values;
  if (TELEGRAM_MODE === 'polling') return [];
  if (token === undefined) {
    const says =
      'TELEGRAM_MODE is "webhook" but there is no TELEGRAM_BOT_TOKEN: add the token, or leave TELEGRAM_MODE out';
    return [{ variable: 'TELEGRAM_MODE', says }];
  }
  return [
    ...missing('With TELEGRAM_MODE "webhook"', 'TELEGRAM_WEBHOOK_SECRET', {
      [ADDRESS('Telegram')]: PUBLIC_URL,
      'TELEGRAM_WEBHOOK_SECRET, 16 to 256 letters and digits that you make up': TELEGRAM_WEBHOOK_SECRET,
    }),
    ...addressProblems('Telegram', 'TELEGRAM_WEBHOOK_SECRET', values),
  ];
}

export function telegramOf(values: Values): TelegramConfig | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: mode, TELEGRAM_WEBHOOK_SECRET: secret } = values;
  if (token === undefined) return undefined;
  const apiRoot = bare(values.TELEGRAM_API_ROOT);
  if (mode === 'polling' || secret === undefined) return { token, apiRoot, mode, webhook: undefined };
  return { token, apiRoot, mode, webhook: { url: `${bare(values.PUBLIC_URL)}/telegram`, secret } };
}

export function discordProblems(values: Values): ConfigProblem[] {
  const { DISCORD_TOKEN, DISCORD_APPLICATION_ID, DISCORD_PUBLIC_KEY, DISCORD_MODE, PUBLIC_URL } = values;
  const given = [DISCORD_TOKEN, DISCORD_APPLICATION_ID, DISCORD_PUBLIC_KEY].some(
    (each) => each !== undefined,
  );
  if (!given) return [];
  const both = {
    'DISCORD_TOKEN, from the page "Bot" of your Discord app': DISCORD_TOKEN,
    'DISCORD_APPLICATION_ID, from its page "General Information"': DISCORD_APPLICATION_ID,
  };
  if (DISCORD_MODE === 'gateway') return missing('Discord is half set up', 'DISCORD_TOKEN', both);
  return [
    ...missing('With DISCORD_MODE "http"', 'DISCORD_TOKEN', {
      ...both,
      'DISCORD_PUBLIC_KEY, from the page "General Information"': DISCORD_PUBLIC_KEY,
      [ADDRESS('Discord')]: PUBLIC_URL,
    }),
    ...addressProblems('Discord', 'DISCORD_TOKEN', values),
  ];
}

export function discordOf(values: Values): DiscordConfig | undefined {
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId, DISCORD_MODE: mode } = values;
  const publicKey = values.DISCORD_PUBLIC_KEY?.toLowerCase();
  if (token === undefined || applicationId === undefined) return undefined;
  const always = { token, applicationId, apiRoot: bare(values.DISCORD_API_ROOT) };
  if (mode === 'gateway') return { ...always, mode, publicKey };
  return publicKey === undefined ? undefined : { ...always, mode, publicKey };
}

export function slackProblems(values: Values): ConfigProblem[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_MODE, PUBLIC_URL } = values;
  const given = [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET].some((each) => each !== undefined);
  if (!given) return [];
  const bot = { 'SLACK_BOT_TOKEN, from the page "OAuth & Permissions" of your Slack app': SLACK_BOT_TOKEN };
  if (SLACK_MODE === 'socket')
    return missing('Slack is half set up', 'SLACK_BOT_TOKEN', {
      ...bot,
      'SLACK_APP_TOKEN, an app-level token with the scope connections:write': SLACK_APP_TOKEN,
    });
  return [
    ...missing('With SLACK_MODE "http"', 'SLACK_BOT_TOKEN', {
      ...bot,
      'SLACK_SIGNING_SECRET, from the page "Basic Information"': SLACK_SIGNING_SECRET,
      [ADDRESS('Slack')]: PUBLIC_URL,
    }),
    ...addressProblems('Slack', 'SLACK_BOT_TOKEN', values),
  ];
}

export function slackOf(values: Values): SlackConfig | undefined {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = values;
  if (botToken === undefined) return undefined;
  const always = { botToken, apiRoot: bare(values.SLACK_API_ROOT) };
  if (values.SLACK_MODE === 'socket')
    return appToken === undefined ? undefined : { ...always, mode: 'socket', appToken };
  return signingSecret === undefined ? undefined : { ...always, mode: 'http', signingSecret };
}
