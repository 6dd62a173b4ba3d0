import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { inject } from 'vitest';
import { z } from 'zod';
import { openPool } from '../../core/store/open-pool.ts';
import { SHAPE, TEMPLATE } from './template.ts';

export type FreshDatabase = {
  url: string;
  /**
   * Connections to it that stay open for whichever test of this process has it next: PostgreSQL spends more on getting to
   * know a database anew in each connection than on what most tests ask of it. Nobody but this file ends them.
   */
  pool: pg.Pool;
  /** Ends every other connection to it and gives it back. */
  drop(): Promise<unknown>;
};

type Options = {
  /** Without tables, as a charity's server would hand it out. Default: all migrations applied. */
  empty?: boolean;
};

const answer = z.union([z.object({ url: z.string(), shape: z.string() }), z.object({ error: z.string() })]);

type Warm = { readonly name: string; readonly url: string; readonly pool: pg.Pool };

/** A database that nobody has just now, with its connections. One: all workers together have few connections to go round. */
const warm: Warm[] = [];
const MOST_WARM = 1;
const WARM = 'warm';

/**
 * A database of a test's own. Making one takes a fifth of a second, so that a used one is emptied and goes back on the
 * shelf, unless the test changed more than rows.
 */
export async function freshDatabase({ empty = false }: Options = {}): Promise<FreshDatabase> {
  const { url: server, shape } = await postgresOfThisRun();
  const { name, url, pool } = (empty ? undefined : warm.pop()) ?? (await another(server, empty));
  return {
    url,
    pool,
    async drop() {
      const isAsNew = !empty && (await emptied(name, pool, shape).catch(() => false));
      if (isAsNew && warm.length < MOST_WARM) {
        warm.push({ name, url, pool });
        return;
      }
      await ended(pool);
      if (isAsNew) await onServer(server, `INSERT INTO shelf (name) VALUES ('${name}')`);
      else await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function another(server: string, empty: boolean): Promise<Warm> {
  const shelved = empty ? undefined : await fromShelf(server);
  const name = shelved ?? `test_${randomUUID().replaceAll('-', '')}`;
  if (shelved === undefined) {
    // PostgreSQL refuses to copy a template that is being copied.
    await onServer(
      server,
      'SELECT pg_advisory_lock(1)',
      `CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : TEMPLATE}`,
    );
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  const kept = new URL(url);
  kept.searchParams.set('application_name', WARM);
  return { name, url: url.href, pool: openPool(kept.href, 6) };
}

/** A connection that a test left in the middle of something would never end by itself. */
async function ended(pool: pg.Pool): Promise<void> {
  await Promise.race([pool.end(), new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
}

async function fromShelf(server: string): Promise<string | undefined> {
  const [row] = await onServer(
    server,
    'DELETE FROM shelf WHERE name = (SELECT name FROM shelf LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING name',
  );
  return z.object({ name: z.string() }).optional().parse(row)?.name;
}

/** Takes every row out of a database. False where its shape is no longer that of the template. */
async function emptied(name: string, pool: pg.Pool, shape: string): Promise<boolean> {
  // What a test set going and did not wait for comes to its end first.
  for (let turn = 0; turn < 100 && pool.idleCount < pool.totalCount; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (pool.idleCount < pool.totalCount) return false;
  await pool.query(untilLeft(name));
  const { rows } = await pool.query(SHAPE);
  if (z.object({ shape: z.string() }).parse(rows[0]).shape !== shape) return false;
  await pool.query(EMPTYING);
  return true;
}

/** A connection that was closed just now is still on its way out: ended by force, it would be an error in whoever closed it. */
function untilLeft(name: string): string {
  const others = `datname = '${name}' AND application_name <> '${WARM}'`;
  return `DO $$ BEGIN FOR turn IN 1..100 LOOP
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE ${others});
    PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
  END LOOP;
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}; END $$`;
}

const EMPTYING = `DO $$ DECLARE thing record; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR thing IN SELECT oid::regclass AS name, relkind FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') AND relname <> '_prisma_migrations'
  LOOP
    IF thing.relkind = 'r' THEN EXECUTE format('DELETE FROM %s', thing.name);
    ELSE PERFORM setval(thing.name, 1, false); END IF;
  END LOOP;
END $$`;

/** The test run's PostgreSQL; the first to ask waits until it has started. */
async function postgresOfThisRun(): Promise<{ url: string; shape: string }> {
  const said = answer.parse(JSON.parse(await text(connect(inject('databaseDoor'), '127.0.0.1'))));
  if ('error' in said) throw new Error(said.error);
  return said;
}

/** The rows of the last statement. */
async function onServer(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}
