import type pg from 'pg';
import { z } from 'zod';
import { crashpoint } from '../../delivery/crashpoint.ts';
import { Foreseen } from '../../kernel/foreseen.ts';
import { inOneGo } from '../in-one-go.ts';
import type { ChainKey } from '../keys.ts';
import { ENTRY_COLUMNS, Entry, type Head, linkOf, START } from './link.ts';

/** Everybody who chains waits for this lock, or leaves it to whoever has it. */
export const CHAINING = 72_707_370;
/** Entries chained in one transaction. */
const AT_ONCE = 500;

/** The master key was replaced while this app ran: it has to be started again with the new one. */
export class KeyReplaced extends Foreseen {
  override name = 'KeyReplaced';
}

/** The end of the chain is not what this app left there: somebody changed the audit from outside. */
export class ChainCut extends Foreseen {
  override name = 'ChainCut';
}

const HeadRow = z.object({ number: z.coerce.bigint(), link: z.string() });

// What this app chained last has to be there still; `holds` is null when it is not.
const NOW = `SELECT (SELECT link FROM audit WHERE number = $1::bigint) AS holds,
  (SELECT to_jsonb(h) FROM (SELECT number::text, link FROM audit WHERE number IS NOT NULL ORDER BY audit.number DESC LIMIT 1) h) AS head,
  (SELECT "keyFingerprint" FROM install) AS key`;
const State = z.object({
  holds: z.string().nullable(),
  head: HeadRow.nullable(),
  key: z.string().nullable(),
});

const WAITING = `SELECT ${ENTRY_COLUMNS} FROM audit WHERE number IS NULL ORDER BY id LIMIT ${AT_ONCE}`;

const CHAIN = `UPDATE audit SET number = c.number, key = $4, link = c.link
  FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS c(id, number, link)
  WHERE audit.id = c.id AND audit.number IS NULL`;

/**
 * Chains what waits, in the order in which it was written, so many at a time: one writer of all apps at a time, under a
 * lock that ends with its transaction. What was committed and not chained when an app died is chained by the next.
 *
 * Not protected: whoever can write to the database, past its triggers, can change or remove an entry unseen in the
 * second or so before it is chained. Later that shows, unless they cut the end of the chain off while no app runs (an app
 * that runs knows where it was): then it shows beside a head that was written down elsewhere.
 */
export function openChainer(pool: pg.Pool, key: ChainKey) {
  let last: Head = START;
  const turn = async (client: pg.PoolClient): Promise<Chained | undefined> => {
    const locked = await client.query('SELECT pg_try_advisory_xact_lock($1) AS got', [CHAINING]);
    if (locked.rows[0]?.got !== true) return undefined;
    // Another turn of this app may move it on while the database answers.
    const left = last;
    const state = State.parse((await client.query(NOW, [String(left.number)])).rows[0]);
    if (state.key !== null && state.key !== key.id) throw new KeyReplaced(REPLACED);
    if (left.number > 0n && state.holds !== left.link) throw new ChainCut(CUT);
    const entries = z.array(Entry).parse((await client.query(WAITING)).rows);
    const next = chained(key, state.head ?? START, entries);
    await client.query(CHAIN, [next.ids, next.numbers, next.links, key.id]);
    crashpoint('audit.chaining');
    return next;
  };
  /** Returns how many it chained. @throws KeyReplaced, ChainCut */
  return async (): Promise<number> => {
    const waits = await pool.query('SELECT FROM audit WHERE number IS NULL LIMIT 1');
    if (waits.rowCount === 0) return 0;
    let done = 0;
    for (;;) {
      const next = await inOneGo(pool, turn);
      if (next === undefined) return done;
      crashpoint('audit.chained');
      last = next;
      done += next.ids.length;
      if (next.ids.length < AT_ONCE) return done;
    }
  };
}

type Chained = Head & {
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  readonly links: readonly string[];
};

function chained(key: ChainKey, from: Head, entries: readonly Entry[]): Chained {
  let { number, link } = from;
  const numbers: string[] = [];
  const links: string[] = [];
  for (const entry of entries) {
    number += 1n;
    link = linkOf(key, number, entry, link);
    numbers.push(String(number));
    links.push(link);
  }
  return { number, link, ids: entries.map((each) => each.id), numbers, links };
}

const REPLACED =
  'The master key of this database was replaced while this app ran. Start it again with the new key file.';
const CUT =
  'The end of the audit is not as this app left it: somebody changed it from outside. Nothing more is chained by this app. Run "audit verify", keep a copy of the database, and find out who can write to it.';
