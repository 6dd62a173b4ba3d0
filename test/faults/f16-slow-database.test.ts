import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';
import { figure, LONGEST_MS, sized } from './size.ts';

let world: World;

afterEach(() => world.close());

/** Calls back at every acknowledgement of a press that the app has from us; `false` where it heard none in time. */
function onAcknowledged(name: 'discord' | 'slack', listener: (inTime: boolean) => void): void {
  if (name === 'discord')
    world.discord.journal.onEntry((entry) => {
      if (entry.kind === 'request' && entry.route.endsWith('/callback'))
        listener(entry.reply !== undefined && entry.reply.status < 300);
    });
  else
    world.slack.journal.onEntry((entry) => {
      const isPress =
        entry.kind === 'delivery' &&
        world.slack.journal.envelopes('interactive').some(({ id }) => id === entry.id);
      if (isPress) listener(entry.outcome === 'acknowledged');
    });
}

/** Every question to the database hangs until told otherwise. */
async function stalled(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE person, account, button, inbox, outgoing, due IN ACCESS EXCLUSIVE MODE');
  return async () => {
    await client.query('COMMIT');
    await client.end();
  };
}

/** Presses that show something new each time, and one that opens a form. */
async function pressAll(hand: AppHand, times: number): Promise<void> {
  const labels = hand.labels().filter((label) => !/Help/.test(label));
  for (let n = 0; n < times; n += 1) {
    hand.phone.press(labels[n % labels.length] ?? '');
    await pause(10);
  }
}

describe.each(['discord', 'slack'] as const)(
  'F16: the database stands still while people press buttons in %s',
  (name) => {
    it(
      'each press is acknowledged in time all the same, is not asked for again, and is answered once it goes on',
      async () => {
        world = await openWorld({ apps: [name] });
        const hand = handOn(world, world.phone('Aisha', name));
        await arrives(hand, 'Aisha');
        await hand.writes('home');
        const presses = sized(6, 40);
        const times: number[] = [];
        let late = 0;
        const goOn = await stalled();
        const began = performance.now();
        onAcknowledged(name, (inTime) => {
          times.push(performance.now() - began);
          if (!inTime) late += 1;
        });
        const marked = hand.phone.mark();
        await pressAll(hand, presses);
        await pause(sized(3300, 15_000) - (performance.now() - began));
        const slowest = times.at(-1) ?? 0;
        await goOn();
        await world.settle();
        const taken = await world.rows(`SELECT count(*)::int AS n FROM inbox WHERE key LIKE $1`, [
          `${name}:%`,
        ]);
        figure(
          'F16',
          `${name}: presses acknowledged while the database stands still`,
          times.length,
          `${presses}`,
        );
        figure('F16', `${name}: of these too late`, late, '0');
        figure('F16', `${name}: the last of them after (ms)`, Math.round(slowest), '< 3000');
        expect(times).toHaveLength(presses);
        expect(late).toBe(0);
        expect(slowest).toBeLessThan(3000);
        expect(Number(taken[0]?.['n'])).toBeGreaterThan(presses);
        expect(hand.phone.see().some(({ revision }) => revision > marked)).toBe(true);
        expect(world.faults).toEqual([]);
      },
      LONGEST_MS,
    );
  },
);

describe('F16: the database stands still while people press buttons in Telegram', () => {
  it(
    'Telegram brings nothing twice because we are slow, and each press is answered once it goes on',
    async () => {
      world = await openWorld();
      const hand = handOn(world, world.phone('Aisha', 'telegram'));
      await arrives(hand, 'Aisha');
      await hand.writes('home');
      const presses = sized(6, 40);
      const brought = new Map<number, number>();
      world.telegram.journal.onEntry((entry) => {
        if (entry.kind !== 'delivery') return;
        for (const id of entry.updateIds) brought.set(id, (brought.get(id) ?? 0) + 1);
      });
      const goOn = await stalled();
      await pressAll(hand, presses);
      await pause(sized(3300, 15_000));
      await goOn();
      await world.settle();
      const answered = world.telegram.journal.requests('answerCallbackQuery').slice(-presses);
      const twice = [...brought.values()].filter((times) => times > 1).length;
      figure('F16', 'telegram: updates brought twice because the database stands still', twice, '0');
      expect(brought.size).toBe(presses);
      expect(twice).toBe(0);
      expect(answered.map(({ reply }) => reply?.ok)).toEqual(answered.map(() => true));
      expect(world.faults).toEqual([]);
    },
    LONGEST_MS,
  );
});
