import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { change } from '../../../core/kernel/change.ts';
import { tieToKey } from '../../../core/store/install.ts';
import { openKeys } from '../../../core/store/keys.ts';
import { openStore, type Store } from '../../../core/store/store.ts';
import { momentNow } from '../../../run/moments.ts';
import { interleaved, median, type Side, spread, WARMING } from '../interleaved.ts';
import { benchDatabase } from '../one-database.ts';

const GOAL = 2;
const ROUNDS = 15;
const TIMES = 300;

/**
 * P12: one writer of audit entries, each committed as a command commits it and all of them chained at the end of each
 * round (as an app chains, once a second, what that second brought), against one plain INSERT of the same row each.
 */
export async function p12(): Promise<boolean> {
  const database = await benchDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const keys = openKeys(randomBytes(32));
  await tieToKey(pool, keys.fingerprint);
  await pool.query(
    `CREATE TABLE plain (id bigserial PRIMARY KEY, at timestamptz(3), "by" text, action text, ids jsonb, reason text)`,
  );
  const store = openStore({ url: database.url, keys, connections: 2 });
  try {
    const ours = timed(entries(store));
    const beside = timed(inserts(pool));
    const compared = await interleaved(ours.side, beside.side, ROUNDS, TIMES);
    const walls = ours.walls.slice(WARMING).map((wall, n) => wall / (beside.walls[WARMING + n] ?? wall));
    const verified = await store.audit.verify();
    const well = median(compared.ratios) <= GOAL && verified.broken.length === 0;
    const rate = TIMES / (median(ours.walls) / 1000);
    process.stdout.write(
      [
        `P12 an audit entry, written and chained: ${spread(compared.ratios, 2)} times the CPU of a plain INSERT; goal at most ${GOAL}`,
        `   ours ${spread(compared.ours, 0)} µs, plain ${spread(compared.beside, 0)} µs; by the clock, with the database's own work, ${spread(walls, 2)} times (${rate.toFixed(0)} a second); ${verified.links} links made and checked`,
        '',
      ].join('\n'),
    );
    return well;
  } finally {
    await store.close();
    await pool.end();
    await database.stop();
  }
}

function timed(side: Side): { side: Side; walls: number[] } {
  const walls: number[] = [];
  const run = async (times: number): Promise<void> => {
    const began = performance.now();
    await side.run(times);
    walls.push(performance.now() - began);
  };
  return { side: { ...side, run }, walls };
}

const WHO = `person:${randomUUID()}`;

function entries(store: Store): Side {
  return {
    name: 'chained',
    async run(times) {
      for (let n = 0; n < times; n += 1) {
        const audits = [{ action: 'pair.made', ids: { pairId: randomUUID() } }];
        await store.commit(change({ audits }), { by: WHO }, momentNow());
      }
      await store.audit.chain();
    },
  };
}

function inserts(pool: pg.Pool): Side {
  const text = 'INSERT INTO plain (at, "by", action, ids, reason) VALUES ($1, $2, $3, $4, $5)';
  return {
    name: 'plain',
    async run(times) {
      for (let n = 0; n < times; n += 1) {
        const ids = JSON.stringify({ pairId: randomUUID() });
        await pool.query({
          name: 'plain',
          text,
          values: [momentNow().now.toString(), WHO, 'pair.made', ids, null],
        });
      }
    },
  };
}
