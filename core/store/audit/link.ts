import { z } from 'zod';
import type { ChainKey } from '../keys.ts';

/** What somebody did or saw, as the database writes it: the text of `ids` is PostgreSQL's own, which is always the same. */
export const Entry = z.object({
  id: z.coerce.string(),
  /** ISO text in UTC, to the millisecond. */
  at: z.string(),
  by: z.string(),
  action: z.string(),
  ids: z.string(),
  reason: z.string().nullable(),
});
export type Entry = z.infer<typeof Entry>;

/** The columns of an entry, so that they read alike wherever a link is made or checked. */
export const ENTRY_COLUMNS = `id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, "by", action,
  ids::text AS ids, reason`;

/** A place in the chain and its link: what is written down elsewhere, so that nothing before it can be changed unseen. */
export type Head = { readonly number: bigint; readonly link: string };

/** Before the first entry. */
export const START: Head = { number: 0n, link: '' };

/** The link of an entry: over all of it, its number and the link before, so that no entry can be changed, moved or left out. */
export function linkOf(key: ChainKey, number: bigint, entry: Entry, before: string): string {
  const { id, at, by, action, ids, reason } = entry;
  return key.link(JSON.stringify([String(number), id, at, by, action, ids, reason, before]));
}

/** A head as it is written down: its number, a dot and its link. */
export function writtenHead({ number, link }: Head): string {
  return `${number}.${link}`;
}

/** Every head in a text, such as the file it is written to each day. */
export function headsIn(text: string): Head[] {
  return Array.from(text.matchAll(/(?<![\w.-])(\d{1,18})\.([A-Za-z0-9_-]{43})(?![\w-])/g), (found) => ({
    number: BigInt(found[1] ?? 0),
    link: found[2] ?? '',
  }));
}
