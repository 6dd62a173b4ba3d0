import { chmodSync, chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isRoot } from './this-machine.ts';

export type FolderLock = { release(): void };

const SQLITE_BUSY = 5;

/**
 * Takes the one lock of a folder, or answers undefined when a living process has it, this one included.
 *
 * The lock is one the kernel keeps and drops when its process ends in any way, so it is never stale, and one of
 * two who ask at the same moment gets it. Node has no call for such locks, but its SQLite takes one when it opens
 * a write transaction; nothing is ever written. The file stays behind, empty, and means nothing by itself.
 *
 * Nothing else in this process may open the file: closing any handle on it would drop the lock.
 * @throws when the folder cannot be written to
 */
export function lockFolder(folder: string): FolderLock | undefined {
  const path = join(folder, 'beenthere.lock');
  const file = new DatabaseSync(path);
  try {
    // The journal in memory saves a second file beside the first.
    // "Immediate" asks for a single byte that one process can have; "exclusive" could refuse two at once.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE');
  } catch (error) {
    file.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  giveToFolderOwner(path, folder);
  const release = () => {
    process.off('exit', release);
    if (file.isOpen) file.close();
  };
  // Being listened to also keeps the handle from being collected as garbage, which would drop the lock.
  process.once('exit', release);
  return { release };
}

/** Lets the folder's owner take the lock another day, when today root did. */
function giveToFolderOwner(path: string, folder: string): void {
  const file = statSync(path);
  const owner = statSync(folder);
  if (isRoot() && file.uid !== owner.uid) chownSync(path, owner.uid, owner.gid);
  if ((file.mode & 0o077) !== 0) chmodSync(path, 0o600);
}
