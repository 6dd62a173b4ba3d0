import { Temporal } from 'temporal-polyfill';
import { readClock } from '../../time/plain-clock.ts';
import { readTime } from '../../time/plain-time.ts';
import { plainWords } from '../../time/plain-words.ts';
import { resolveWall } from '../../time/wall-time.ts';
import { type Day, EVERY_DAY, type Span, WEEKDAYS, WEEKEND } from './free-times.ts';

/** The parts of a day, as the readers of times mean them too. */
export const PARTS = {
  morning: { from: '08:00', to: '12:00' },
  afternoon: { from: '12:00', to: '17:00' },
  evening: { from: '17:00', to: '21:00' },
  all: { from: '08:00', to: '21:00' },
} as const satisfies Readonly<Record<string, Span>>;

const DAY_ENDS = '21:00';
const DAY_BEGINS = '08:00';
const MIDNIGHT = 1440;
const HALF_DAY = 720;

/** Part of a day as somebody writes it: "10 to 12:30", "after 6pm", "mornings". Undefined when it cannot be read. */
export function readSpan(written: string): Span | undefined {
  const words = plainWords(written.replace(/[-–—]/g, ' to ').replace(/\bonwards?\b/gi, ''));
  if (words === null) return undefined;
  const part = /^(?:in the |the )?(morning|afternoon|evening)s?$/.exec(words)?.[1];
  if (part === 'morning' || part === 'afternoon' || part === 'evening') return PARTS[part];
  if (/^(?:all|the whole|whole|any) ?(?:day|time)$/.test(words)) return PARTS.all;
  const plain = words.replace(/^(?:from|between) /, '');
  const two = betweenTwo(plain);
  if (two !== undefined) return two;
  const [, kind, time = ''] = /^(?:(after|from|before|to|by) )?(.+)$/.exec(words) ?? [];
  const minutes = minutesIn(time);
  if (minutes === undefined || kind === undefined) return undefined;
  if (kind === 'after' || kind === 'from') {
    return spanFrom(minutes, minutes < minutesOf(DAY_ENDS) ? minutesOf(DAY_ENDS) : MIDNIGHT);
  }
  return spanFrom(Math.min(minutesOf(DAY_BEGINS), minutes - 60), minutes);
}

function betweenTwo(words: string): Span | undefined {
  // "quarter to 9 to 11": where the first "to" does not part two times, the last one may.
  for (const pattern of [/^(.+?) (?:to|and|till|until) (.+)$/, /^(.+) (?:to|and|till|until) (.+)$/]) {
    const [, first = '', second = ''] = pattern.exec(words) ?? [];
    const end = minutesIn(second);
    if (first === '' || end === undefined) continue;
    const half = /(am|pm)$/.exec(second)?.[1];
    const sameHalf = half === undefined || /(am|pm)$/.test(first) ? undefined : minutesIn(`${first}${half}`);
    const start = sameHalf !== undefined && sameHalf < end ? sameHalf : minutesIn(first);
    if (start === undefined) continue;
    if (start < end) return spanFrom(start, end);
    if (half === undefined && end <= HALF_DAY && end + HALF_DAY > start)
      return spanFrom(start, end + HALF_DAY);
  }
  return undefined;
}

function minutesIn(words: string): number | undefined {
  // "12 to 14" is a span of its own, "quarter to 9" is not.
  if (/ to /.test(words) && !words.startsWith('quarter ')) return undefined;
  const { clock, part, rest } = readClock(`at ${words}`, null);
  const isAll = /^(?:at)?$/.test(rest.trim());
  return clock === null || part !== null || !isAll ? undefined : clock.minutes;
}

function spanFrom(start: number, end: number): Span | undefined {
  const inDay = 0 <= start && start < end && end <= MIDNIGHT;
  return inDay ? { from: clockOf(start), to: clockOf(end) } : undefined;
}

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NAME = '(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|urs|ur|sdays?|rsdays?|nesdays?|urdays?|days?)?';

/** Days of the week as somebody writes them: "Mondays and Wed", "mon to thu", "weekends". Undefined when there are none. */
export function readDays(written: string): Day[] | undefined {
  const words = plainWords(written.replace(/[-–—]/g, ' to '));
  if (words === null) return undefined;
  if (/^(?:every ?day|daily|all days|any day|all week|always)$/.test(words)) return [...EVERY_DAY];
  const found = new Set<Day>();
  if (/\bweek ?days?\b/.test(words)) for (const day of WEEKDAYS) found.add(day);
  if (/\bweek ?ends?\b/.test(words)) for (const day of WEEKEND) found.add(day);
  const ranges = new RegExp(`\\b${NAME}\\s*to\\s*${NAME}\\b`, 'g');
  for (const [, first = '', last = ''] of words.matchAll(ranges)) {
    for (let day = dayNamed(first); ; day = day === 7 ? 1 : (EVERY_DAY[day] ?? 1)) {
      found.add(day);
      if (day === dayNamed(last)) break;
    }
  }
  for (const [, name = ''] of words.matchAll(new RegExp(`\\b${NAME}\\b`, 'g'))) found.add(dayNamed(name));
  return found.size === 0 ? undefined : [...found].sort();
}

function dayNamed(name: string): Day {
  return EVERY_DAY[NAMES.indexOf(name)] ?? 1;
}

export type Dates =
  | { readonly first: string; readonly last: string }
  | 'past'
  | 'no-such-date'
  | 'not-understood';

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** A day or several in a row as somebody writes them: "next Tuesday", "24 to 27 December", "next week". */
export function readDates(written: string, now: Temporal.Instant, zone: string): Dates {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const week = weekNamed(written, today);
  if (week !== undefined) return week;
  const [, first = '', last = ''] =
    /^(?:from )?(.+?)\s*(?:\bto\b|\buntil\b|\btill\b|-|–)\s*(.+)$/i.exec(written.trim()) ?? [];
  if (first === '') return oneDay(written, now, zone);
  const month = MONTH.exec(last)?.[0] ?? MONTH.exec(first)?.[0];
  const begin = readWith(first, month, now, zone);
  if (typeof begin === 'string') return begin;
  const from = resolveWall(`${begin.first}T00:00`, zone).instant;
  // A last day is counted from the first: "Friday to Monday" is one weekend.
  const end = readWith(last, month, Temporal.Instant.compare(from, now) < 0 ? now : from, zone);
  if (typeof end === 'string') return end;
  return end.first < begin.first ? 'not-understood' : { first: begin.first, last: end.first };
}

function readWith(words: string, month: string | undefined, now: Temporal.Instant, zone: string): Dates {
  const isNumber = /^\d{1,2}(?:st|nd|rd|th)?$/i.test(words.trim());
  return oneDay(isNumber && month !== undefined ? `${words} ${month}` : words, now, zone);
}

function oneDay(words: string, now: Temporal.Instant, zone: string): Dates {
  const read = readTime(words, { now, zone, lengthMinutes: 15 });
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  if (read.kind === 'no-such-date') return 'no-such-date';
  if (read.kind === 'not-understood' || read.kind === 'needs-day' || read.kind === 'no-such-hour')
    return 'not-understood';
  const date = read.kind === 'needs-hour' ? read.date : read.wall.slice(0, 10);
  return date < today ? 'past' : { first: date, last: date };
}

function weekNamed(words: string, today: Temporal.PlainDate): Dates | undefined {
  const which = /^\s*(?:all )?(this|next) week\s*[.!]?\s*$/i.exec(words)?.[1]?.toLowerCase();
  if (which === undefined) return undefined;
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const first = which === 'next' ? monday.add({ days: 7 }) : today;
  const last = monday.add({ days: which === 'next' ? 13 : 6 });
  return { first: first.toString(), last: last.toString() };
}

function minutesOf(wall: string): number {
  const [hour = 0, minute = 0] = wall.split(':').map(Number);
  return hour * 60 + minute;
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
