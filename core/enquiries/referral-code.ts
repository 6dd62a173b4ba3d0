import { createHash } from 'node:crypto';
import { inHalves, readShortCode } from '../people/short-code.ts';

const INVITE_WORD = /^\s*\/?invite(?:\s*[-_:]\s*|\s+)(.+)$/isu;

/** The code in "invite 4H7K-2MNP", or in a link that carries one; undefined when that is not what it says. */
export function inviteCodeIn(written: string): string | undefined {
  const rest = INVITE_WORD.exec(written.normalize('NFKC'))?.[1];
  return rest === undefined ? undefined : readShortCode(rest);
}

/** Only this is kept of a code. */
export function inviteCodeHash(code: string): string {
  return createHash('sha256').update(`invite ${code}`).digest('base64url');
}

/** What somebody writes who was given a code and no link. */
export function inviteWords(code: string): string {
  return `invite ${inHalves(code)}`;
}

const SOURCE_WORD = /^\s*\/?code(?:\s*[-_:]\s*|\s+)([a-z0-9]+(?:-[a-z0-9]+)*)\s*$/iu;

/** The code of a poster or a leaflet in "code leaflet", for apps whose links carry none. */
export function sourceCodeIn(written: string): string | undefined {
  return SOURCE_WORD.exec(written.normalize('NFKC'))?.[1]?.toLowerCase();
}

export function sourceWords(code: string): string {
  return `code ${code}`;
}
