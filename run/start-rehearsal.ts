import { join } from 'node:path';
import { Hono } from 'hono';
import { rehearsalPages } from '../bots/rehearsal/page/rehearsal-pages.ts';
import { startTelegramStandIn } from '../bots/rehearsal/telegram/stand-in.ts';
import type { Config } from '../config.ts';
import { openCore } from '../core/index.ts';
import { connectTelegram } from './connect-telegram.ts';
import { inTurn } from './in-turn.ts';
import type { Log } from './logger.ts';
import { startLoops } from './loops.ts';
import { rehearsalClock } from './rehearsal-clock.ts';
import { rehearsalConfig } from './rehearsal-config.ts';
import { beginStory } from './rehearsal-story.ts';
import { serve } from './serve.ts';
import type { RunningApp } from './start-app.ts';
import { startDatabase } from './start-database.ts';
import { takeDown } from './take-down.ts';

/**
 * With no token: everything as it is in earnest, except that Telegram is a stand-in on loopback, two phones stand on a
 * page, and the clock can be moved. It keeps to a folder of its own and never touches a real database or a real bot.
 */
export async function startRehearsal(given: Config, log: Log): Promise<RunningApp> {
  const config = rehearsalConfig(given);
  const database = await startDatabase(config, log);
  const running = takeDown(log);
  running.add(() => database.stop());
  try {
    const clock = rehearsalClock(config.dataDir, () => ({ core, store: database.store }));
    const telegram = await startTelegramStandIn({
      now: () => clock.now().epochMilliseconds,
      limits: 'off',
      file: join(config.dataDir, 'telegram.json'),
    });
    running.add(() => telegram.stop());
    const bot = await connectTelegram(
      { token: telegram.token, apiRoot: telegram.url, mode: 'polling', webhook: undefined },
      database.url,
      log,
    );
    const core = inTurn(
      openCore({
        store: database.store,
        channels: [bot.channel],
        moment: clock.moment,
        onFault: (fault) => log.error(fault),
      }),
    );
    await core.prepare();
    const loops = startLoops(core, log);
    running.add(() => loops.stop());
    // The clock is moved by hand: nobody was away in the time that is passed over.
    const heard = { ...core, hear: async () => undefined };
    await bot.start(heard, loops.wake, database.store.answers);
    running.add(() => bot.stop());
    const phones = await beginStory({ core, telegram });
    const settled = () => telegram.idle().then(core.settle);
    const pages = rehearsalPages({ telegram, phones, clock, texts: core.texts, settled });
    const web = await serve({
      config,
      core,
      moment: clock.moment,
      onFault: (fault) => log.error(fault),
      wake: loops.wake,
      databaseAnswers: database.store.answers,
      pages: [
        { path: '/', app: showsTheWay() },
        { path: '/rehearsal', app: pages },
      ],
    });
    running.add(() => web.stop());
    return {
      url: web.url,
      notes: [...database.notes, ...notesFor(web.url)],
      lost: database.lost,
      stop: running.all,
    };
  } catch (error) {
    await running.all();
    throw error;
  }
}

/** Whoever opens the bare address gets to the phones. */
function showsTheWay(): Hono {
  return new Hono().get('/', (context) => context.redirect('/rehearsal'));
}

function notesFor(url: string): string[] {
  return [
    '',
    'This is a rehearsal: no chat app is connected, and nobody real is written to.',
    `Look here:  ${url}/rehearsal`,
    'To connect a real Telegram bot, set TELEGRAM_BOT_TOKEN (README, "A real Telegram bot in five minutes").',
    '',
  ];
}
