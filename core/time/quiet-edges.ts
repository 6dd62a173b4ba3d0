import { Temporal } from 'temporal-polyfill';
import { isQuiet } from './quiet.ts';
import { bothInstants, firstAtOrAfter } from './wall-time.ts';

/**
 * When the quiet stretch that this instant lies in began: the first quiet moment of it. Undefined when it is not quiet.
 * Quiet hours are meant as in `isQuiet`.
 */
export function quietBegan(
  instant: Temporal.Instant,
  zone: string,
  quietFrom: string,
  quietTo: string,
): Temporal.Instant | undefined {
  const quiet = (one: Temporal.Instant) => isQuiet(one, zone, quietFrom, quietTo);
  if (!quiet(instant)) return undefined;
  return edges(instant, zone, quietFrom, [0, -1, -2], 'previous')
    .filter((one) => Temporal.Instant.compare(one, instant) <= 0)
    .sort((a, b) => Temporal.Instant.compare(b, a))
    .find((one) => quiet(one) && !quiet(one.subtract({ minutes: 1 })));
}

/** The first quiet moment at or after this instant; undefined for somebody who has no quiet hours. */
export function quietAfter(
  instant: Temporal.Instant,
  zone: string,
  quietFrom: string,
  quietTo: string,
): Temporal.Instant | undefined {
  const quiet = (one: Temporal.Instant) => isQuiet(one, zone, quietFrom, quietTo);
  if (quietFrom === quietTo) return undefined;
  if (quiet(instant)) return instant;
  return edges(instant, zone, quietFrom, [0, 1, 2], 'next')
    .filter((one) => Temporal.Instant.compare(one, instant) > 0)
    .sort(Temporal.Instant.compare)
    .find(quiet);
}

/** Where quiet can begin: when the clock shows its start, and where a clock change jumps into it. */
function edges(
  instant: Temporal.Instant,
  zone: string,
  quietFrom: string,
  days: readonly number[],
  direction: 'previous' | 'next',
): Temporal.Instant[] {
  const today = instant.toZonedDateTimeISO(zone);
  const starts = days.flatMap((offset) => {
    const wall = `${today.toPlainDate().add({ days: offset })}T${quietFrom}`;
    return [firstAtOrAfter(wall, zone), ...(bothInstants(wall, zone) ?? [])];
  });
  // One that falls on this very instant counts as before it.
  const from = direction === 'previous' ? today.add({ seconds: 1 }) : today;
  const change = from.getTimeZoneTransition(direction);
  return change === null ? starts : [...starts, change.toInstant()];
}
