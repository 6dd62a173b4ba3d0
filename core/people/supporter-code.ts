import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../moment.ts';
import { newShortCode, readShortCode } from './short-code.ts';

/** How long a code is good for, and how many wrong ones an account may try in which time (our defaults). */
export const CODE_LIFE = Temporal.Duration.from({ hours: 24 });
export const MOST_TRIES = 5;
export const TRIES_WITHIN = Temporal.Duration.from({ minutes: 10 });
/** In the journal each time a code was wrong: what the tries are counted by. */
export const WRONG_CODE = 'supporter.code-wrong';

/** What a link or a message with a code begins with. */
export const SUPPORT_LINK = /^help[-_ ]/iu;

export function newCode(at: Moment): string {
  return newShortCode(at);
}

/** A code as somebody typed it; undefined when it cannot be one. */
export function readCode(written: string): string | undefined {
  return readShortCode(written.normalize('NFKC').replace(SUPPORT_LINK, ''));
}

/** Only this is kept of a code. */
export function codeHash(code: string): string {
  return createHash('sha256').update(`supporter ${code}`).digest('base64url');
}

export function codePlace(supporterRowId: string) {
  return { table: 'supporter', row: supporterRowId, column: 'code' } as const;
}
