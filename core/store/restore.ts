import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import type { Moment } from '../moment.ts';
import { noteAudit, OPERATOR } from './audit/note.ts';
import type { Counted } from './backup.ts';
import { BackupRefused, Contents, linesOfBackup } from './backup-file.ts';
import { inOneGo } from './in-one-go.ts';
import type { Keys } from './keys.ts';
import { migrate } from './migrate.ts';
import { wipeAgain } from './wipe.ts';

export type Restored = Counted & {
  readonly madeAt: string;
  /** Messages that waited when the backup was made: they may have been sent since, so somebody looks at them first. */
  readonly toReview: number;
  /** What was due between the backup and now, and is not done again. */
  readonly notRepeated: number;
  /** People who were in the backup and had been erased since. */
  readonly erasedAgain: number;
};

export type RestoreOptions = {
  readonly url: string;
  readonly keys: Keys;
  readonly file: string;
  readonly at: Moment;
  /** The folder with this version's migrations. */
  readonly migrations: string;
  /** Commands that say something when they are due: what of them was due since the backup is let go. */
  readonly speakFirst: readonly string[];
  /** Those who were erased, perhaps since the backup: they do not come back. */
  readonly erased?: readonly string[];
};

/**
 * Puts a backup into an empty database: all of it, or nothing. Nothing is sent twice because of the rewind: what waited to
 * be sent waits for a person to look at it, and what has been due since is let go.
 * @throws BackupRefused when the file, the key or the database does not fit; no row was written then.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { keys, file, url, at, migrations, speakFirst, erased = [] } = options;
  const lines = await linesOfBackup(file, keys);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  try {
    const contents = await contentsOf(lines);
    await refuseUnlessNew(pool, contents);
    await migrateAsItWas(pool, migrations, contents);
    const { audited, ...restored } = await inOneGo(pool, async (client) => {
      await refuseUnlessEmpty(client);
      const rows = await putBack(client, lines, contents);
      const settled = await settleRewind(client, at, speakFirst);
      // Without their keys nothing that they wrote can be read, whatever the shape of an older backup.
      const keysGone = await client.query(
        `UPDATE person SET "wrappedKey" = '' WHERE id = ANY($1::uuid[]) AND "wrappedKey" <> ''`,
        [erased],
      );
      // An older backup has no audit; what its next migrations make begins with this entry.
      const audited = contents.tables.some(({ name }) => name === 'audit');
      if (audited) await noteRestore(client, contents, at);
      const erasedAgain = keysGone.rowCount ?? 0;
      return { tables: contents.tables.length, rows, audited, ...settled, erasedAgain };
    });
    await migrate(pool, migrations);
    if (!audited) await noteRestore(pool, contents, at);
    await inOneGo(pool, (client) => wipeAgain(client, erased, at.now));
    return { ...restored, madeAt: contents.madeAt };
  } finally {
    await lines.return(undefined);
    await pool.end();
  }
}

async function contentsOf(lines: AsyncGenerator<string, undefined>): Promise<Contents> {
  const first = await lines.next();
  const read = Contents.safeParse(JSON.parse(first.value ?? 'null'));
  if (!read.success)
    throw new BackupRefused('This backup was made by a version of Beenthere that is not known here.');
  return read.data;
}

const IN_USE =
  'This database is in use already, and a restore does not overwrite people. Set DATA_DIR to an empty folder, or DATABASE_URL to an empty database.';

/** A database that was brought further than the backup was, by hand or by another version, is not one to go back in. */
async function refuseUnlessNew(pool: pg.Pool, { migrations }: Contents): Promise<void> {
  const list = await pool.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS made`);
  if (list.rows[0]?.made !== true) return;
  const found = await pool.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const applied = z.array(z.object({ name: z.string() })).parse(found.rows);
  if (applied.every(({ name }) => migrations.includes(name))) return;
  throw new BackupRefused(
    'This database was set up by a later version than the backup. Use a new, empty database: set DATA_DIR to an empty folder, or DATABASE_URL to a new database.',
  );
}

/** Brings an empty database to the shape it had when the backup was made. */
async function migrateAsItWas(pool: pg.Pool, folder: string, contents: Contents): Promise<void> {
  const unknown = contents.migrations.filter((name) => !existsSync(join(folder, name)));
  if (unknown.length > 0) {
    throw new BackupRefused(
      'This backup was made by a later version of Beenthere than this one. Install that version, or a newer one, and restore with it.',
    );
  }
  const those = await mkdtemp(join(tmpdir(), 'beenthere-migrations-'));
  try {
    for (const name of contents.migrations)
      await cp(join(folder, name), join(those, name), { recursive: true });
    await migrate(pool, those);
  } finally {
    await rm(those, { recursive: true, force: true });
  }
}

async function refuseUnlessEmpty(client: pg.PoolClient): Promise<void> {
  // Another app that starts now waits until this is over.
  await client.query('LOCK TABLE install, person, programme IN ACCESS EXCLUSIVE MODE');
  const found = await client.query(
    'SELECT EXISTS (SELECT FROM install) OR EXISTS (SELECT FROM person) OR EXISTS (SELECT FROM programme) AS used',
  );
  if (found.rows[0]?.used === true) throw new BackupRefused(IN_USE);
}

async function putBack(
  client: pg.PoolClient,
  lines: AsyncGenerator<string, undefined>,
  { tables }: Contents,
): Promise<number> {
  const inserts = new Map(tables.map(({ name, columns }) => [name, insertInto(name, columns)]));
  let rows = 0;
  // While the database writes some rows, the next ones are opened and unpacked.
  let writing = Promise.resolve(0);
  for await (const line of lines) {
    const tab = line.indexOf('\t');
    const insert = inserts.get(line.slice(0, tab));
    if (insert === undefined) throw new BackupRefused('This backup names a table that it does not list.');
    rows += await writing;
    writing = client.query(insert, [line.slice(tab + 1)]).then((written) => written.rowCount ?? 0);
    // Where reading fails first, this one is not waited for; its connection is closed.
    writing.catch(() => undefined);
  }
  return rows + (await writing);
}

function insertInto(table: string, columns: readonly string[]): string {
  const name = quoted(table);
  const list = columns.map(quoted).join(', ');
  return `INSERT INTO ${name} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${name}, $1)`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Whoever compares the audit with a head that was written down later than the backup sees why it ends before. */
async function noteRestore(client: pg.PoolClient | pg.Pool, { madeAt }: Contents, at: Moment): Promise<void> {
  const entry = { by: OPERATOR, action: 'install.restored', ids: { madeAt }, at };
  await noteAudit(client, entry);
}

async function settleRewind(
  client: pg.PoolClient,
  at: Moment,
  speakFirst: readonly string[],
): Promise<{ toReview: number; notRepeated: number }> {
  const now = at.now.toString();
  // What was to be sent only later cannot have been sent yet, and waits on.
  const review = await client.query(
    `UPDATE outgoing SET state = 'review', why = 'restored' WHERE state = 'waiting' AND "dueAt" <= $1`,
    [now],
  );
  await client.query('UPDATE outgoing SET "leaseUntil" = NULL WHERE "leaseUntil" IS NOT NULL');
  // The rest of what is due (a break that ends, a series that goes on) is done now, or it would be forgotten.
  const past = await client.query('DELETE FROM due WHERE "dueAt" <= $1 AND command = ANY($2)', [
    now,
    speakFirst,
  ]);
  await client.query('UPDATE due SET "leaseUntil" = NULL WHERE "leaseUntil" IS NOT NULL');
  await client.query('UPDATE install SET "restoredAt" = $1', [now]);
  for (const table of await countedTables(client)) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM ${table}), false)`,
    );
  }
  const counts = { toReview: review.rowCount ?? 0, notRepeated: past.rowCount ?? 0 };
  await client.query(
    `INSERT INTO journal (at, event, by, ids) VALUES ($1, 'install.restored', 'operator', $2)`,
    [now, JSON.stringify(counts)],
  );
  return counts;
}

/** Tables whose ids the database counts: it goes on where the restored ones end. */
async function countedTables(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name = 'id' AND column_default LIKE 'nextval(%'`,
  );
  return rows.map((row) => String(row.name));
}
