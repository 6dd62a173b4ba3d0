import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runningDatabase } from '../../core/store/embedded-postgres/running-database.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../core/store/embedded-postgres/start-embedded-postgres.ts';
import { ask, newFolder, removeFolders, removeModel, rootHomeOf, serverIn } from './embedded-postgres-app.ts';

afterAll(removeModel);

describe('the database of its own, while it runs', () => {
  const folder = newFolder();
  const lines: string[] = [];
  let database: EmbeddedPostgres;

  beforeAll(async () => {
    database = await startEmbeddedPostgres({
      dataDir: join(folder, 'data'),
      rootHome: rootHomeOf(folder),
      log: (line) => lines.push(line),
    });
  });
  afterAll(async () => {
    await database.stop();
    removeFolders();
  });

  it.each([
    ['server_encoding', 'UTF8'],
    ['fsync', 'on'],
    ['full_page_writes', 'on'],
    ['synchronous_commit', 'on'],
    ['shared_buffers', '32MB'],
    ['max_connections', '60'],
    ['TimeZone', 'UTC'],
    ['listen_addresses', ''],
    ['lc_messages', 'C'],
  ])('has %s %s', async (setting, value) => {
    expect(await ask(database.url, `select current_setting('${setting}') as is`)).toEqual([{ is: value }]);
  });

  it('sorts and changes case by PostgreSQL’s own C.UTF-8', async () => {
    const [row] = await ask(
      database.url,
      "select datlocprovider, datlocale, upper('é') from pg_database where datname = current_database()",
    );
    expect(row).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', upper: 'É' });
  });

  it('has the extension that keeps meetings from overlapping', async () => {
    await ask(database.url, 'create extension btree_gist');
    expect(
      await ask(database.url, "select 1 as found from pg_extension where extname = 'btree_gist'"),
    ).toEqual([{ found: 1 }]);
  });

  it('takes Prisma’s connections', async () => {
    const prisma = await new PrismaPg({ connectionString: database.url }).connect();
    const answer = await prisma.queryRaw({ sql: 'select current_database()', args: [], argTypes: [] });
    await prisma.dispose();
    expect(answer.rows).toEqual([['beenthere']]);
  });

  it('is reached through a folder only its owner can enter', () => {
    const { mode, uid } = statSync(database.place.sockets);
    expect(mode & 0o777).toBe(0o700);
    expect(uid).toBe(database.place.user?.uid ?? process.geteuid?.());
    expect(statSync(join(database.place.sockets, '.s.PGSQL.5432')).mode & 0o777).toBe(0o700);
    expect(statSync(database.place.data).mode & 0o777).toBe(0o700);
  });

  it('does not hand the app’s secrets or settings for other servers to the server', async () => {
    const environment = readFileSync(`/proc/${serverIn(database.place.data)}/environ`, 'utf8');
    const names = environment.split('\0').map((entry) => entry.split('=')[0]);
    const expected = [
      'LC_ALL',
      'LD_LIBRARY_PATH',
      'DYLD_LIBRARY_PATH',
      'PATH',
      'PWD',
      'OLDPWD',
      'PG_GRANDPARENT_PID',
    ];
    expect(names.filter((name) => name && !expected.includes(name) && !name.startsWith('PG'))).toEqual([]);
    expect(names).not.toContain('HOME');
  });

  it('writes nothing people wrote into its log', async () => {
    await ask(database.url, 'create table kept (words text primary key)');
    await ask(database.url, "insert into kept values ('a private word')");
    await expect(ask(database.url, "insert into kept values ('a private word')")).rejects.toThrow(
      'duplicate',
    );
    await expect(ask(database.url, "select 'a private word'::int")).rejects.toThrow('integer');
    expect(lines.join('\n')).toContain('ready to accept connections');
    expect(lines.join('\n')).not.toContain('private');
  });

  it('tells the command line where it is, and nobody else', async () => {
    const note = join(folder, 'data/database.json');
    expect(statSync(note).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(note, 'utf8')).url).toBe(database.url);
    expect(await runningDatabase(join(folder, 'data'))).toBe(database.url);
  });

  it('is not asked by the command line when others can get into its socket folder', async () => {
    chmodSync(database.place.sockets, 0o755);
    expect(await runningDatabase(join(folder, 'data'))).toBeUndefined();
    chmodSync(database.place.sockets, 0o700);
    expect(await runningDatabase(join(folder, 'data'))).toBe(database.url);
  });

  it('is refused to a second start in the same process', async () => {
    await expect(startEmbeddedPostgres({ dataDir: join(folder, 'data') })).rejects.toThrow(
      `Another Beenthere is already running on ${join(folder, 'data')}; stop it or set DATA_DIR to another folder.`,
    );
    // The refusal must not have let go of the first one's lock.
    await expect(startEmbeddedPostgres({ dataDir: join(folder, 'data') })).rejects.toThrow('already running');
    expect(await runningDatabase(join(folder, 'data'))).toBe(database.url);
  });
});
