import { scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Disguise } from './disguise.ts';

/** Shorter is written by chance; longer than that is no word that somebody remembers. Our numbers. */
export const LEAST_LETTERS = 4;
export const MOST_LETTERS = 40;

const BYTES = 32;
/** Some 40 ms on a small server: whoever holds a copy of the database tries some twenty words a second and core. */
const COST = { N: 2 ** 14, r: 8, p: 1 } as const;

/** How a word is compared: without case, marks and spaces at its ends, so that a phone's keyboard does not get in its way. */
export function plainWord(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether it could be one of the words at all; nothing is worked out for anything else that people write. */
export function couldBeWord(written: string): boolean {
  const { length } = plainWord(written);
  return written.length <= 2 * MOST_LETTERS && length >= LEAST_LETTERS && length <= MOST_LETTERS;
}

/** The hash of a word, slow by intent. */
export function hashOf(word: string, salt: string): string {
  return scryptSync(plainWord(word), Buffer.from(salt, 'base64url'), BYTES, COST).toString('base64url');
}

/** Which of the two words this is, if it is one that counts now: only the second while the chat is away, only the first while not. */
export async function isWordFor(
  written: string,
  { salt, awayHash, backHash, since }: Disguise,
): Promise<boolean> {
  if (!couldBeWord(written)) return false;
  const wanted = Buffer.from(since === null ? awayHash : backHash, 'base64url');
  const got = await new Promise<Buffer>((resolve, reject) => {
    scrypt(plainWord(written), Buffer.from(salt, 'base64url'), BYTES, COST, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
  return timingSafeEqual(got, wanted);
}
