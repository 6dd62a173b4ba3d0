import type { Temporal } from 'temporal-polyfill';
import type { Event } from './change.ts';
import { isBefore } from './instant.ts';

/** Nobody's rhythm is longer than this. */
export const LONGEST_RHYTHM = { hours: 27 * 7 * 24 };

/**
 * Whether a reminder also names other help, because it was not named for so many weeks (SAF-08). What was named is written
 * down with the reminder, so that it is said now and then and not every time.
 */
export function namesOtherHelp(
  named: Temporal.Instant | undefined,
  weeks: number,
  now: Temporal.Instant,
): boolean {
  return named === undefined || !isBefore(now, named.add({ hours: weeks * 7 * 24 }));
}

export function otherHelpNamed(personId: string): Event {
  return { event: 'other-help.named', ids: { personId } };
}
