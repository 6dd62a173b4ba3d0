import { Temporal } from 'temporal-polyfill';
import { type ChronoDay, chronoDay } from './chrono-day.ts';
import { type Clock, type DayPart, type Fence, readClock } from './plain-clock.ts';
import { type DayRead, readDay } from './plain-day.ts';
import { plainWords } from './plain-words.ts';
import { bothInstants, resolveWall, type Wall, wallOf } from './wall-time.ts';

export type ReadTime =
  /** `assumed`: morning or afternoon was not said; 8 in the morning to before 8 at night was taken. */
  | { kind: 'time'; wall: Wall; instant: Temporal.Instant; assumed: boolean }
  /** `hours`: what is left to choose from, `HH:mm`, none of them past. */
  | { kind: 'needs-hour'; date: string; part: DayPart | 'any'; hours: string[] }
  | { kind: 'needs-day'; time?: string; part?: DayPart }
  /** With only a day given, `wall` is the start of that day. */
  | { kind: 'past'; wall: Wall }
  | { kind: 'no-such-date' }
  /** Written like a time of day, but no clock shows it, such as 25:00. `date` is the day that was named with it. */
  | { kind: 'no-such-hour'; said: string; date?: string }
  /** The clocks skip this time and show `becomes` instead. */
  | { kind: 'gap'; wall: Wall; becomes: Wall; instant: Temporal.Instant }
  /** The clocks show this time twice. */
  | { kind: 'ambiguous'; wall: Wall; first: Temporal.Instant; second: Temporal.Instant }
  | { kind: 'not-understood' };

export type ReadTimeOptions = {
  now: Temporal.Instant;
  /** The person's own zone: all their words are about their own clock. */
  zone: string;
  /** Keeps the offered hours of a part of the day early enough to end within it; 60 when it is not known. */
  lengthMinutes?: number;
  /** What an earlier question has settled, to be completed by this text. */
  known?: { date?: string; time?: string; part?: DayPart };
};

type Said = {
  date: Temporal.PlainDate | null;
  clock: Clock | null;
  part: DayPart | null;
  fence: Fence | null;
};

const PARTS = { morning: [8, 12], afternoon: [12, 17], evening: [17, 21], any: [8, 21] } as const;
const ELAPSED_STEP = 5;

// A text that says when it does not suit, or names no time at all, must not be taken for an agreement.
const REFUSALS =
  /\b(?:not|never|cannot|cant|can't|wont|won't|dont|don't|isnt|isn't|except|unless|(?<!from )now|asap|sometime|ago)\b/;
const LENGTHS =
  /\bfor (?:about )?(?:half an|half a|an|a|\d{1,3}) ?(?:and a half )?(?:hours?|hrs?|minutes?|mins?)\b/g;
const ELAPSED =
  /\b(?:in (?:about )?)?(half an|an|a|\d{1,3}(?:\.\d)?) ?(hours?|hrs?|minutes?|mins?)( and a half)?( from now| time)?\b/;

/** "25:00", "at 25 o'clock", "27pm": nothing else can be meant by these. */
const LIKE_AN_HOUR =
  /(?<![\d./:-])(?:at )?(\d{1,2})(?::(\d{2})(?: ?(?:am|pm))?| ?(?:oclock|am|pm))(?![\p{L}\p{N}/.:-])/u;

/**
 * Reads a time that a person typed in plain words. Never throws, whatever the text, and never guesses past a doubt that
 * matters: it says instead what to ask. What words for days and hours mean stands at `readDay` and `readClock`.
 */
export function readTime(text: string, options: ReadTimeOptions): ReadTime {
  const words = plainWords(text);
  if (words === null || REFUSALS.test(words)) return { kind: 'not-understood' };
  const plain = words.replace(LENGTHS, ' ');
  const elapsed = readElapsed(plain, options);
  if (elapsed !== null) return elapsed;
  const today = options.now.toZonedDateTimeISO(options.zone).toPlainDate();
  const impossible = readImpossible(plain, today, options);
  if (impossible !== null) return impossible;
  const said = readDayAndClock(plain, today, options.known?.part ?? null);
  return 'kind' in said ? said : conclude(withKnown(said, options), options);
}

function readImpossible(
  words: string,
  today: Temporal.PlainDate,
  { known }: ReadTimeOptions,
): Extract<ReadTime, { kind: 'no-such-hour' }> | null {
  const match = LIKE_AN_HOUR.exec(words);
  const [whole = '', hour = '', minute] = match ?? [];
  if (match === null || isOnClock(Number(hour), Number(minute ?? 0))) return null;
  const rest = `${words.slice(0, match.index)} ${words.slice(match.index + whole.length)}`.trim();
  const day = rest === '' ? null : readDayAndClock(rest.replace(/\s+/g, ' '), today, null);
  const date = day !== null && !('kind' in day) && day.date !== null ? day.date.toString() : known?.date;
  const said = minute === undefined ? hour : `${hour}:${minute}`;
  return { kind: 'no-such-hour', said, ...(date === undefined ? {} : { date }) };
}

function isOnClock(hour: number, minute: number): boolean {
  return minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
}

function readDayAndClock(
  words: string,
  today: Temporal.PlainDate,
  knownPart: DayPart | null,
): Said | ReadTime {
  const day = readDay(words, today);
  if (day.kind === 'no-such-date') return day;
  if (day.kind === 'several') return { kind: 'not-understood' };
  const { rest: left, ...time } = readClock(day.rest, knownPart);
  // "next week" is a week, whatever day chrono makes of it.
  const vague = /\b(?:next|this|the) (?:week|month|year|weekend)\b|\bweekends?\b/.test(left);
  const counted = day.kind === 'day' || vague ? null : chronoDay(left, today);
  if (counted?.kind === 'several') return { kind: 'not-understood' };
  const { date, rest } = [day, counted].find(isDay) ?? { date: null, rest: left };
  // A number that nobody understood may be the very thing that matters.
  if (/\p{N}/u.test(day.kind === 'day' ? left : rest)) return { kind: 'not-understood' };
  const nothing = date === null && time.clock === null && time.part === null && time.fence === null;
  return nothing && !vague ? { kind: 'not-understood' } : { date, ...time };
}

type FoundDay = { kind: 'day'; date: Temporal.PlainDate; rest: string };

function isDay(read: DayRead | ChronoDay | null): read is FoundDay {
  return read?.kind === 'day';
}

function withKnown(said: Said, { known }: ReadTimeOptions): Said {
  const date = said.date ?? (known?.date === undefined ? null : Temporal.PlainDate.from(known.date));
  const clock = said.clock ?? (said.part === null && said.fence === null ? knownClock(known?.time) : null);
  return { ...said, date, clock, part: said.part ?? known?.part ?? null };
}

function knownClock(time: string | undefined): Clock | null {
  if (time === undefined) return null;
  const [hour, minute] = time.split(':').map(Number);
  return { minutes: (hour ?? 0) * 60 + (minute ?? 0), assumed: false };
}

function conclude({ date, clock, part, fence }: Said, options: ReadTimeOptions): ReadTime {
  if (date === null) {
    const time = clock === null ? {} : { time: timeOf(clock.minutes % 1440) };
    return { kind: 'needs-day', ...time, ...(part === null ? {} : { part }) };
  }
  if (clock !== null) return settle(wallAt(date, clock.minutes), clock.assumed, options);
  return askHour(date, part ?? 'any', fence, options);
}

function askHour(
  date: Temporal.PlainDate,
  part: DayPart | 'any',
  fence: Fence | null,
  options: ReadTimeOptions,
): ReadTime {
  const [from, to] = PARTS[part];
  const fits = (hour: number) =>
    fence === null
      ? hour * 60 + (options.lengthMinutes ?? 60) <= to * 60
      : hour * 60 >= fence.from && hour * 60 < fence.to;
  const hours = Array.from({ length: to - from }, (_, index) => from + index)
    .filter(fits)
    .map((hour) => timeOf(hour * 60))
    .filter((time) => isAhead(resolveWall(`${date}T${time}`, options.zone).instant, options.now));
  const dayEnd = resolveWall(wallAt(date, to * 60), options.zone).instant;
  if (!isAhead(dayEnd, options.now)) return { kind: 'past', wall: `${date}T00:00` };
  return { kind: 'needs-hour', date: date.toString(), part, hours };
}

function settle(wall: Wall, assumed: boolean, { now, zone }: ReadTimeOptions): ReadTime {
  const { instant, kind } = resolveWall(wall, zone);
  if (kind === 'overlap') {
    const [first, second] = bothInstants(wall, zone) ?? [instant, instant];
    if (isAhead(first, now)) return { kind: 'ambiguous', wall, first, second };
    return isAhead(second, now) ? { kind: 'time', wall, instant: second, assumed } : { kind: 'past', wall };
  }
  if (!isAhead(instant, now)) return { kind: 'past', wall };
  return kind === 'gap'
    ? { kind: 'gap', wall, becomes: wallOf(instant, zone), instant }
    : { kind: 'time', wall, instant, assumed };
}

/** "in 2 hours" counts real time, clock change or not, and lands on the next five minutes. */
function readElapsed(words: string, { now, zone }: ReadTimeOptions): ReadTime | null {
  const match = ELAPSED.exec(words);
  if (match === null) return null;
  const [whole, amount = '', unit = '', andHalf, fromNow] = match;
  if (!whole.startsWith('in ') && fromNow === undefined) return null;
  const count =
    (amount.startsWith('half') ? 0.5 : Number(amount.replace(/^an?$/, '1'))) +
    (andHalf === undefined ? 0 : 0.5);
  const minutes = Math.round(count * (unit.startsWith('h') ? 60 : 1));
  const later = now.add({ minutes: Math.max(1, minutes) });
  const instant = later.round({
    smallestUnit: 'minute',
    roundingIncrement: ELAPSED_STEP,
    roundingMode: 'ceil',
  });
  return { kind: 'time', wall: wallOf(instant, zone), instant, assumed: false };
}

function wallAt(date: Temporal.PlainDate, minutes: number): Wall {
  const day = minutes >= 1440 ? date.add({ days: 1 }) : date;
  return `${day}T${timeOf(minutes % 1440)}`;
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function isAhead(instant: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instant, now) > 0;
}
