import type { Temporal } from 'temporal-polyfill';
import { type Pacing, paced } from '../bots/pacing.ts';
import type { SlackWayIn } from '../bots/slack/way-in.ts';
import type { SlackConfig } from '../config.ts';
import type { Core } from '../core/index.ts';
import type { Connected } from './connect-telegram.ts';
import { hearWhileConnected } from './hear-while-connected.ts';
import type { Log } from './logger.ts';
import { momentNow } from './moments.ts';
import { whenReached } from './when-reached.ts';
import { whileLeased } from './while-leased.ts';

/** Slack's own rule: a message a second for a channel, with a few at once. What it takes from all of a bot it says itself. */
const PACE = { perChat: { calls: 3, seconds: 3 }, overall: { calls: 20, seconds: 1 } };

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
  const stopping = new AbortController();
  const refused = Promise.withResolvers<string>();
  let listening: Promise<void> = Promise.resolve();
  let hushed = (): void => undefined;
  return {
    channel: paced(bot.channel, { ...pace, now: () => performance.now() }),
    refused: refused.promise,
    async start(core, onReceived, databaseAnswers) {
      const wayIn = slackWayIn(core, onReceived, databaseAnswers);
      let teamId = '';
      const introduce = async (): Promise<void> => {
        const me = await bot.me();
        teamId = me.teamId;
        log.info({ bot: me.userId, mode: config.mode }, 'Slack is connected');
        hushed = hearWhileConnected(core, 'slack', KEEPS_MINUTES, bot.isConnected);
      };
      const reached = await whenReached(introduce, { app: 'Slack', signal: stopping.signal, log });
      if (config.mode === 'http') return await bot.web(wayIn, config.signingSecret, seconds);
      const { appToken } = config;
      const listen = (): Promise<void> => {
        const leased = { name: `slack-socket ${teamId}`, url: databaseUrl, signal: stopping.signal, log };
        return whileLeased((signal) => bot.listen(wayIn, appToken, signal), leased);
      };
      listening = reached()
        .then(listen)
        .catch((error: unknown) =>
          refused.resolve(error instanceof Error ? error.message : 'Slack cannot be used'),
        );
      return undefined;
    },
    async stop() {
      hushed();
      stopping.abort();
      await listening;
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
