import pg from 'pg';
import { z } from 'zod';
import type { Keys, PersonKey } from '../../core/store/keys.ts';

const Tables = z.array(z.object({ schema: z.string(), name: z.string() }));
const People = z.array(z.object({ id: z.string(), wrappedKey: z.string() }));

/** What stands in one column of one row, as it is, and what is behind its seal. */
type Part = { readonly column: string; readonly text: string };

/**
 * Everything that a database holds, as one text: every row of every table of every schema, and behind every seal what the
 * master key and the keys that are still there can open, also when it was sealed twice.
 */
export async function everythingIn(url: string, keys: Keys): Promise<string> {
  return (await partsOf(url, keys)).map(({ text }) => text).join('\n');
}

/** The columns, as "table.column", in which one of these words stands in any row. */
export async function columnsWith(url: string, keys: Keys, words: readonly string[]): Promise<string[]> {
  const parts = await partsOf(url, keys);
  const found = parts.filter(({ text }) => words.some((word) => text.includes(word)));
  return [...new Set(found.map(({ column }) => column))];
}

async function partsOf(url: string, keys: Keys): Promise<Part[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  try {
    const tables = Tables.parse(
      (
        await pool.query(`SELECT schemaname AS schema, tablename AS name FROM pg_tables
          WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`)
      ).rows,
    );
    const people = People.parse((await pool.query(`SELECT id::text, "wrappedKey" FROM person`)).rows);
    const all = people.filter((each) => each.wrappedKey !== '').map((each) => keys.of(each));
    const parts: Part[] = [];
    for (const { schema, name } of tables) {
      const { rows } = await pool.query(`SELECT to_jsonb(t) AS row FROM "${schema}"."${name}" t`);
      for (const { row } of z.array(z.object({ row: z.record(z.string(), z.unknown()) })).parse(rows)) {
        for (const [column, value] of Object.entries(row)) {
          const place = { table: name, row: String(row['id']), column };
          const isSealed = typeof value === 'string' && value.startsWith('v1.') && column !== 'wrappedKey';
          const texts = [JSON.stringify(value), ...(isSealed ? behind(value, place, all) : [])];
          parts.push(...texts.map((text) => ({ column: `${name}.${column}`, text })));
        }
      }
    }
    return parts;
  } finally {
    await pool.end();
  }
}

function behind(
  sealed: string,
  place: { table: string; row: string; column: string },
  keys: readonly PersonKey[],
): string[] {
  for (const key of keys) {
    const opened = tried(() => key.open(sealed, place));
    if (opened === undefined) continue;
    return opened.startsWith('v1.') ? behind(opened, place, keys) : [opened];
  }
  return [];
}

function tried(open: () => string): string | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

/** Those of the words that are in a text. */
export function foundIn(text: string, words: readonly string[]): string[] {
  return words.filter((each) => text.includes(each));
}
