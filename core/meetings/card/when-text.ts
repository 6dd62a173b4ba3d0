import type { Temporal } from 'temporal-polyfill';
import { type TextOf, text } from '../../texts/text.ts';
import { whenParts } from '../../time/say-when.ts';

/**
 * A time as its reader's clock shows it, day name first. The reader's zone is named where the other's clock shows another
 * time. It says no "today": a message is also read on the day after.
 */
export function whenText(
  instant: Temporal.Instant,
  zone: string,
  now: Temporal.Instant,
  otherZone?: string,
): TextOf<'meeting-when'> {
  const { weekday, day, month, year, time, zoneName } = whenParts(instant, zone, now, otherZone);
  return text('meeting-when', {
    weekday,
    day,
    month,
    time,
    withYear: year === undefined ? 'no' : 'yes',
    year: year ?? '',
    withZone: zoneName === undefined ? 'no' : 'yes',
    zone: zoneName ?? '',
  });
}
