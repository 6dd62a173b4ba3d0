import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { runningDatabase } from '../../core/store/embedded-postgres/running-database.ts';
import { startEmbeddedPostgres } from '../../core/store/embedded-postgres/start-embedded-postgres.ts';
import {
  type App,
  ask,
  isAlive,
  newFolder,
  processesWith,
  removeFolders,
  removeModel,
  rootHomeOf,
  serverIn,
  spawnApp,
  startApp,
  usedFolder,
} from './embedded-postgres-app.ts';

const started: ChildProcess[] = [];

async function start(folder: string): Promise<App> {
  const app = await startApp(folder);
  started.push(app.process);
  return app;
}

async function until(isSo: () => boolean, timeout = 10_000): Promise<void> {
  await vi.waitFor(() => expect(isSo()).toBe(true), { timeout, interval: 20 });
}

async function stop(app: App): Promise<void> {
  await app.kill('SIGTERM');
  expect(processesWith(app.data)).toEqual([]);
}

afterAll(removeModel);

/** Kills the server, and the app before it can bring the server back. */
async function killBoth(app: App): Promise<void> {
  app.process.kill('SIGSTOP');
  process.kill(app.server, 'SIGKILL');
  await app.kill('SIGKILL');
}

afterEach(() => {
  for (const app of started.splice(0)) app.kill('SIGKILL');
  removeFolders();
});

describe('when things are killed', () => {
  it('leaves no server behind a killed app, and starts again at once with every row', async () => {
    const folder = await usedFolder();
    const app = await start(folder);
    await ask(app.url, 'create table kept as select 42 as number');
    await app.kill('SIGKILL');
    const next = await start(folder);
    expect(await ask(next.url, 'select number from kept')).toEqual([{ number: 42 }]);
    expect(isAlive(app.server)).toBe(false);
    expect(existsSync(dirname(app.sockets))).toBe(false);
    await stop(next);
  });

  it('ends the server of a killed app although nobody starts another', async () => {
    const app = await start(await usedFolder());
    await app.kill('SIGKILL');
    await until(() => processesWith(app.data).length === 0);
    expect(existsSync(join(app.data, 'postmaster.pid'))).toBe(false);
    expect(await runningDatabase(join(app.data, '../..'))).toBeUndefined();
  });

  it('brings a killed server back, at the same address', async () => {
    const app = await start(await usedFolder());
    await ask(app.url, 'create table kept as select 42 as number');
    process.kill(app.server, 'SIGKILL');
    await until(() => existsSync(join(app.data, 'postmaster.pid')) && serverIn(app.data) !== app.server);
    const rows = await vi.waitFor(() => ask(app.url, 'select number from kept'), { timeout: 10_000 });
    expect(rows).toEqual([{ number: 42 }]);
    await stop(app);
  });

  it('starts again after app and server were killed together', async () => {
    const folder = await usedFolder();
    const app = await start(folder);
    await ask(app.url, 'create table kept as select 42 as number');
    await killBoth(app);
    const next = await start(folder);
    expect(await ask(next.url, 'select number from kept')).toEqual([{ number: 42 }]);
    await stop(next);
  });

  it('ends a server whose app and watchdog were both killed, and takes its place', async () => {
    const folder = await usedFolder();
    const app = await start(folder);
    await ask(app.url, 'create table kept as select 42 as number');
    app.process.kill('SIGSTOP');
    for (const pid of processesWith(app.data)) if (pid !== app.server) process.kill(pid, 'SIGKILL');
    await app.kill('SIGKILL');
    const next = await start(folder);
    expect(await ask(next.url, 'select number from kept')).toEqual([{ number: 42 }]);
    expect(next.server).not.toBe(app.server);
    await until(() => !isAlive(app.server));
    await stop(next);
  });

  it('gets a new server and watchdog when its watchdog is killed', async () => {
    const app = await start(await usedFolder());
    const watchdog = processesWith(app.data).filter((pid) => pid !== app.server);
    expect(watchdog.length).toBeGreaterThan(0);
    for (const pid of watchdog) process.kill(pid, 'SIGKILL');
    await until(() => existsSync(join(app.data, 'postmaster.pid')) && serverIn(app.data) !== app.server);
    await app.kill('SIGKILL');
    await until(() => processesWith(app.data).length === 0);
  });

  it('takes no notice of signals to the whole group but for the app’s own', async () => {
    const app = await start(await usedFolder());
    const watchdog = processesWith(app.data).filter((pid) => pid !== app.server);
    for (const pid of watchdog)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.kill(pid, signal);
    expect(await ask(app.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(watchdog.filter(isAlive)).toEqual(watchdog);
    await stop(app);
  });

  it('says that the server is lost when it ends over and over', async () => {
    const folder = await usedFolder();
    const database = await startEmbeddedPostgres({
      dataDir: join(folder, 'data'),
      rootHome: rootHomeOf(folder),
    });
    const killed = new Set<number>();
    const killing = setInterval(() => {
      const pid = existsSync(join(database.place.data, 'postmaster.pid')) && serverIn(database.place.data);
      if (!pid || killed.has(pid) || !isAlive(pid)) return;
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }, 20);
    expect(await database.lost).toMatch(/ended 6 times .* start Beenthere again/s);
    clearInterval(killing);
    await database.stop();
    expect(processesWith(database.place.data)).toEqual([]);
  });

  describe.each([0, 300, 600])('%i ms into its first start', (after) => {
    async function beginFirstStart(): Promise<{
      folder: string;
      child: ChildProcess;
      ended: Promise<unknown>;
    }> {
      const folder = newFolder();
      const child = spawnApp(folder);
      const ended = once(child, 'exit');
      await new Promise((resolve) => setTimeout(resolve, after));
      return { folder, child, ended };
    }

    async function expectToStart(folder: string): Promise<void> {
      const next = await start(folder);
      expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await stop(next);
      expect(processesWith(folder)).toEqual([]);
      expect(readdirSync(join(next.data, '..'))).toEqual(['data']);
    }

    it('the app is killed: the next start works and nothing runs on', async () => {
      const { folder, child, ended } = await beginFirstStart();
      child.kill('SIGKILL');
      await ended;
      await expectToStart(folder);
    });

    it('everything is killed: the next start works', async () => {
      const { folder, child, ended } = await beginFirstStart();
      child.kill('SIGSTOP');
      for (const pid of processesWith(join(folder, 'data/'))) process.kill(pid, 'SIGKILL');
      child.kill('SIGKILL');
      await ended;
      await expectToStart(folder);
    });
  });

  it('is not stopped by a lock file whose process id is somebody else’s by now', async () => {
    const folder = await usedFolder();
    const app = await start(folder);
    const lock = readFileSync(join(app.data, 'postmaster.pid'), 'utf8');
    await killBoth(app);
    // Somebody else's process, run by the very user the server runs as, which is what PostgreSQL looks at.
    const owner = process.geteuid?.() === 0 ? { uid: 65520, gid: 65520 } : {};
    const stranger = spawn('/bin/sleep', ['60'], { ...owner, cwd: '/' });
    started.push(stranger);
    await once(stranger, 'spawn');
    writeFileSync(join(app.data, 'postmaster.pid'), lock.replace(/^\d+/, String(stranger.pid)));
    const next = await start(folder);
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    await stop(next);
  });

  it('stops on SIGTERM in less than 5 seconds and leaves no folder', async () => {
    const app = await start(await usedFolder());
    const before = performance.now();
    await stop(app);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(app.process.exitCode).toBe(0);
    expect(existsSync(dirname(app.sockets))).toBe(false);
  });

  it('stops in time although the server does not answer a fast shutdown', async () => {
    const app = await start(await usedFolder());
    const [checkpointer] = await ask(
      app.url,
      "select pid from pg_stat_activity where backend_type = 'checkpointer'",
    );
    process.kill(Number(checkpointer?.['pid']), 'SIGSTOP');
    const before = performance.now();
    await app.kill('SIGTERM');
    expect(performance.now() - before).toBeLessThan(5000);
    await until(() => processesWith(app.data).length === 0);
  });
});
