import { createHash } from 'node:crypto';
import { readShortCode } from './short-code.ts';

const TEAM_WORD = /^\s*\/?team(?:\s*[-_:]\s*|\s+)(.+)$/isu;

/** The code in "team 4H7K-2MNP", or in a link that carries one; undefined when that is not what it says. */
export function teamCodeIn(written: string): string | undefined {
  const rest = TEAM_WORD.exec(written.normalize('NFKC'))?.[1];
  return rest === undefined ? undefined : readShortCode(rest);
}

/** Only this is kept of a code. */
export function teamCodeHash(code: string): string {
  return createHash('sha256').update(`team code ${code}`).digest('base64url');
}
