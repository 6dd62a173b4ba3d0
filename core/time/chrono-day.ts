import { GB } from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';

export type ChronoDay =
  | { kind: 'day'; date: Temporal.PlainDate; rest: string }
  | { kind: 'none' }
  | { kind: 'several' };

/**
 * The day that plain words name by counting ("3 days from now", "in 2 weeks"), read by chrono with British order of day
 * and month. chrono reckons on the clock of the machine, so it is told only which day it is for the person, as noon of
 * that day: no clock change anywhere is near enough to noon to make it another day.
 */
export function chronoDay(words: string, today: Temporal.PlainDate): ChronoDay {
  // biome-ignore lint/style/noRestrictedGlobals: chrono takes nothing else; this Date is made from the person's day, not from a clock.
  const noon = new Date(today.year, today.month - 1, today.day, 12);
  const found = GB.parse(words, noon, { forwardDate: true });
  if (found.length > 1) return { kind: 'several' };
  const [only] = found;
  if (only === undefined || only.end || !only.start.isCertain('day')) return { kind: 'none' };
  // A time of day that only chrono saw is a length ("30 minutes"), not a day.
  if (only.start.isCertain('hour')) return { kind: 'none' };
  const [year, month, day] = [only.start.get('year'), only.start.get('month'), only.start.get('day')];
  if (year === null || month === null || day === null) return { kind: 'none' };
  const rest = `${words.slice(0, only.index)} ${words.slice(only.index + only.text.length)}`.trim();
  return { kind: 'day', date: Temporal.PlainDate.from({ year, month, day }), rest };
}
