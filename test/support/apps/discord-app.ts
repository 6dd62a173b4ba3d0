import { discordBot, type Ears } from '../../../bots/discord/discord-bot.ts';
import { CHOSEN, WRITTEN } from '../../../bots/discord/read-sheet.ts';
import type { ShownForm } from '../../../bots/rehearsal/discord/form.ts';
import type { Shown } from '../../../bots/rehearsal/discord/shown.ts';
import { type DiscordStandIn, startDiscordStandIn } from '../../../bots/rehearsal/discord/stand-in.ts';
import type { VirtualUser } from '../../../bots/rehearsal/discord/virtual-user.ts';
import type { Web } from '../../../run/serve.ts';
import type { Answer, App, Client, Mode, OnFault, Phone, Question, Said, Sheet, StartApp } from './app.ts';
import { labelsOf, pressOrChoose } from './labels.ts';
import { untilStill } from './until-still.ts';
import { webSide } from './web-side.ts';

export type DiscordApp = App & { readonly standIn: DiscordStandIn };

type DiscordClient = Client & {
  /** How much of what was taken in is still being answered. */
  readonly answering: number;
  idle(): Promise<void>;
};

export async function discordApp(parts: StartApp, mode: Mode = 'polling'): Promise<DiscordApp> {
  const { clock } = parts;
  const now = () => clock.now().epochMilliseconds;
  const standIn = await startDiscordStandIn({ limits: 'off', now });
  /** Messages that people wrote and the bot has not heard of: a line may be slow on a busy machine. */
  const unheard = new Set<string>();
  let connected: DiscordClient | undefined;
  let strangers = 7_000_000_000_000_000n;
  return {
    name: 'discord',
    standIn,
    connect(onFault) {
      connected = client({ ...parts, standIn, unheard, mode }, onFault);
      return connected;
    },
    async idle() {
      const underWay = (): number => standIn.pending + unheard.size + (connected?.answering ?? 0);
      do {
        await untilStill(underWay);
        await connected?.idle();
      } while (underWay() > 0);
    },
    phone(name) {
      strangers += 1n;
      return discordPhone(standIn, standIn.user({ id: String(strangers), name }), unheard);
    },
    stop: () => standIn.stop(),
  };
}

type ClientParts = StartApp & {
  readonly standIn: DiscordStandIn;
  readonly unheard: Set<string>;
  readonly mode: Mode;
};

/** discord.js at the gateway, and its web side where Discord posts what people press. */
function client({ standIn, unheard, mode, clock, moment }: ClientParts, onFault: OnFault): DiscordClient {
  const { token, applicationId, url } = standIn;
  const bot = discordBot({ token, applicationId, apiRoot: url, onFault });
  const stopping = new AbortController();
  let ears: Ears | undefined;
  let listening: Promise<void> = Promise.resolve();
  let answered: Promise<unknown> = Promise.resolve();
  let answering = 0;
  let web: Web | undefined;
  return {
    channel: bot.channel,
    get hook() {
      return web === undefined ? undefined : { url: `${web.url}/discord/interactions`, secret: '' };
    },
    get answering() {
      return answering;
    },
    idle: async () => await ears?.idle(),
    async start(core, store) {
      await bot.me();
      await bot.setMenu(core.menu(), core.texts);
      const opened = bot.open({
        receive(incoming) {
          unheard.delete(incoming.key);
          return core.receive(incoming);
        },
        sheet: core.sheet,
        menu: core.menu(),
        databaseAnswers: store.answers,
        // Who used a command sees that an answer is coming, and waits for it.
        onReceived() {
          answering += 1;
          answered = answered
            .then(() => core.settle())
            .catch(() => onFault({ fault: 'not-settled' }))
            .finally(() => {
              answering -= 1;
            });
        },
      });
      ears = opened;
      listening = opened.listen(stopping.signal);
      await Promise.race([untilStill(() => (opened.isConnected() ? 0 : 1)), listening]);
      if (mode === 'polling') return;
      const discord = opened.http(standIn.publicKey, () => clock.now().epochMilliseconds);
      web = await webSide(core, store, moment, { discord });
      await standIn.setEndpoint(`${web.url}/discord/interactions`);
    },
    async stop() {
      stopping.abort();
      await listening;
      await ears?.stop();
      await web?.stop();
    },
  };
}

/** Somebody's private chat with the bot in Discord. */
export function discordPhone(
  { file }: Pick<DiscordStandIn, 'file'>,
  user: VirtualUser,
  unheard: Set<string>,
): Phone {
  const sends = ({ messageId }: Shown): unknown => unheard.add(`discord:message:${messageId}`);
  return {
    app: 'discord',
    name: user.name,
    userId: user.id,
    see: () =>
      user
        .see()
        .filter(({ from }) => from.isBot)
        .map((shown) => said(shown, user, file)),
    mark: () => user.mark(),
    start: () => sends(user.send('hello')),
    write: (words) => sends(user.send(words)),
    // Only booking has a field of its own for what follows; for anything else one says it to the bot.
    command(name, rest) {
      if (rest === undefined) return user.slash(name);
      return name === 'book'
        ? user.slash(name, { when: rest })
        : user.slash('mentoring', { what: `${name} ${rest}` });
    },
    press(label) {
      const seen = user.see().filter(({ from }) => from.isBot);
      pressOrChoose(seen, label, {
        press: (one, message) => user.press(one, { message }),
        choose: (one, message) => user.choose(one, { message }),
      });
    },
    sheet: () => sheetOf(user.form()),
    async submit(answers) {
      user.submit(Object.fromEntries(answers.map((answer) => entry(answer))));
    },
    dismiss: async () => user.dismiss(),
    sendVoice: () => sends(user.sendVoice()),
    sendPhoto: (caption) => sends(user.sendPhoto(caption)),
    leave: () => user.closeDms(),
    comeBack: () => user.openDms(),
  };
}

function said(shown: Shown, user: VirtualUser, fileOf: DiscordStandIn['file']): Said {
  const { messageId, text, file, at, revision } = shown;
  const bytes = file && fileOf(file.id);
  return {
    id: messageId,
    text,
    labels: labelsOf(shown),
    ...(file && bytes ? { file: { name: file.name, bytes } } : {}),
    at,
    revision,
    press: (label) => user.press(label, { message: shown }),
  };
}

/** A question may have two fields, one to choose in and one to write in. */
function sheetOf(form: ShownForm | undefined): Sheet | undefined {
  if (form === undefined) return undefined;
  const ids = [...new Set(form.fields.map(({ data }) => data.slice(CHOSEN.length)))];
  const questions = ids.map((id): Question => {
    const chosen = form.fields.find(({ data }) => data === `${CHOSEN}${id}`);
    const wrote = form.fields.find(({ data }) => data === `${WRITTEN}${id}`);
    const { label = '', description = '', required = true } = chosen ?? wrote ?? {};
    return {
      id,
      says: `${label} ${description}`.trim(),
      options: (chosen?.options ?? []).map((option) => `${option.label} ${option.description ?? ''}`.trim()),
      written: wrote !== undefined,
      optional: !required && (chosen === undefined || wrote === undefined),
    };
  });
  return { title: form.title, texts: form.texts, questions };
}

function entry(answer: Answer): [string, string] {
  return 'chosen' in answer
    ? [`${CHOSEN}${answer.question}`, answer.chosen]
    : [`${WRITTEN}${answer.question}`, answer.wrote];
}
