import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../kernel/instant.ts';
import { isQuiet, nextLoud } from './quiet.ts';
import { quietBegan } from './quiet-edges.ts';

/** A reminder nearer to the start than this is of no use to anybody; our number. */
const LEAST_AHEAD_MINUTES = 5;

/** When somebody is quiet: on the clock of their zone. */
type Clock = { readonly zone: string; readonly quietFrom: string; readonly quietTo: string };

/** From when on a reminder of something that starts then is of no use any more. */
export function lastUse(startsAt: Temporal.Instant): Temporal.Instant {
  return startsAt.subtract({ minutes: LEAST_AHEAD_MINUTES });
}

/**
 * When to remind of something: at the wanted moment, or the last one before the quiet hours it falls into; after them where
 * that is past already. Undefined where nothing of use is left.
 */
export function kindMoment(
  wanted: Temporal.Instant,
  startsAt: Temporal.Instant,
  { zone, quietFrom, quietTo }: Clock,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  if (!isQuiet(wanted, zone, quietFrom, quietTo)) return wanted;
  const before = quietBegan(wanted, zone, quietFrom, quietTo)?.subtract({ minutes: 1 });
  if (before !== undefined && isBefore(now, before)) return before;
  const after = nextLoud(wanted, zone, quietFrom, quietTo);
  return isBefore(after, lastUse(startsAt)) ? after : undefined;
}
