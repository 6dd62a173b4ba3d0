import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../moment.ts';

/** How long a code is good for, and how many wrong ones an account may try in which time (our defaults). */
export const CODE_LIFE = Temporal.Duration.from({ hours: 24 });
export const MOST_TRIES = 5;
export const TRIES_WITHIN = Temporal.Duration.from({ minutes: 10 });
/** In the journal each time a code was wrong: what the tries are counted by. */
export const WRONG_CODE = 'supporter.code-wrong';

// Crockford's letters: none that is taken for another when it is read out or written down.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 5;

/** What a link or a message with a code begins with. */
export const SUPPORT_LINK = /^help[-_ ]/iu;

/** Eight letters, 40 unpredictable bits. */
export function newCode(at: Moment): string {
  let bits = 0n;
  for (const byte of at.random(BYTES)) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let index = 0; index < 8; index += 1) {
    code = (LETTERS[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return code;
}

/** A code as somebody typed it; undefined when it cannot be one. */
export function readCode(written: string): string | undefined {
  const plain = written
    .normalize('NFKC')
    .replace(SUPPORT_LINK, '')
    .toUpperCase()
    .replace(/[\s_-]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/u.test(plain) ? plain : undefined;
}

/** Only this is kept of a code. */
export function codeHash(code: string): string {
  return createHash('sha256').update(`supporter ${code}`).digest('base64url');
}

export function codePlace(supporterRowId: string) {
  return { table: 'supporter', row: supporterRowId, column: 'code' } as const;
}
