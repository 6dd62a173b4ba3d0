// Connections for the schema engine: Prisma's own adapter over `pg`, with three differences the engine needs.
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

const TEXT = 25;
const SINGLE_CHARACTER = 18;
/** int2vector, regproc, oidvector, pg_node_tree and the reg… types of the catalogue: all read as text. */
const READ_AS_TEXT = new Set([22, 24, 30, 194, 2202, 2205, 2206, 4089, 4096]);
/** The driver adapters' number for a column of type Character. */
const CHARACTER_COLUMN = 6;

/**
 * What the engine opens its databases with.
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource as the Prisma CLI passes it on
 * @param {(adapter: object) => void} opened called with every connection, so that the caller can dispose of it
 */
export function connectionFactory(datasource, opened) {
  const remember = (adapter) => {
    opened(adapter);
    return adapter;
  };
  return {
    provider: 'postgres',
    adapterName: 'schema-engine-stand-in',
    connect: async () => remember(await connect(urlOf(datasource))),
    connectToShadowDb: async () => remember(await connectToShadow(datasource)),
  };
}

/** Runs one action on a connection of its own. */
export async function withClient(url, action) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await action(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function onDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

/** The name of the database a URL points to, as PostgreSQL's own clients read it. */
export function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';
}

async function connect(url, afterwards) {
  // One session, so that the advisory lock and the search path stay where they were taken.
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => {});
  const schema = new URL(url).searchParams.get('schema') ?? undefined;
  const adapter = await new PrismaPg(pool, { schema }).connect();
  readCatalogueTypes(adapter);
  adapter.executeScript = (script) => runWhole(adapter, pool, script);
  adapter.dispose = async () => {
    await pool.end();
    await afterwards?.();
  };
  return adapter;
}

/** Prisma's adapter cuts scripts at every semicolon, also inside $$ bodies; PostgreSQL takes them whole. */
async function runWhole(adapter, pool, script) {
  try {
    await pool.query(script);
  } catch (error) {
    adapter.lastScriptError = error;
    adapter.onError(error);
  }
}

/** The engine reads catalogue types that Prisma's adapter refuses. */
function readCatalogueTypes(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let characters = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    const fields = result.fields ?? [];
    characters = fields.flatMap((field, index) => (field.dataTypeID === SINGLE_CHARACTER ? [index] : []));
    for (const field of fields) {
      if (field.dataTypeID === SINGLE_CHARACTER || READ_AS_TEXT.has(field.dataTypeID))
        field.dataTypeID = TEXT;
    }
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of characters) result.columnTypes[index] = CHARACTER_COLUMN;
    return result;
  };
}

function urlOf(datasource) {
  // Said only when a database is needed: some differences are found without one.
  if (!datasource.url) throw new Error('Set DATABASE_URL to the PostgreSQL database to work on.');
  return datasource.url;
}

async function connectToShadow(datasource) {
  if (datasource.shadowDatabaseUrl) return reuseShadow(datasource.shadowDatabaseUrl);
  return makeShadow(urlOf(datasource));
}

async function makeShadow(url) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  await withClient(url, (client) => client.query(`CREATE DATABASE "${name}"`));
  return connect(onDatabase(url, name), () =>
    withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)),
  );
}

async function reuseShadow(url) {
  const adapter = await connect(url);
  await adapter.executeScript('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;');
  return adapter;
}
