import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The ids of people who were erased, in a file of its own that no backup holds: whatever a restore brings back, they do not
 * come back with it. One id a line, and nothing else of anybody.
 */
export type ErasedList = {
  /** Everybody on it. */
  ids(): string[];
  /** On the disk when it returns. @throws when it cannot be written: then nothing may be erased yet. */
  add(ids: readonly string[]): void;
};

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function openErasedList(file: string): ErasedList {
  const ids = (): string[] => {
    // A line that was cut short by a crash names nobody; what it was written for had not been done yet.
    const lines = readIfThere(file)
      .split('\n')
      .filter((line) => ID.test(line));
    return [...new Set(lines)];
  };
  return {
    ids,
    add(given) {
      const known = new Set(ids());
      const added = given.filter((id) => !known.has(id));
      if (added.length === 0) return;
      mkdirSync(dirname(file), { recursive: true });
      const handle = openSync(file, 'a', 0o600);
      try {
        // A line of its own, whatever the file ended with.
        writeSync(handle, `\n${added.join('\n')}\n`);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      syncFolder(dirname(file));
    },
  };
}

/** The same in memory, for a database that is gone when the process ends. */
export function rememberedErased(): ErasedList {
  const known = new Set<string>();
  return {
    ids: () => [...known],
    add(given) {
      for (const id of given) known.add(id);
    },
  };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** A new file's name is on the disk only when its folder is; a folder cannot be opened everywhere. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    return;
  }
}
