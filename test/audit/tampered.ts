import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Head, verifyWith } from '../../core/store/audit/audit.ts';
import type { Keys } from '../../core/store/keys.ts';
import type { Chance } from '../faults/chance.ts';

/** A way to change the audit behind its back, by somebody who may write everything into the database but has no key. */
export type Tampering = { readonly name: string; readonly sql: string; readonly values: readonly unknown[] };

const COLUMNS = ['id', 'at', 'by', 'action', 'ids', 'reason', 'number', 'key', 'link'] as const;

const KINDS = [
  ...COLUMNS.map((column) => `edit ${column}`),
  'delete one',
  'delete several',
  'swap two',
  'swap what two say',
  'insert in the middle',
  'insert at the end',
  'unchain one',
  'cut off the end',
  'copy one over another',
  'close a gap',
] as const;

const EDITS: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  id: 'id = id + 100000',
  at: `at = at + make_interval(secs => 1 + ($2::int % 100000))`,
  by: `"by" = "by" || $2::int::text`,
  action: `action = action || $2::int::text`,
  ids: `ids = ids || jsonb_build_object('n', $2::int)`,
  reason: `reason = coalesce(reason, '') || $2::int::text`,
  number: 'number = number + 100000',
  key: `key = key || $2::int::text`,
  link: `link = translate(link, 'ABCDEFGHIJKLM0123', 'BCDEFGHIJKLMA1230') || CASE WHEN link ~ '[A-M0-3]' THEN '' ELSE 'x' END`,
};

/** One drawn by chance, for an audit of so many links. */
export function tampering(chance: Chance, links: number): Tampering {
  const name = chance.of(KINDS);
  const a = chance.whole(1, links - 1);
  const b = chance.whole(a + 1, links);
  const any = chance.whole(1, 1_000_000);
  const column = COLUMNS.find((each) => name === `edit ${each}`);
  if (column !== undefined) {
    const uses = EDITS[column].includes('$2');
    return {
      name,
      sql: `UPDATE audit SET ${EDITS[column]} WHERE number = $1`,
      values: uses ? [b, any] : [b],
    };
  }
  if (name === 'delete one') return { name, sql: 'DELETE FROM audit WHERE number = $1', values: [b] };
  if (name === 'delete several')
    return { name, sql: 'DELETE FROM audit WHERE number BETWEEN $1 AND $2', values: [a, b] };
  if (name === 'swap two')
    return {
      name,
      sql: `WITH was AS (SELECT id, number, key, link FROM audit WHERE number IN ($1, $2)),
        gone AS (DELETE FROM audit WHERE number IN ($1, $2) RETURNING *)
        INSERT INTO audit SELECT g.id, g.at, g.by, g.action, g.ids, g.reason, o.number, o.key, o.link
        FROM gone g JOIN was o ON o.id <> g.id`,
      values: [a, b],
    };
  if (name === 'swap what two say')
    return {
      name,
      sql: `UPDATE audit SET at = o.at, "by" = o.by || '', action = o.action, ids = o.ids, reason = $3
        FROM (SELECT * FROM audit WHERE number IN ($1, $2)) o
        WHERE audit.number IN ($1, $2) AND o.number <> audit.number`,
      values: [a, b, randomUUID()],
    };
  const made = `(SELECT coalesce(max(id), 0) + 1 FROM audit), now(), 'forged', 'forged', '{}'::jsonb, NULL`;
  if (name === 'insert in the middle')
    return {
      name,
      // Everything after it makes room.
      sql: `WITH after AS (DELETE FROM audit WHERE number >= $1 RETURNING *),
        moved AS (INSERT INTO audit SELECT id, at, "by", action, ids, reason, number + 1, key, link FROM after)
        INSERT INTO audit SELECT ${made}, $1::bigint, key, link FROM after WHERE number = $1`,
      values: [b],
    };
  if (name === 'insert at the end')
    return {
      name,
      sql: `INSERT INTO audit SELECT ${made}, number + 1, key, link FROM audit WHERE number = $1`,
      values: [links],
    };
  if (name === 'unchain one')
    return {
      name,
      sql: 'UPDATE audit SET number = NULL, key = NULL, link = NULL WHERE number = $1',
      values: [b],
    };
  if (name === 'cut off the end') return { name, sql: 'DELETE FROM audit WHERE number >= $1', values: [b] };
  if (name === 'copy one over another')
    return {
      name,
      sql: `UPDATE audit SET at = o.at, "by" = o.by, action = o.action || ' ', ids = o.ids, reason = o.reason, link = o.link
        FROM audit o WHERE audit.number = $1 AND o.number = $2`,
      values: [a, b],
    };
  return {
    name,
    // Taken out, and everything after it moved up, so that the numbers have no gap.
    sql: `WITH after AS (DELETE FROM audit WHERE number >= $1 RETURNING *)
      INSERT INTO audit SELECT id, at, "by", action, ids, reason, number - 1, key, link FROM after WHERE number > $1`,
    values: [b],
  };
}

/** Whether it is found; the audit is as it was afterwards. @throws when it changed nothing. */
export async function isFound(
  client: pg.ClientBase,
  keys: Keys,
  head: Head,
  { name, sql, values }: Tampering,
): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL session_replication_role = replica');
    const print = `SELECT md5(string_agg(a::text, '|' ORDER BY number NULLS LAST, id)) AS now FROM audit a`;
    const before = (await client.query(print)).rows[0].now;
    await client.query(sql, [...values]);
    if ((await client.query(print)).rows[0].now === before) throw new Error(`"${name}" changed nothing`);
    return (await verifyWith(client, keys, [head])).broken.length > 0;
  } finally {
    await client.query('ROLLBACK');
  }
}
