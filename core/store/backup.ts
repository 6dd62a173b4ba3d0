import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { z } from 'zod';
import type { Moment } from '../moment.ts';
import type { Keys } from './keys.ts';
import { opening, sealing } from './sealed-stream.ts';

/** A backup cannot be made or restored. The message says what to do. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

const MAGIC = 'beenthere backup 1\n';
const ROWS_AT_ONCE = 1000;
/** Left out: Prisma's own list is made again by the migrations; it is written into the first line instead. */
const NOT_COPIED = ['_prisma_migrations'];

const Head = z.object({ id: z.string(), key: z.string(), madeAt: z.string() });
const Opening = z.object({ v: z.literal(1), migrations: z.array(z.string()), tables: z.array(z.string()) });
const Line = z.object({ t: z.string(), rows: z.array(z.record(z.string(), z.unknown())) });

export type Counted = { readonly tables: number; readonly rows: number };

/**
 * Writes everything into one file: one consistent snapshot, compressed, sealed with the master key. The app may go on
 * meanwhile. The file appears whole or not at all.
 */
export async function backUp(url: string, keys: Keys, file: string, at: Moment): Promise<Counted> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const partial = `${file}.part`;
  const id = at.newId();
  const counted = { tables: 0, rows: 0 };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const out = createWriteStream(partial, { mode: 0o600 });
    out.write(`${MAGIC}${JSON.stringify({ id, key: keys.fingerprint, madeAt: at.now.toString() })}\n`);
    await pipeline(
      Readable.from(everything(client, counted)),
      createGzip(),
      sealing(keys, id, at.random),
      out,
    );
    await client.query('COMMIT');
    const handle = await open(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, file);
    return counted;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* everything(
  client: pg.Client,
  counted: { tables: number; rows: number },
): AsyncGenerator<string> {
  const tables = await tablesInOrder(client);
  const applied = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  );
  yield `${JSON.stringify({ v: 1, migrations: applied.rows.map((row) => row.name), tables })}\n`;
  for (const table of tables) {
    counted.tables += 1;
    await client.query(`DECLARE copied CURSOR FOR SELECT to_jsonb(t) AS row FROM "${table}" t`);
    for (;;) {
      const found = await client.query(`FETCH ${ROWS_AT_ONCE} FROM copied`);
      if (found.rows.length === 0) break;
      counted.rows += found.rows.length;
      yield `${JSON.stringify({ t: table, rows: found.rows.map((each) => each.row) })}\n`;
    }
    await client.query('CLOSE copied');
  }
}

/** Our tables, those that others point to first. */
async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const found = await client.query(
    `SELECT c.relname AS name, coalesce(array_agg(r.relname::text) FILTER (WHERE r.relname IS NOT NULL), '{}') AS needs
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
     LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' LEFT JOIN pg_class r ON r.oid = k.confrelid
     WHERE c.relkind = 'r' AND c.relname <> ALL($1::text[]) GROUP BY c.relname ORDER BY c.relname`,
    [NOT_COPIED],
  );
  const waiting = new Map(
    z
      .array(z.object({ name: z.string(), needs: z.array(z.string()) }))
      .parse(found.rows)
      .map((row) => [row.name, row.needs]),
  );
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([name, needs]) =>
      needs.every((need) => need === name || !waiting.has(need)),
    );
    if (ready.length === 0) throw new Error('The tables point to each other in a ring');
    for (const [name] of ready) {
      ordered.push(name);
      waiting.delete(name);
    }
  }
  return ordered;
}

export type Restored = Counted & {
  readonly madeAt: string;
  /** Messages that waited when the backup was made: they may have been sent since, so somebody looks at them first. */
  readonly toReview: number;
  /** What was due between the backup and now, and is not done again. */
  readonly notRepeated: number;
};

export type RestoreOptions = {
  readonly url: string;
  readonly keys: Keys;
  readonly file: string;
  readonly at: Moment;
  /** Brings an empty database to the shape it had when the backup was made (these migrations), or to today's. */
  migrateTo(migrations: readonly string[] | 'today'): Promise<void>;
};

/**
 * Puts a backup into an empty database: all of it, or nothing. Nothing is sent twice because of the rewind: what waited to
 * be sent waits for a person to look at it, and what has been due since is let go.
 * @throws BackupRefused when the file, the key or the database does not fit; nothing was changed then.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { keys, file, url, at } = options;
  const { head, from } = await headOf(file);
  if (head.key !== keys.fingerprint) {
    throw new BackupRefused(
      `This backup was made under another key (${head.key}). Put that key file in place, or set BEENTHERE_KEY_FILE to where it is.`,
    );
  }
  const lines = linesOf(plain(file, from, keys, head.id));
  const first = Opening.parse(JSON.parse((await lines.next()).value ?? 'null'));
  await options.migrateTo(first.migrations);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const counted = { tables: first.tables.length, rows: 0 };
  try {
    await client.query('BEGIN');
    await refuseUnlessEmpty(client);
    for await (const line of lines) counted.rows += await putBack(client, line);
    const { toReview, notRepeated } = await settleRewind(client, at);
    await client.query('COMMIT');
    await options.migrateTo('today');
    return { ...counted, madeAt: head.madeAt, toReview, notRepeated };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function headOf(file: string): Promise<{ head: z.infer<typeof Head>; from: number }> {
  const handle = await open(file, 'r').catch(() => {
    throw new BackupRefused(`There is no backup at ${file}. Check the path.`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    const end = start.indexOf('\n', MAGIC.length);
    if (!start.toString('utf8').startsWith(MAGIC) || end < 0)
      throw new BackupRefused(`${file} is not a backup of Beenthere.`);
    return {
      head: Head.parse(JSON.parse(start.subarray(MAGIC.length, end).toString('utf8'))),
      from: end + 1,
    };
  } finally {
    await handle.close();
  }
}

function plain(file: string, from: number, keys: Keys, id: string): Readable {
  const opened = opening(keys, id);
  const unpacked = createGunzip();
  // A fault anywhere must reach whoever reads the end of the line.
  const source = createReadStream(file, { start: from });
  source.on('error', (error) => unpacked.destroy(error));
  opened.on('error', (error) => unpacked.destroy(error));
  source.pipe(opened).pipe(unpacked);
  return unpacked;
}

async function* linesOf(stream: Readable): AsyncGenerator<string, undefined> {
  let kept = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    kept += chunk;
    const lines = kept.split('\n');
    kept = lines.pop() ?? '';
    yield* lines;
  }
  if (kept !== '') yield kept;
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const found = await client.query(
    'SELECT EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM install) AS used',
  );
  if (found.rows[0]?.used === true) {
    throw new BackupRefused(
      'This database is in use already, and a restore does not overwrite people. Set DATA_DIR to an empty folder, or DATABASE_URL to an empty database.',
    );
  }
}

async function putBack(client: pg.Client, line: string): Promise<number> {
  const { t: table, rows } = Line.parse(JSON.parse(line));
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => `"${column.replaceAll('"', '""')}"`)
    .join(', ');
  const name = `"${table.replaceAll('"', '""')}"`;
  await client.query(
    `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`,
    [JSON.stringify(rows)],
  );
  return rows.length;
}

async function settleRewind(
  client: pg.Client,
  at: Moment,
): Promise<{ toReview: number; notRepeated: number }> {
  const now = at.now.toString();
  const review = await client.query(
    `UPDATE outgoing SET state = 'review', why = 'restored', "leaseUntil" = NULL WHERE state = 'waiting'`,
  );
  const past = await client.query('DELETE FROM due WHERE "dueAt" <= $1', [now]);
  await client.query('UPDATE due SET "leaseUntil" = NULL');
  await client.query('UPDATE install SET "restoredAt" = $1', [now]);
  for (const table of ['journal', 'outgoing']) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT coalesce(max(id), 1) FROM "${table}"))`,
    );
  }
  await client.query(
    `INSERT INTO journal (at, event, by, ids) VALUES ($1, 'install.restored', 'operator', '{}')`,
    [now],
  );
  return { toReview: review.rowCount ?? 0, notRepeated: past.rowCount ?? 0 };
}
