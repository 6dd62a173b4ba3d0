import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const zone = 'Europe/London';
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const minutesOfWeek = 7 * 24 * 60;

/** A point of the week on the quarter of an hour, as people write it: "Monday 18:00". */
const writtenPoint = z
  .string()
  .regex(
    new RegExp(`^(${days.join('|')}) ([01][0-9]|2[0-3]):(00|15|30|45)$`),
    'Write a day and a time on the quarter of an hour, such as "Monday 09:00".',
  );

/** One stretch of the week as it is written, and kept, in a document. */
export const writtenOpening = z
  .strictObject({ from: writtenPoint, to: writtenPoint })
  .refine(({ from, to }) => from !== to, 'Write two times that differ.');

// As minutes since Monday 00:00.
const point = writtenPoint.transform((written) => {
  const [day = '', time = ''] = written.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return days.indexOf(day) * 24 * 60 + hour * 60 + minute;
});

/** One stretch of the week in which a line is open, from a moment up to another; it may run over Sunday night. */
export const opening = z
  .strictObject({ from: point, to: point })
  .refine(({ from, to }) => from !== to, 'Write two times that differ.');

export type Opening = z.infer<typeof opening>;

/** Whether one of these stretches holds this instant on a clock in Europe/London. */
export function opensAt(openings: readonly Opening[], now: Temporal.Instant): boolean {
  const at = minuteOfWeek(local(now));
  return openings.some(({ from, to }) => (from < to ? from <= at && at < to : from <= at || at < to));
}

/** The next time on a clock in Europe/London at which one of these stretches begins, later than now. */
export function nextOpening(
  openings: readonly Opening[],
  now: Temporal.Instant,
): Temporal.PlainDateTime | undefined {
  const here = local(now);
  const at = minuteOfWeek(here);
  const waits = openings.map(({ from }) => (from > at ? from - at : from - at + minutesOfWeek));
  if (waits.length === 0) return undefined;
  return here
    .with({ second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
    .add({ minutes: Math.min(...waits) });
}

function local(now: Temporal.Instant): Temporal.PlainDateTime {
  return now.toZonedDateTimeISO(zone).toPlainDateTime();
}

function minuteOfWeek(time: Temporal.PlainDateTime): number {
  return (time.dayOfWeek - 1) * 24 * 60 + time.hour * 60 + time.minute;
}
