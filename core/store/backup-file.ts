import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { Foreseen } from '../kernel/foreseen.ts';
import type { Keys } from './keys.ts';
import { opening } from './sealed-stream.ts';

// A backup is: one line that says what it is; one line in plain JSON, the head; then sealed pieces. What they hold is
// gzip of lines: the first says what follows, and every other is a table's name, a tab and a JSON list of its rows.

/** A backup cannot be made or restored. The message says what to do. */
export class BackupRefused extends Foreseen {
  override name = 'BackupRefused';
}

export const MAGIC = 'beenthere backup 1\n';

const Head = z.object({ id: z.string(), key: z.string() });

export const Contents = z.object({
  v: z.literal(1),
  madeAt: z.string(),
  /** What had been applied to the database, in order. */
  migrations: z.array(z.string()),
  /** Those that others point to first. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Contents = z.infer<typeof Contents>;

/** The head as it is written: all of it is bound to every sealed piece. */
export function headLine(id: string, keys: Keys): string {
  return JSON.stringify({ id, key: keys.fingerprint });
}

/**
 * The lines of a backup, opened and unpacked one after the other.
 * @throws BackupRefused when there is none, it is not one, or it was made under another key; and, from the lines, when it
 * was changed or cut short.
 */
export async function linesOfBackup(file: string, keys: Keys): Promise<AsyncGenerator<string, undefined>> {
  const { head, line, from } = await headOf(file);
  if (head.key !== keys.fingerprint) {
    throw new BackupRefused(
      `This backup was made under another key, the one called ${head.key}. Put that key file in place, or set BEENTHERE_KEY_FILE to where it is.`,
    );
  }
  const unpacked = createGunzip();
  // A fault anywhere reaches whoever reads the lines.
  pipeline(createReadStream(file, { start: from }), opening(keys, line), unpacked, () => undefined);
  return linesOf(unpacked);
}

async function headOf(file: string): Promise<{ head: z.infer<typeof Head>; line: string; from: number }> {
  const handle = await open(file, 'r').catch(() => {
    throw new BackupRefused(`There is no backup at ${file} that this user can read. Check the path.`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    const end = start.indexOf('\n', MAGIC.length);
    if (!start.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC)) || end < 0) throw notOne(file);
    const line = start.subarray(MAGIC.length, end).toString('utf8');
    return { head: readHead(line, file), line, from: end + 1 };
  } finally {
    await handle.close();
  }
}

function readHead(line: string, file: string): z.infer<typeof Head> {
  try {
    return Head.parse(JSON.parse(line));
  } catch {
    throw notOne(file);
  }
}

function notOne(file: string): BackupRefused {
  return new BackupRefused(`${file} is not a backup of Beenthere, or its beginning is damaged.`);
}

async function* linesOf(stream: Readable): AsyncGenerator<string, undefined> {
  let kept = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = `${kept}${chunk}`.split('\n');
    kept = lines.pop() ?? '';
    yield* lines;
  }
  if (kept !== '') yield kept;
}
