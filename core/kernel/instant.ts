import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** An instant as it comes from the database (a Date), from JSON (ISO text) or from the core itself. */
export const instant = z.union([z.instanceof(Temporal.Instant), z.date(), z.string()]).transform(toInstant);

/** That many whole minutes from one instant to another; negative when `to` is earlier. */
export function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.trunc((to.epochMilliseconds - from.epochMilliseconds) / 60_000);
}

export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

function toInstant(value: Temporal.Instant | { getTime(): number } | string): Temporal.Instant {
  if (value instanceof Temporal.Instant) return value;
  return typeof value === 'string'
    ? Temporal.Instant.from(value)
    : Temporal.Instant.fromEpochMilliseconds(value.getTime());
}
