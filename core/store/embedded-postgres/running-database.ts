import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { databaseUrl, isAnswering } from './database.ts';
import { DatabaseNotStarted, saidBy } from './database-not-started.ts';
import { isPrivateTo } from './run-folder.ts';

/** What `database.json` in DATA_DIR holds while an app runs on it, and after one that was killed. */
const noteSchema = z.object({
  v: z.literal(1),
  /** The address for clients, whoever reads the file by hand included. */
  url: z.string(),
  /** The socket folder, and the user id that owns it. */
  sockets: z.string(),
  owner: z.number(),
  /** The app's process id. */
  pid: z.number(),
});

type Note = z.infer<typeof noteSchema>;

function fileIn(dataDir: string): string {
  return join(dataDir, 'database.json');
}

/**
 * The address of the database that an app running on this DATA_DIR uses, if it answers; otherwise undefined.
 * @throws DatabaseNotStarted when another user's app runs there
 */
export async function runningDatabase(dataDir: string): Promise<string | undefined> {
  const note = readNote(dataDir);
  if (note === undefined) return undefined;
  // A file left from before a restart of the machine may name a folder that somebody else has made since.
  if (!isPrivateTo(note.owner, note.sockets)) return undefined;
  const url = databaseUrl(note.sockets);
  return (await isAnswering(url)) ? url : undefined;
}

/** The folder that the last start made for its socket, when it was not removed. */
export function leftRunFolder(dataDir: string): string | undefined {
  const note = readNote(dataDir);
  return note && dirname(note.sockets);
}

/** Says where the database is. The file can be read by its owner alone, and is never seen half-written. */
export async function noteDatabase(dataDir: string, sockets: string, owner: number): Promise<void> {
  const note: Note = { v: 1, url: databaseUrl(sockets), sockets, owner, pid: process.pid };
  const half = `${fileIn(dataDir)}.${process.pid}`;
  await writeFile(half, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
  await rename(half, fileIn(dataDir));
}

export async function removeNote(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true });
}

function readNote(dataDir: string): Note | undefined {
  try {
    const note = noteSchema.safeParse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
    return note.data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
      throw new DatabaseNotStarted(
        `The Beenthere on ${dataDir} was started by another user (${saidBy(error)}). Run this command as that user.`,
      );
    }
    return undefined;
  }
}
