import type { Shown, ShownInput, ShownView } from '../../../bots/rehearsal/slack/shown.ts';
import { type SlackStandIn, startSlackStandIn } from '../../../bots/rehearsal/slack/stand-in.ts';
import type { VirtualUser } from '../../../bots/rehearsal/slack/virtual-user.ts';
import { CHOSEN, WRITTEN } from '../../../bots/slack/read-sheet.ts';
import { slackBot } from '../../../bots/slack/slack-bot.ts';
import { slackWayIn } from '../../../run/connect-slack.ts';
import type { Web } from '../../../run/serve.ts';
import type { Answer, App, Client, Mode, OnFault, Phone, Question, Said, Sheet, StartApp } from './app.ts';
import { labelsOf, pressOrChoose } from './labels.ts';
import { untilStill } from './until-still.ts';
import { webSide } from './web-side.ts';

export type SlackApp = App & { readonly standIn: SlackStandIn };

/** What the bot has heard of and not dealt with: how much is going into the database, and forms that are to be opened. */
type AtWork = { count: number; readonly toOpen: Set<string> };

export async function slackApp(parts: StartApp, mode: Mode = 'polling'): Promise<SlackApp> {
  const { clock } = parts;
  const now = () => clock.now().epochMilliseconds;
  const standIn = await startSlackStandIn({ limits: 'off', now });
  const atWork: AtWork = { count: 0, toOpen: new Set() };
  const underWay = (): number => standIn.pending + atWork.count + atWork.toOpen.size;
  standIn.journal.onEntry((entry) => {
    if (entry.kind === 'request' && entry.method === 'views.open') atWork.toOpen.clear();
  });
  let strangers = 0;
  return {
    name: 'slack',
    standIn,
    connect: (onFault) => client({ ...parts, standIn, atWork, mode }, onFault),
    // The bot says at once that it heard of a press, and then works on it.
    idle: () => untilStill(underWay),
    phone(name) {
      strangers += 1;
      return slackPhone(standIn, standIn.user({ id: `U0STRANGER${strangers}`, name }));
    },
    stop: () => standIn.stop(),
  };
}

type ClientParts = StartApp & {
  readonly standIn: SlackStandIn;
  readonly atWork: AtWork;
  readonly mode: Mode;
};

/** Bolt in Socket Mode, or told by web requests. */
function client({ standIn, atWork, mode, clock, moment }: ClientParts, onFault: OnFault): Client {
  const { botToken, appToken, signingSecret, url } = standIn;
  const bot = slackBot({ botToken, apiRoot: `${url}/api`, now: clock.now, onFault });
  const stopping = new AbortController();
  let listening: Promise<void> = Promise.resolve();
  let web: Web | undefined;
  return {
    channel: bot.channel,
    get hook() {
      return web === undefined ? undefined : { url: `${web.url}/slack/events`, secret: signingSecret };
    },
    async start(core, store) {
      await bot.me();
      const { receive, sheet } = core;
      const counted: typeof core = {
        ...core,
        receive(incoming) {
          atWork.toOpen.delete(incoming.key);
          return counting(atWork, () => receive(incoming));
        },
        sheet: (incoming) =>
          counting(atWork, async () => {
            const found = await sheet(incoming);
            if (found !== undefined) atWork.toOpen.add(incoming.key);
            return found;
          }),
      };
      const wayIn = slackWayIn(counted, () => undefined, store.answers);
      if (mode === 'polling') {
        listening = bot.listen(wayIn, appToken, stopping.signal);
        return await standIn.connected(1);
      }
      // Slack signs by its own clock, which is not moved.
      const slack = await bot.web(wayIn, signingSecret, () => Math.floor(Date.now() / 1000));
      web = await webSide(core, store, moment, { slack });
      await standIn.useRequestUrls({ events: `${web.url}/slack/events` });
    },
    async stop() {
      stopping.abort();
      await listening;
      await bot.stop();
      await web?.stop();
    },
  };
}

async function counting<T>(atWork: AtWork, work: () => Promise<T>): Promise<T> {
  atWork.count += 1;
  try {
    return await work();
  } finally {
    atWork.count -= 1;
  }
}

/** Somebody's direct messages with the bot in Slack. */
export function slackPhone(standIn: SlackStandIn, user: VirtualUser): Phone {
  return {
    app: 'slack',
    name: user.name,
    userId: user.id,
    see: () =>
      user
        .see()
        .filter(({ from }) => from.isBot)
        .map((shown) => said(shown, user, standIn)),
    mark: () => user.mark(),
    start: () => user.send('hello'),
    write: (words) => user.send(words),
    command: (name, rest = '') => user.command('/mentoring', `${name} ${rest}`.trim()),
    press(label) {
      const seen = user.see().filter(({ from }) => from.isBot);
      pressOrChoose(seen, label, {
        press: (one, message) => user.press(one, { message }),
        choose: (one, message) => user.choose(one, { message }),
      });
    },
    sheet: () => sheetOf(user.modal()),
    async submit(answers) {
      for (const answer of answers) user.fillIn(entry(answer));
      const { outcome, errors } = await user.submit();
      if (outcome === 'refused') throw new Error(`Slack does not let it go: ${JSON.stringify(errors)}`);
    },
    dismiss: () => user.closeModal(),
    sendVoice: () => sendFile(standIn, user, 'audio/webm', ''),
    sendPhoto: (caption = '') => sendFile(standIn, user, 'image/jpeg', caption),
    leave: () => user.deactivate(),
    comeBack: () => user.reactivate(),
  };
}

/** As Slack tells of a message with a file. */
function sendFile(standIn: SlackStandIn, user: VirtualUser, mimetype: string, text: string): void {
  const ts = `${Math.floor(Date.now() / 1000)}.${String(files++).padStart(6, '0')}`;
  standIn.sendEvent({
    type: 'message',
    subtype: 'file_share',
    channel: user.channel,
    channel_type: 'im',
    user: user.id,
    text,
    files: [{ id: `F${files}`, mimetype, filetype: mimetype.split('/')[1] }],
    ts,
    event_ts: ts,
  });
}

let files = 0;

function said(shown: Shown, user: VirtualUser, standIn: SlackStandIn): Said {
  const { ts, text, at, revision } = shown;
  const [file] = shown.files;
  const bytes = file && standIn.file(file.id);
  return {
    id: ts,
    text,
    labels: labelsOf(shown),
    ...(file && bytes ? { file: { name: file.name, bytes } } : {}),
    at,
    revision,
    press: (label) => user.press(label, { message: shown }),
  };
}

/** A question may have two fields, one to choose in and one to write in. */
function sheetOf(view: ShownView | undefined): Sheet | undefined {
  if (view === undefined) return undefined;
  const ids = [...new Set(view.inputs.map(({ blockId }) => blockId.slice(CHOSEN.length)))];
  const field = (id: string): ShownInput | undefined => view.inputs.find(({ blockId }) => blockId === id);
  const questions = ids.map((id): Question => {
    const chosen = field(`${CHOSEN}${id}`);
    const wrote = field(`${WRITTEN}${id}`);
    const { label = '', hint = '', isOptional = false } = chosen ?? wrote ?? {};
    return {
      id,
      says: `${label} ${hint}`.trim(),
      options: (chosen?.options ?? []).map((option) => option.label),
      written: wrote !== undefined,
      optional: isOptional && (chosen === undefined || wrote === undefined),
    };
  });
  return { title: view.title, texts: view.paragraphs, questions };
}

function entry(answer: Answer): Record<string, string> {
  return 'chosen' in answer
    ? { [`${CHOSEN}${answer.question}`]: answer.chosen }
    : { [`${WRITTEN}${answer.question}`]: answer.wrote };
}
