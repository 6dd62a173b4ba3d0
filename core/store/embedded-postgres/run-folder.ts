import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseNotStarted, saidBy } from './database-not-started.ts';
import { canUse, type ServerUser } from './server-user.ts';

/** A short-lived folder outside DATA_DIR, new at every start. */
export type RunFolder = {
  folder: string;
  /** Holds the server's socket; only the server's own user can enter, and root. */
  sockets: string;
  /** Holds the short names of the server's libraries. */
  libraries: string;
};

/** The path of a Unix socket ends in a zero byte and has 104 bytes on macOS, 108 on Linux. */
const LONGEST_SOCKET_PATH = 103;

const NAME = 'beenthere-';

const WITH_SOCKET = '123456/s/.s.PGSQL.5432.lock';

/**
 * Makes the folder in the system's folder for temporary files, since a path in DATA_DIR can be too long for a
 * socket. Its name cannot be foreseen, so nobody can take it first. The folder for a user's running programs
 * (XDG_RUNTIME_DIR) would be removed under a server that goes on when its user logs out.
 * @param bases where to try, in turn
 * @throws DatabaseNotStarted when no folder for temporary files will do
 */
export function makeRunFolder(user: ServerUser | undefined, bases = [tmpdir(), '/tmp']): RunFolder {
  const base = bases.find((candidate) => isFit(candidate, user));
  if (base === undefined) {
    throw new DatabaseNotStarted(
      `PostgreSQL needs a folder for its socket, and none of these will do: ${bases.join(', ')}. Set TMPDIR to a folder with a short path that every user can enter and where nobody can change the files of others (chmod 1777).`,
    );
  }
  try {
    return make(base, user);
  } catch (error) {
    throw new DatabaseNotStarted(
      `PostgreSQL needs a folder for its socket, and none can be made in ${base} (${saidBy(error)}). Make that folder writable, or set TMPDIR to another.`,
    );
  }
}

function make(base: string, user: ServerUser | undefined): RunFolder {
  const folder = mkdtempSync(join(base, NAME));
  const sockets = join(folder, 's');
  mkdirSync(sockets, { mode: 0o700 });
  if (user !== undefined) {
    chownSync(sockets, user.uid, user.gid);
    chmodSync(folder, 0o711);
  }
  return { folder, sockets, libraries: join(folder, 'lib') };
}

function isFit(base: string, user: ServerUser | undefined): boolean {
  if (Buffer.byteLength(join(base, NAME + WITH_SOCKET)) > LONGEST_SOCKET_PATH) return false;
  const found = statSync(base, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  // Where others can write and nothing stops them renaming our folder, they could put theirs in its place.
  const open = (found.mode & 0o022) !== 0 && (found.mode & 0o1000) === 0;
  const ours = found.uid === 0 || found.uid === process.geteuid?.();
  return !open && ours && (user === undefined || canUse(user, 'x', base));
}

/** Whether a socket folder that a file speaks of is still the one that was made, and not somebody else's. */
export function isPrivateTo(uid: number, sockets: string): boolean {
  const found = lstatSync(sockets, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === uid && (found.mode & 0o077) === 0;
}

/** Removes the folder of a start that is over; leaves alone what does not look like one of ours. */
export function removeRunFolder(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const ours = found?.isDirectory() && found.uid === process.geteuid?.();
  if (ours && basename(folder).startsWith(NAME)) rmSync(folder, { recursive: true, force: true });
}
