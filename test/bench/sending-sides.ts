import { webApi } from '@slack/bolt';
import { REST, Routes } from 'discord.js';
import { Api } from 'grammy';
import { discordBot } from '../../bots/discord/discord-bot.ts';
import { writeMessage as writeForDiscord } from '../../bots/discord/write-message.ts';
import { startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { startTelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { slackBot } from '../../bots/slack/slack-bot.ts';
import { writeMessage as writeForSlack } from '../../bots/slack/write-message.ts';
import { telegramBot } from '../../bots/telegram/telegram-bot.ts';
import { writeMessage as writeForTelegram } from '../../bots/telegram/write-message.ts';
import type { Channel, Shown } from '../../core/index.ts';
import { momentNow } from '../../run/moments.ts';

/** An app's stand-in with people, our way to write to them, and the app's own library called as plainly as can be. */
export type SendingSides = {
  readonly name: string;
  readonly people: readonly { readonly userId: string; readonly tenant: string }[];
  readonly channel: Channel;
  /** Sends the same message, laid out beforehand. */
  bare(userId: string): Promise<unknown>;
  stop(): Promise<void>;
};

/** What our way to write says in the queue that is drained, with the buttons that stand below it. */
const buttons = [
  [
    { label: 'Home', token: 'b-0123456789abcdefghijkl' },
    { label: 'Help', token: 'b-0123456789abcdefghijkm' },
  ],
];
const example: Shown = { paragraphs: ['Ada writes:'], buttons };

const onFault = (): undefined => undefined;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

export async function telegramSides(count: number): Promise<SendingSides> {
  const standIn = await startTelegramStandIn({ limits: 'off' });
  const { token, url: apiRoot } = standIn;
  const api = new Api(token, { apiRoot });
  const [part] = writeForTelegram(example);
  if (part?.is !== 'text' || part.keyboard === undefined) throw new Error('Nothing to send');
  const { text, keyboard: reply_markup } = part;
  const people = numbers(count).map((n) => {
    standIn.user({ id: 1000 + n, firstName: 'Ada' }).start();
    return { userId: String(1000 + n), tenant: '' };
  });
  return {
    name: 'telegram',
    people,
    channel: telegramBot({ token, apiRoot, onFault }).channel,
    bare: (userId) => api.sendMessage(userId, text, { reply_markup }),
    stop: () => standIn.stop(),
  };
}

export async function discordSides(count: number): Promise<SendingSides> {
  const standIn = await startDiscordStandIn({ limits: 'off' });
  const { token, applicationId, url: apiRoot } = standIn;
  const rest = new REST({ api: apiRoot, version: '10', globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  rest.setToken(token);
  const [part] = writeForDiscord(example);
  if (part === undefined) throw new Error('Nothing to send');
  const { content, components } = part;
  const channels = new Map<string, string>();
  const people = numbers(count).map((n) => {
    const user = standIn.user({ id: String(7_000_000_000_000_000n + BigInt(n)), name: 'Ada' });
    user.install();
    channels.set(user.id, user.channelId);
    return { userId: user.id, tenant: '' };
  });
  return {
    name: 'discord',
    people,
    channel: discordBot({ token, applicationId, apiRoot, onFault }).channel,
    bare: (userId) =>
      rest.post(Routes.channelMessages(channels.get(userId) ?? ''), { body: { content, components } }),
    stop: () => standIn.stop(),
  };
}

export async function slackSides(count: number): Promise<SendingSides> {
  const standIn = await startSlackStandIn({ limits: 'off' });
  const { botToken, url, teamId: tenant } = standIn;
  const client = new webApi.WebClient(botToken, { slackApiUrl: `${url}/api/` });
  const [part] = writeForSlack(example);
  if (part === undefined) throw new Error('Nothing to send');
  const { text, blocks } = part;
  const people = numbers(count).map((n) => ({ userId: standIn.user({ name: `Ada ${n}` }).id, tenant }));
  return {
    name: 'slack',
    people,
    channel: slackBot({ botToken, apiRoot: `${url}/api`, now: () => momentNow().now, onFault }).channel,
    bare: (channel) => client.chat.postMessage({ channel, text, blocks }),
    stop: () => standIn.stop(),
  };
}
