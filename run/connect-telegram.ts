import { type Pacing, paced } from '../bots/pacing.ts';
import type { TelegramConfig } from '../config.ts';
import type { Channel, Core } from '../core/index.ts';
import { hearWhileConnected } from './hear-while-connected.ts';
import type { Log } from './logger.ts';
import { whenReached } from './when-reached.ts';
import { whileLeased } from './while-leased.ts';

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

/** As Telegram's own advice: a message a second for a chat, with a few at once, and thirty for everybody. */
const PACE = { perChat: { calls: 3, seconds: 3 }, overall: { calls: 30, seconds: 1 } };

/** Telegram keeps updates for a day, as its Bot API documents. */
const KEEPS_MINUTES = 24 * 60;
/** A request for updates is open for half a minute: after this long without an answer the line counts as cut. */
const SILENT_MS = 90_000;

export type WebHandler = (request: Request) => Promise<Response>;

/** Loads grammY, which is left alone where Telegram is not configured, and prepares the bot. */
export async function connectTelegram(
  config: TelegramConfig,
  databaseUrl: string,
  log: Log,
  pace: Omit<Pacing, 'now'> = PACE,
): Promise<Connected> {
  const { telegramBot } = await import('../bots/telegram/telegram-bot.ts');
  const bot = telegramBot({
    token: config.token,
    ...(config.apiRoot === undefined ? {} : { apiRoot: config.apiRoot }),
    onFault: (fault) => log.warn(fault),
  });
  const { webhook } = config;
  const stopping = new AbortController();
  const refused = Promise.withResolvers<string>();
  let atWork: Promise<void> = Promise.resolve();
  let hushed = (): void => undefined;
  let heardAt = Number.NEGATIVE_INFINITY;
  const isConnected = (): boolean => webhook !== undefined || performance.now() - heardAt < SILENT_MS;
  return {
    channel: paced(bot.channel, { ...pace, now: () => performance.now() }),
    refused: refused.promise,
    async start(core, onReceived, databaseAnswers) {
      const onHeard = (): void => {
        heardAt = performance.now();
      };
      const wayIn = { receive: core.receive, databaseAnswers, onReceived, onHeard };
      const introduce = async (): Promise<void> => {
        const me = await bot.me();
        await bot.setMenu(core.menu());
        if (webhook !== undefined) await bot.setWebhook(webhook.url, webhook.secret);
        log.info({ bot: me.id, mode: config.mode }, 'Telegram is connected');
        hushed = hearWhileConnected(core, 'telegram', KEEPS_MINUTES, isConnected);
      };
      const { signal } = stopping;
      const reached = await whenReached(introduce, { app: 'Telegram', signal, log });
      const poll = async (): Promise<void> => {
        await reached();
        if (webhook !== undefined || signal.aborted) return;
        // Telegram lets one program poll a bot.
        const leased = { name: 'telegram-poller', url: databaseUrl, signal, log };
        await whileLeased((ending) => bot.poll(wayIn, ending), leased);
      };
      atWork = poll().catch((error: unknown) =>
        refused.resolve(error instanceof Error ? error.message : 'Telegram cannot be used'),
      );
      return webhook === undefined ? undefined : bot.webhook(wayIn, webhook.secret);
    },
    async stop() {
      hushed();
      stopping.abort();
      await atWork;
    },
  };
}
