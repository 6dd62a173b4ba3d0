import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import { rehearsalPages } from '../bots/rehearsal/page/rehearsal-pages.ts';
import type { Config } from '../config.ts';
import { openCore } from '../core/index.ts';
import { inTurn } from './in-turn.ts';
import type { Log } from './logger.ts';
import { startLoops } from './loops.ts';
import { connectRehearsal, linesAreOpen, phonesOf, startRehearsalApps } from './rehearsal-apps.ts';
import { rehearsalClock } from './rehearsal-clock.ts';
import { rehearsalConfig } from './rehearsal-config.ts';
import { beginStory, cast, views } from './rehearsal-story.ts';
import { serve } from './serve.ts';
import type { RunningApp } from './start-app.ts';
import { startDatabase } from './start-database.ts';
import { takeDown } from './take-down.ts';
import { takingIn } from './taking-in.ts';

/** Whoever ends it while it begins waits for so long. */
const BEGUN_WITHIN_MS = 3000;

export type RunningRehearsal = RunningApp & {
  /** Settles when the bots are connected and everybody of the story is there. */
  readonly ready: Promise<void>;
};

/**
 * With no token: everything as it is in earnest, except that the chat apps are stand-ins on loopback, people's apps stand on a
 * page, and the clock can be moved. It keeps to a folder of its own and never touches a real database or a real bot. The page is
 * there first; the bots and the people of the story come to it.
 */
export async function startRehearsal(given: Config, log: Log): Promise<RunningRehearsal> {
  const config = rehearsalConfig(given);
  const database = await startDatabase(config, log);
  const running = takeDown(log);
  running.add(() => database.stop());
  try {
    const clock = rehearsalClock(config.dataDir, () => ({ core, store: database.store }));
    const apps = await startRehearsalApps(config.dataDir, clock);
    running.add(() => apps.stop());
    const { bots, channels } = connectRehearsal(apps, database.url, clock, log);
    const onFault = (fault: Readonly<Record<string, string>>) => log.error(fault);
    // There is one instance here, which works it out itself.
    const onDraftAsked = (id: string) => core.draft(id).catch(() => undefined);
    const opened = inTurn(
      openCore({ store: database.store, channels, moment: clock.moment, onFault, onDraftAsked }),
    );
    const { core, quiet } = takingIn(opened);
    await core.prepare();
    const loops = startLoops(core, log);
    running.add(() => loops.stop());
    const phones = phonesOf(apps, clock, core.texts);
    const settled = () => apps.idle().then(quiet).then(core.settle);
    const begin = async (): Promise<void> => {
      const connected = await bots;
      // The clock is moved by hand: nobody was away in the time that is passed over.
      const heard = { ...core, hear: async () => undefined };
      running.add(() => Promise.all(connected.map((bot) => bot.stop())));
      await Promise.all(connected.map((bot) => bot.start(heard, loops.wake, database.store.answers)));
      await linesAreOpen(apps);
      await beginStory({ core, phones, clock, peerPlace: apps.peerPlace, settled });
    };
    const ready = begin();
    const pages = rehearsalPages({ phones, cast, views, clock, texts: core.texts, settled, ready });
    const web = await serve({
      config,
      core,
      moment: clock.moment,
      onFault,
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
      lost: Promise.race([database.lost, loops.lost, whyNot(ready)]),
      ready,
      stop: () =>
        Promise.race([ready.catch(() => undefined), pause(BEGUN_WITHIN_MS, undefined, { ref: false })]).then(
          running.all,
        ),
    };
  } catch (error) {
    await running.all();
    throw error;
  }
}

/** Says why the rehearsal could not begin, if that is so. */
function whyNot(ready: Promise<void>): Promise<string> {
  return new Promise((resolve) => {
    ready.catch((error: unknown) => resolve(error instanceof Error ? error.message : 'fault'));
  });
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
    'To connect a real bot, set its tokens (README, "A real Telegram bot in five minutes").',
    '',
  ];
}
