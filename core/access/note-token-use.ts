import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { minutesBetween } from '../kernel/instant.ts';

/** The last use of a token is known to about this many minutes: not every look is worth a write. */
const EVERY_MINUTES = 60;

export function isWorthNoting(last: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return last === null || minutesBetween(last, now) >= EVERY_MINUTES;
}

/** Notes that a token was used, so that whoever keeps the tokens can see which are not needed any more. */
export const noteTokenUse = command({
  name: 'note-token-use',
  schema: z.object({ tokenId: z.uuid() }),
  load: (read, { tokenId }) => read.tokens.token(tokenId),
  decide(token, _args, at, by) {
    if (by.is !== 'coordinator') throw new Error('People do not use tokens');
    if (token === undefined || !isWorthNoting(token.lastUsedAt, at.now)) return change({});
    return change({ saves: [{ table: 'admin_token', row: next(token, { lastUsedAt: at.now }) }] });
  },
});
