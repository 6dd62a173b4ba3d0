import { type Pacing, paced } from '../bots/pacing.ts';
import type { TelegramConfig } from '../config.ts';
import type { Connected } from './connected.ts';
import { lineTo } from './line.ts';
import type { Log } from './logger.ts';

/**
 * As Telegram's own advice: a message a second for a chat, with a few at once, and thirty for everybody. Evenly: what is under
 * way when the program ends is sent again, and Telegram cannot tell that it has it.
 */
const PACE = { perChat: { calls: 3, seconds: 3 }, overall: { calls: 6, seconds: 0.2 } };

/** Telegram keeps updates for a day, as its Bot API documents. */
const KEEPS_MINUTES = 24 * 60;
/** A request for updates is open for half a minute: after this long without an answer the line counts as cut. */
const SILENT_MS = 90_000;

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
  const line = lineTo('Telegram', databaseUrl, log);
  let heardAt = Number.NEGATIVE_INFINITY;
  const isConnected = (): boolean => webhook !== undefined || performance.now() - heardAt < SILENT_MS;
  return {
    channel: paced(bot.channel, { ...pace, now: () => performance.now() }),
    refused: line.refused,
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
      };
      const hearing = { core, keepsMinutes: KEEPS_MINUTES, isConnected, introduce };
      if (webhook !== undefined) {
        await line.open(hearing);
        return line.onceReached(bot.webhook(wayIn, webhook.secret));
      }
      // Telegram lets one program poll a bot.
      const on = (signal: AbortSignal): Promise<void> => bot.poll(wayIn, signal);
      await line.open({ ...hearing, listen: { lease: () => 'telegram-poller', on } });
      return undefined;
    },
    stop: () => line.close(),
  };
}
