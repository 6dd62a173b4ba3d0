import type { Temporal } from 'temporal-polyfill';
import { whenParts } from '../time/say-when.ts';

/** The pieces of the day something was written on, by its reader's own clock; "this" stands for this year. */
export function dayOf(
  written: Temporal.Instant,
  zone: string,
  now: Temporal.Instant,
): { weekday: string; day: string; month: string; year: string } {
  const { weekday, day, month, year = 'this' } = whenParts(written, zone, now);
  return { weekday, day, month, year };
}
