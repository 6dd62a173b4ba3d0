import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { DatabaseNotStarted } from './database-not-started.ts';
import { namedUsers } from './this-machine.ts';

/** The numeric user and group a process is started as. */
export type ServerUser = { uid: number; gid: number };

/**
 * Ids that neither Debian nor systemd gives to anyone.
 *
 * PostgreSQL refuses to run as root. "nobody" would do, but other daemons run as nobody too and could then read
 * the data, signal the server and enter its socket folder; a password would close only the last of these. Under
 * an id of its own, nobody but root can do any of it, so the server needs no password.
 */
const UNUSED_IDS = { first: 65520, last: 65532 };

const NOBODY = 65534;

/**
 * Who the server runs as when the app is root: the owner of the data or of the folder they go into, when that is
 * an ordinary user, so that they can start Beenthere themselves another day; otherwise an id nobody else has.
 * @param folders the data folder and the folder it is in; those that do not exist are passed over
 */
export function serverUserFor(folders: string[]): ServerUser {
  const own = unusedId();
  for (const folder of folders) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found !== undefined && found.uid !== 0) return { uid: found.uid, gid: found.gid || own };
  }
  return { uid: own, gid: own };
}

function unusedId(): number {
  const taken = new Set(namedUsers().values());
  for (let id = UNUSED_IDS.first; id <= UNUSED_IDS.last; id += 1) if (!taken.has(id)) return id;
  return UNUSED_IDS.first;
}

/**
 * Who makes the data folder: initdb, unlike the server, insists on a user with a name. It keeps the server's
 * group, and works in a folder only that group can enter, so that no other process of that user gets near.
 */
export function makerFor(user: ServerUser): ServerUser {
  const named = namedUsers();
  if ([...named.values()].includes(user.uid)) return user;
  return { uid: named.get('nobody') ?? NOBODY, gid: user.gid };
}

/**
 * Whether that user can use the path, asked of the system itself, because mode bits do not know of access lists.
 * @param how "x" to pass through a folder or run a file, "r" to read
 * @throws DatabaseNotStarted when this root is not allowed to start processes as somebody else
 */
export function canUse(user: ServerUser, how: 'r' | 'x', path: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'test "$1" "$2"', 'sh', `-${how}`, path], {
    ...user,
    cwd: '/',
    env: {},
    stdio: 'ignore',
  });
  if (asked.error === undefined) return asked.status === 0;
  throw new DatabaseNotStarted(
    `PostgreSQL refuses to run as root, and this root may not start it as another user (${asked.error.message}). Start Beenthere as an ordinary user, or set DATABASE_URL to a PostgreSQL server that is already running.`,
  );
}
