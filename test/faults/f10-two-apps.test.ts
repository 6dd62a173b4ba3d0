import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { endAllApps, startAppUnderTest } from './app-under-test.ts';
import { chanceOf } from './chance.ts';
import { figure, isFull, LONGEST_MS, seed, sized } from './size.ts';
import { openStage, type Stage } from './stage.ts';
import { dayAhead, EFFECTS, effectsOf, play, storySteps } from './story.ts';

let stage: Stage | undefined;

afterEach(async () => {
  await stage?.close();
  stage = undefined;
  await endAllApps();
});

const steps = storySteps(dayAhead(9), dayAhead(12));

describe('F10: two apps at once', () => {
  it(
    'share one database: one polls, the other takes over within seconds, and everything is done once',
    async () => {
      const on = await openStage();
      stage = on;
      const two = await on.pairUp();
      const chance = chanceOf(seed);
      const apps = [on.startApp(), on.startApp()];
      await Promise.all(apps.map((each) => each.connected));
      await on.allDone();
      const rounds = sized(1, 20);
      let slowest = 0;
      for (let round = 0; round < rounds; round += 1) {
        const killAt = chance.whole(0, steps.length - 1);
        for (const [index, step] of steps.entries()) {
          if (index === killAt) {
            // Either may be the one that polls.
            const victim = apps[round % 2];
            await victim?.kill('SIGKILL');
            const began = performance.now();
            // At full size what the dead one had in hand waits for its lease, as it would.
            if (!isFull) await on.endLeases();
            await play(two, step);
            slowest = Math.max(slowest, performance.now() - began);
            apps[round % 2] = on.startApp();
          } else await play(two, step);
        }
      }
      await on.allDone();
      const effects = await effectsOf(on, two);
      const conflicts = on.telegram.journal
        .requests('getUpdates')
        .filter(({ reply }) => reply?.ok === false && reply.error_code === 409).length;
      figure('F10', 'takeovers after kill -9', rounds);
      figure('F10', 'slowest answer after it (ms)', Math.round(slowest));
      figure(
        'F10',
        'effects lost or double',
        EFFECTS.reduce((sum, each) => sum + Math.abs((effects[each] ?? 0) - rounds), 0),
        '0',
      );
      figure('F10', 'polls that met another poll', conflicts, '0');
      expect(effects).toEqual(Object.fromEntries(EFFECTS.map((event) => [event, rounds])));
      expect(conflicts).toBe(0);
      expect(slowest).toBeLessThan(20_000);
    },
    LONGEST_MS,
  );

  it(
    'do not share one folder: the second says so and ends',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'bt-faults-'));
      stage = await openStage();
      const settings = {
        DATA_DIR: folder,
        TELEGRAM_BOT_TOKEN: stage.telegram.token,
        TELEGRAM_API_ROOT: stage.telegram.url,
      };
      const first = startAppUnderTest(settings);
      await first.connected;
      const second = startAppUnderTest(settings);
      const ended = await second.ended;
      expect(ended.code).toBe(1);
      expect(second.said()).toContain(`Another Beenthere is already running on ${folder}`);
      expect(first.process.exitCode).toBeNull();
      expect((await first.kill('SIGTERM')).code).toBe(0);
      rmSync(folder, { recursive: true, force: true });
    },
    LONGEST_MS,
  );
});
