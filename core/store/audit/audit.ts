import type pg from 'pg';
import { z } from 'zod';
import { type Keys, openChainKey } from '../keys.ts';
import { openChainer } from './chain.ts';
import { ENTRY_COLUMNS, Entry, type Head, START } from './link.ts';
import { noteAudit } from './note.ts';
import { type Verified, verifyAudit } from './verify.ts';

export { type Head, headsIn, writtenHead } from './link.ts';
export type { Broken, Verified } from './verify.ts';

const Listed = Entry.extend({ number: z.string().nullable(), ids: z.string() });
/** An entry as it is shown; `ids` is JSON. */
export type Listed = z.infer<typeof Listed>;

export type AuditSearch = {
  /** Whoever did it, or whom it is about: an id that stands in it. */
  readonly person?: string;
  /** ISO text; not before this. */
  readonly since?: string;
  readonly most: number;
};

const LIST = `SELECT ${ENTRY_COLUMNS}, number::text FROM audit
  WHERE ($1::text IS NULL OR "by" LIKE '%' || $1 || '%' OR ids::text LIKE '%' || $1 || '%')
    AND ($2::timestamptz IS NULL OR audit.at >= $2::timestamptz)
  ORDER BY audit.id DESC LIMIT $3`;
const HEAD = `SELECT number::text AS number, link FROM audit WHERE number IS NOT NULL ORDER BY audit.number DESC LIMIT 1`;

const HeadRow = z.object({ number: z.coerce.bigint(), link: z.string() });
const KeyRow = z.object({ id: z.string(), sealed: z.string() });

/** Who did and saw what, as it is kept. */
export type AuditTrail = ReturnType<typeof openAudit>;

export function openAudit(pool: pg.Pool, keys: Keys) {
  return {
    /** Gives every entry that waits its place in the chain. Returns how many. @throws KeyReplaced, ChainCut */
    chain: openChainer(pool, keys.chain),
    /** Writes down what is not decided by a command: that somebody looked, or was refused. */
    note: (entry: Parameters<typeof noteAudit>[1]) => noteAudit(pool, entry),
    async head(): Promise<Head> {
      return z.array(HeadRow).parse((await pool.query(HEAD)).rows)[0] ?? START;
    },
    /** Newest first. */
    async list({ person, since, most }: AuditSearch): Promise<Listed[]> {
      return z.array(Listed).parse((await pool.query(LIST, [person ?? null, since ?? null, most])).rows);
    },
    verify: (heads?: readonly Head[]): Promise<Verified> => verifyWith(pool, keys, heads),
  };
}

/** Checks the chain with the present key and those that were replaced, on one connection or many. */
export async function verifyWith(
  db: Pick<pg.ClientBase, 'query'> | pg.Pool,
  keys: Keys,
  heads?: readonly Head[],
): Promise<Verified> {
  const replaced = z.array(KeyRow).parse((await db.query('SELECT id, sealed FROM audit_key')).rows);
  const opened = new Map([[keys.chain.id, keys.chain]]);
  for (const { id, sealed } of replaced) {
    try {
      opened.set(id, openChainKey(keys, id, sealed));
    } catch {
      // Its links then show as made with a key that is not known.
    }
  }
  return await verifyAudit(db, (id) => opened.get(id), heads);
}
