import { setTimeout as pause } from 'node:timers/promises';
import { paced } from '../bots/pacing.ts';
import type { TelegramBot } from '../bots/telegram/telegram-bot.ts';
import type { TelegramConfig } from '../config.ts';
import type { Channel, Core } from '../core/index.ts';
import { takeLease } from '../core/store/lease.ts';
import type { Log } from './logger.ts';

export type Connected = {
  readonly channel: Channel;
  /** Begins to take in updates. Returns what answers web requests, in webhook mode. */
  start(
    core: Core,
    wake: () => void,
    databaseAnswers: () => Promise<boolean>,
  ): Promise<WebHandler | undefined>;
  stop(): Promise<void>;
};

/** As Telegram's own advice: a message a second for a chat, with a few at once, and thirty for everybody. */
const PACE = { perChat: { calls: 3, seconds: 3 }, overall: { calls: 30, seconds: 1 } };

export type WebHandler = (request: Request) => Promise<Response>;

/** Loads grammY, which is left alone where Telegram is not configured, and prepares the bot. */
export async function connectTelegram(
  config: TelegramConfig,
  databaseUrl: string,
  log: Log,
): Promise<Connected> {
  const { telegramBot } = await import('../bots/telegram/telegram-bot.ts');
  const bot = telegramBot({
    token: config.token,
    ...(config.apiRoot === undefined ? {} : { apiRoot: config.apiRoot }),
    onFault: (fault) => log.warn(fault),
  });
  const stopping = new AbortController();
  let polling: Promise<void> = Promise.resolve();
  return {
    channel: paced(bot.channel, { ...PACE, now: () => performance.now() }),
    async start(core, onReceived, databaseAnswers) {
      const me = await bot.me();
      await bot.setMenu(core.menu());
      log.info({ bot: me.id, mode: config.mode }, 'Telegram is connected');
      const wayIn = { receive: core.receive, databaseAnswers, onReceived };
      if (config.webhook !== undefined) {
        await bot.setWebhook(config.webhook.url, config.webhook.secret);
        return bot.webhook(wayIn, config.webhook.secret);
      }
      polling = pollWhileLeased(bot, wayIn, databaseUrl, stopping.signal, log);
      return undefined;
    },
    async stop() {
      stopping.abort();
      await polling;
    },
  };
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
