import { Temporal } from 'temporal-polyfill';

/** A wall time: what a clock on the wall shows, to the minute, without a zone: `2026-11-24T15:00`. */
export type Wall = string;

/** `gap`: the clocks skip this time. `overlap`: the clocks show it twice. */
export type WallKind = 'plain' | 'gap' | 'overlap';

export type Resolved = { instant: Temporal.Instant; kind: WallKind };

export type ClockChange = { at: Temporal.Instant; beforeMinutes: number; afterMinutes: number };

const WALL_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * Reads the text of a wall time.
 * @throws RangeError when the text is not `YYYY-MM-DDTHH:mm` or names a day or time that does not exist.
 */
export function plainWall(wall: Wall): Temporal.PlainDateTime {
  if (!WALL_FORM.test(wall)) throw new RangeError(`not a wall time: ${wall}`);
  return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
}

/**
 * The instant a wall time means in an IANA zone, by RFC 5545 (3.3.5): a time the clocks skip is moved forward by what
 * they skip, and a time they show twice is the first of the two.
 * @throws RangeError for a text that is not a wall time and for an unknown zone.
 */
export function resolveWall(wall: Wall, zone: string): Resolved {
  const { first, second, kind } = readings(plainWall(wall), zone);
  return { instant: kind === 'gap' ? second : first, kind };
}

/** Both instants of a wall time that the clocks show twice, or `null` when they show it once or never. */
export function bothInstants(wall: Wall, zone: string): [Temporal.Instant, Temporal.Instant] | null {
  const { first, second, kind } = readings(plainWall(wall), zone);
  return kind === 'overlap' ? [first, second] : null;
}

/** What a clock in this zone shows at the instant, seconds dropped. */
export function wallOf(instant: Temporal.Instant, zone: string): Wall {
  return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/**
 * The first change of this zone's offset after `from`, up to and including `to`, or `null`. Offsets are minutes east of
 * UTC, before and after the change.
 */
export function clockChangeNear(
  zone: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): ClockChange | null {
  const next = from.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  if (next === null) return null;
  const at = next.toInstant();
  if (Temporal.Instant.compare(at, to) > 0) return null;
  const before = at.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone);
  return { at, beforeMinutes: offsetMinutes(before), afterMinutes: offsetMinutes(next) };
}

/** Minutes that this zone is east of UTC at the instant. */
export function offsetAt(zone: string, instant: Temporal.Instant): number {
  return offsetMinutes(instant.toZonedDateTimeISO(zone));
}

/**
 * For a meeting that stays at its wall time in its own zone: does the reader's clock show another time for the next
 * one than for the one `weeks` weeks before it? Used to tell people before a clock change moves their hour.
 * @returns both times on the reader's clock and by how many minutes the next one is later (negative: earlier) than the
 * reader is used to; `null` when nothing moves.
 */
export function shiftFor(
  meetingZone: string,
  readerZone: string,
  nextWall: Wall,
  weeks: number,
): { before: Wall; after: Wall; minutes: number } | null {
  const next = plainWall(nextWall);
  const previous = next.subtract({ weeks }).toString({ smallestUnit: 'minute' });
  const before = wallOf(resolveWall(previous, meetingZone).instant, readerZone);
  const after = wallOf(resolveWall(nextWall, meetingZone).instant, readerZone);
  const expected = plainWall(before).add({ weeks });
  const minutes = Math.round(expected.until(plainWall(after)).total('minutes'));
  return minutes === 0 ? null : { before, after, minutes };
}

/**
 * What a stored meeting means by today's time-zone data. Governments change their clocks at short notice; a meeting keeps
 * its wall time, so its instant has to be worked out again whenever the data is newer than the row.
 * @returns `moved` with the new instant and by how many minutes it is later than the stored one. A stored instant that
 * still shows the wall time stays: it may be the second of two equal hours, chosen on purpose.
 */
export function recompute(
  wall: Wall,
  zone: string,
  stored: Temporal.Instant,
): { kind: 'same' } | { kind: 'moved'; instant: Temporal.Instant; minutes: number } {
  if (wallOf(stored, zone) === wall) return { kind: 'same' };
  const { instant } = resolveWall(wall, zone);
  const minutes = (instant.epochMilliseconds - stored.epochMilliseconds) / 60_000;
  return minutes === 0 ? { kind: 'same' } : { kind: 'moved', instant, minutes };
}

/** The first instant whose wall time is not before this one: for a skipped time, the moment of the change itself. */
export function firstAtOrAfter(wall: Wall, zone: string): Temporal.Instant {
  const { first, kind } = readings(plainWall(wall), zone);
  if (kind !== 'gap') return first;
  // In a gap the earlier reading lies before the change, so the next change is the one that skips this time.
  const change = first.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  return change === null ? first : change.toInstant();
}

function readings(plain: Temporal.PlainDateTime, zone: string) {
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  const first = earlier.toInstant();
  const second = later.toInstant();
  if (first.equals(second)) return { first, second, kind: 'plain' as const };
  const shownTwice = earlier.toPlainDateTime().equals(plain);
  return { first, second, kind: shownTwice ? ('overlap' as const) : ('gap' as const) };
}

function offsetMinutes(time: Temporal.ZonedDateTime): number {
  return time.offsetNanoseconds / 60_000_000_000;
}
