import { startTelegramStandIn, type TelegramStandIn } from '../../../bots/rehearsal/telegram/stand-in.ts';
import type { VirtualUser } from '../../../bots/rehearsal/telegram/virtual-user.ts';
import { telegramBot } from '../../../bots/telegram/telegram-bot.ts';
import type { Web } from '../../../run/serve.ts';
import type { App, Client, Mode, OnFault, Phone, Said, StartApp } from './app.ts';
import { webSide } from './web-side.ts';

export type TelegramApp = App & {
  readonly standIn: TelegramStandIn;
  /** A person with a phone who has never written before. */
  stranger(name: string): VirtualUser;
};

const SECRET = 'a-secret-that-only-these-two-know';

export async function telegramApp({ clock, moment }: StartApp, mode: Mode): Promise<TelegramApp> {
  const now = () => clock.now().epochMilliseconds;
  const standIn = await startTelegramStandIn({ limits: 'off', now, conflictPauseMs: 20 });
  let strangers = 5000;
  const stranger = (name: string): VirtualUser => {
    strangers += 1;
    return standIn.user({ id: strangers, firstName: name });
  };
  return {
    name: 'telegram',
    standIn,
    stranger,
    connect: (onFault) =>
      mode === 'polling' ? polling(standIn, onFault) : webhook(standIn, onFault, moment),
    idle: () => standIn.idle(),
    phone: (name) => telegramPhone(standIn, stranger(name)),
    stop: () => standIn.stop(),
  };
}

function botOf({ token, url }: TelegramStandIn, onFault: OnFault) {
  return telegramBot({ token, apiRoot: url, onFault });
}

function polling(standIn: TelegramStandIn, onFault: OnFault): Client {
  const bot = botOf(standIn, onFault);
  const stopping = new AbortController();
  let done: Promise<void> = Promise.resolve();
  return {
    channel: bot.channel,
    async start(core, store) {
      await bot.me();
      await bot.setMenu(core.menu());
      const wayIn = { receive: core.receive, databaseAnswers: store.answers, onReceived: () => undefined };
      done = bot.poll(wayIn, stopping.signal);
    },
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

function webhook(standIn: TelegramStandIn, onFault: OnFault, moment: StartApp['moment']): Client {
  const bot = botOf(standIn, onFault);
  let web: Web | undefined;
  return {
    channel: bot.channel,
    get hook() {
      return web === undefined ? undefined : { url: `${web.url}/telegram`, secret: SECRET };
    },
    async start(core, store) {
      await bot.me();
      await bot.setMenu(core.menu());
      const wayIn = { receive: core.receive, databaseAnswers: store.answers, onReceived: () => undefined };
      web = await webSide(core, store, moment, { telegram: bot.webhook(wayIn, SECRET) });
      await bot.setWebhook(`${web.url}/telegram`, SECRET);
    },
    stop: async () => await web?.stop(),
  };
}

/** Somebody's phone with Telegram. */
export function telegramPhone(standIn: Pick<TelegramStandIn, 'file'>, user: VirtualUser): Phone {
  const see = (): Said[] =>
    user
      .see()
      .filter(({ from }) => from.isBot)
      .map((shown) => {
        const { messageId, text, buttons, file, at, revision } = shown;
        const bytes = file && standIn.file(file.id);
        return {
          id: String(messageId),
          text,
          labels: buttons.flat().map(({ label }) => label),
          ...(file && bytes ? { file: { name: file.name ?? '', bytes } } : {}),
          at,
          revision,
          press: (label) => user.press(label, { message: shown }),
        };
      });
  return {
    app: 'telegram',
    name: user.name,
    userId: String(user.id),
    see,
    mark: () => user.mark(),
    start: (code) => user.start(code),
    write: (words) => user.send(words),
    command: (name, rest = '') => user.send(`/${name} ${rest}`.trim()),
    press: (label) => user.press(label),
    sheet: () => undefined,
    submit: () => Promise.reject(new Error('Telegram has no forms over the chat')),
    dismiss: () => Promise.reject(new Error('Telegram has no forms over the chat')),
    sendVoice: () => user.sendVoice(),
    sendPhoto: (caption) => user.sendPhoto(caption),
    leave: () => user.block(),
    comeBack: () => user.unblock(),
  };
}
