import { mkdirSync, realpathSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { binariesVersion, installedBinaries, linkLibraries } from './binaries.ts';
import { ensureDataFolder } from './data-folder.ts';
import { databaseUrl, ensureDatabase } from './database.ts';
import { DatabaseNotStarted, saidBy } from './database-not-started.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { keepServer } from './kept-server.ts';
import { choosePlace, type Place } from './place.ts';
import { makeRunFolder, type RunFolder, removeRunFolder } from './run-folder.ts';
import { leftRunFolder, noteDatabase, removeNote } from './running-database.ts';
import { cLibrary, isRoot } from './this-machine.ts';
import { unsupportedReason } from './unsupported-reason.ts';

type Options = {
  /** DATA_DIR; made if missing. */
  dataDir: string;
  /** Gets what the server says, a line at a time. */
  log?: (line: string) => void;
  /** Where root puts what the server's user cannot reach elsewhere. Default `/var/lib/beenthere`. */
  rootHome?: string;
  /** The folder with PostgreSQL's bin, lib and share. Default: the one npm installed. */
  binaries?: string;
};

export type EmbeddedPostgres = {
  /** For pg and Prisma. Stays the same when the server is brought back after a crash. */
  url: string;
  /** What an operator should be told about where things are, as sentences. */
  notes: string[];
  place: Place & { dataDir: string; sockets: string };
  /** Says why, if the server is gone for good: the app should then end. */
  lost: Promise<string>;
  /** Ends the server in less than 5 seconds and lets go of DATA_DIR. Close pools first. */
  stop(): Promise<void>;
};

/**
 * Starts Beenthere's own PostgreSQL on DATA_DIR, making the database `beenthere` the first time. The server
 * ends when this process does, however that happens, and is brought back when it dies before.
 * @throws DatabaseNotStarted with sentences that say what to change
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const unsupported = unsupportedReason(process.platform, process.arch, cLibrary());
  if (unsupported !== undefined) throw new DatabaseNotStarted(unsupported);
  const dataDir = makeDataDir(options.dataDir);
  const locks = [lockOrRefuse(dataDir, dataDir)];
  const undo: (() => unknown)[] = [() => releaseAll(locks)];
  try {
    return await startLocked({ ...options, dataDir }, locks, undo);
  } catch (error) {
    for (const step of undo.reverse()) await step();
    if (error instanceof DatabaseNotStarted) throw error;
    throw new DatabaseNotStarted(
      `The database in ${dataDir} could not be started: ${saidBy(error)}. Put that right, or set DATABASE_URL to a PostgreSQL server that is already running.`,
      { cause: error },
    );
  }
}

async function startLocked(
  options: Options,
  locks: FolderLock[],
  undo: (() => unknown)[],
): Promise<EmbeddedPostgres> {
  const { dataDir, log = () => {} } = options;
  const notes: string[] = [];
  const place = await choosePlace({
    dataDir,
    binaries: options.binaries ?? installedBinaries(),
    rootHome: options.rootHome ?? '/var/lib/beenthere',
    note: (sentence) => notes.push(sentence),
  });
  // Two folders, such as those of two containers, can come to share what is kept outside them.
  if (place.marker !== undefined) locks.push(lockOrRefuse(place.home, dataDir));
  const run = await prepareRunFolder(dataDir, place);
  undo.push(
    () => removeRunFolder(run.folder),
    () => removeNote(dataDir),
  );
  const [major = ''] = (await binariesVersion(place.binaries)).split('.');
  if (await ensureDataFolder(place, run, major)) notes.push(`Made a new database in ${place.data}.`);
  if (place.marker !== undefined) await writeFile(place.marker, `${place.home}\n`, { mode: 0o600 });
  const server = await keepServer({ place, run, log });
  undo.push(() => server.stop());
  await ensureDatabase(run.sockets);
  const stop = async () => {
    await removeNote(dataDir);
    await server.stop();
    removeRunFolder(run.folder);
    releaseAll(locks);
  };
  let stopped: Promise<void> | undefined;
  return {
    url: databaseUrl(run.sockets),
    notes,
    place: { ...place, dataDir, sockets: run.sockets },
    lost: server.lost,
    async stop() {
      stopped ??= stop();
      await stopped;
    },
  };
}

function makeDataDir(path: string): string {
  try {
    // Root's server runs as another user, who must pass through; each thing in the folder is closed by itself.
    mkdirSync(path, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    return realpathSync(path);
  } catch (error) {
    throw new DatabaseNotStarted(
      `The folder ${path} cannot be made (${saidBy(error)}). Set DATA_DIR to a folder that this user can write to.`,
    );
  }
}

function lockOrRefuse(folder: string, dataDir: string): FolderLock {
  let lock: FolderLock | undefined;
  try {
    lock = lockFolder(folder);
  } catch (error) {
    throw new DatabaseNotStarted(
      `This user cannot write in ${folder} (${saidBy(error)}). Give the folder to the user that runs Beenthere (chown -R), or set DATA_DIR to another folder.`,
    );
  }
  if (lock !== undefined) return lock;
  throw new DatabaseNotStarted(
    `Another Beenthere is already running on ${dataDir}; stop it or set DATA_DIR to another folder.`,
  );
}

function releaseAll(locks: FolderLock[]): void {
  for (const lock of locks) lock.release();
}

/** Clears away the folder of a start that was killed, makes this one's, and says where it is. */
async function prepareRunFolder(dataDir: string, place: Place): Promise<RunFolder> {
  const left = leftRunFolder(dataDir);
  if (left !== undefined) removeRunFolder(left);
  const run = makeRunFolder(place.user);
  await noteDatabase(dataDir, run.sockets, place.user?.uid ?? process.geteuid?.() ?? 0);
  await linkLibraries(place.binaries, run.libraries);
  return run;
}
