import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listening } from '../support/listening.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { chanceOf } from './chance.ts';
import { type OwnServer, ownServer } from './own-server.ts';
import { figure, isFull, LONGEST_MS, seed, sized } from './size.ts';
import { openStage, type PairOfTwo, type Stage, until } from './stage.ts';
import { dayAhead, EFFECTS, effectsOf, play, storySteps } from './story.ts';

let server: OwnServer;
let stage: Stage;
let two: PairOfTwo;

beforeEach(async () => {
  server = await ownServer();
  stage = await openStage({ url: server.url });
  two = await stage.pairUp();
});

afterEach(async () => {
  await stage.close();
  await server.end();
});

const steps = storySteps(dayAhead(9), dayAhead(12));

async function connectedApp(more: Record<string, string> = {}): Promise<AppUnderTest> {
  const app = stage.startApp(more);
  await app.connected;
  await stage.allDone();
  return app;
}

describe('F9: the database is away for a while', () => {
  it(
    'is waited for after a crash: nothing lost, nothing twice, and soon well again',
    async () => {
      const app = await connectedApp();
      const chance = chanceOf(seed);
      const crashes = sized(2, 50);
      const recoveries: number[] = [];
      let stories = 0;
      while (recoveries.length < crashes) {
        stories += 1;
        for (const step of steps) {
          if (recoveries.length >= crashes || chance.next() < 0.5) {
            await play(two, step);
            continue;
          }
          const playing = play(two, step);
          await new Promise((resolve) => setTimeout(resolve, chance.whole(0, 60)));
          await server.crash();
          await server.start();
          const began = performance.now();
          await playing;
          recoveries.push(performance.now() - began);
        }
      }
      await stage.allDone();
      const effects = await effectsOf(stage, two);
      figure('F9', 'crashes of the database while in use', recoveries.length);
      figure('F9', 'app processes that ended', app.process.exitCode === null ? 0 : 1, '0');
      figure(
        'F9',
        'effects lost or double',
        EFFECTS.reduce((sum, each) => sum + Math.abs((effects[each] ?? 0) - stories), 0),
        '0',
      );
      const sorted = recoveries.toSorted((one, other) => one - other);
      const nearlyAll = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0;
      const slowest = sorted.at(-1) ?? 0;
      figure('F9', 'answered after it was back, nine in ten (ms)', Math.round(nearlyAll), '<= 2000');
      // When the crash took the answer to a claim with it, nobody knows of that lease, and it has to run out.
      figure('F9', 'slowest answer after it was back (ms)', Math.round(slowest), '<= 17000');
      expect(app.process.exitCode).toBeNull();
      expect(app.process.signalCode).toBeNull();
      expect(effects).toEqual(Object.fromEntries(EFFECTS.map((event) => [event, stories])));
      if (isFull) expect(nearlyAll).toBeLessThan(2000);
      expect(slowest).toBeLessThan(17_000);
    },
    LONGEST_MS,
  );

  it(
    'is waited for while it stands still, and when it drops its connections',
    async () => {
      const app = await connectedApp();
      const [first, ...rest] = steps;
      if (first === undefined) throw new Error('There is no story');
      server.stall();
      const playing = play(two, first, 60_000);
      await new Promise((resolve) => setTimeout(resolve, sized(2000, 30_000)));
      server.goOn();
      const began = performance.now();
      await playing;
      const recovery = performance.now() - began;
      for (const step of rest) {
        if (!isFull && rest.indexOf(step) >= 5) break;
        await stage.rows(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
        );
        await play(two, step);
      }
      await stage.allDone();
      figure('F9', `answered after a stall of ${sized(2, 30)} s (ms)`, Math.round(recovery), '<= 2000');
      figure('F9', 'steps with all connections dropped before', isFull ? rest.length : 5);
      expect(app.process.exitCode).toBeNull();
      const done = isFull ? EFFECTS : EFFECTS.slice(0, 2);
      expect(await effectsOf(stage, two)).toEqual(Object.fromEntries(done.map((event) => [event, 1])));
      expect(recovery).toBeLessThan(2000);
    },
    LONGEST_MS,
  );

  it(
    'answers a webhook with an error meanwhile, so that Telegram sends it again',
    async () => {
      const port = await freePort();
      const app = await connectedApp({
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        TELEGRAM_MODE: 'webhook',
        TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-this-test',
      });
      const [first] = steps;
      if (first === undefined) throw new Error('There is no story');
      await server.crash();
      const statuses = new Set<number>();
      stage.telegram.journal.onEntry((entry) => {
        if (entry.kind === 'delivery') statuses.add(entry.status ?? 0);
      });
      const playing = play(two, first);
      await until(() => statuses.size > 0, 15_000, 'the webhook answers');
      const meanwhile = [...statuses];
      await server.start();
      await playing;
      figure('F9', 'status of the webhook meanwhile', meanwhile.join(', '), 'not 2xx');
      expect(meanwhile).toEqual([503]);
      expect(app.process.exitCode).toBeNull();
      await until(() => stage.telegram.pending === 0, 10_000, 'it is taken in');
    },
    LONGEST_MS,
  );
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
