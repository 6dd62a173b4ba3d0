import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MigrationRefused, migrate } from '../../core/store/migrate.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { prisma } from '../support/prisma.ts';

const OURS = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

let database: FreshDatabase;
let pool: pg.Pool;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase({ empty: true });
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  pool.on('error', () => undefined);
  folder = mkdtempSync(join(tmpdir(), 'beenthere-migrations-'));
  write('0001_people', 'CREATE TABLE person (id INTEGER PRIMARY KEY);');
  write('0002_names', 'ALTER TABLE person ADD name TEXT; INSERT INTO person VALUES (1, $$a;b$$);');
});
afterEach(async () => {
  await pool.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function refusal(): Promise<string> {
  const outcome = await migrate(pool, folder).catch((error: unknown) => error);
  if (outcome instanceof MigrationRefused) return outcome.message;
  throw new Error(`it was not refused: ${String(outcome)}`);
}

describe('migrate', () => {
  it('applies every migration in the order of their names, once', async () => {
    const said: string[] = [];
    expect(await migrate(pool, folder, (line) => said.push(line))).toEqual(['0001_people', '0002_names']);
    expect(said).toHaveLength(2);
    expect(await migrate(pool, folder)).toEqual([]);
    write('0003_more', 'CREATE TABLE pair (id INTEGER);');
    expect(await migrate(pool, folder)).toEqual(['0003_more']);
    expect((await pool.query('SELECT * FROM person')).rows).toEqual([{ id: 1, name: 'a;b' }]);
  });

  it('applies each once when several apps start at the same moment', async () => {
    const pools = Array.from({ length: 5 }, () => new pg.Pool({ connectionString: database.url, max: 1 }));
    const applied = await Promise.all(pools.map((one) => migrate(one, folder)));
    await Promise.all(pools.map((one) => one.end()));
    expect(applied.flat()).toEqual(['0001_people', '0002_names']);
  });

  it("waits for Prisma's own command line", async () => {
    const other = await pool.connect();
    await other.query('SELECT pg_advisory_lock(72707369)');
    const heard = Promise.withResolvers<string>();
    const migrating = migrate(pool, folder, heard.resolve);
    expect(await heard.promise).toContain('Waiting');
    expect((await pool.query(`SELECT to_regclass('person') AS person`)).rows).toEqual([{ person: null }]);
    other.release(true);
    expect(await migrating).toHaveLength(2);
  });

  it('gives the lock back, whether it succeeds or fails', async () => {
    // Of this database alone: others of the same server are locked by other tests.
    const held = `SELECT count(*)::int AS locks FROM pg_locks WHERE locktype = 'advisory'
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    const locks = async (): Promise<unknown> => (await pool.query(held)).rows[0]?.locks;
    await migrate(pool, folder);
    expect(await locks()).toBe(0);
    write('0003_wrong', 'SELECT nothing FROM nowhere;');
    await refusal();
    // The session that failed is closed, which takes the server a moment.
    await expect.poll(locks, { timeout: 5000 }).toBe(0);
  });

  it('keeps nothing of a migration that fails, and applies it when it was put right', async () => {
    write('0003_wrong', 'CREATE TABLE half (id INTEGER); SELECT nothing FROM nowhere;');
    expect(await refusal()).toContain('0003_wrong');
    expect((await pool.query(`SELECT to_regclass('half') AS half`)).rows).toEqual([{ half: null }]);
    write('0003_wrong', 'CREATE TABLE half (id INTEGER);');
    expect(await migrate(pool, folder)).toEqual(['0003_wrong']);
  });

  it('keeps nothing of a migration that cannot be entered in the list', async () => {
    await migrate(pool, folder);
    await pool.query(`ALTER TABLE _prisma_migrations ADD CHECK (migration_name <> '0003_unlisted')`);
    write('0003_unlisted', 'CREATE TABLE half (id INTEGER);');
    expect(await refusal()).toContain('0003_unlisted');
    expect((await pool.query(`SELECT to_regclass('half') AS half`)).rows).toEqual([{ half: null }]);
  });

  it('stops at a migration that was changed after it was applied', async () => {
    await migrate(pool, folder);
    write('0001_people', 'CREATE TABLE person (id INTEGER PRIMARY KEY, age INTEGER);');
    expect(await refusal()).toMatch(/0001_people was changed/);
  });

  it('stops at a database that a newer version has used', async () => {
    await migrate(pool, folder);
    rmSync(join(folder, '0002_names'), { recursive: true });
    expect(await refusal()).toMatch(/newer than this version.*0002_names/);
  });

  it("stops at a database with somebody else's tables", async () => {
    await pool.query('CREATE TABLE invoices (id INTEGER)');
    expect(await refusal()).toMatch(/something else.*"invoices"/);
  });
});

describe('migrate and the Prisma command line', () => {
  it('agree that the database is up to date', { timeout: 60_000 }, async () => {
    await migrate(pool, OURS);
    expect(await prisma(database.url, 'migrate', 'status')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Database schema is up to date'),
    });
    expect(await prisma(database.url, 'migrate', 'deploy')).toMatchObject({
      code: 0,
      said: expect.stringContaining('No pending migrations'),
    });
  });

  it('agree the other way round', { timeout: 60_000 }, async () => {
    expect(await prisma(database.url, 'migrate', 'deploy')).toMatchObject({ code: 0 });
    expect(await migrate(pool, OURS)).toEqual([]);
  });

  it('stop at what the command line left half done, until it was resolved', { timeout: 60_000 }, async () => {
    const config = `--config=${writeConfig()}`;
    write('0002_names', 'SELECT nothing FROM nowhere;');
    expect(await prisma(database.url, 'migrate', 'deploy', config)).toMatchObject({
      code: 1,
      said: expect.stringContaining('relation "nowhere" does not exist'),
    });
    expect(await refusal()).toMatch(/0002_names was begun/);
    await prisma(database.url, 'migrate', 'resolve', '--rolled-back', '0002_names', config);
    write('0002_names', 'SELECT 1;');
    expect(await migrate(pool, folder)).toEqual(['0002_names']);
  });

  /** Points Prisma to the migrations of this test instead of the project's. */
  function writeConfig(): string {
    const file = join(folder, 'prisma.config.mjs');
    const engine = join(OURS, '..', 'schema-engine.mjs');
    const settings = {
      schema: join(OURS, '..', 'schema.prisma'),
      migrations: { path: folder },
      datasource: { url: database.url },
    };
    writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
    writeFileSync(
      file,
      `process.env.PRISMA_SCHEMA_ENGINE_BINARY = ${JSON.stringify(engine)};\nexport default ${JSON.stringify(settings)};\n`,
    );
    return file;
  }
});
