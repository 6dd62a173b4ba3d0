import pg from 'pg';

/** The one database of Beenthere in its own server. */
const DATABASE = 'beenthere';

const CONNECT_WITHIN_MS = 2000;

/**
 * The address of a database in the server with that socket folder. It names the port and the absence of TLS
 * because the client would otherwise take PGPORT and PGSSLMODE from the environment.
 */
export function databaseUrl(sockets: string, database = DATABASE): string {
  const query = new URLSearchParams({ host: sockets, sslmode: 'disable' });
  return `postgresql://postgres@localhost:5432/${database}?${query}`;
}

/** Makes the database if it is not there yet. */
export async function ensureDatabase(sockets: string): Promise<void> {
  await ask(databaseUrl(sockets, 'postgres'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

/** Whether a database answers at that address. */
export async function isAnswering(url: string): Promise<boolean> {
  return await ask(url, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );
}

async function ask(
  connectionString: string,
  questions: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  // A connection that breaks also says so here, and unheard that would end the process; the query fails as well.
  client.on('error', () => {});
  try {
    await client.connect();
    await questions(client);
  } finally {
    await client.end().catch(() => {});
  }
}
