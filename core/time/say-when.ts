import type { Temporal } from 'temporal-polyfill';
import { offsetAt } from './wall-time.ts';

/** The pieces of a time as a person reads it, in their own zone and in UK English; texts put them in order. */
export type WhenParts = {
  weekday: string;
  day: string;
  month: string;
  /** Only when it is not this year. */
  year?: string;
  /** `3:00 pm` */
  time: string;
  relative?: 'today' | 'tomorrow';
  /** Only when asked for, because the other person's clock shows another time. */
  zoneName?: string;
};

// A formatter costs about a hundred times what using it costs; there is at most one a zone and purpose.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The pieces to show an instant with. `otherZone` is the zone of the person it is shared with: the reader's zone is named
 * only when the two clocks differ at that instant.
 */
export function whenParts(
  instant: Temporal.Instant,
  zone: string,
  now: Temporal.Instant,
  otherZone?: string,
): WhenParts {
  const { weekday = '', day = '', month = '', year, hour, minute, dayPeriod } = piecesOf(instant, zone);
  const parts: WhenParts = { weekday, day, month, time: `${hour}:${minute} ${dayPeriod}` };
  if (year !== undefined && year !== piecesOf(now, zone).year) parts.year = year;
  const relative = relativeDay(instant, zone, now);
  if (relative !== null) parts.relative = relative;
  if (otherZone !== undefined && !sameOffset(zone, otherZone, instant))
    parts.zoneName = zoneName(instant, zone);
  return parts;
}

/** Do clocks in both zones show the same time at this instant? Then neither zone needs a name. */
export function sameOffset(a: string, b: string, instant: Temporal.Instant): boolean {
  return a === b || offsetAt(a, instant) === offsetAt(b, instant);
}

/** The name of a zone as UK English says it: "United Kingdom Time". */
export function zoneName(instant: Temporal.Instant, zone: string): string {
  const format = formatter(`name ${zone}`, { timeZone: zone, timeZoneName: 'longGeneric' });
  return (
    format.formatToParts(instant.epochMilliseconds).find((part) => part.type === 'timeZoneName')?.value ??
    zone
  );
}

function relativeDay(
  instant: Temporal.Instant,
  zone: string,
  now: Temporal.Instant,
): 'today' | 'tomorrow' | null {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const days = today.until(instant.toZonedDateTimeISO(zone).toPlainDate()).days;
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : null;
}

function piecesOf(
  instant: Temporal.Instant,
  zone: string,
): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const format = formatter(`time ${zone}`, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
  });
  return Object.fromEntries(
    format.formatToParts(instant.epochMilliseconds).map((part) => [part.type, part.value]),
  );
}

function formatter(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', options);
  formatters.set(key, made);
  return made;
}
