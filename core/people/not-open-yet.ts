import type { Temporal } from 'temporal-polyfill';
import { type Change, change } from '../kernel/change.ts';
import type { By } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Programme } from '../programmes/programme.ts';
import { teamCodeHash } from './team-code.ts';

/**
 * Whether a programme takes somebody in now: once it was opened, everybody; before, those who run it and have its code. The
 * code lets them join as anybody does, and gives no role.
 */
export function takesIn(
  programme: Programme | undefined,
  team: string | undefined,
  now: Temporal.Instant,
): boolean {
  if (programme === undefined || (programme.openedAt ?? null) !== null) return true;
  const { teamCodeHash: hash, teamCodeUntil: until } = programme;
  const lasts = until !== null && until !== undefined && isBefore(now, until);
  return team !== undefined && lasts && hash === teamCodeHash(team);
}

/** Whom to call, and that this is not open yet. Nothing is kept of whoever came. */
export function notOpenYet(by: By & { readonly is: 'newcomer' }, help: 'me' | 'someone' | undefined): Change {
  const { platform, tenant } = by.account;
  const place = { platform, tenant, chatId: by.chatId };
  const args = { about: help ?? 'me' };
  return change({
    outgoing: [{ to: '', place, screen: 'not-open-yet', args, mode: 'new', forget: true }],
  });
}
