import { setTimeout as pause } from 'node:timers/promises';
import type { Ears } from '../bots/discord/discord-bot.ts';
import { paced } from '../bots/pacing.ts';
import type { DiscordConfig } from '../config.ts';
import { takeLease } from '../core/store/lease.ts';
import type { Connected } from './connect-telegram.ts';
import type { Log } from './logger.ts';

/** As documented: fifty calls a second for the whole bot. How much a chat takes Discord says with every answer. */
const PACE = { overall: { calls: 50, seconds: 1 } };

/** A session of the gateway waits for us for about this long; Discord does not document it. */
const KEPT_MINUTES = 2;

/** Loads discord.js, which is left alone where Discord is not configured, and prepares the bot. */
export async function connectDiscord(
  config: DiscordConfig,
  databaseUrl: string,
  log: Log,
): Promise<Connected> {
  const { discordBot } = await import('../bots/discord/discord-bot.ts');
  const bot = discordBot({
    token: config.token,
    applicationId: config.applicationId,
    ...(config.apiRoot === undefined ? {} : { apiRoot: config.apiRoot }),
    onFault: (fault) => log.warn(fault),
  });
  const stopping = new AbortController();
  let ears: Ears | undefined;
  let listening: Promise<void> = Promise.resolve();
  return {
    channel: paced(bot.channel, { ...PACE, now: () => performance.now() }),
    async start(core, onReceived, databaseAnswers) {
      const me = await bot.me();
      await bot.setMenu(core.menu(), core.texts);
      log.info({ bot: me.id, mode: config.mode }, 'Discord is connected');
      const hear = (minutes: number): void => {
        core.hear('discord', minutes).catch(() => log.warn({ fault: 'discord-not-noted' }));
      };
      ears = bot.open({
        receive: core.receive,
        sheet: core.sheet,
        databaseAnswers,
        onReceived,
        onHeard: () => hear(KEPT_MINUTES),
        onMissed() {
          log.warn({ fault: 'discord-events-missed' });
          hear(0);
        },
      });
      // What people write in the private chat comes by the gateway in either mode: Discord has no other way for it.
      listening = listenWhileLeased(ears, config.applicationId, databaseUrl, stopping.signal, log);
      return config.mode === 'http' ? ears.http(config.publicKey, () => Date.now()) : undefined;
    },
    async stop() {
      stopping.abort();
      await listening;
      await ears?.stop();
    },
  };
}

const TRY_AGAIN_MS = 1000;
/** A bot may begin only a thousand sessions a day. */
const AFTER_A_FAULT_MS = 10_000;

/** A bot has one session at the gateway. Of several programs that share a database, one has it; another takes over when it ends. */
async function listenWhileLeased(
  ears: Ears,
  applicationId: string,
  url: string,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  const rest = (milliseconds: number) => pause(milliseconds, undefined, { signal }).catch(() => undefined);
  while (!signal.aborted) {
    const lease = await takeLease(url, `discord-gateway ${applicationId}`).catch(() => undefined);
    if (lease === undefined) {
      await rest(TRY_AGAIN_MS);
      continue;
    }
    try {
      await ears.listen(AbortSignal.any([signal, lease.lost]));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      log.warn({ fault: 'discord-gateway', name: error instanceof Error ? error.name : 'fault', code });
      await rest(AFTER_A_FAULT_MS);
    } finally {
      await lease.release().catch(() => undefined);
    }
  }
}
