import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireUpdate } from '../../bots/rehearsal/telegram/wire.ts';
import { readUpdate } from '../../bots/telegram/read-update.ts';
import { pairUp, type Two } from '../support/arrive.ts';
import { openWorld, type World } from '../support/world.ts';
import { type Chance, chanceOf } from './chance.ts';
import { bookAndCallOff } from './in-one-process.ts';
import { figure, LONGEST_MS, seed, sized } from './size.ts';
import { EFFECTS } from './story.ts';
import { whatIsKept } from './what-is-kept.ts';

let world: World;
let two: Two;

beforeEach(async () => {
  world = await openWorld();
  two = await pairUp(world);
});

afterEach(() => world.close());

describe('F3: every update comes 2 to 10 times, at once and a day later', () => {
  it(
    'has one effect',
    async () => {
      const chance = chanceOf(seed);
      const wanted = sized(150, 12_000);
      const copies = repeatAtOnce(world, chance);
      let stories = 0;
      let later = 0;
      while (copies.made() + later < wanted) {
        stories += 1;
        await bookAndCallOff(world, two, stories);
        await copies.all();
        if (stories % 5 !== 1) continue;
        const before = await whatIsKept(world);
        await world.later({ hours: 24 });
        const unchanged = await whatIsKept(world);
        later += await repeatLater(world, copies.updates(), chance);
        expect(await whatIsKept(world)).toEqual(unchanged);
        expect(unchanged['meeting']).toBe(before['meeting']);
      }
      const found = await world.rows(
        'SELECT event, count(*)::int AS times FROM journal WHERE event = ANY($1) GROUP BY event',
        [EFFECTS],
      );
      const times = Object.fromEntries(found.map((row) => [row['event'], row['times']]));
      figure('F3', 'updates repeated at once', copies.made());
      figure('F3', 'updates repeated a day later', later);
      figure(
        'F3',
        'double effects',
        EFFECTS.reduce((sum, event) => sum + Math.abs(Number(times[event] ?? 0) - stories), 0),
        '0',
      );
      expect(times).toEqual(Object.fromEntries(EFFECTS.map((event) => [event, stories])));
      expect(copies.thrown()).toEqual([]);
      expect(world.faults).toEqual([]);
    },
    LONGEST_MS,
  );
});

/** From now on each update comes several more times while it is still being taken in. */
function repeatAtOnce({ telegram, core }: World, chance: Chance) {
  const thrown: unknown[] = [];
  let running: Promise<unknown>[] = [];
  let updates: WireUpdate[] = [];
  let made = 0;
  telegram.journal.onEntry((entry) => {
    if (entry.kind !== 'update') return;
    const read = readUpdate(entry.update);
    if (read === undefined) return;
    updates.push(entry.update);
    const times = chance.whole(1, 9);
    made += times;
    for (let each = 0; each < times; each += 1)
      running.push(core.receive(read.incoming).catch((error: unknown) => thrown.push(error)));
  });
  return {
    made: () => made,
    thrown: () => thrown,
    async all() {
      await Promise.all(running);
      running = [];
    },
    updates() {
      const taken = updates;
      updates = [];
      return taken;
    },
  };
}

/** All of them again in any order, many at once. Returns how many. */
async function repeatLater(
  { core, settle }: World,
  updates: readonly WireUpdate[],
  chance: Chance,
): Promise<number> {
  const again = chance.shuffled([...updates, ...updates]);
  for (let first = 0; first < again.length; first += 20)
    await Promise.all(
      again.slice(first, first + 20).map(async (update) => {
        const read = readUpdate(update);
        if (read !== undefined) expect(await core.receive(read.incoming)).toBe('repeat');
      }),
    );
  await settle();
  return again.length;
}
