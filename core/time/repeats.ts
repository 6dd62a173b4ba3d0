import { Temporal } from 'temporal-polyfill';
import { plainWall, resolveWall, type Wall, type WallKind } from './wall-time.ts';

/** One meeting of a series that is left out, or held at another wall time; `date` is the day it would have been. */
export type RepeatException = { date: string; kind: 'skip' } | { date: string; kind: 'moved'; wall: Wall };

/** `date`: the day the series gives it, which stays its name when it is moved. */
export type Occurrence = { date: string; wall: Wall; instant: Temporal.Instant; kind: WallKind };

export type Series = {
  /** The first meeting's wall time; every other one is at the same time of day. */
  wall: Wall;
  zone: string;
  everyDays: number;
  /** Only occurrences at or after this instant. */
  from: Temporal.Instant;
  count: number;
  exceptions: readonly RepeatException[];
};

const DAY_SLACK = 2;

/**
 * The next meetings of a series, in order. A series stays at its wall time in its zone across clock changes, so the
 * elapsed time between two of them is not always a whole number of days.
 * @throws RangeError when `everyDays` is not a whole number of at least 1, or `count` not one of at least 0.
 */
export function occurrences(series: Series): Occurrence[] {
  const { everyDays, count, from } = series;
  if (!Number.isInteger(everyDays) || everyDays < 1) throw new RangeError(`every ${everyDays} days`);
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} occurrences`);
  const start = plainWall(series.wall);
  const byDate = new Map(series.exceptions.map((one) => [one.date, one]));
  const found: Occurrence[] = movedOnes(series, start);
  const skipped = Math.max(0, Math.floor((daysUntil(start, series) - DAY_SLACK) / everyDays));
  let regular = 0;
  for (let n = skipped; regular < count; n += 1) {
    const wall = start.add({ days: n * everyDays }).toString({ smallestUnit: 'minute' });
    if (byDate.has(wall.slice(0, 10))) continue;
    const { instant, kind } = resolveWall(wall, series.zone);
    if (Temporal.Instant.compare(instant, from) < 0) continue;
    found.push({ date: wall.slice(0, 10), wall, instant, kind });
    regular += 1;
  }
  return found.sort((a, b) => Temporal.Instant.compare(a.instant, b.instant)).slice(0, count);
}

function movedOnes(series: Series, start: Temporal.PlainDateTime): Occurrence[] {
  return series.exceptions.flatMap((one) => {
    if (one.kind !== 'moved') return [];
    const days = start.toPlainDate().until(one.date).days;
    if (days < 0 || days % series.everyDays !== 0) return [];
    const { instant, kind } = resolveWall(one.wall, series.zone);
    return Temporal.Instant.compare(instant, series.from) < 0
      ? []
      : [{ date: one.date, wall: one.wall, instant, kind }];
  });
}

function daysUntil(start: Temporal.PlainDateTime, series: Series): number {
  return start.toPlainDate().until(series.from.toZonedDateTimeISO(series.zone).toPlainDate()).days;
}
