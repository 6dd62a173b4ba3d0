import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { installedBinaries } from '../../core/store/embedded-postgres/binaries.ts';
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

const NOBODY = { uid: 65534, gid: 65534 };

let running: EmbeddedPostgres | undefined;

async function start(folder: string, dataDir: string, binaries?: string): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({
    dataDir,
    rootHome: rootHomeOf(folder),
    ...(binaries === undefined ? {} : { binaries }),
  });
  return running;
}

/** A folder below one that only root can enter. */
function closedFolder(folder: string): string {
  mkdirSync(join(folder, 'closed'), { mode: 0o700 });
  mkdirSync(join(folder, 'closed/checkout'));
  return join(folder, 'closed/checkout');
}

function may(user: { uid: number; gid: number }, ...test: string[]): boolean {
  return spawnSync('/usr/bin/test', test, { ...user, cwd: '/' }).status === 0;
}

afterAll(removeModel);

afterEach(async () => {
  await running?.stop();
  running = undefined;
  removeFolders();
});

describe.runIf(asRoot)('started by root (only root can show this)', () => {
  it('runs the server as a user that is neither root nor nobody, and says so', async () => {
    const folder = await usedFolder();
    const { place, notes, url } = await start(folder, join(folder, 'data'));
    expect(place.user?.uid).toBeGreaterThan(0);
    expect(place.user?.uid).not.toBe(NOBODY.uid);
    expect(statSync(place.data).uid).toBe(place.user?.uid);
    expect(notes).toContain(`Running as root, so the database runs as user id ${place.user?.uid}.`);
    expect(place.home).toBe(join(folder, 'data/postgres'));
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps nobody out of the socket, the data and the note of where it is', async () => {
    const folder = await usedFolder();
    const { place } = await start(folder, join(folder, 'data'));
    expect(may(NOBODY, '-x', place.sockets)).toBe(false);
    expect(may(NOBODY, '-x', place.data)).toBe(false);
    expect(may(NOBODY, '-r', join(folder, 'data/database.json'))).toBe(false);
    expect(place.user && may(place.user, '-x', place.sockets)).toBe(true);
    expect(place.user && may(place.user, '-w', place.home)).toBe(false);
  });

  it('keeps data elsewhere when DATA_DIR is closed to others, says so, and finds them again', async () => {
    const folder = newFolder();
    const dataDir = join(closedFolder(folder), 'data');
    const first = await start(folder, dataDir);
    await ask(first.url, 'create table kept as select 42 as number');
    expect(dirname(first.place.home)).toBe(rootHomeOf(folder));
    expect(basename(first.place.home)).toMatch(/^[0-9a-f]{16}$/);
    expect(first.notes.join(' ')).toContain(`the database itself is in ${first.place.home}`);
    expect(await runningDatabase(dataDir)).toBe(first.url);
    await first.stop();
    // Even when the folder has been opened in the meantime: the data are where they are.
    chmodSync(join(folder, 'closed'), 0o755);
    const second = await start(folder, dataDir);
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 42 }]);
    expect(second.place.home).toBe(first.place.home);
  });

  it('takes a deleted DATA_DIR for a new beginning, and throws away nothing', async () => {
    const folder = newFolder();
    const dataDir = join(closedFolder(folder), 'data');
    const first = await start(folder, dataDir);
    await ask(first.url, 'create table kept as select 42 as number');
    await first.stop();
    rmSync(dataDir, { recursive: true });
    const second = await start(folder, dataDir);
    await expect(ask(second.url, 'select number from kept')).rejects.toThrow('does not exist');
    expect(existsSync(`${second.place.home}.old-1/data/PG_VERSION`)).toBe(true);
    expect(second.notes.join(' ')).toContain(`kept in ${second.place.home}.old-1`);
  });

  it('does not begin again with nothing when the data it kept elsewhere are gone', async () => {
    const folder = newFolder();
    const dataDir = join(closedFolder(folder), 'data');
    const { place, stop } = await start(folder, dataDir);
    await stop();
    rmSync(place.home, { recursive: true });
    await expect(start(folder, dataDir)).rejects.toThrow(/it is not there\. Put it back, or set DATA_DIR/);
  });

  it('runs a copy of the programs when the checkout is closed to others, made once', async () => {
    const folder = newFolder();
    const checkout = closedFolder(folder);
    cpSync(join(installedBinaries(), '..'), join(checkout, 'package'), { recursive: true });
    const binaries = join(checkout, 'package/native');
    const first = await start(folder, join(folder, 'data'), binaries);
    expect(dirname(dirname(first.place.binaries))).toBe(rootHomeOf(folder));
    expect(first.notes.join(' ')).toContain(`PostgreSQL runs from a copy in ${first.place.binaries}`);
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const copied = statSync(join(first.place.binaries, 'bin/postgres'));
    expect(copied.mode & 0o777).toBe(0o755);
    await first.stop();
    const second = await start(folder, join(folder, 'data'), binaries);
    expect(statSync(join(second.place.binaries, 'bin/postgres')).ino).toBe(copied.ino);
  });

  it('works where both are closed', async () => {
    const folder = newFolder();
    const checkout = closedFolder(folder);
    cpSync(join(installedBinaries(), '..'), join(checkout, 'package'), { recursive: true });
    const { url } = await start(folder, join(checkout, 'data'), join(checkout, 'package/native'));
    await ask(url, 'create extension btree_gist');
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('will not use a folder for copies that others can write in', async () => {
    const folder = newFolder();
    mkdirSync(rootHomeOf(folder));
    chmodSync(rootHomeOf(folder), 0o777);
    await expect(start(folder, join(closedFolder(folder), 'data'))).rejects.toThrow(
      /Others than root can write in .*root-home\. Make it root's alone/,
    );
  });

  it('runs the server as the owner of DATA_DIR, who can then start it without root', async () => {
    const folder = newFolder();
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir, { mode: 0o700 });
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const { place, url } = await start(folder, dataDir);
    expect(place.user).toEqual(NOBODY);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    for (const path of [place.home, place.data, join(dataDir, 'beenthere.lock')]) {
      expect(statSync(path).uid).toBe(NOBODY.uid);
    }
  });

  it('does not hide data that lie where their owner cannot go', async () => {
    const folder = newFolder();
    const dataDir = join(folder, 'closed/data');
    mkdirSync(join(folder, 'closed'), { mode: 0o755 });
    const first = await start(folder, dataDir);
    await first.stop();
    chmodSync(join(folder, 'closed'), 0o700);
    await expect(start(folder, dataDir)).rejects.toThrow(/cannot get into .*chmod o\+x/);
  });
});
