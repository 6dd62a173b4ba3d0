import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { Foreseen } from '../kernel/foreseen.ts';

/** Prisma's own advisory lock: its command line and our starts wait for each other. */
const PRISMA_LOCK = 72707369;

/** Prisma's own list of what was applied, in its own words, so that its command line agrees with us. */
const PRISMA_LIST = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const listed = z.array(z.object({ name: z.string(), checksum: z.string(), finished: z.boolean() }));

type Migration = { name: string; sql: string; checksum: string };

/** The database cannot be brought to what this version of Beenthere needs. The message says what to do. */
export class MigrationRefused extends Foreseen {
  override name = 'MigrationRefused';
}

/**
 * Brings the database up to date with the migrations in a folder as `prisma migrate deploy` would, each in one
 * transaction with its entry in Prisma's list: it is applied whole or not at all. Safe to run from several apps at
 * once. A migration cannot contain statements that refuse a transaction, such as CREATE INDEX CONCURRENTLY.
 *
 * @param folder holds one folder per migration with a migration.sql, applied in the order of their names
 * @param log gets a sentence for each thing done
 * @returns the names of the migrations it applied
 * @throws MigrationRefused when the database and the folder contradict each other, or a migration fails
 */
export async function migrate(
  pool: pg.Pool,
  folder: string,
  log?: (line: string) => void,
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  // A connection that is cut says so twice: the statement in hand fails, which is enough.
  client.on('error', () => undefined);
  let broken: Error | undefined;
  try {
    await lock(client, log);
    const pending = await findPending(client, migrations);
    for (const migration of pending) {
      await apply(client, migration);
      log?.(`Applied the migration ${migration.name}.`);
    }
    return pending.map(({ name }) => name);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A session that failed is closed rather than reused; closing it gives the lock back as well.
    if (!broken) await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]);
    client.release(broken);
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function lock(client: pg.PoolClient, log?: (line: string) => void): Promise<void> {
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [PRISMA_LOCK]);
  if (z.tuple([z.object({ taken: z.boolean() })]).parse(rows)[0].taken) return;
  log?.('Another app is bringing the database up to date. Waiting for it.');
  await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
}

async function findPending(client: pg.PoolClient, migrations: Migration[]): Promise<Migration[]> {
  await makeList(client);
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const applied = new Map(listed.parse(rows).map((entry) => [entry.name, entry]));
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied.values()) {
    const migration = known.get(name);
    if (!finished) throw new MigrationRefused(halfDone(name));
    if (!migration) throw new MigrationRefused(fromTheFuture(name));
    if (migration.checksum !== checksum) throw new MigrationRefused(edited(name));
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/** Makes Prisma's list in a new database, and refuses a database that holds somebody else's tables. */
async function makeList(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY relname`,
  );
  const names = z.array(z.object({ name: z.string() })).parse(rows);
  if (names.some(({ name }) => name === '_prisma_migrations')) return;
  if (names[0]) throw new MigrationRefused(notOurs(names[0].name));
  await client.query(PRISMA_LIST);
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES (gen_random_uuid(), $1, $2, now(), clock_timestamp(), 1)`,
      [checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationRefused(
      `The migration ${name} could not be applied, and nothing of it was kept: ${reason}`,
      {
        cause,
      },
    );
  }
}

function halfDone(name: string): string {
  return (
    `The migration ${name} was begun by \`prisma migrate\` and did not finish. Look at what is missing in the ` +
    `database, then run \`npx prisma migrate resolve --applied ${name}\` or \`--rolled-back ${name}\` and start again.`
  );
}

function fromTheFuture(name: string): string {
  return (
    `This database is newer than this version of Beenthere, which does not know its migration ${name}. ` +
    'Start the version that was used last, or a newer one.'
  );
}

function edited(name: string): string {
  return (
    `The migration ${name} was changed after it was applied to this database. ` +
    'Put its migration.sql back as it was, and make a new migration for the change.'
  );
}

function notOurs(table: string): string {
  return (
    `This database already holds something else (for example "${table}"). ` +
    'Point DATABASE_URL to a new, empty database that is for Beenthere alone.'
  );
}
