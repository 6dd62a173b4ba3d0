import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { inject } from 'vitest';
import { z } from 'zod';
import { SHAPE, TEMPLATE } from './template.ts';

export type FreshDatabase = {
  url: string;
  /** Ends every connection to it and gives it back. */
  drop(): Promise<unknown>;
};

type Options = {
  /** Without tables, as a charity's server would hand it out. Default: all migrations applied. */
  empty?: boolean;
};

const answer = z.union([z.object({ url: z.string(), shape: z.string() }), z.object({ error: z.string() })]);

/**
 * A database of a test's own. Making one takes a fifth of a second, so that a used one is emptied and goes back on the
 * shelf, unless the test changed more than rows.
 */
export async function freshDatabase({ empty = false }: Options = {}): Promise<FreshDatabase> {
  const { url: server, shape } = await postgresOfThisRun();
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
  const remove = () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return {
    url: url.href,
    async drop() {
      await onServer(server, untilLeft(name));
      if (empty || !(await emptied(url.href, shape))) await remove();
      else await onServer(server, `INSERT INTO shelf (name) VALUES ('${name}')`);
    },
  };
}

async function fromShelf(server: string): Promise<string | undefined> {
  const [row] = await onServer(
    server,
    'DELETE FROM shelf WHERE name = (SELECT name FROM shelf LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING name',
  );
  return z.object({ name: z.string() }).optional().parse(row)?.name;
}

/** Takes every row out of a database. False where its shape is no longer that of the template. */
async function emptied(url: string, shape: string): Promise<boolean> {
  const [row] = await onServer(url, SHAPE);
  if (z.object({ shape: z.string() }).parse(row).shape !== shape) return false;
  await onServer(url, EMPTYING);
  return true;
}

/** A connection that was closed just now is still on its way out: ended by force, it would be an error in whoever closed it. */
function untilLeft(name: string): string {
  return `DO $$ BEGIN FOR turn IN 1..100 LOOP
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = '${name}');
    PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
  END LOOP;
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'; END $$`;
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
