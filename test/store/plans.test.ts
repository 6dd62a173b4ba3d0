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
      await pool.query(`EXPLAIN (FORMAT JSON) EXECUTE "end-outgoing"('[]', '[]', '[]')`),
      await pool.query(`EXPLAIN (FORMAT JSON) EXECUTE "claim-outgoing"('${now}', 5, 15)`),
    ];
    const looks = plans.flatMap(({ rows }) => lookedUp(rows.map((row) => row['QUERY PLAN'])));
    expect(looks.filter(({ by }) => by === undefined)).toEqual([]);
    const said = looks.map(
      ({ index, by = '' }) =>
        `${index} ${by.replace(/\(InitPlan \d+\)\.col1/, 'those').replace(/= \w+\.(?=\w)/, '= ')}`,
    );
    expect([...new Set(said)].toSorted()).toEqual([
      'outgoing_due ("dueAt" <= $1)',
      'outgoing_pkey (id = ANY (those))',
      'outgoing_pkey (id = id)',
      'outgoing_waiting (chat = chat)',
    ]);
  } finally {
    await pool.end();
    await database.drop();
  }
});

/** How a plan comes to rows of the queue: by which index, and by what of it. */
function lookedUp(plan: unknown): { index: unknown; by: string | undefined }[] {
  if (Array.isArray(plan)) return plan.flatMap(lookedUp);
  if (plan === null || typeof plan !== 'object') return [];
  const node: Record<string, unknown> = { ...plan };
  const [index, by] = [node['Index Name'], node['Index Cond']];
  const isOfQueue =
    /^outgoing/.test(String(index)) ||
    (node['Relation Name'] === 'outgoing' && node['Node Type'] === 'Seq Scan');
  const own = isOfQueue ? [{ index, by: typeof by === 'string' ? by : undefined }] : [];
  return [...own, ...Object.values(node).flatMap(lookedUp)];
}
