import { setTimeout as pause } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import type { Ears } from '../bots/discord/discord-bot.ts';
import { goesByInteraction } from '../bots/discord/handles.ts';
import { type Pacing, paced } from '../bots/pacing.ts';
import type { DiscordConfig } from '../config.ts';
import type { Connected } from './connected.ts';
import { lineTo } from './line.ts';
import type { Log } from './logger.ts';
import { momentNow } from './moments.ts';

/** As documented: fifty calls a second for the whole bot. How much a chat takes Discord says with every answer. */
const PACE = { overall: { calls: 50, seconds: 1 } };

/** A session of the gateway waits for us for a short while, which Discord does not document; what we count on is our default. */
const KEEPS_MINUTES = 2;

/** A bot may begin a thousand sessions a day, and loses its token when it begins more: so often at most, where Discord refuses. */
const AFTER_A_REFUSAL_MS = 100_000;

/**
 * Loads discord.js, which is left alone where Discord is not configured, and prepares the bot. `now` is the clock by which
 * Discord signs, where that is not the machine's.
 */
export async function connectDiscord(
  config: DiscordConfig,
  databaseUrl: string,
  log: Log,
  now: () => Temporal.Instant = machineClock,
  pace: Omit<Pacing, 'now'> = PACE,
): Promise<Connected> {
  const { discordBot } = await import('../bots/discord/discord-bot.ts');
  const bot = discordBot({
    token: config.token,
    applicationId: config.applicationId,
    ...(config.apiRoot === undefined ? {} : { apiRoot: config.apiRoot }),
    onFault: (fault) => log.warn(fault),
  });
  const line = lineTo('Discord', databaseUrl, log);
  let ears: Ears | undefined;
  return {
    channel: paced(bot.channel, {
      ...pace,
      isUncounted: goesByInteraction,
      now: () => performance.now(),
    }),
    refused: line.refused,
    async start(core, onReceived, databaseAnswers) {
      const { receive, sheet } = core;
      const open = bot.open({
        receive,
        sheet,
        databaseAnswers,
        onReceived,
        menu: core.menu(),
        onMissed() {
          log.warn({ fault: 'discord-events-missed' });
          core.hear('discord', 0).catch(() => log.warn({ fault: 'discord-not-noted' }));
        },
      });
      ears = open;
      const introduce = async (): Promise<void> => {
        const me = await bot.me();
        await bot.setMenu(core.menu(), core.texts);
        log.info({ bot: me.id, mode: config.mode }, 'Discord is connected');
      };
      // What people write in the private chat comes by the gateway in either mode: Discord has no other way for it.
      const on = (signal: AbortSignal): Promise<void> => listen(open, signal);
      await line.open({
        core,
        keepsMinutes: KEEPS_MINUTES,
        isConnected: open.isConnected,
        introduce,
        listen: { lease: () => `discord-gateway ${config.applicationId}`, on },
      });
      if (config.mode !== 'http') return undefined;
      return line.onceReached(open.http(config.publicKey, () => now().epochMilliseconds));
    },
    async stop() {
      await line.close();
      await ears?.stop();
    },
  };
}

const machineClock = (): Temporal.Instant => momentNow().now;

async function listen(ears: Ears, signal: AbortSignal): Promise<void> {
  try {
    await ears.listen(signal);
  } catch (error) {
    const isRefusal = error instanceof Error && error.name === 'GatewayClosed';
    if (isRefusal) await pause(AFTER_A_REFUSAL_MS, undefined, { signal }).catch(() => undefined);
    throw error;
  }
}
