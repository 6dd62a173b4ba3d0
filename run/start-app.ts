import type { Config } from '../config.ts';
import { openCore } from '../core/index.ts';
import type { Jobs } from '../core/store/jobs.ts';
import { connectDiscord } from './connect-discord.ts';
import { connectSlack } from './connect-slack.ts';
import { connectTelegram } from './connect-telegram.ts';
import type { Connected } from './connected.ts';
import type { Log } from './logger.ts';
import { startLoops } from './loops.ts';
import { momentNow } from './moments.ts';
import { serve } from './serve.ts';
import { startDatabase } from './start-database.ts';
import { startWork } from './start-work.ts';
import { takeDown } from './take-down.ts';

export type RunningApp = {
  readonly url: string;
  readonly notes: readonly string[];
  /** Says why, if it cannot go on. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
};

/** The bots that are configured; the others' libraries are left alone. */
async function connectApps(config: Config, url: string, log: Log): Promise<Connected[]> {
  const { telegram, discord, slack } = config;
  return await Promise.all([
    ...(telegram === undefined ? [] : [connectTelegram(telegram, url, log)]),
    ...(discord === undefined ? [] : [connectDiscord(discord, url, log)]),
    ...(slack === undefined ? [] : [connectSlack(slack, url, log)]),
  ]);
}

/** Runs the real thing: the bots that have tokens, what is due, what is to be sent, and the web side. */
export async function startApp(config: Config, log: Log): Promise<RunningApp> {
  log.info({ reached: 'code' }, 'loaded');
  const database = await startDatabase(config, log);
  log.info({ reached: 'database' }, 'the database is ready');
  const running = takeDown(log);
  running.add(() => database.stop());
  try {
    const bots = await connectApps(config, database.url, log);
    const started = Promise.withResolvers<Jobs>();
    const core = openCore({
      store: database.store,
      channels: bots.map((bot) => bot.channel),
      moment: () => momentNow(),
      onFault: (fault) => log.error(fault),
      onDraftAsked: (id) => started.promise.then((work) => work.draft(id)).catch(() => undefined),
    });
    await core.prepare();
    log.info({ reached: 'core' }, 'the core is ready');
    const loops = startLoops(core, log);
    running.add(() => loops.stop());
    const { url, store } = database;
    const jobs = await startWork({ config, url, core, store, log, wake: loops.wake });
    started.resolve(jobs);
    running.add(() => Promise.all([loops.stop(), jobs.stop()]));
    running.add(() => Promise.all(bots.map((bot) => bot.stop())));
    const answering = bots.map(async (bot) => {
      const hook = await bot.start(core, loops.wake, database.store.answers);
      return [bot.channel.platform, hook] as const;
    });
    const hooks = new Map(await Promise.all(answering));
    const web = await serve({
      config,
      core,
      moment: () => momentNow(),
      onRequest: (note) => log.debug(note, 'api'),
      onFault: (fault) => log.error(fault),
      wake: loops.wake,
      databaseAnswers: database.store.answers,
      telegram: hooks.get('telegram'),
      discord: hooks.get('discord'),
      slack: hooks.get('slack'),
    });
    running.add(() => web.stop());
    const lost = Promise.race([database.lost, loops.lost, ...bots.map((bot) => bot.refused)]);
    return { url: web.url, notes: database.notes, lost, stop: running.all };
  } catch (error) {
    await running.all();
    throw error;
  }
}
