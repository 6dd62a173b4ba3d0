import type pg from 'pg';
import { z } from 'zod';
import type { ChainKey } from '../keys.ts';
import { ENTRY_COLUMNS, Entry, type Head, linkOf, START } from './link.ts';

const AT_ONCE = 2000;
/** After this an entry that is not chained means that no app does it. */
const CHAINED_WITHIN_SECONDS = 60;

/** How the audit is broken, and where. The number is that of an entry, or the first of those that are missing. */
export type Broken =
  | { readonly is: 'missing'; readonly number: bigint; readonly upTo: bigint }
  /** It was changed, moved, or made by somebody without the key. */
  | { readonly is: 'changed'; readonly number: bigint }
  /** Its key is not known here, or was replaced before it. */
  | { readonly is: 'other-key'; readonly number: bigint }
  /** A head was written down that is not there any more: the end was cut off. */
  | { readonly is: 'cut-off'; readonly number: bigint; readonly endsAt: bigint }
  /** So many stand where another entry has the same number. */
  | { readonly is: 'twice'; readonly number: bigint; readonly count: number }
  /** Another link stands where a head was written down. */
  | { readonly is: 'other-head'; readonly number: bigint };

export type Verified = {
  readonly links: number;
  readonly head: Head;
  readonly broken: readonly Broken[];
  /** Written and not chained yet; and for how many seconds the oldest of them, in the database's own time. */
  readonly unchained: { readonly count: number; readonly tooLong: boolean };
  readonly headsChecked: number;
  /** When an older backup was restored (ISO text): a head from between the backup and then cannot be there. */
  readonly restores: readonly string[];
};

const Chained = Entry.extend({ number: z.coerce.bigint(), key: z.string(), link: z.string() });
const PAGE = `SELECT ${ENTRY_COLUMNS}, number::text, key, link FROM audit
  WHERE audit.number > $1::bigint ORDER BY audit.number LIMIT ${AT_ONCE}`;
const BELOW = `SELECT ${ENTRY_COLUMNS}, number::text, key, link FROM audit WHERE audit.number <= 0 ORDER BY audit.number`;
const UNCHAINED = `SELECT count(*)::int AS count,
  coalesce(bool_or(at < now() - interval '${CHAINED_WITHIN_SECONDS} seconds'), false) AS "tooLong"
  FROM audit WHERE number IS NULL`;
const Unchained = z.object({ count: z.int(), tooLong: z.boolean() });
const TWICE = `SELECT count(*)::int - count(DISTINCT audit.number)::int AS count, min(audit.number)::text AS number
  FROM audit JOIN (SELECT number FROM audit GROUP BY number HAVING count(*) > 1) t ON t.number = audit.number`;
const Twice = z.object({ count: z.int(), number: z.coerce.bigint().nullable() });

type Queries = Pick<pg.ClientBase, 'query'> | pg.Pool;

/**
 * Walks the whole chain and makes every link again.
 * @param keyOf the key of a fingerprint: the present one, or one that was replaced
 * @param heads written down elsewhere; without one it cannot show that the end was cut off
 */
export async function verifyAudit(
  db: Queries,
  keyOf: (id: string) => ChainKey | undefined,
  heads: readonly Head[] = [],
): Promise<Verified> {
  const wanted = new Map(heads.map((head) => [head.number, head.link]));
  const seen = new Map<bigint, string>();
  const broken: Broken[] = [];
  const restores: string[] = [];
  const over = new Set<string>();
  let at: Head = START;
  let links = 0;
  let keyNow: string | undefined;
  // There is no number below one; whoever put one there hid an entry.
  for (const { number } of z.array(Chained).parse((await db.query(BELOW)).rows))
    broken.push({ is: 'changed', number });
  for (;;) {
    const page = z.array(Chained).parse((await db.query(PAGE, [String(at.number)])).rows);
    for (const entry of page) {
      const { number, link, key: keyId } = entry;
      if (number > at.number + 1n) broken.push({ is: 'missing', number: at.number + 1n, upTo: number - 1n });
      if (keyId !== keyNow && keyNow !== undefined) over.add(keyNow);
      keyNow = keyId;
      const key = over.has(keyId) ? undefined : keyOf(keyId);
      if (key === undefined) broken.push({ is: 'other-key', number });
      else if (linkOf(key, number, entry, at.link) !== link) broken.push({ is: 'changed', number });
      if (entry.action === 'install.restored') restores.push(entry.at);
      if (wanted.has(number)) seen.set(number, link);
      at = { number, link };
      links += 1;
    }
    if (page.length < AT_ONCE) break;
  }
  for (const [number, link] of wanted) {
    const found = number === 0n ? link : seen.get(number);
    if (found === undefined && number > at.number) broken.push({ is: 'cut-off', number, endsAt: at.number });
    else if (found !== link) broken.push({ is: 'other-head', number });
  }
  const twice = Twice.parse((await db.query(TWICE)).rows[0]);
  if (twice.count > 0) broken.push({ is: 'twice', number: twice.number ?? 0n, count: twice.count });
  const unchained = Unchained.parse((await db.query(UNCHAINED)).rows[0]);
  return { links, head: at, broken, unchained, headsChecked: wanted.size, restores };
}
