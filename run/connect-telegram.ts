import { setTimeout as pause } from 'node:timers/promises';
import type { TelegramBot } from '../bots/telegram/telegram-bot.ts';
import type { TelegramConfig } from '../config.ts';
import type { Channel, Core } from '../core/index.ts';
import { takeLease } from '../core/store/lease.ts';
import type { Log } from './logger.ts';

export type Connected = {
  readonly channel: Channel;
  /**
   * Begins to take in updates, as soon as Telegram can be reached. Returns what answers web requests, in webhook mode.
   * @throws when Telegram does not know the token.
   */
  start(
    core: Core,
    wake: () => void,
    databaseAnswers: () => Promise<boolean>,
  ): Promise<WebHandler | undefined>;
  /** Says why, if Telegram was away at the start and refuses the token once it is back. */
  readonly refused: Promise<string>;
  stop(): Promise<void>;
};

export type WebHandler = (request: Request) => Promise<Response>;

/** Loads grammY, which is left alone where Telegram is not configured, and prepares the bot. */
export async function connectTelegram(
  config: TelegramConfig,
  databaseUrl: string,
  log: Log,
): Promise<Connected> {
  const { TelegramRefused, telegramBot } = await import('../bots/telegram/telegram-bot.ts');
  const bot = telegramBot({
    token: config.token,
    ...(config.apiRoot === undefined ? {} : { apiRoot: config.apiRoot }),
    onFault: (fault) => log.warn(fault),
  });
  const { webhook } = config;
  const stopping = new AbortController();
  const refused = Promise.withResolvers<string>();
  let atWork: Promise<void> = Promise.resolve();
  return {
    channel: bot.channel,
    refused: refused.promise,
    async start(core, onReceived, databaseAnswers) {
      const wayIn = { receive: core.receive, databaseAnswers, onReceived };
      const introduce = async (): Promise<void> => {
        const me = await bot.me();
        await bot.setMenu(core.menu());
        if (webhook !== undefined) await bot.setWebhook(webhook.url, webhook.secret);
        log.info({ bot: me.id, mode: config.mode }, 'Telegram is connected');
      };
      const isHopeless = (error: unknown): boolean => error instanceof TelegramRefused;
      const isConnected = await reached(introduce, isHopeless, log);
      const poll = async (): Promise<void> => {
        if (!isConnected) await untilReached(introduce, isHopeless, stopping.signal);
        if (webhook === undefined) await pollWhileLeased(bot, wayIn, databaseUrl, stopping.signal, log);
      };
      atWork = poll().catch((error: unknown) =>
        refused.resolve(error instanceof Error ? error.message : 'Telegram cannot be used'),
      );
      return webhook === undefined ? undefined : bot.webhook(wayIn, webhook.secret);
    },
    async stop() {
      stopping.abort();
      await atWork;
    },
  };
}

/** The first try. Telegram may be away for a while: then everything else goes on. @throws what no other try can mend. */
async function reached(
  introduce: () => Promise<void>,
  isHopeless: (error: unknown) => boolean,
  log: Log,
): Promise<boolean> {
  try {
    await introduce();
    return true;
  } catch (error) {
    if (isHopeless(error)) throw error;
    log.warn(
      { fault: 'telegram-away', name: error instanceof Error ? error.name : 'fault' },
      'Telegram cannot be reached. Check the network, and TELEGRAM_API_ROOT if it is set. It is tried again by itself',
    );
    return false;
  }
}

/** Seconds between tries: twice as long each time, up to half a minute. */
const FIRST_WAIT = 1;
const LONGEST_WAIT = 30;

async function untilReached(
  introduce: () => Promise<void>,
  isHopeless: (error: unknown) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const ended = once(signal);
  for (let wait = FIRST_WAIT; !signal.aborted; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    await pause(wait * 1000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      // A call that hangs does not hold up the end.
      await Promise.race([introduce(), ended]);
      return;
    } catch (error) {
      if (isHopeless(error)) throw error;
    }
  }
}

function once(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

type PollArguments = Parameters<TelegramBot['poll']>[0];

const TRY_AGAIN_MS = 1000;

/** Telegram lets one program poll a bot. Of several that share a database, one does; another takes over when it ends. */
async function pollWhileLeased(
  bot: TelegramBot,
  wayIn: PollArguments,
  url: string,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  while (!signal.aborted) {
    const lease = await takeLease(url, 'telegram-poller').catch(() => undefined);
    if (lease === undefined) {
      await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
      continue;
    }
    try {
      await bot.poll(wayIn, AbortSignal.any([signal, lease.lost]));
    } catch (error) {
      log.warn({ fault: 'telegram-polling', name: error instanceof Error ? error.name : 'fault' });
      await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    } finally {
      await lease.release().catch(() => undefined);
    }
  }
}
