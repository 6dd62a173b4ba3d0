import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { chmod, chown } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyBinaries } from './binaries.ts';
import { DatabaseNotStarted } from './database-not-started.ts';
import { canUse, type ServerUser, serverUserFor } from './server-user.ts';
import { isRoot } from './this-machine.ts';

/** Where one database lives and who runs it. All paths are absolute. */
export type Place = {
  /** Holds the data folder and, while it is being made, its beginnings. */
  home: string;
  data: string;
  /** The folder with bin, lib and share of PostgreSQL. */
  binaries: string;
  /** Who the server runs as; undefined when that is simply who runs the app. */
  user: ServerUser | undefined;
  /** The file of DATA_DIR that names the home when it is not in DATA_DIR; to be written once the data are there. */
  marker: string | undefined;
};

type Asked = { dataDir: string; binaries: string; rootHome: string; note: (sentence: string) => void };

/**
 * Decides where the data and the programs are, and makes the folder for the data.
 *
 * As an ordinary user both stay where they are. Root must start the server as somebody else, who may be shut out
 * of DATA_DIR or of the checkout; what they cannot reach then moves below `rootHome`, and a note says so.
 * @param asked.dataDir DATA_DIR, real path, which exists
 */
export async function choosePlace(asked: Asked): Promise<Place> {
  const home = join(asked.dataDir, 'postgres');
  if (!isRoot()) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    refuseIfElsewhere(asked);
    return { home, data: join(home, 'data'), binaries: asked.binaries, user: undefined, marker: undefined };
  }
  const chosen = chooseHome(asked, home);
  const user = serverUserFor([join(chosen, 'data'), asked.dataDir]);
  if (!existsSync(join(chosen, 'data'))) await makeHome(chosen, asked.dataDir, user);
  asked.note(`Running as root, so the database runs as user id ${user.uid}.`);
  const binaries = await reachableBinaries(asked, user);
  const marker = chosen === home ? undefined : markerIn(asked.dataDir);
  return { home: chosen, data: join(chosen, 'data'), binaries, user, marker };
}

function markerIn(dataDir: string): string {
  return join(dataDir, 'database-is-in');
}

/** An ordinary user who would start a second, empty database beside the one root keeps elsewhere. */
function refuseIfElsewhere(asked: Asked): void {
  const marker = markerIn(asked.dataDir);
  if (!existsSync(marker)) return;
  throw new DatabaseNotStarted(
    `The database of ${asked.dataDir} was made by root and is in another folder, which ${marker} names. Start Beenthere as root, or set DATA_DIR to another folder.`,
  );
}

/** Root's choice between DATA_DIR and a folder of the same database below `rootHome`. */
function chooseHome(asked: Asked, home: string): string {
  const { dataDir, rootHome, note } = asked;
  if (existsSync(markerIn(dataDir))) return homeMarkedBy(markerIn(dataDir), asked);
  const user = serverUserFor([join(home, 'data'), dataDir]);
  if (canUse(user, 'x', dataDir)) return home;
  if (existsSync(join(home, 'data'))) {
    throw new DatabaseNotStarted(
      `The database in ${home} belongs to user id ${user.uid}, who cannot get into ${dataDir}. Open the folders above it to that user (chmod o+x), or start Beenthere as that user.`,
    );
  }
  makeRootHome(rootHome);
  const other = join(rootHome, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  setAside(other, note);
  note(movedTo(other, dataDir));
  return other;
}

function homeMarkedBy(marker: string, asked: Asked): string {
  const home = readFileSync(marker, 'utf8').trim();
  if (dirname(home) !== asked.rootHome || !existsSync(join(home, 'data'))) {
    throw new DatabaseNotStarted(
      `${marker} says that the database is in ${home}, below ${asked.rootHome}, and it is not there. Put it back, or set DATA_DIR to another folder to begin with an empty database.`,
    );
  }
  makeRootHome(asked.rootHome);
  asked.note(movedTo(home, asked.dataDir));
  return home;
}

function movedTo(home: string, dataDir: string): string {
  return `Other users cannot get into ${dataDir}, so the database itself is in ${home}: back up and delete both together.`;
}

/** A folder left by a DATA_DIR that is gone: its data are kept, and never taken for those of the new one. */
function setAside(home: string, note: (sentence: string) => void): void {
  if (!existsSync(join(home, 'data'))) return;
  let count = 1;
  while (existsSync(`${home}.old-${count}`)) count += 1;
  renameSync(home, `${home}.old-${count}`);
  note(
    `An older database of the same folder was kept in ${home}.old-${count}; delete it if nobody needs it.`,
  );
}

function makeRootHome(rootHome: string): void {
  if (!existsSync(rootHome)) mkdirSync(rootHome, { recursive: true, mode: 0o755 });
  const { uid, mode } = statSync(rootHome);
  if (uid === 0 && (mode & 0o022) === 0) return;
  throw new DatabaseNotStarted(
    `Others than root can write in ${rootHome}. Make it root's alone (chown root, chmod 755) and start again.`,
  );
}

/** The server's group may pass through the home, its owner is whose DATA_DIR it is: the server cannot change it. */
async function makeHome(home: string, dataDir: string, user: ServerUser): Promise<void> {
  mkdirSync(home, { recursive: true, mode: 0o710 });
  await chown(home, statSync(dataDir).uid, user.gid);
  await chmod(home, 0o710);
}

async function reachableBinaries(asked: Asked, user: ServerUser): Promise<string> {
  const { binaries, rootHome, note } = asked;
  const needed = join(binaries, 'share/postgresql/pg_hba.conf.sample');
  if (canUse(user, 'x', join(binaries, 'bin/postgres')) && canUse(user, 'r', needed)) return binaries;
  makeRootHome(rootHome);
  const copied = await copyBinaries(binaries, rootHome);
  note(`Other users cannot get into ${binaries}, so PostgreSQL runs from a copy in ${copied}.`);
  return copied;
}
