import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { openPool } from '../../core/store/open-pool.ts';
import { openOutgoing } from '../../core/store/outgoing.ts';
import { freshDatabase } from '../support/database.ts';

/** More often than the database plans a statement anew. */
const OFTEN = 12;

it('goes on looking up by index what was planned while the queue was empty', async () => {
  const database = await freshDatabase();
  const pool = openPool(database.url, 1);
  try {
    const outgoing = openOutgoing(pool, 15);
    const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
    for (let n = 0; n < OFTEN; n += 1) {
      await outgoing.claimOutgoing(now, 5);
      await outgoing.endOutgoing(String(n + 1), { is: 'sent' }, now);
    }
    await pool.query(
      `INSERT INTO outgoing (chat, screen, args, mode, always, "dueAt", state, attempts, "createdAt")
       SELECT $1 || (n % 50), 'say', '{}', 'new', false, now(), 'sent', 1, now() FROM generate_series(1, 3000) n`,
      [randomUUID()],
    );
    const plans = [
      await pool.query(`EXPLAIN EXECUTE "end-outgoing"('[]', '[]', '[]')`),
      await pool.query(`EXPLAIN EXECUTE "claim-outgoing"('${now}', 5, 15)`),
    ];
    const said = plans.flatMap(({ rows }) => rows.map((row) => String(row['QUERY PLAN'])));
    expect(said.filter((line) => /Index/.test(line) && /outgoing/.test(line))).not.toEqual([]);
    expect(said.filter((line) => /Seq Scan on outgoing/.test(line))).toEqual([]);
  } finally {
    await pool.end();
    await database.drop();
  }
});
