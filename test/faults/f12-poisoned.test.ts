import { afterEach, describe, expect, it } from 'vitest';
import { APPS, type AppName, type Mode } from '../support/apps/app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';
import { figure, isFull, LONGEST_MS, sized } from './size.ts';
import { until } from './stage.ts';

let world: World;

afterEach(() => world.close());

const cases = APPS.flatMap((name) => (['polling', 'webhook'] as const).map((mode) => [name, mode] as const));

/** Whatever would show somebody their settings fails from now on, however often it is tried, with the database well. */
async function poison(): Promise<void> {
  await world.rows(`ALTER TABLE outgoing ADD CONSTRAINT poisoned CHECK (screen <> 'my-settings')`);
}

/** In Discord a command that comes to nothing is waited for, so that is tried at full size only. */
const WAYS = isFull
  ? (['written', 'pressed', 'used as a command'] as const)
  : (['written', 'pressed'] as const);
type Way = 'written' | 'pressed' | 'used as a command';

/** Asks for what fails, and right behind it, in the same chat, for help. How long the help took, in milliseconds. */
async function helpBehindPoison(hand: AppHand, way: Way): Promise<number> {
  const { phone } = hand;
  hand.looks();
  const began = performance.now();
  if (way === 'pressed') phone.press('Settings');
  else if (way === 'written') phone.write('settings');
  else phone.command('settings');
  phone.write('help');
  const isHelped = async (): Promise<boolean> => {
    await world.core.settle();
    return hand.news().some((text) => text.includes('999'));
  };
  await until(isHelped, 20_000, 'help is there');
  const took = performance.now() - began;
  await world.settle();
  return took;
}

/** Which updates were put aside, each with the name of what was wrong with it. */
function putAside(): string[] {
  return world.faults.flatMap(({ fault = '', update, key, name = '' }) =>
    fault.endsWith('put-aside') ? [`${update ?? key} ${name}`] : [],
  );
}

/** How often the app was told that something was not taken, and has to come again. */
function sentAgain(name: AppName): number {
  if (name === 'slack')
    return world.slack.journal.entries.filter((each) => each.kind === 'delivery' && each.attempt > 0).length;
  if (name === 'discord')
    return world.discord.journal.entries.filter((each) => each.kind === 'delivery' && each.status !== 202)
      .length;
  return world.faults.filter(({ fault }) => fault === 'webhook-update-not-taken-in').length;
}

describe('F12: something that fails however often it is tried', () => {
  it.each(cases)(
    'in %s, by %s: is put aside with its reason, is acknowledged, and holds nobody up',
    async (name: AppName, mode: Mode) => {
      world = await openWorld({ apps: [name], mode });
      const hand = handOn(world, world.phone('Aisha', name));
      await arrives(hand, 'Aisha');
      const times = sized(1, 20);
      await poison();
      let [slowest, made] = [0, 0];
      for (let n = 0; n < times; n += 1)
        for (const way of WAYS) {
          await hand.writes('home');
          slowest = Math.max(slowest, await helpBehindPoison(hand, way));
          made += 1;
          await until(() => putAside().length >= made, 20_000, 'it is put aside');
        }
      figure('F12', `${name}, ${mode}: poisoned, and of these put aside`, `${made}, ${putAside().length}`);
      figure('F12', `${name}, ${mode}: of these brought again`, sentAgain(name), '0');
      figure(
        'F12',
        `${name}, ${mode}: what came behind them was answered within (ms)`,
        Math.round(slowest),
        '< 1000',
      );
      expect(putAside()).toHaveLength(made);
      for (const each of putAside()) expect(each).toMatch(/^\S+ \S+$/);
      expect(new Set(putAside()).size).toBe(made);
      expect(sentAgain(name)).toBe(0);
      // On a machine that is busy with other tests everything is slow; that nothing is brought again shows it there.
      expect(slowest).toBeLessThan(isFull ? 1000 : 10_000);
    },
    LONGEST_MS,
  );
});
