import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { AppName } from './apps/app.ts';
import { type Pair, pairOn, pairUp, type Two } from './arrive.ts';
import { type AppHand, type Hand, handOf } from './hand.ts';
import { openWorld, type World } from './world.ts';

/** Aisha and her mentor Ruth, who are on Telegram, with a world of their own for the tests around. */
export function withPair(take: (opened: { world: World; two: Two; aisha: Hand; ruth: Hand }) => void): void {
  inWorld(openWorld, async (world) => {
    const two = await pairUp(world);
    take({ world, two, aisha: handOf(world, two.mentee), ruth: handOf(world, two.mentor) });
  });
}

/** The same two, who both have this app. */
export function withPairOn(
  app: AppName,
  take: (opened: { world: World; two: Pair; aisha: AppHand; ruth: AppHand }) => void,
): void {
  const open = (): Promise<World> => openWorld({ apps: [app] });
  inWorld(open, async (world) => {
    const two = await pairOn(world, { mentee: app, mentor: app });
    take({ world, two, aisha: two.mentee, ruth: two.mentor });
  });
}

/** Opens it before the tests around and closes it after them; a fault inside fails the test in which it came. */
function inWorld(open: () => Promise<World>, begin: (world: World) => Promise<void>): void {
  let world: World | undefined;
  beforeAll(async () => {
    world = await open();
    await begin(world);
  });
  afterEach(() => expect(world?.faults).toEqual([]));
  afterAll(async () => await world?.close());
}
