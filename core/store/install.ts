import type pg from 'pg';
import { z } from 'zod';

/** Which key this database belongs to; undefined when it has not been used yet. */
export async function keyOfDatabase(pool: pg.Pool): Promise<string | undefined> {
  const found = await pool.query('SELECT "keyFingerprint" AS key FROM install');
  return z.array(z.object({ key: z.string() })).parse(found.rows)[0]?.key;
}

/** Ties the database to a key. Two apps that start at once agree on the first one's. Returns the one that holds. */
export async function tieToKey(pool: pg.Pool, fingerprint: string): Promise<string> {
  await pool.query(
    'INSERT INTO install (id, "keyFingerprint", "createdAt") VALUES (1, $1, now()) ON CONFLICT DO NOTHING',
    [fingerprint],
  );
  return (await keyOfDatabase(pool)) ?? fingerprint;
}
