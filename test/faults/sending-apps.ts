import type { Pacing } from '../../bots/pacing.ts';
import { startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { startTelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { connectDiscord } from '../../run/connect-discord.ts';
import { connectSlack } from '../../run/connect-slack.ts';
import { connectTelegram } from '../../run/connect-telegram.ts';
import type { Connected } from '../../run/connected.ts';
import { openLog } from '../../run/logger.ts';
import { momentNow } from '../../run/moments.ts';
import type { AppName } from '../support/apps/app.ts';

/** A call of ours that shows something to somebody. */
export type Call = {
  /** By the clock that never goes back. */
  readonly at: number;
  /** Who is written to, by the app's own id of them. */
  readonly userId: string;
  /** The seconds that the app told us to wait; undefined where it took the message. */
  readonly wait: number | undefined;
  /** Whether it took it. */
  readonly taken: boolean;
};

/** What an app does to calls: tells us to wait (everybody, or in this chat), fails, is cut, or refuses for good. */
export type Trouble =
  | { readonly is: 'wait'; readonly seconds: number; readonly everywhere?: boolean }
  | { readonly is: 'failing' | 'cut' | 'hang' | 'never' };

export type AppUser = {
  readonly userId: string;
  readonly tenant: string;
  /** What the bot has said to them, the oldest first. */
  says(): string[];
  leave(): void;
};

/** The real client of an app as the program sends through it, with the app's stand-in at the other end. */
export type SendingApp = {
  readonly name: AppName;
  readonly connected: Connected;
  /** One more client, as another instance of the program has. Whoever asks stops it. */
  another(): Promise<Connected>;
  /** By which a program of its own finds the stand-in. */
  readonly settings: Readonly<Record<string, string>>;
  user(name: string): AppUser;
  onCall(listener: (call: Call) => void): void;
  /** The next calls into somebody's chat, or into any, meet this. */
  meet(trouble: Trouble, userId?: string, times?: number): void;
  clear(): void;
  stop(): Promise<void>;
};

const nobody = 'postgresql://127.0.0.1:1/nobody';
const log = openLog('silent');
const machineClock = () => momentNow().now;

type Limits = 'off' | 'realistic';
type Pace = Omit<Pacing, 'now'>;

/** At its real pace, unless another is given. */
export async function sendingApp(name: AppName, limits: Limits = 'off', pace?: Pace): Promise<SendingApp> {
  if (name === 'telegram') return await telegram(limits, pace);
  return name === 'discord' ? await discord(limits, pace) : await slack(limits, pace);
}

async function telegram(limits: Limits, pace?: Pace): Promise<SendingApp> {
  const standIn = await startTelegramStandIn({ limits });
  const { token, url: apiRoot } = standIn;
  const config = { token, apiRoot, mode: 'polling', webhook: undefined } as const;
  const another = (): Promise<Connected> => connectTelegram(config, nobody, log, pace);
  const connected = await another();
  let people = 9000;
  return {
    name: 'telegram',
    connected,
    another,
    settings: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot },
    user(name) {
      people += 1;
      const user = standIn.user({ id: people, firstName: name });
      user.start();
      const says = (): string[] => user.see().flatMap(({ from, text }) => (from.isBot ? [text] : []));
      return { userId: String(user.id), tenant: '', says, leave: () => user.block() };
    },
    onCall(listener) {
      standIn.journal.onEntry((entry) => {
        if (entry.kind !== 'request' || !/^send|^edit/.test(entry.method)) return;
        const { reply } = entry;
        const wait = reply?.ok === false ? reply.parameters?.retry_after : undefined;
        const userId = String(entry.params['chat_id']);
        listener({ at: performance.now(), userId, wait, taken: reply?.ok === true });
      });
    },
    meet(trouble, userId, times = 1) {
      const chat = userId === undefined ? {} : { chat: Number(userId) };
      if (trouble.is === 'wait')
        standIn.faults.next({ kind: '429', retryAfter: trouble.seconds, times, ...chat });
      else standIn.faults.next({ kind: KINDS[trouble.is], times, ...chat });
    },
    clear: () => standIn.faults.clear(),
    stop: async () => {
      await standIn.stop();
      await connected.stop();
    },
  };
}

const KINDS = { failing: '500', cut: 'cut-before', hang: 'hang', never: '403' } as const;

async function discord(limits: Limits, pace?: Pace): Promise<SendingApp> {
  const standIn = await startDiscordStandIn({ limits });
  const { token, applicationId, publicKey, url: apiRoot } = standIn;
  const config = { token, applicationId, publicKey, apiRoot, mode: 'gateway' } as const;
  const another = (): Promise<Connected> => connectDiscord(config, nobody, log, machineClock, pace);
  const connected = await another();
  const channels = new Map<string, string>();
  let people = 7_000_000_000_000_000n;
  return {
    name: 'discord',
    connected,
    another,
    settings: {
      DISCORD_TOKEN: token,
      DISCORD_APPLICATION_ID: applicationId,
      DISCORD_PUBLIC_KEY: publicKey,
      DISCORD_API_ROOT: apiRoot,
    },
    user(name) {
      people += 1n;
      const user = standIn.user({ id: String(people), name });
      user.install();
      channels.set(user.channelId, user.id);
      const says = (): string[] => user.see().flatMap(({ from, text }) => (from.isBot ? [text] : []));
      return { userId: user.id, tenant: '', says, leave: () => user.closeDms() };
    },
    onCall(listener) {
      standIn.journal.onEntry((entry) => {
        if (entry.kind !== 'request' || !/(POST|PATCH) \/channels/.test(entry.route)) return;
        const { reply } = entry;
        const told = reply?.status === 429 ? Reflect.get(Object(reply.body), 'retry_after') : undefined;
        const userId = channels.get(entry.path.split('/')[2] ?? '') ?? '';
        const taken = reply !== undefined && reply.status < 300;
        listener({ at: performance.now(), userId, wait: told === undefined ? told : Number(told), taken });
      });
    },
    meet(trouble, userId, times = 1) {
      const route = 'POST /channels/:channel/messages';
      const [channel] = [...channels].find(([, id]) => id === userId) ?? [];
      const where = { route, times, ...(channel === undefined ? {} : { channel }) };
      if (trouble.is === 'wait') {
        const { seconds: retryAfter, everywhere: global = false } = trouble;
        standIn.faults.next({ kind: '429', retryAfter, global, ...where });
      } else standIn.faults.next({ kind: KINDS[trouble.is], ...where });
    },
    clear: () => standIn.faults.clear(),
    stop: async () => {
      await standIn.stop();
      await connected.stop();
    },
  };
}

async function slack(limits: Limits, pace?: Pace): Promise<SendingApp> {
  const standIn = await startSlackStandIn({ limits });
  const { botToken, appToken, signingSecret, url, teamId: tenant } = standIn;
  const config = { botToken, appToken, signingSecret, apiRoot: `${url}/api`, mode: 'socket' } as const;
  const another = (): Promise<Connected> => connectSlack(config, nobody, log, machineClock, pace);
  const connected = await another();
  const channels = new Map<string, string>();
  return {
    name: 'slack',
    connected,
    another,
    settings: {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_ROOT: `${url}/api`,
    },
    user(name) {
      const user = standIn.user({ name });
      channels.set(user.channel, user.id);
      const says = (): string[] => user.see().flatMap(({ from, text }) => (from.isBot ? [text] : []));
      return { userId: user.id, tenant, says, leave: () => user.deactivate() };
    },
    onCall(listener) {
      standIn.journal.onEntry((entry) => {
        if (entry.kind !== 'request' || !/^chat\.(post|update)/.test(entry.method)) return;
        const channel = String(entry.params['channel']);
        const userId = channels.get(channel) ?? channel;
        const { reply } = entry;
        listener({ at: performance.now(), userId, wait: reply?.retryAfter, taken: reply?.body.ok === true });
      });
    },
    meet(trouble, userId, times = 1) {
      const where = {
        method: 'chat.postMessage',
        times,
        ...(userId === undefined ? {} : { channel: userId }),
      };
      if (trouble.is === 'wait') standIn.faults.next({ kind: '429', retryAfter: trouble.seconds, ...where });
      else if (trouble.is === 'never')
        standIn.faults.next({ kind: 'error', error: 'channel_not_found', ...where });
      else standIn.faults.next({ kind: KINDS[trouble.is], ...where });
    },
    clear: () => standIn.faults.clear(),
    stop: async () => {
      await standIn.stop();
      await connected.stop();
    },
  };
}
