import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { inject } from 'vitest';
import { z } from 'zod';
import { TEMPLATE } from './template-name.ts';

export type FreshDatabase = {
  url: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
};

type Options = {
  /** Without tables, as a charity's server would hand it out. Default: all migrations applied. */
  empty?: boolean;
};

const answer = z.union([z.object({ url: z.string() }), z.object({ error: z.string() })]);

/** A database of a test's own, in a few hundredths of a second. */
export async function freshDatabase({ empty = false }: Options = {}): Promise<FreshDatabase> {
  const server = await postgresOfThisRun();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // PostgreSQL refuses to copy a template that is being copied.
  await onServer(
    server,
    'SELECT pg_advisory_lock(1)',
    `CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : TEMPLATE}`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, untilLeft(name), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** A connection that was closed just now is still on its way out: ended by force, it would be an error in whoever closed it. */
function untilLeft(name: string): string {
  return `DO $$ BEGIN FOR turn IN 1..100 LOOP
    EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = '${name}');
    PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
  END LOOP; END $$`;
}

/** The test run's PostgreSQL; the first to ask waits until it has started. */
async function postgresOfThisRun(): Promise<string> {
  const said = answer.parse(JSON.parse(await text(connect(inject('databaseDoor'), '127.0.0.1'))));
  if ('error' in said) throw new Error(said.error);
  return said.url;
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
