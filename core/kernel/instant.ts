import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const asDate = z.date();

/** An instant as it comes from the database (a Date), from JSON (ISO text) or from the core itself. */
export const instant = z.transform((given: unknown, { issues }): Temporal.Instant => {
  if (typeof given === 'string') return fromText(given);
  if (given instanceof Temporal.Instant) return given;
  const date = asDate.safeParse(given);
  if (date.success) return Temporal.Instant.fromEpochMilliseconds(date.data.getTime());
  issues.push({ code: 'invalid_type', expected: 'date', input: given });
  return z.NEVER;
});

/** That many whole minutes from one instant to another; negative when `to` is earlier. */
export function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.trunc((to.epochMilliseconds - from.epochMilliseconds) / 60_000);
}

export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

/** As the database writes an instant that is whole in milliseconds, as ours are. */
const WHOLE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;

// A row in full holds some twenty of them, and the engine's own reading of this one form takes a third of the time.
function fromText(text: string): Temporal.Instant {
  // biome-ignore lint/style/noRestrictedGlobals: it reads a text, not the clock.
  const milliseconds = WHOLE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds)
    ? Temporal.Instant.from(text)
    : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
