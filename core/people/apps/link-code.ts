import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { AccountKey } from '../../kernel/incoming.ts';
import { readShortCode } from '../short-code.ts';

/** How long a code is good for, and each of the two questions after it (our default). */
export const LINK_LIFE = Temporal.Duration.from({ minutes: 10 });
/** A code that is spent is known as such for that long; then nothing is left of it (our default). */
export const LINK_KEPT = Temporal.Duration.from({ hours: 24 });

const LINK_WORD = /^\s*\/?link(?:\s*[-_:]\s*|\s+)(.+)$/isu;

/** The code in "link 4H7K-2MNP" or in a link that carries one; undefined when that is not what it says. */
export function linkCodeIn(written: string): string | undefined {
  const rest = LINK_WORD.exec(written.normalize('NFKC'))?.[1];
  return rest === undefined ? undefined : readShortCode(rest);
}

/** Only this is kept of a code. */
export function linkCodeHash(code: string): string {
  return createHash('sha256').update(`app link ${code}`).digest('base64url');
}

/** Under this an account's tries are counted: whoever has none yet has an entry too, and nobody's id is kept in it. */
export function triesOf({ platform, tenant, userId }: AccountKey): string {
  return createHash('sha256')
    .update(JSON.stringify(['app link tries', platform, tenant, userId]))
    .digest('base64url');
}

export function linkCodePlace(linkId: string) {
  return { table: 'app_link', row: linkId, column: 'code' } as const;
}
