import { Api, Bot, type Context, GrammyError, webhookCallback } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { type Channel, crashpoint, Foreseen } from '../../core/index.ts';
import { pollUpdates } from './poll-updates.ts';
import { readUpdate } from './read-update.ts';
import { telegramChannel } from './telegram-channel.ts';
import { ALLOWED_UPDATES, type TelegramWayIn } from './way-in.ts';

export type TelegramOptions = {
  readonly token: string;
  /** Where the Bot API is; the real one unless told otherwise. */
  readonly apiRoot?: string;
  /** Told of what went wrong; ids and codes only. */
  onFault(fault: Readonly<Record<string, string>>): void;
};

export type TelegramBot = {
  readonly channel: Channel;
  /** Who the bot is, as Telegram says. @throws TelegramRefused when it does not know the token; else it may be tried again. */
  me(): Promise<UserFromGetMe>;
  setMenu(entries: readonly MenuEntry[]): Promise<void>;
  /** Polls until told to stop; an update is confirmed only after it is committed. */
  poll(wayIn: TelegramWayIn, signal: AbortSignal): Promise<void>;
  /** Answers Telegram's web requests instead of polling. */
  webhook(wayIn: TelegramWayIn, secret: string): (request: Request) => Promise<Response>;
  setWebhook(url: string, secret: string): Promise<void>;
};

export type MenuEntry = { readonly command: string; readonly description: string };

/**
 * Seconds that Telegram has for a call. Less than the lease on a message (another instance would send it too) and than the
 * time in which the app has to end.
 */
const ANSWERED_WITHIN = 8;
/** Seconds for a request for updates, which Telegram holds open until there are some. */
const UPDATES_WITHIN = 60;

export function telegramBot(options: TelegramOptions): TelegramBot {
  const client = options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot };
  const bot = new Bot(options.token, { client: { ...client, timeoutSeconds: ANSWERED_WITHIN } });
  const updates = new Api(options.token, { ...client, timeoutSeconds: UPDATES_WITHIN });
  let handle: ((context: Context) => Promise<void>) | undefined;
  bot.use(async (context) => await handle?.(context));
  const listen = (wayIn: TelegramWayIn): void => {
    handle = async ({ update }) => {
      const read = readUpdate(update);
      if (read === undefined) return;
      // Acknowledged first, so that the button stops spinning; whether that works changes nothing.
      if (read.press !== undefined) bot.api.answerCallbackQuery(read.press).catch(() => undefined);
      await wayIn.receive(read.incoming);
      crashpoint('telegram.received');
      wayIn.onReceived();
    };
  };
  return {
    channel: telegramChannel(bot.api),
    async me() {
      try {
        // Asked once: grammY's own way of asking goes on for as long as there is no answer.
        if (!bot.isInited()) bot.botInfo = await bot.api.getMe();
        return bot.botInfo;
      } catch (error) {
        throw explained(error);
      }
    },
    async setMenu(entries) {
      await bot.api.setMyCommands(entries);
      await bot.api.setMyCommands(entries, { language_code: 'en' });
    },
    async poll(wayIn, signal) {
      listen(wayIn);
      await bot.api.deleteWebhook();
      await pollUpdates({ bot, updates, wayIn, onFault: options.onFault }, signal);
    },
    webhook(wayIn, secret) {
      listen(puttingAside(wayIn, options.onFault));
      const answer = webhookCallback(bot, 'std/http', {
        secretToken: secret,
        timeoutMilliseconds: 9000,
        onTimeout: 'throw',
      });
      return async (request) => {
        try {
          return await answer(request);
        } catch {
          // Not taken in: Telegram sends it again, and it has one effect all the same.
          options.onFault({ fault: 'webhook-update-not-taken-in' });
          return new Response('', { status: 503 });
        }
      };
    },
    async setWebhook(url, secret) {
      await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: [...ALLOWED_UPDATES] });
    },
  };
}

/** Telegram cannot be used as it is set up, however often it is tried. The message says what to change. */
class TelegramRefused extends Foreseen {
  override name = 'TelegramRefused';
}

/** An update that fails this often while the database is well is put aside, or Telegram would send it for ever. */
const TRIES = 3;

/**
 * Tried again here and at once: Telegram itself sends an update again only after a while, and nobody else's until then. While the
 * database is away it is Telegram's to keep.
 */
function puttingAside(wayIn: TelegramWayIn, onFault: TelegramOptions['onFault']): TelegramWayIn {
  return {
    ...wayIn,
    async receive(incoming) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await wayIn.receive(incoming);
        } catch (error) {
          if (!(await wayIn.databaseAnswers())) throw error;
          if (tries < TRIES) continue;
          const name = error instanceof Error ? error.name : 'fault';
          onFault({ fault: 'telegram-update-put-aside', update: incoming.key, name });
          return 'left-alone';
        }
      }
    },
  };
}

function explained(error: unknown): unknown {
  if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
    return new TelegramRefused(
      'Telegram does not know this bot. Copy the token from @BotFather again into TELEGRAM_BOT_TOKEN.',
    );
  }
  return error;
}
