import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crashpoint, type Moment } from '../core/index.ts';
import { openKeys } from '../core/store/keys.ts';
import { type KeyAlone, KeyNotReplaced } from '../core/store/replace-key.ts';
import { keyIn } from './key-file.ts';

/** Where the next master key waits until it has taken over; while it is there, every start goes on with it. */
export function nextKeyFile(keyFile: string): string {
  return `${keyFile}.new`;
}

/** Where the key that was replaced is kept, until somebody destroys it. */
export function replacedKeyFile(keyFile: string, key: Uint8Array): string {
  return `${keyFile}.replaced-${openKeys(key).fingerprint.slice(0, 8)}`;
}

/** Puts the next key beside the one in use: a new one, or one that is in use elsewhere. One that is there already stays. */
export async function layNextKey(keyFile: string, given: Uint8Array | undefined): Promise<void> {
  const next = nextKeyFile(keyFile);
  if (existsSync(next)) return;
  const part = `${next}.part`;
  try {
    const handle = await open(part, 'w', 0o600);
    try {
      await handle.writeFile(`${Buffer.from(given ?? randomBytes(32)).toString('base64')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, next);
    await folderOnDisk(next);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'fault';
    throw new KeyNotReplaced(
      `The next key cannot be written beside ${keyFile} (${code}). This user has to be able to write there; nothing was changed.`,
      { cause: error },
    );
  }
  crashpoint('key.laid');
}

export type ReplacedKey = { readonly rewrapped: number; readonly keptAt: string };

/**
 * Lets the key that waits beside the one in use take over, from wherever that was broken off; undefined when none waits.
 * The files change places only after the database has, and the key in use is kept under another name before.
 */
export async function takeOverKey(
  alone: KeyAlone,
  keyFile: string,
  at: Moment,
): Promise<ReplacedKey | undefined> {
  const next = nextKeyFile(keyFile);
  if (!existsSync(next)) return undefined;
  return await alone(async (replace) => {
    // Another app may have done it while this one waited for it.
    if (!existsSync(next) || !existsSync(keyFile)) return undefined;
    const from = keyIn(await readFile(keyFile, 'utf8'), keyFile);
    const to = keyIn(await readFile(next, 'utf8'), next);
    const { rewrapped } = await replace({ from, to, at });
    const keptAt = replacedKeyFile(keyFile, from);
    await copyFile(keyFile, keptAt);
    await chmod(keptAt, 0o600);
    await onDisk(keptAt);
    crashpoint('key.kept');
    await rename(next, keyFile);
    await folderOnDisk(keyFile);
    crashpoint('key.placed');
    return { rewrapped, keptAt };
  });
}

async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync().finally(() => handle.close());
}

/** A folder cannot be opened everywhere; the files themselves are on the disk. */
async function folderOnDisk(file: string): Promise<void> {
  const handle = await open(dirname(file), 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
