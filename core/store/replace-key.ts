import type pg from 'pg';
import { z } from 'zod';
import { crashpoint } from '../delivery/crashpoint.ts';
import { Foreseen } from '../kernel/foreseen.ts';
import type { Moment } from '../moment.ts';
import { CHAINING } from './audit/chain.ts';
import { noteAudit, OPERATOR } from './audit/note.ts';
import { type Keys, openChainKey, openKeys, wrappedWith } from './keys.ts';

/** The master key cannot be replaced as things are. The message says what to do. */
export class KeyNotReplaced extends Foreseen {
  override name = 'KeyNotReplaced';
}

export type Replacing = {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly at: Moment;
};

const REPLACING = 72_707_371;
const AT_ONCE = 200;

export type Rewrapped = { readonly rewrapped: number };

/** Does what has to be done with a database's master key by one app at a time; `work` gets the way to replace it. */
export type KeyAlone = <T>(
  work: (replace: (keys: Replacing) => Promise<Rewrapped>) => Promise<T>,
) => Promise<T>;

export function keyAloneIn(pool: pg.Pool): KeyAlone {
  return (work) => alone(pool, (client) => work((keys) => replaceMasterKey(client, keys)));
}

async function alone<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const ignore = (): void => undefined;
  client.on('error', ignore);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [REPLACING]);
    return await work(client);
  } finally {
    client.off('error', ignore);
    // Closing the connection gives the lock back, whatever state it is in.
    client.release(true);
  }
}

const Install = z.array(z.object({ key: z.string(), next: z.string().nullable() }));

/**
 * Wraps every key that is stored, and every chain key of the audit, with another master key; what people wrote stays as it
 * is, sealed with keys that do not change. Where it was broken off it goes on: until the last step each key opens with the
 * master key that it names, and the last step is one transaction. Returns how many keys it wrapped anew.
 * @throws KeyNotReplaced when the database belongs to neither key
 */
async function replaceMasterKey(client: pg.PoolClient, { from, to, at }: Replacing): Promise<Rewrapped> {
  const old = openKeys(from);
  const both = openKeys(to, from);
  const [install] = Install.parse(
    (await client.query('SELECT "keyFingerprint" AS key, "nextKeyFingerprint" AS next FROM install')).rows,
  );
  // Nobody used it yet, or the last step was done already.
  if (install === undefined || install.key === both.fingerprint) return { rewrapped: 0 };
  if (install.key !== old.fingerprint) throw new KeyNotReplaced(notOurs(install.key));
  if (install.next !== null && install.next !== both.fingerprint)
    throw new KeyNotReplaced(begunOtherwise(install.next));
  await client.query('UPDATE install SET "nextKeyFingerprint" = $1', [both.fingerprint]);
  crashpoint('key.begun');
  const tables = await tablesWithKeys(client);
  let rewrapped = 0;
  for (const table of tables) rewrapped += await rewrapTable(client, table, both, at);
  await client.query('BEGIN');
  try {
    // Whoever is writing a row with the old key just now is waited for, and nobody begins another.
    for (const { name } of tables) await client.query(`LOCK TABLE "${name}" IN SHARE ROW EXCLUSIVE MODE`);
    for (const table of tables) rewrapped += await rewrapTable(client, table, both, at);
    await client.query('SELECT pg_advisory_xact_lock($1)', [CHAINING]);
    await keepChainKeys(client, old, both, at);
    await client.query('UPDATE install SET "keyFingerprint" = $1, "nextKeyFingerprint" = NULL', [
      both.fingerprint,
    ]);
    const ids = { from: old.fingerprint, to: both.fingerprint };
    await noteAudit(client, { by: OPERATOR, action: 'key.replaced', ids, at });
    crashpoint('key.switching');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  crashpoint('key.switched');
  return { rewrapped };
}

const WrappedTable = z.object({ name: z.string(), idType: z.enum(['uuid', 'text']), versioned: z.boolean() });
type WrappedTable = z.infer<typeof WrappedTable>;

/** Every table that has wrapped keys, found in the database itself, so that none can be forgotten. */
async function tablesWithKeys(client: pg.PoolClient): Promise<WrappedTable[]> {
  const found = await client.query(
    `SELECT w.table_name AS name, i.udt_name AS "idType", EXISTS (SELECT FROM information_schema.columns v
        WHERE v.table_schema = 'public' AND v.table_name = w.table_name AND v.column_name = 'version') AS versioned
     FROM information_schema.columns w JOIN information_schema.columns i
       ON i.table_schema = w.table_schema AND i.table_name = w.table_name AND i.column_name = 'id'
     WHERE w.table_schema = 'public' AND w.column_name = 'wrappedKey' ORDER BY 1`,
  );
  return z.array(WrappedTable).parse(found.rows);
}

const Wrapped = z.object({ id: z.string(), wrappedKey: z.string() });

async function rewrapTable(
  client: pg.PoolClient,
  { name, idType, versioned }: WrappedTable,
  keys: Keys,
  at: Moment,
): Promise<number> {
  const done = wrappedWith(keys.fingerprint);
  const select = `SELECT id, "wrappedKey" FROM "${name}" WHERE ($1::${idType} IS NULL OR id > $1::${idType})
    AND "wrappedKey" <> '' AND NOT starts_with("wrappedKey", $2) ORDER BY "${name}".id LIMIT ${AT_ONCE}`;
  // Whoever read the row before decides again: their copy holds the old key.
  const update = `UPDATE "${name}" SET "wrappedKey" = k.new${versioned ? ', version = version + 1' : ''}
    FROM unnest($1::${idType}[], $2::text[], $3::text[]) AS k(id, old, new)
    WHERE "${name}".id = k.id AND "${name}"."wrappedKey" = k.old`;
  let count = 0;
  for (let after: string | null = null; ; ) {
    const rows: z.infer<typeof Wrapped>[] = z
      .array(Wrapped)
      .parse((await client.query(select, [after, done])).rows);
    const last = rows.at(-1);
    if (last === undefined) return count;
    const renewed = rows.map((row) => keys.rewrapped(row, at));
    const ids = rows.map((row) => row.id);
    const olds = rows.map((row) => row.wrappedKey);
    count += (await client.query(update, [ids, olds, renewed])).rowCount ?? 0;
    crashpoint('key.batch');
    after = last.id;
  }
}

/** The links that were made with the old key can still be checked when it is gone. */
async function keepChainKeys(client: pg.PoolClient, old: Keys, next: Keys, at: Moment): Promise<void> {
  const found = await client.query('SELECT id, sealed FROM audit_key');
  const kept = z.array(z.object({ id: z.string(), sealed: z.string() })).parse(found.rows);
  for (const { id, sealed } of kept) {
    const anew = openChainKey(old, id, sealed).sealedWith(next, at.random(12));
    await client.query('UPDATE audit_key SET sealed = $2 WHERE id = $1', [id, anew]);
  }
  await client.query(
    `INSERT INTO audit_key (id, sealed, "retiredAt") VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, "retiredAt" = excluded."retiredAt"`,
    [old.chain.id, old.chain.sealedWith(next, at.random(12)), at.now.toString()],
  );
}

function notOurs(key: string): string {
  return `This database belongs to another master key, the one called ${key}. Put that key file in place and try again. Nothing was changed.`;
}

function begunOtherwise(next: string): string {
  return `The master key of this database is being replaced by another one, called ${next}, and that was broken off. Put that key file back beside the key in use, with ".new" behind its name, and start again.`;
}
