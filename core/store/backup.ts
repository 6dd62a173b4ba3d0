import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { z } from 'zod';
import type { Moment } from '../moment.ts';
import { noteAudit, OPERATOR } from './audit/note.ts';
import { BackupRefused, type Contents, headLine, MAGIC } from './backup-file.ts';
import type { Keys } from './keys.ts';
import { sealing } from './sealed-stream.ts';

const ROWS_AT_ONCE = 1000;
/** Prisma's own list is made again by the migrations; what it holds is written into the first line instead. */
const NOT_COPIED = '_prisma_migrations';

export type Counted = { readonly tables: number; readonly rows: number };

/**
 * Writes everything into one file: one consistent snapshot, compressed, sealed with the master key. The app may go on
 * meanwhile. The file appears whole or not at all.
 * @throws BackupRefused when the file is there already or cannot be written
 */
export async function backUp(url: string, keys: Keys, file: string, at: Moment): Promise<Counted> {
  if (existsSync(file))
    throw new BackupRefused(
      `${file} is there already, and a backup is never written over. Choose another name.`,
    );
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const partial = `${file}.part`;
  const counted = { tables: 0, rows: 0 };
  try {
    const id = at.newId();
    // Before a word is copied, so that no copy is made unseen; it is in the backup as well.
    await noteAudit(client, { by: OPERATOR, action: 'backup.begun', ids: { backupId: id }, at });
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const head = headLine(id, keys);
    const out = createWriteStream(partial, { mode: 0o600 });
    out.write(`${MAGIC}${head}\n`);
    const lines = Readable.from(everything(client, at.now.toString(), counted));
    await pipeline(lines, createGzip(), sealing(keys, head, at.random), out);
    await client.query('COMMIT');
    await putInPlace(partial, file);
    return counted;
  } catch (error) {
    await rm(partial, { force: true });
    throw understood(error, file);
  } finally {
    await client.end();
  }
}

/** On the disk first, then under its name: a power cut leaves the whole file or none. */
async function putInPlace(partial: string, file: string): Promise<void> {
  await onDisk(partial, 'r+');
  await rename(partial, file);
  // A folder cannot be opened everywhere; the file itself is on the disk.
  await onDisk(dirname(file), 'r').catch(() => undefined);
}

async function onDisk(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  await handle.sync().finally(() => handle.close());
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'that folder does not exist',
  EACCES: 'this user may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

function understood(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  if (reason === undefined) return error;
  return new BackupRefused(`The backup could not be written to ${file}: ${reason}. Nothing was left there.`, {
    cause: error,
  });
}

async function* everything(
  client: pg.Client,
  madeAt: string,
  counted: { tables: number; rows: number },
): AsyncGenerator<string> {
  const tables = await tablesInOrder(client);
  const applied = await client.query(
    `SELECT migration_name AS name FROM ${NOT_COPIED} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  const migrations = z.array(z.object({ name: z.string() })).parse(applied.rows);
  const contents: Contents = { v: 1, madeAt, migrations: migrations.map(({ name }) => name), tables };
  yield `${JSON.stringify(contents)}\n`;
  for (const { name } of tables) {
    counted.tables += 1;
    // As text, which the database wrote and will read: nothing on the way can round a number or change a time.
    await client.query(`DECLARE copied CURSOR FOR SELECT to_jsonb(t)::text AS row FROM "${name}" t`);
    for (;;) {
      const found = await client.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM copied`);
      if (found.rows.length === 0) break;
      counted.rows += found.rows.length;
      yield `${name}\t[${found.rows.map((each) => each.row).join(',')}]\n`;
    }
    await client.query('CLOSE copied');
  }
}

const TABLES = `
  SELECT c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    ARRAY(SELECT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
      WHERE k.conrelid = c.oid AND k.contype = 'f') AS needs
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> $1
  ORDER BY c.relname`;

const Tables = z.array(
  z.object({ name: z.string(), columns: z.array(z.string()), needs: z.array(z.string()) }),
);

/** Our tables, those that others point to first; what a crash may lose (unlogged) is not worth a copy. */
async function tablesInOrder(client: pg.Client): Promise<Contents['tables']> {
  let waiting = Tables.parse((await client.query(TABLES, [NOT_COPIED])).rows);
  const ordered: Contents['tables'] = [];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter(({ name, needs }) =>
      needs.every((need) => need === name || !names.has(need)),
    );
    if (ready.length === 0) throw new Error('The tables point to each other in a ring');
    ordered.push(...ready.map(({ name, columns }) => ({ name, columns })));
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}
