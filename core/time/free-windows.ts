import { Temporal } from 'temporal-polyfill';
import { common, type Interval, joined, without } from './intervals.ts';
import { bothInstants, firstAtOrAfter, type Wall } from './wall-time.ts';

/**
 * When somebody is usually free, on their own clock. Days are 1 (Monday) to 7 (Sunday). A window whose `to` is not after
 * its `from` ends on the next day; `24:00` is the day's end. `costly`: possible, but it costs them something, such as
 * moving a shift.
 */
export type Weekly = readonly {
  day: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  from: string;
  to: string;
  costly?: boolean;
}[];

/**
 * One day that is different, on their own clock. `off` takes time away and `extra` gives time, also on a day that is off;
 * without times it is the whole day. Like a weekly window, `extra` may end on the next day.
 */
export type Exceptions = readonly { date: string; kind: 'off' | 'extra'; from?: string; to?: string }[];

export type Availability = { weekly: Weekly; exceptions: Exceptions };

export type FreeWindows = { free: Interval[]; costly: Interval[] };

/** Has this person said anything about when they are free? Without it, no time can be offered in their name. */
export function isKnown(availability: Availability): boolean {
  return availability.weekly.length > 0 || availability.exceptions.some((one) => one.kind === 'extra');
}

/**
 * The stretches between two instants in which a person is free, and those of them that cost them something, as epoch
 * milliseconds, sorted and not overlapping. Where clocks change, a window never holds a minute whose wall time lies
 * outside it: skipped time is lost to it, and of an hour shown twice only what is certain counts.
 */
export function freeWindows(
  availability: Availability,
  zone: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): FreeWindows {
  const range = [{ start: from.epochMilliseconds, end: to.epochMilliseconds }];
  const days = datesBetween(from, to, zone);
  const weekly = days.flatMap((date) => weeklyOn(availability.weekly, date, zone));
  const exceptions = availability.exceptions.map((one) => ({
    kind: one.kind,
    ...exceptionWindow(one, zone),
  }));
  const off = exceptions.filter((one) => one.kind === 'off');
  const extra = exceptions.filter((one) => one.kind === 'extra');
  const usual = without(weekly, off);
  const costly = without(
    weekly.filter((one) => one.costly),
    [...off, ...extra],
  );
  return { free: common(joined([...usual, ...extra]), range), costly: common(costly, range) };
}

/** The same times every day of the week. */
export function daily(from: string, to: string): Weekly {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from, to }));
}

function datesBetween(from: Temporal.Instant, to: Temporal.Instant, zone: string): Temporal.PlainDate[] {
  // From the day before, whose windows may cross midnight.
  let date = from.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  const last = to.toZonedDateTimeISO(zone).toPlainDate();
  const dates: Temporal.PlainDate[] = [];
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    dates.push(date);
    date = date.add({ days: 1 });
  }
  return dates;
}

function weeklyOn(
  weekly: Weekly,
  date: Temporal.PlainDate,
  zone: string,
): (Interval & { costly: boolean })[] {
  return weekly
    .filter((one) => one.day === date.dayOfWeek)
    .map((one) => ({ ...surelyIn(dayWindow(date, one.from, one.to), zone), costly: one.costly === true }));
}

function exceptionWindow(one: Exceptions[number], zone: string): Interval {
  const window = dayWindow(Temporal.PlainDate.from(one.date), one.from ?? '00:00', one.to ?? '24:00');
  return one.kind === 'off' ? perhapsIn(window, zone) : surelyIn(window, zone);
}

type WallWindow = { from: Wall; to: Wall };

function dayWindow(date: Temporal.PlainDate, from: string, to: string): WallWindow {
  const endDate = to === '24:00' || to <= from ? date.add({ days: 1 }) : date;
  return { from: `${date}T${from}`, to: `${endDate}T${to === '24:00' ? '00:00' : to}` };
}

/** Without the part of an hour shown twice that may lie outside the window. */
function surelyIn(window: WallWindow, zone: string): Interval {
  const end = firstAtOrAfter(window.to, zone).epochMilliseconds;
  const first = firstAtOrAfter(window.from, zone).epochMilliseconds;
  // From the second of two equal starts on, the clock does not go back before the window again.
  const second = bothInstants(window.from, zone)?.[1].epochMilliseconds ?? first;
  return { start: second < end ? second : first, end };
}

/** With every part of an hour shown twice that may lie in the window: a day off is off twice. */
function perhapsIn(window: WallWindow, zone: string): Interval {
  const end = bothInstants(window.to, zone)?.[1] ?? firstAtOrAfter(window.to, zone);
  return { start: firstAtOrAfter(window.from, zone).epochMilliseconds, end: end.epochMilliseconds };
}
