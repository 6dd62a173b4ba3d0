import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { momentNow } from '../../run/moments.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { chanceOf } from './chance.ts';
import { numbersSeen, openSendingStage, type SendingStage } from './sending-stage.ts';
import { figure, LONGEST_MS, seed, sized } from './size.ts';

let stage: SendingStage;

afterEach(() => stage.close());

const CHATS = 20;

/** Settles once so much more was sent; or nothing waits any more. */
async function sentMore(by: number): Promise<void> {
  const before = stage.calls.length;
  await expect
    .poll(async () => stage.calls.length - before >= by || (await stage.waiting()) === 0, {
      timeout: 30_000,
      interval: 5,
    })
    .toBe(true);
}

describe.each(['discord', 'slack'] as const)('F19: asked to end by SIGTERM while it sends to %s', (name) => {
  it(
    'ends soon and well, loses nothing and says nothing twice',
    async () => {
      stage = await openSendingStage([name]);
      stage.clock.set(momentNow().now.toString());
      const chance = chanceOf(seed);
      const each = sized(6, 30);
      const times = sized(2, 40);
      const readers = await stage.readers(CHATS);
      await stage.queue(readers, each);
      const codes = new Set<string>();
      let [ends, slowest] = [0, 0];
      const end = async (app: AppUnderTest): Promise<void> => {
        const ended = await app.kill('SIGTERM');
        codes.add(String(ended.signal ?? ended.code));
        slowest = Math.max(slowest, ended.ms);
        ends += 1;
      };
      let whileSending = 0;
      while (ends < times) {
        const app = stage.startApp();
        await app.connected;
        await sentMore(1 + chance.whole(0, 8));
        await pause(chance.whole(0, 30));
        if ((await stage.waiting()) > 0) whileSending += 1;
        await end(app);
      }
      const last = stage.startApp();
      await last.connected;
      await expect.poll(() => stage.waiting(), { timeout: LONGEST_MS / 2, interval: 50 }).toBe(0);
      await end(last);
      const wanted = Array.from({ length: each }, (_, n) => n + 1);
      const seen = readers.map(numbersSeen);
      const lost = seen.flatMap((numbers) => wanted.filter((number) => !numbers.includes(number))).length;
      const twice = seen.reduce((sum, numbers) => sum + numbers.length - new Set(numbers).size, 0);
      const [again] = await stage.rows('SELECT count(*)::int AS n FROM outgoing WHERE attempts > 1');
      figure('F19', `${name}: times asked to end, of these while it sent`, `${ends}, ${whileSending}`);
      figure('F19', `${name}: slowest end (ms)`, Math.round(slowest), '<= 10000');
      figure('F19', `${name}: exit codes`, [...codes].join(', '), '0');
      figure('F19', `${name}: of ${CHATS * each} messages lost; twice`, `${lost}; ${twice}`, '0; 0');
      figure('F19', `${name}: messages that were tried twice`, Number(again?.['n']), '0');
      expect([...codes]).toEqual(['0']);
      expect(slowest).toBeLessThan(10_000);
      expect(whileSending).toBeGreaterThan(0);
      expect(seen).toEqual(readers.map(() => wanted));
      expect(Number(again?.['n'])).toBe(0);
    },
    LONGEST_MS,
  );
});
