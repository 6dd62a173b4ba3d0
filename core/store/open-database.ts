import pg from 'pg';
import { Foreseen } from '../kernel/foreseen.ts';
import { openErasedList } from './erased-list.ts';
import { keyOfDatabase, tieToKey } from './install.ts';
import { type Keys, openKeys } from './keys.ts';
import { migrate } from './migrate.ts';
import { type KeyAlone, keyAloneIn } from './replace-key.ts';
import { openStore, type Store } from './store.ts';

/** The database cannot be used as it is. The message says what to change. */
export class DatabaseRefused extends Foreseen {
  override name = 'DatabaseRefused';
}

export type OpenDatabase = { readonly store: Store; readonly keys: Keys };

export type OpenDatabaseOptions = {
  readonly url: string;
  /** Where the migrations are. */
  readonly migrations: string;
  readonly connections: number;
  readonly leaseSeconds?: number;
  /** The file that names those who were erased. */
  readonly erasedList?: string;
  /** Where the desk stands on the web. */
  readonly deskUrl?: string | undefined;
  /** The master key for a database that is, or is not, empty. */
  masterKey(isEmpty: boolean): Uint8Array;
  /** Does what has to be done with the key before it is used: goes on with replacing it, for one. */
  prepareKey?(alone: KeyAlone): Promise<unknown>;
  /** Refuses a key that is not the database's: told the name it expects and the one it got. */
  sameKey(expected: string | undefined, got: string): void;
  log(line: string): void;
};

const SECONDS_TO_CONNECT = 10;

/**
 * Brings the database up to date and opens it with its key.
 * @throws DatabaseRefused when it cannot be reached or used; nothing was changed then.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: 1,
    connectionTimeoutMillis: SECONDS_TO_CONNECT * 1000,
  });
  pool.on('error', () => undefined);
  try {
    await reachable(pool, options.url);
    await migrate(pool, options.migrations, options.log);
    await options.prepareKey?.(keyAloneIn(pool));
    const expected = await keyOfDatabase(pool);
    const keys = openKeys(options.masterKey(expected === undefined));
    options.sameKey(expected, keys.fingerprint);
    options.sameKey(await tieToKey(pool, keys.fingerprint), keys.fingerprint);
    const { url, connections, leaseSeconds, erasedList, deskUrl } = options;
    const store = openStore({
      url,
      keys,
      connections,
      deskUrl,
      ...(leaseSeconds === undefined ? {} : { leaseSeconds }),
      ...(erasedList === undefined ? {} : { erased: openErasedList(erasedList) }),
      onBroken: () => options.log('A database connection broke while idle; the next use opens another.'),
    });
    return { store, keys };
  } finally {
    await pool.end();
  }
}

async function reachable(pool: pg.Pool, url: string): Promise<void> {
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new DatabaseRefused(sentenceFor(code, url), { cause: error });
  }
}

/** What an operator should do; the password in the address is never shown. */
function sentenceFor(code: string, url: string): string {
  const { hostname, port, pathname } = new URL(url);
  const server = `${hostname || 'localhost'}${port === '' ? '' : `:${port}`}`;
  if (code === '28P01' || code === '28000')
    return `The database server ${server} does not accept the user name or password in DATABASE_URL. Correct them there.`;
  if (code === '3D000')
    return `The database server ${server} has no database "${pathname.slice(1)}". Create it, or name another one in DATABASE_URL.`;
  if (code === 'ENOTFOUND')
    return `No server is called "${hostname}". Correct the host name in DATABASE_URL.`;
  return `The database server ${server} cannot be reached. Start it or check DATABASE_URL; leave DATABASE_URL out to use the built-in database.`;
}
