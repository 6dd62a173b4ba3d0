import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Channel, openCore } from '../../../core/index.ts';
import { tieToKey } from '../../../core/store/install.ts';
import { openKeys } from '../../../core/store/keys.ts';
import { openStore } from '../../../core/store/store.ts';
import { momentNow } from '../../../run/moments.ts';
import { interleaved, median, spread, WARMING } from '../interleaved.ts';
import { benchDatabase } from '../one-database.ts';
import { bookings, discord, laidOut, type OurPart, slack, telegram } from '../our-parts.ts';

const GOAL = 1.25;
const ROUNDS = 9;
const TIMES = 25;
const PRESSES = (WARMING + ROUNDS) * TIMES;

/**
 * P2: a whole booking press as P1 has it, read from what the app sends, and what both of the pair are then told, loaded, worded
 * and laid out for the app: Discord and Slack beside Telegram. Nothing leaves the process.
 */
export async function p2(): Promise<boolean> {
  const database = await benchDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  const keys = openKeys(randomBytes(32));
  await tieToKey(pool, keys.fingerprint);
  const store = openStore({ url: database.url, keys, connections: 4 });
  const shown = new Map<string, number>();
  const parts = [telegram, discord, slack];
  const counting = (part: OurPart): Channel =>
    laidOut(part, () => shown.set(part.platform, (shown.get(part.platform) ?? 0) + 1));
  const core = openCore({
    store,
    channels: parts.map(counting),
    moment: () => momentNow(),
    onFault: (fault) => process.stderr.write(`${JSON.stringify(fault)}\n`),
  });
  await core.prepare();
  try {
    // Telegram is compared with each of the two, and books as often as both.
    const beside = await bookings(core, pool, telegram, 2 * PRESSES);
    let well = true;
    for (const part of [discord, slack]) {
      const compared = await interleaved(await bookings(core, pool, part, PRESSES), beside, ROUNDS, TIMES);
      const perPress = [part, telegram].map(({ platform }) =>
        Math.floor((shown.get(platform) ?? 0) / PRESSES),
      );
      // Both of the pair hear of it, or it was not the same work.
      well = median(compared.ratios) <= GOAL && perPress.every((each) => each >= 2) && well;
      shown.set(telegram.platform, 0);
      process.stdout.write(
        [
          `P2 a booking press in ${part.platform}: ${spread(compared.ratios, 2)} times the CPU of the same in telegram; goal at most ${GOAL}`,
          `   ${spread(compared.ours, 0)} µs, beside ${spread(compared.beside, 0)} µs a press with its ${perPress.join(' and ')} messages; ${ROUNDS} rounds of ${TIMES}`,
          '',
        ].join('\n'),
      );
    }
    return well;
  } finally {
    await store.close();
    await pool.end();
    await database.stop();
  }
}
