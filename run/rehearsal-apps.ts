import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type DiscordStandIn, startDiscordStandIn } from '../bots/rehearsal/discord/stand-in.ts';
import { HOME_ZONE } from '../bots/rehearsal/page/rehearsal-time.ts';
import { discordPhones } from '../bots/rehearsal/phones/discord-phones.ts';
import { type Phones, together } from '../bots/rehearsal/phones/phone.ts';
import { slackPhones } from '../bots/rehearsal/phones/slack-phones.ts';
import { telegramPhones } from '../bots/rehearsal/phones/telegram-phones.ts';
import { type SlackStandIn, startSlackStandIn } from '../bots/rehearsal/slack/stand-in.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../bots/rehearsal/telegram/stand-in.ts';
import type { Channel, Texts } from '../core/index.ts';
import { connectDiscord } from './connect-discord.ts';
import { connectSlack } from './connect-slack.ts';
import { connectTelegram } from './connect-telegram.ts';
import type { Connected } from './connected.ts';
import { lateChannel } from './late-channel.ts';
import type { Log } from './logger.ts';
import type { RehearsalClock } from './rehearsal-clock.ts';

const BOT_NAME = 'Beenthere';
/** The channel of the Slack workspace that coordinators write to each other in. */
const TEAM_CHANNEL = 'mentoring';
const PEER_CHANNEL = 'peer-group';
const PLACE = 'Carers Together';

/** The three apps as they are on this machine: nobody outside it is ever reached. */
export type RehearsalApps = {
  readonly telegram: TelegramStandIn;
  readonly discord: DiscordStandIn;
  readonly slack: SlackStandIn;
  /** The channel of a server in which a peer group meets. */
  readonly peerPlace: { readonly platform: 'discord'; readonly tenant: string; readonly chatId: string };
  /** Settles once the bots have taken in everything that people did. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts the stand-ins, each with what it had when it ended. */
export async function startRehearsalApps(
  folder: string,
  clock: Pick<RehearsalClock, 'now'>,
): Promise<RehearsalApps> {
  const kept = (file: string) => ({
    now: () => clock.now().epochMilliseconds,
    limits: 'off' as const,
    file: join(folder, file),
    botName: BOT_NAME,
  });
  const [telegram, discord, slack] = await Promise.all([
    startTelegramStandIn(kept('telegram.json')),
    startDiscordStandIn(kept('discord.json')),
    startSlackStandIn({ ...kept('slack.json'), teamName: PLACE }),
  ]);
  const guild = discord.guild({ name: PLACE });
  const { id: chatId } = guild.channel({ name: PEER_CHANNEL });
  letIn({ telegram, discord, slack });
  return {
    telegram,
    discord,
    slack,
    peerPlace: { platform: 'discord', tenant: guild.id, chatId },
    async idle() {
      await Promise.all([telegram.idle(), discord.idle(), slack.idle()]);
    },
    async stop() {
      await Promise.all([telegram.stop(), discord.stop(), slack.stop()]);
    },
  };
}

/** Nobody has to be spared on this machine. */
const PACE = { overall: { calls: 1000, seconds: 1 } };

/** The real bots, with the tokens of the stand-ins and of nobody else. Their SDKs are read all at once. */
export function connectRehearsal(
  { telegram, discord, slack }: RehearsalApps,
  databaseUrl: string,
  clock: Pick<RehearsalClock, 'now'>,
  log: Log,
): { readonly bots: Promise<readonly Connected[]>; readonly channels: readonly Channel[] } {
  const { token, applicationId, publicKey } = discord;
  const onTelegram = connectTelegram(
    { token: telegram.token, apiRoot: telegram.url, mode: 'polling', webhook: undefined },
    databaseUrl,
    log,
    PACE,
  );
  const onDiscord = connectDiscord(
    { token, applicationId, apiRoot: discord.url, mode: 'gateway', publicKey },
    databaseUrl,
    log,
    clock.now,
    PACE,
  );
  const onSlack = connectSlack(
    { botToken: slack.botToken, apiRoot: `${slack.url}/api`, mode: 'socket', appToken: slack.appToken },
    databaseUrl,
    log,
    clock.now,
    PACE,
  );
  return {
    bots: Promise.all([onTelegram, onDiscord, onSlack]),
    channels: [
      lateChannel('telegram', onTelegram, { removesWithinHours: 48 }),
      lateChannel('discord', onDiscord, { sheets: true, event: true }),
      lateChannel('slack', onSlack, { sheets: true, front: true }),
    ],
  };
}

const CONNECTED_WITHIN_MS = 15_000;

/** Settles once Discord and Slack have their lines to the bot: what people do before that is lost, as it is in earnest. */
export async function linesAreOpen({ discord, slack }: RehearsalApps): Promise<void> {
  const until = performance.now() + CONNECTED_WITHIN_MS;
  while (discord.gateway.connected === 0 || slack.connections === 0) {
    if (performance.now() > until) throw new Error('A bot of the rehearsal does not connect');
    await pause(10);
  }
}

/** Everybody's apps, for the page. */
export function phonesOf(
  { telegram, discord, slack }: RehearsalApps,
  clock: Pick<RehearsalClock, 'now'>,
  texts: Texts,
): Phones {
  const zone = HOME_ZONE;
  return together([
    telegramPhones(telegram, zone),
    discordPhones({ discord, botName: BOT_NAME, zone, now: () => clock.now().epochMilliseconds }),
    slackPhones({
      slack,
      zone,
      botName: BOT_NAME,
      workspace: PLACE,
      commands: [{ name: '/mentoring', says: texts.say('en', 'slash-mentoring', {}) }],
      channels: [TEAM_CHANNEL],
      homeName: texts.say('en', 'rehearsal-home-tab', {}),
    }),
  ]);
}

/** Who has which app; the first time they are there, they come into being. */
function letIn({ telegram, discord, slack }: Pick<RehearsalApps, 'telegram' | 'discord' | 'slack'>): void {
  for (const [id, firstName] of [
    [71_001, 'Aisha'],
    [71_003, 'Maya'],
    [71_004, 'Joan'],
  ] as const)
    telegram.user({ id, firstName });
  const [guild] = discord.guilds();
  const ruth = discord.user({ id: '72001', name: 'Ruth' });
  if (guild !== undefined) ruth.joinGuild(guild.id);
  slack
    .user({ id: 'U0NADIA', name: 'Nadia', timeZone: HOME_ZONE })
    .inChannel(slack.channel({ name: TEAM_CHANNEL }));
}
