import { Temporal } from 'temporal-polyfill';
import { bothInstants, firstAtOrAfter, wallOf } from './wall-time.ts';

/**
 * Is this instant in a person's quiet hours? Both times are `HH:mm` on the person's own clock; the first belongs to the
 * quiet hours, the second does not. Hours may cross midnight; two equal times mean no quiet hours at all. In an hour
 * that the clocks show twice both passes count alike.
 */
export function isQuiet(
  instant: Temporal.Instant,
  zone: string,
  quietFrom: string,
  quietTo: string,
): boolean {
  const time = timeOf(instant, zone);
  if (quietFrom <= quietTo) return quietFrom <= time && time < quietTo;
  return time >= quietFrom || time < quietTo;
}

/** What the clock of a zone shows in a minute: many messages go out in one, and reading a zone's rules takes its time. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;
/** From then on every zone is whole minutes away from UTC. */
const WHOLE_MINUTES_SINCE = Temporal.Instant.from('1973-01-01T00:00Z').epochMilliseconds;

function timeOf(instant: Temporal.Instant, zone: string): string {
  const { epochMilliseconds: at } = instant;
  if (at < WHOLE_MINUTES_SINCE) return wallOf(instant, zone).slice(11);
  const minute = `${zone} ${Math.floor(at / 60_000)}`;
  const met = known.get(minute);
  if (met !== undefined) return met;
  const time = wallOf(instant, zone).slice(11);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(minute, time);
  return time;
}

/**
 * The first instant from here on that is not quiet: the instant itself when it is not. Everything that waits for a person
 * to wake waits for this.
 */
export function nextLoud(
  instant: Temporal.Instant,
  zone: string,
  quietFrom: string,
  quietTo: string,
): Temporal.Instant {
  if (!isQuiet(instant, zone, quietFrom, quietTo)) return instant;
  // Quiet ends when the clock shows quietTo, or when a clock change jumps out of the quiet hours: nothing else can end it.
  const ends = [...endsOfQuiet(instant, zone, quietTo), ...changesAfter(instant, zone)]
    .filter((one) => Temporal.Instant.compare(one, instant) > 0)
    .sort(Temporal.Instant.compare);
  const loud = ends.find((one) => !isQuiet(one, zone, quietFrom, quietTo));
  if (loud === undefined) throw new RangeError(`quiet hours ${quietFrom} to ${quietTo} never end`);
  return loud;
}

function endsOfQuiet(instant: Temporal.Instant, zone: string, quietTo: string): Temporal.Instant[] {
  const today = instant.toZonedDateTimeISO(zone).toPlainDate();
  return [0, 1, 2].flatMap((days) => {
    const wall = `${today.add({ days })}T${quietTo}`;
    return [firstAtOrAfter(wall, zone), ...(bothInstants(wall, zone) ?? [])];
  });
}

function changesAfter(instant: Temporal.Instant, zone: string): Temporal.Instant[] {
  const change = instant.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  return change === null ? [] : [change.toInstant()];
}
