import { afterEach, describe, expect, it } from 'vitest';
import type { AppUnderTest } from './app-under-test.ts';
import { chanceOf } from './chance.ts';
import { figure, isFull, LONGEST_MS, seed, sized } from './size.ts';
import { openStage, type PairOfTwo, type Stage, until } from './stage.ts';
import { dayAhead, EFFECTS, effectsOf, play, storySteps } from './story.ts';

let stage: Stage;

afterEach(() => stage.close());

const steps = storySteps(dayAhead(9), dayAhead(12));

describe('F1: ended by kill -9 at every step of booking, moving, cancelling, reflecting and sending', () => {
  it(
    'loses nothing that was acknowledged, leaves nothing half-done, and does the rest after a restart',
    async () => {
      stage = await openStage();
      const two = await stage.pairUp();
      const keeper = keepAlive(stage);
      const points = await pointsOfEachStep(stage, two, keeper);
      const all = points.flatMap((names, step) => names.map((name) => ({ step, name })));
      const chance = chanceOf(seed);
      const chosen = isFull ? all : chance.shuffled(all).slice(0, 4);
      const perStory = sent(stage) - 2;
      let stories = 1;
      const left = new Map(steps.map((_, step) => [step, chosen.filter((each) => each.step === step)]));
      while ([...left.values()].some((list) => list.length > 0)) {
        stories += 1;
        for (const [index, step] of steps.entries()) {
          const next = left.get(index)?.shift();
          if (next === undefined) {
            await play(two, step);
            continue;
          }
          // What a step leads to may pass the point only a moment later.
          const before = keeper.kills();
          await keeper.armFor(next.name);
          await play(two, step);
          await stage.allDone();
          await until(() => keeper.kills() > before, 3000, 'it was killed').catch(() => undefined);
        }
      }
      const began = performance.now();
      await stage.allDone();
      const recovery = performance.now() - began;
      await keeper.stop();
      const effects = await effectsOf(stage, two);
      const extra = sent(stage) - 2 - perStory * stories;
      figure('F1', 'steps at which it was killed, of those there are', `${keeper.kills()} of ${all.length}`);
      figure('F1', 'stories told meanwhile', stories);
      figure('F1', 'acknowledged things lost or done twice', wrong(effects, stories), '0');
      figure('F1', 'slowest restart to connected (ms)', Math.round(keeper.slowest()));
      figure('F1', 'rest of the work done after (ms)', Math.round(recovery), '<= 30000');
      figure(
        'F1',
        'messages more than without kills, per kill',
        (extra / Math.max(1, keeper.kills())).toFixed(2),
      );
      expect(effects).toEqual(Object.fromEntries(EFFECTS.map((event) => [event, stories])));
      expect(await halfDone()).toEqual([]);
      expect(keeper.kills()).toBeGreaterThanOrEqual(Math.ceil(chosen.length * 0.9));
    },
    LONGEST_MS,
  );

  it(
    'loses nothing either when it is killed at any time while many write',
    async () => {
      stage = await openStage();
      const pairs = await Promise.all([stage.pairUp()]);
      while (pairs.length < sized(2, 6)) pairs.push(await stage.pairUp());
      const keeper = keepAlive(stage);
      await keeper.app().connected;
      await stage.allDone();
      const chance = chanceOf(seed);
      const kills = sized(2, 100);
      let told = 0;
      const telling = pairs.map(async (two) => {
        let stories = 0;
        do {
          for (const step of steps) await play(two, step, 60_000);
          stories += 1;
          told += 1;
        } while (keeper.kills() < kills);
        return stories;
      });
      while (keeper.kills() < kills) {
        const before = keeper.kills();
        await keeper.app().connected;
        await new Promise((resolve) => setTimeout(resolve, chance.whole(20, 900)));
        keeper.app().process.kill('SIGKILL');
        await until(() => keeper.kills() > before, 10_000, 'it ended');
      }
      const stories = await Promise.all(telling);
      await stage.allDone();
      await keeper.stop();
      const effects = await Promise.all(pairs.map((two) => effectsOf(stage, two)));
      const off = effects.reduce((sum, each, index) => sum + wrong(each, stories[index] ?? 0), 0);
      figure('F1', 'kills at random times under load', keeper.kills());
      figure('F1', 'stories told by all meanwhile', told);
      figure('F1', 'acknowledged things lost or done twice', off, '0');
      expect(off).toBe(0);
      expect(await halfDone()).toEqual([]);
    },
    LONGEST_MS,
  );
});

function wrong(effects: Record<string, number>, stories: number): number {
  return EFFECTS.reduce((sum, event) => sum + Math.abs((effects[event] ?? 0) - stories), 0);
}

function sent(on: Stage): number {
  return on.telegram.journal.requests('sendMessage').filter((each) => each.reply?.ok === true).length;
}

/** What would be there if an operation had been done in part. */
async function halfDone(): Promise<unknown[]> {
  return await stage.rows(
    `SELECT 'occupied by no confirmed meeting' AS what, o."meetingId"::text AS id FROM occupancy o
       LEFT JOIN meeting m ON m.id = o."meetingId" AND m.state = 'confirmed' WHERE m.id IS NULL
     UNION ALL SELECT 'confirmed without its time', m.id::text FROM meeting m
       WHERE m.state = 'confirmed' AND (SELECT count(*) FROM occupancy o WHERE o."meetingId" = m.id) <> 2
     UNION ALL SELECT 'changes not counted', m.id::text FROM meeting m
       WHERE m.sequence + 1 <> (SELECT count(*) FROM journal j WHERE j.ids->>'meetingId' = m.id::text AND j.event = ANY($1))
     UNION ALL SELECT 'a form left open', d.id FROM draft d WHERE d.open
     UNION ALL SELECT 'not sent', o.id::text FROM outgoing o WHERE o.state NOT IN ('sent', 'dropped')`,
    [EFFECTS],
  );
}

type Keeper = {
  armFor(point: string): Promise<void>;
  app(): AppUnderTest;
  kills(): number;
  slowest(): number;
  stop(): Promise<void>;
};

/** Starts the app, and again whenever it was killed, as a service manager does. */
function keepAlive(on: Stage): Keeper {
  let stopping = false;
  let kills = 0;
  let slowest = 0;
  let app = on.startApp();
  const watch = async (): Promise<void> => {
    while (!stopping) {
      const ended = await app.ended;
      if (stopping) return;
      if (ended.signal !== 'SIGKILL') throw new Error(`The app ended by itself: ${app.said()}`);
      kills += 1;
      const began = performance.now();
      await on.endLeases();
      if (stopping) return;
      app = on.startApp();
      await app.connected;
      slowest = Math.max(slowest, performance.now() - began);
    }
  };
  const watching = watch();
  return {
    async armFor(point) {
      await app.connected;
      app.armFor(point);
    },
    app: () => app,
    kills: () => kills,
    slowest: () => slowest,
    async stop() {
      stopping = true;
      await app.kill('SIGTERM');
      await watching;
    },
  };
}

/** A story without kills, noting which steps of the program each of its steps passes. */
async function pointsOfEachStep(on: Stage, two: PairOfTwo, keeper: Keeper): Promise<string[][]> {
  await keeper.app().connected;
  await on.allDone();
  keeper.app().passed();
  const points: string[][] = [];
  for (const step of steps) {
    await play(two, step);
    await on.allDone();
    points.push([...new Set(keeper.app().passed())]);
  }
  return points;
}
