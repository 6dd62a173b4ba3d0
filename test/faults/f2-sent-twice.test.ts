import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { momentNow } from '../../run/moments.ts';
import { APPS, type AppName } from '../support/apps/app.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { chanceOf } from './chance.ts';
import { numbersSeen, openSendingStage, type Reader, type SendingStage } from './sending-stage.ts';
import { figure, isFull, LONGEST_MS, seed, sized } from './size.ts';
import { until } from './stage.ts';

let stage: SendingStage;

afterEach(() => stage.close());

/** The stand-ins take what comes; the pace is another test's. */
const FREELY = { overall: { calls: 100_000, seconds: 1 } };

/** A message as it was queued, how often it was taken up, and how often somebody saw it. */
type Fate = { readonly app: AppName; readonly tries: number; readonly copies: number };

async function fates(readers: readonly Reader[]): Promise<Fate[]> {
  const rows = await stage.rows(
    `SELECT chat, (args->'args'->>'name')::int AS number, attempts FROM outgoing WHERE state = 'sent' AND args->>'id' = 'letter-from'`,
  );
  const seen = new Map(
    readers.map((reader) => [reader.id, Map.groupBy(numbersSeen(reader), (number) => number)]),
  );
  const apps = new Map(readers.map(({ id, users }) => [id, users[0]?.app ?? 'telegram']));
  return rows.map(({ chat, number, attempts }) => ({
    app: apps.get(String(chat)) ?? 'telegram',
    tries: Number(attempts),
    copies: seen.get(String(chat))?.get(Number(number))?.length ?? 0,
  }));
}

async function readersIn(each: number): Promise<Reader[]> {
  const found: Reader[] = [];
  for (const name of APPS) found.push(...(await stage.readers(each, [name])));
  return found;
}

/** What a program that was killed had in hand is free at once, as it would be when its lease is over. */
async function endLeasesOfTheDead(): Promise<void> {
  const held = await stage.rows(
    `SELECT id, "leaseUntil"::text AS until FROM outgoing WHERE state = 'waiting' AND "leaseUntil" > clock_timestamp()`,
  );
  // What another has in hand is sent by then, or put off, which changes its lease.
  await pause(1500);
  for (const { id, until: lease } of held)
    await stage.rows(
      `UPDATE outgoing SET "leaseUntil" = NULL WHERE id = $1 AND "leaseUntil"::text = $2 AND state = 'waiting'`,
      [id, lease],
    );
}

type When = 'right after something was sent' | 'at any time';

async function endsWithin({ ended }: AppUnderTest, ms: number): Promise<boolean> {
  return await Promise.race([ended.then(() => true), pause(ms, false)]);
}

/** Starts both, and ends them by turns, each time starting that one again; there is always something to send. */
async function endedByTurns(when: When, kills: number, readers: readonly Reader[]): Promise<void> {
  const chance = chanceOf(seed);
  const programs = [stage.startApp(), stage.startApp()];
  await Promise.all(programs.map(({ connected }) => connected));
  let queued = 0;
  const fillUp = async (): Promise<void> => {
    if ((await stage.waiting()) >= readers.length) return;
    queued += 1;
    await stage.queue(readers, 1, queued);
  };
  for (let killed = 0; killed < kills; killed += 1) {
    const program = programs[killed % 2];
    await program?.connected;
    await fillUp();
    if (when === 'right after something was sent') program?.armFor('outgoing.sent');
    else {
      await pause(chance.whole(20, 400));
      program?.process.kill('SIGKILL');
    }
    // The other may have sent everything before this one came to the point.
    while (program !== undefined && !(await endsWithin(program, 500))) await fillUp();
    await endLeasesOfTheDead();
    if (killed + 1 < kills || isFull) programs[killed % 2] = stage.startApp();
  }
  await until(async () => (await stage.waiting()) === 0, LONGEST_MS, 'everything is sent');
}

// Where chance kills is tried at full size only: it takes many kills to say something.
const cases: readonly (readonly [When, number])[] = [
  ['right after something was sent', sized(1, 10)],
  ...(isFull ? [['at any time', sized(2, 40)] as const] : []),
];

describe('F2: two programs send, and one or the other is ended by kill -9', () => {
  it.each(cases)(
    '%s: nothing is lost, nothing comes more often than a crash while it was sent explains, and in Discord once',
    async (when, kills) => {
      stage = await openSendingStage(APPS);
      stage.clock.set(momentNow().now.toString());
      const readers = await readersIn(sized(3, 60));
      await endedByTurns(when, kills, readers);
      const all = await fates(readers);
      const extra = (app?: AppName): number =>
        all
          .filter((each) => app === undefined || each.app === app)
          .reduce((sum, { copies }) => sum + copies - 1, 0);
      const isRandom = when === 'at any time';
      figure('F2', `kills ${when}; messages meanwhile`, `${kills}; ${all.length}`);
      for (const app of APPS)
        figure('F2', `${app}: copies too many`, extra(app), app === 'discord' ? '0' : undefined);
      figure(
        'F2',
        'copies too many, per kill',
        (extra() / kills).toFixed(2),
        isRandom ? '<= 1.0' : undefined,
      );
      figure('F2', 'most copies of one', Math.max(...all.map(({ copies }) => copies)));
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter(({ copies }) => copies === 0)).toEqual([]);
      // Each crash explains one more try at most, and each try one copy.
      expect(all.filter(({ copies, tries }) => copies > tries)).toEqual([]);
      expect(extra('discord')).toBe(0);
      if (isRandom) expect(extra() / kills).toBeLessThanOrEqual(1);
    },
    LONGEST_MS,
  );
});

describe('F2: two programs send, and nothing is ended', () => {
  it(
    'each message comes once, and is taken up once',
    async () => {
      stage = await openSendingStage(APPS, { pace: FREELY, instances: 2 });
      const readers = await readersIn(sized(4, 100));
      const each = sized(10, 334);
      await stage.queue(readers, each);
      const began = performance.now();
      stage.start();
      await until(async () => (await stage.waiting()) === 0, LONGEST_MS, 'everything is sent');
      const perSecond = (readers.length * each * 1000) / (performance.now() - began);
      const all = await fates(readers);
      const wrong = all.filter(({ copies, tries }) => copies !== 1 || tries !== 1);
      const calls = stage.calls.filter(({ taken }) => taken).length;
      figure('F2', 'messages without a crash; a second', `${all.length}; ${Math.round(perSecond)}`);
      figure('F2', 'of these more or less than once', wrong.length, '0');
      figure('F2', 'calls more than messages', calls - all.length, '0');
      expect(all).toHaveLength(readers.length * each);
      expect(wrong).toEqual([]);
      expect(calls).toBe(all.length);
      expect(readers.map(numbersSeen)).toEqual(
        readers.map(() => Array.from({ length: each }, (_, n) => n + 1)),
      );
    },
    LONGEST_MS,
  );
});
