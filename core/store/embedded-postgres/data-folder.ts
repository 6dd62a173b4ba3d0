import { once } from 'node:events';
import { chmod, lchown, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DatabaseNotStarted } from './database-not-started.ts';
import type { Place } from './place.ts';
import type { RunFolder } from './run-folder.ts';
import { makerFor, type ServerUser } from './server-user.ts';
import { startWatched } from './watched-process.ts';

/**
 * The locale is PostgreSQL's own C.UTF-8, so the order of text in an index does not change with the system's C
 * library. Whoever reaches the socket may enter; there is no other way in.
 */
const SETTINGS = [
  ['-U', 'postgres'],
  ['--auth-local=trust', '--auth-host=reject'],
  ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ['--no-instructions'],
].flat();

/** Where the data are made; what is left of such a folder was cut off. */
const BEGINNINGS = 'new-';

/**
 * Makes the data folder if there is none. It appears under its name only when it is whole, so that a start which
 * was cut off leaves nothing that looks like a database.
 * @returns whether it was made now
 * @throws DatabaseNotStarted when it cannot be made, or was made by another major version of PostgreSQL
 */
export async function ensureDataFolder(place: Place, run: RunFolder, major: string): Promise<boolean> {
  const made = await majorVersionOf(place.data);
  if (made === major) return false;
  if (made !== undefined) {
    throw new DatabaseNotStarted(
      `The database in ${place.data} was made by PostgreSQL ${made}, and this Beenthere brings PostgreSQL ${major}. Make a backup with the Beenthere you used before, set DATA_DIR to an empty folder, and restore it there with this one.`,
    );
  }
  if (place.user === undefined) refuseNameless();
  await clearBeginnings(place.home);
  try {
    await make(place, run);
  } finally {
    await clearBeginnings(place.home);
  }
  return true;
}

async function make(place: Place, run: RunFolder): Promise<void> {
  const beginnings = await mkdtemp(join(place.home, BEGINNINGS));
  const maker = place.user && makerFor(place.user);
  if (maker !== undefined) await openToGroup(beginnings, maker.gid);
  await runInitdb(place, run, join(beginnings, 'data'), maker);
  if (place.user !== undefined) await giveTree(join(beginnings, 'data'), place.user);
  await rename(join(beginnings, 'data'), place.data);
  await saveToDisk(place.home);
}

/** Removes what earlier starts left unfinished, as far as it can: nobody will take it for a database. */
async function clearBeginnings(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(BEGINNINGS)) continue;
    // A start that was killed a moment ago may still be writing there; the next start clears that.
    await rm(join(home, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** PostgreSQL looks up who it runs as, and some containers run as a number that no list of users knows. */
function refuseNameless(): void {
  try {
    userInfo();
  } catch {
    const uid = process.geteuid?.();
    throw new DatabaseNotStarted(
      `PostgreSQL only makes its data folder for a user with a name, and user id ${uid} has none. Give it one (useradd -u ${uid} beenthere), or set DATABASE_URL to a PostgreSQL server that is already running.`,
    );
  }
}

async function majorVersionOf(data: string): Promise<string | undefined> {
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return version?.trim();
}

async function runInitdb(
  place: Place,
  run: RunFolder,
  data: string,
  user: ServerUser | undefined,
): Promise<void> {
  const child = startWatched({
    program: join(place.binaries, 'bin/initdb'),
    args: ['-D', data, ...SETTINGS],
    libraries: run.libraries,
    user,
  });
  const [said, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
  if (code === 0) return;
  throw new DatabaseNotStarted(
    `PostgreSQL could not make its data folder ${place.data}. It said: ${said.trim() || 'nothing'}\nMake sure that the disk has 100 MB free, or set DATA_DIR to another folder.`,
  );
}

async function openToGroup(folder: string, gid: number): Promise<void> {
  await lchown(folder, 0, gid);
  await chmod(folder, 0o770);
}

async function giveTree(folder: string, to: ServerUser): Promise<void> {
  const entries = await readdir(folder, { recursive: true });
  for (const entry of ['', ...entries]) await lchown(join(folder, entry), to.uid, to.gid);
}

/** A rename is safe from a power cut only once its folder was written. */
async function saveToDisk(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
