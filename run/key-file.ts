import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Foreseen } from '../core/kernel/foreseen.ts';

/** The key file and the database do not go together. The message says what to do. */
export class KeyRefused extends Foreseen {
  override name = 'KeyRefused';
}

/**
 * The master key for this database. It is made only for an empty database: a key made for one that holds people would
 * lock away what they wrote.
 * @param isEmpty whether nobody has used this database yet
 */
export function masterKey(file: string, isEmpty: boolean): Uint8Array {
  if (!existsSync(file)) {
    if (!isEmpty) throw new KeyRefused(keyMissing(file));
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const key = keyIn(readFileSync(file, 'utf8'), file);
  // A copy put back by hand may be open to others.
  chmodSync(file, 0o600);
  return key;
}

/** The key that a key file holds. @throws KeyRefused when it holds none. */
export function keyIn(text: string, file: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === 32) return key;
  throw new KeyRefused(
    `The key file ${file} is damaged: it has to hold 32 bytes in base64. Put the right file back from where you keep a copy; without it nothing that people wrote can be read.`,
  );
}

/** @throws KeyRefused when the database belongs to another key. */
export function sameKey(expected: string | undefined, got: string, file: string): void {
  if (expected === undefined || expected === got) return;
  throw new KeyRefused(
    `The key in ${file} is not the one this database was made with (its name is ${expected}, this one is ${got}). Put the right key file there or set BEENTHERE_KEY_FILE to where it is. Nothing was changed.`,
  );
}

function keyMissing(file: string): string {
  return `The key file ${file} is missing, and this database holds what people wrote under that key. Put the file back there, or set BEENTHERE_KEY_FILE to where it is. Nothing was changed.`;
}
