import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { makeRunFolder, removeRunFolder } from '../../core/store/embedded-postgres/run-folder.ts';
import { runningDatabase } from '../../core/store/embedded-postgres/running-database.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../core/store/embedded-postgres/start-embedded-postgres.ts';
import {
  ask,
  asRoot,
  newFolder,
  removeFolders,
  removeModel,
  rootHomeOf,
  usedFolder,
} from './embedded-postgres-app.ts';

afterAll(removeModel);

describe('the database of its own, from one start to the next', () => {
  afterEach(removeFolders);

  async function start(folder: string, dataDir = join(folder, 'data')): Promise<EmbeddedPostgres> {
    return await startEmbeddedPostgres({ dataDir, rootHome: rootHomeOf(folder) });
  }

  it('keeps what was written, and says only the first time that it is new', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await ask(first.url, 'create table kept as select 42 as number');
    await first.stop();
    const second = await start(folder);
    const rows = await ask(second.url, 'select number from kept');
    await second.stop();
    expect(rows).toEqual([{ number: 42 }]);
    expect(first.notes.some((note) => note.startsWith('Made a new database'))).toBe(true);
    expect(second.notes.some((note) => note.startsWith('Made a new database'))).toBe(false);
  });

  it('stops within 5 seconds although somebody is in the middle of something, and leaves nothing outside', async () => {
    const folder = await usedFolder();
    const database = await start(folder);
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    await client.query('begin');
    const busy = client.query('select pg_sleep(60)').catch((error: unknown) => error);
    const before = performance.now();
    await Promise.all([database.stop(), database.stop()]);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(await busy).toBeInstanceOf(Error);
    expect(existsSync(database.place.sockets)).toBe(false);
    expect(existsSync(join(folder, 'data/database.json'))).toBe(false);
    expect(existsSync(join(database.place.data, 'postmaster.pid'))).toBe(false);
    expect(await runningDatabase(join(folder, 'data'))).toBeUndefined();
  });

  it('works in a folder far too deep for a socket, with letters of all kinds in its name', async () => {
    const folder = newFolder();
    const deep = join(folder, ...Array.from({ length: 12 }, () => 'a very:deep, café’s folder'), 'data');
    expect(Buffer.byteLength(deep)).toBeGreaterThan(300);
    const database = await start(folder, deep);
    const rows = await ask(database.url, 'select 1 as one');
    const url = await runningDatabase(deep);
    await database.stop();
    expect(rows).toEqual([{ one: 1 }]);
    expect(url).toBe(database.url);
  });

  it('finishes what a first start that was cut off had begun', async () => {
    const folder = await usedFolder();
    const first = await start(folder);
    await first.stop();
    // What a cut leaves: something in the folder where the data are made, and no data under their name.
    await mkdir(join(first.place.home, 'new-123456'));
    await rename(first.place.data, join(first.place.home, 'new-123456/data'));
    await rm(join(first.place.home, 'new-123456/data/PG_VERSION'));
    const second = await start(folder);
    const rows = await ask(second.url, 'select 1 as one');
    await second.stop();
    expect(rows).toEqual([{ one: 1 }]);
    expect(readdirSync(first.place.home)).toEqual(['data']);
  });

  it('passes on why the data could not be made, and first makes room', async () => {
    const folder = newFolder();
    const binaries = join(folder, 'package/native');
    for (const name of ['bin', 'lib', 'share/postgresql'])
      await mkdir(join(binaries, name), { recursive: true });
    for (const name of ['bin/postgres', 'share/postgresql/pg_hba.conf.sample']) {
      await writeFile(join(binaries, name), '', { mode: 0o755 });
    }
    await writeFile(join(binaries, '../package.json'), '{"version":"18.4.0"}');
    const home = join(folder, 'data/postgres');
    await mkdir(join(home, 'new-123456'), { recursive: true });
    const full = `#!/bin/sh\ntest -e ${home}/new-123456 && echo half a database >&2\necho disk full >&2\nexit 1\n`;
    await writeFile(join(binaries, 'bin/initdb'), full, { mode: 0o755 });
    const starting = startEmbeddedPostgres({ dataDir: join(folder, 'data'), binaries });
    await expect(starting).rejects.toThrow(/It said: disk full\nMake sure that the disk has 100 MB free/);
    expect(readdirSync(home)).toEqual([]);
  });

  it('refuses the data of another PostgreSQL with what to do', async () => {
    const folder = await usedFolder();
    const first = await start(folder);
    await first.stop();
    await writeFile(join(first.place.data, 'PG_VERSION'), '17\n');
    await expect(start(folder)).rejects.toThrow(
      /was made by PostgreSQL 17, .* PostgreSQL 18\. Make a backup/,
    );
    await writeFile(join(first.place.data, 'PG_VERSION'), '18\n');
    await (await start(folder)).stop();
  });

  it('says what to change when DATA_DIR is a file', async () => {
    const folder = newFolder();
    await writeFile(join(folder, 'data'), '');
    await expect(start(folder)).rejects.toThrow('Set DATA_DIR to a folder');
  });

  it.runIf(!asRoot)('as an ordinary user: says what to change when DATA_DIR is somebody else’s', async () => {
    await expect(start(newFolder(), '/')).rejects.toThrow(/cannot write in \/ .* set DATA_DIR/);
  });

  it('tells the command line of no database where there was never one, or only a broken note', async () => {
    const folder = newFolder();
    expect(await runningDatabase(folder)).toBeUndefined();
    await writeFile(join(folder, 'database.json'), '{"v":1,');
    expect(await runningDatabase(folder)).toBeUndefined();
  });
});

describe('the folder for the socket', () => {
  afterEach(removeFolders);

  it('is made where the path is short enough and nobody can swap it', () => {
    const folder = newFolder();
    const long = join(folder, 'x'.repeat(100));
    const open = join(folder, 'open');
    for (const path of [long, open]) mkdirSync(path);
    chmodSync(open, 0o777);
    const fit = makeRunFolder(undefined, [long, open, join(folder, 'missing'), folder]);
    expect(dirname(fit.folder)).toBe(folder);
    expect(() => makeRunFolder(undefined, [long, open])).toThrow(/none of these will do: .* Set TMPDIR/);
    chmodSync(open, 0o1777);
    expect(dirname(makeRunFolder(undefined, [long, open]).folder)).toBe(open);
  });

  it('is removed only when it looks like ours', () => {
    const folder = newFolder();
    removeRunFolder(folder);
    expect(existsSync(folder)).toBe(true);
    const { folder: ours } = makeRunFolder(undefined, [folder]);
    removeRunFolder(ours);
    removeRunFolder(ours);
    expect(existsSync(ours)).toBe(false);
  });
});
