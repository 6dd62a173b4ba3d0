import { afterEach, describe, expect, it } from 'vitest';
import { APPS } from '../support/apps/app.ts';
import { arrives } from '../support/arrive.ts';
import { handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';
import { figure, LONGEST_MS } from './size.ts';

let world: World;

afterEach(() => world.close());

/** Minutes that each app keeps what people do for us, as the program counts on. */
const KEEPS = { telegram: 24 * 60, discord: 2, slack: 5 } as const;
/** Hours that we are away, and in which apps something may be lost by then. */
const AWAY = [
  [6, ['discord', 'slack']],
  [25, ['telegram', 'discord', 'slack']],
] as const;

describe.each(AWAY)('F8: we are away for %i hours', (hours, lossy) => {
  it.each(APPS)(
    'in %s: people are told that something may be missing where it may, once, and nowhere else',
    async (app) => {
      world = await openWorld({ apps: [app] });
      const hand = handOn(world, world.phone('Aisha', app));
      await arrives(hand, 'Aisha');
      const told = (): number =>
        hand.phone.see().filter(({ text }) => /may not have reached me/.test(text)).length;
      await world.core.hear(app, KEEPS[app]);
      world.clock.forward({ hours });
      await world.restart();
      await world.core.hear(app, KEEPS[app]);
      await world.core.hear(app, KEEPS[app]);
      await world.settle();
      // Should it be night there by then, they are told when they wake.
      await world.later({ hours: 14 });
      const expected = lossy.some((each) => each === app) ? 1 : 0;
      figure('F8', `${app}: told of a gap of ${hours} hours`, told(), `${expected}`);
      expect(told()).toBe(expected);
      await hand.writes('help');
      expect(hand.reads()).toContain('999');
    },
    LONGEST_MS,
  );
});
