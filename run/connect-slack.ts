import type { Temporal } from 'temporal-polyfill';
import { type Pacing, paced } from '../bots/pacing.ts';
import type { SlackWayIn } from '../bots/slack/way-in.ts';
import type { SlackConfig } from '../config.ts';
import type { Core } from '../core/index.ts';
import type { Connected, WebHandler } from './connected.ts';
import { lineTo } from './line.ts';
import type { Log } from './logger.ts';
import { momentNow } from './moments.ts';

/**
 * Slack's own rule: a message a second for a channel, with a few at once. What it takes from all of a bot it says itself; twenty a
 * second are ours, evenly: what is under way when the program ends is sent again, and Slack cannot tell that it has it.
 */
const PACE = { perChat: { calls: 3, seconds: 3 }, overall: { calls: 4, seconds: 0.2 } };

/** Slack tries an event three times, the last after about six minutes; what we count on is our default. */
const KEEPS_MINUTES = 5;

/**
 * Loads Bolt, which is left alone where Slack is not configured, and prepares the bot. `now` is the core's clock, where that is
 * not the machine's.
 */
export async function connectSlack(
  config: SlackConfig,
  databaseUrl: string,
  log: Log,
  now: () => Temporal.Instant = machineClock,
  pace: Omit<Pacing, 'now'> = PACE,
): Promise<Connected> {
  const { slackBot } = await import('../bots/slack/slack-bot.ts');
  const bot = slackBot({
    botToken: config.botToken,
    ...(config.apiRoot === undefined ? {} : { apiRoot: config.apiRoot }),
    now,
    onFault: (fault) => log.warn(fault),
  });
  const line = lineTo('Slack', databaseUrl, log);
  return {
    channel: paced(bot.channel, { ...pace, now: () => performance.now() }),
    refused: line.refused,
    async start(core, onReceived, databaseAnswers) {
      const wayIn = slackWayIn(core, onReceived, databaseAnswers);
      let teamId = '';
      const web = Promise.withResolvers<WebHandler>();
      const introduce = async (): Promise<void> => {
        const me = await bot.me();
        teamId = me.teamId;
        if (config.mode === 'http') web.resolve(await bot.web(wayIn, config.signingSecret, seconds));
        log.info({ bot: me.userId, mode: config.mode }, 'Slack is connected');
      };
      const hearing = { core, keepsMinutes: KEEPS_MINUTES, isConnected: bot.isConnected, introduce };
      if (config.mode === 'http') {
        await line.open(hearing);
        return line.onceReached(async (request) => await (await web.promise)(request));
      }
      const { appToken } = config;
      const on = (signal: AbortSignal): Promise<void> => bot.listen(wayIn, appToken, signal);
      await line.open({ ...hearing, listen: { lease: () => `slack-socket ${teamId}`, on } });
      return undefined;
    },
    async stop() {
      await line.close();
      await bot.stop();
    },
  };
}

const machineClock = (): Temporal.Instant => momentNow().now;
/** Requests are signed by Slack's own clock, also where ours is moved by hand. */
const seconds = (): number => Math.floor(machineClock().epochMilliseconds / 1000);

/** What the bot asks of the core. What its menu takes is the same for everybody. */
export function slackWayIn(
  core: Pick<Core, 'receive' | 'sheet' | 'menu'>,
  onReceived: () => void,
  databaseAnswers: () => Promise<boolean>,
): SlackWayIn {
  return {
    receive: core.receive,
    sheet: core.sheet,
    commands: new Set(core.menu().map(({ command }) => command)),
    databaseAnswers,
    onReceived,
  };
}
