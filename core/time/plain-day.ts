import { Temporal } from 'temporal-polyfill';

export type DayRead =
  | { kind: 'day'; date: Temporal.PlainDate; rest: string }
  | { kind: 'none'; rest: string }
  | { kind: 'no-such-date' }
  | { kind: 'several' };

type Found = { date: Temporal.PlainDate | null; index: number; length: number };
type Reader = (words: string, today: Temporal.PlainDate) => Found | null;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|' +
  'nov(?:ember)?|dec(?:ember)?)';
const DAYS = 'mon tue wed thu fri sat sun'.split(' ');
const WEEKDAY =
  '(mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)';

// A date without a year that went by lately is a slip; one that went by longer ago means next year's.
const LATELY_DAYS = 60;

const DATES: readonly Reader[] = [
  byPattern(/(?<![\d./-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, ([, y, m, d]) => exactDate(y, m, d)),
  byPattern(/(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/, ([, d, , m, y]) =>
    exactDate(y, m, d),
  ),
  byPattern(/(?<![\d./:-])(\d{1,2})\/(\d{1,2})(?![\d/-])/, ([, d, m], today) => dateInYear(m, d, today)),
  byPattern(
    new RegExp(`\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)? ?(?:of )?${MONTH}\\b(?:\\s(20\\d\\d)\\b)?`),
    ([, d, name, y], today) => namedDate(d, name, y, today),
  ),
  byPattern(
    new RegExp(`\\b${MONTH} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]| ?[ap]m)\\b(?:\\s(20\\d\\d)\\b)?`),
    ([, name, d, y], today) => namedDate(d, name, y, today),
  ),
  byPattern(/\b(?:the )?(\d{1,2})(?:st|nd|rd|th)(?: of)? (this|next) month\b/, ([, d, which], today) =>
    dateInMonth(d, which === 'next' ? today.add({ months: 1 }) : today),
  ),
  byPattern(/\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b/, ([, d], today) => nextDayOfMonth(Number(d), today)),
];

const WEEKDAY_IN_WEEKS: readonly Reader[] = [
  byPattern(
    new RegExp(`\\b(?:a|1|(\\d)) weeks? (?:on|from|past|come|after)? ?${WEEKDAY}\\b`),
    ([, n, name], today) => comingDay(name, today).add({ weeks: Number(n ?? 1) }),
  ),
  byPattern(new RegExp(`\\b${WEEKDAY} (?:week|(2) weeks)\\b`), ([, name, n], today) =>
    comingDay(name, today).add({ weeks: Number(n ?? 1) }),
  ),
  byPattern(new RegExp(`\\b${WEEKDAY} (?:after next)\\b`), ([, name], today) =>
    dayOfNextWeek(name, today).add({ weeks: 1 }),
  ),
  byPattern(new RegExp(`\\b${WEEKDAY} (?:of |in )?next week\\b`), ([, name], today) =>
    dayOfNextWeek(name, today),
  ),
  byPattern(new RegExp(`\\bnext week (?:on )?${WEEKDAY}\\b`), ([, name], today) =>
    dayOfNextWeek(name, today),
  ),
  byPattern(new RegExp(`\\bnext ${WEEKDAY}\\b`), ([, name], today) => dayOfNextWeek(name, today)),
  byPattern(new RegExp(`\\b(?:last ${WEEKDAY}|${WEEKDAY} past)\\b`), ([, a, b], today) =>
    comingDay(a ?? b, today).subtract({ weeks: 1 }),
  ),
  byPattern(new RegExp(`\\bthis (?!coming)${WEEKDAY}\\b`), ([, name], today) =>
    comingDay(name, today.subtract({ days: 1 })),
  ),
  byPattern(new RegExp(`\\b${WEEKDAY}\\b`), ([, name], today) => comingDay(name, today)),
];

const COUNTED: readonly Reader[] = [
  byPattern(/\b(?:in )?(?:a|(\d{1,2})) months? (?:from |after )?(?:today|now|time)\b/, ([, n], today) =>
    today.add({ months: Number(n ?? 1) }),
  ),
  byPattern(/\bin (?:a|(\d{1,2})) months?\b/, ([, n], today) => today.add({ months: Number(n ?? 1) })),
  byPattern(/\b(?:a|1|(\d)) weeks? (?:from )?(today|tomorrow)\b/, ([, n, day], today) =>
    today.add({ days: Number(n ?? 1) * 7 + (day === 'tomorrow' ? 1 : 0) }),
  ),
  byPattern(/\b(today|tomorrow) (?:week|(2) weeks)\b/, ([, day, n], today) =>
    today.add({ days: Number(n ?? 1) * 7 + (day === 'tomorrow' ? 1 : 0) }),
  ),
];

const NEAR: readonly Reader[] = [
  byPattern(/\bday after tomorrow\b/, (_, today) => today.add({ days: 2 })),
  byPattern(/\b(?:day before )?yesterday\b/, (_, today) => today.subtract({ days: 1 })),
  byPattern(/\btomorrow\b/, (_, today) => today.add({ days: 1 })),
  byPattern(/\b(?:today|(?=tonight\b)|this (?=morning|afternoon|evening))/, (_, today) => today),
];

/**
 * Takes the day out of plain words. A weekday is the next one after today, "this Tuesday" may be today, "next Tuesday" is
 * the one in the next calendar week (Monday to Sunday), "Tuesday week" the one after the coming one. A date without a
 * year is this year's or the next; a weekday beside a date must agree with it, or there is no such date.
 */
export function readDay(words: string, today: Temporal.PlainDate): DayRead {
  const date = firstOf(DATES, words, today) ?? weekdayWithNumber(words, today);
  if (date === null) return nearDay(words, today);
  if (date.date === null) return { kind: 'no-such-date' };
  const rest = cut(words, date);
  if (firstOf(DATES, rest, today) !== null) return { kind: 'several' };
  return agreeing(date.date, rest, today, 'no-such-date');
}

function nearDay(words: string, today: Temporal.PlainDate): DayRead {
  const found = firstOf([...COUNTED, ...WEEKDAY_IN_WEEKS, ...NEAR], words, today);
  if (found === null || found.date === null) return { kind: 'none', rest: words };
  return agreeing(found.date, cut(words, found), today, 'several');
}

/** Another word for the same day ("tomorrow, Tuesday") is welcome; for another day it makes two. */
function agreeing(
  date: Temporal.PlainDate,
  rest: string,
  today: Temporal.PlainDate,
  clash: 'no-such-date' | 'several',
): DayRead {
  const weekday = new RegExp(`\\b${WEEKDAY}\\b`).exec(rest);
  if (weekday?.[1] !== undefined) {
    if (numberOfDay(weekday[1]) !== date.dayOfWeek) return { kind: clash };
    return agreeing(date, cut(rest, { index: weekday.index, length: weekday[0].length }), today, clash);
  }
  // "a month after Tuesday" is not Tuesday.
  if (/\b(?:days?|weeks?|months?|years?)\b/.test(rest)) return { kind: 'several' };
  const near = firstOf(NEAR, rest, today);
  if (near === null || near.length === 0) return { kind: 'day', date, rest };
  if (near.date?.equals(date) !== true) return { kind: 'several' };
  return agreeing(date, cut(rest, near), today, clash);
}

/** "Tuesday 24" is a date when the 24th is a Tuesday soon; otherwise the number may be an hour. */
function weekdayWithNumber(words: string, today: Temporal.PlainDate): Found | null {
  const match = new RegExp(
    `\\b${WEEKDAY} (?:the )?(\\d{1,2})(?![\\d:./-]| ?[ap]m| ?oclock|\\p{L})\\b`,
    'u',
  ).exec(words);
  if (match === null) return null;
  const [whole, name, number] = match;
  const date = nextDayOfMonth(Number(number), today);
  if (date === null || name === undefined || numberOfDay(name) !== date.dayOfWeek) return null;
  return { date, index: match.index, length: whole.length };
}

function byPattern(
  pattern: RegExp,
  read: (match: readonly (string | undefined)[], today: Temporal.PlainDate) => Temporal.PlainDate | null,
): Reader {
  return (words, today) => {
    const match = pattern.exec(words);
    return match === null ? null : { date: read(match, today), index: match.index, length: match[0].length };
  };
}

function firstOf(readers: readonly Reader[], words: string, today: Temporal.PlainDate): Found | null {
  for (const read of readers) {
    const found = read(words, today);
    if (found !== null) return found;
  }
  return null;
}

function exactDate(year: string | undefined, month: string | undefined, day: string | undefined) {
  const full = year?.length === 2 ? 2000 + Number(year) : Number(year);
  return dateOrNull(full, Number(month), Number(day));
}

function namedDate(
  day: string | undefined,
  name: string | undefined,
  year: string | undefined,
  today: Temporal.PlainDate,
) {
  const month = MONTHS.indexOf(name?.slice(0, 3) ?? '') + 1;
  return year === undefined ? dateInYear(month, day, today) : dateOrNull(Number(year), month, Number(day));
}

function dateInYear(month: string | number | undefined, day: string | undefined, today: Temporal.PlainDate) {
  const lately = today.subtract({ days: LATELY_DAYS });
  const thisYear = dateOrNull(today.year, Number(month), Number(day));
  const isOver = Number(month) < lately.month || (Number(month) === lately.month && Number(day) < lately.day);
  if (lately.year === today.year && isOver) return dateOrNull(today.year + 1, Number(month), Number(day));
  return thisYear;
}

function dateInMonth(day: string | undefined, month: Temporal.PlainDate) {
  return dateOrNull(month.year, month.month, Number(day));
}

/** The next day of this number from today on, in this month or the first later one that has it. */
function nextDayOfMonth(day: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  for (let months = 0; months <= 2; months += 1) {
    const month = today.with({ day: 1 }).add({ months });
    const date = dateOrNull(month.year, month.month, day);
    if (date !== null && Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return null;
}

function dateOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  const inRange = year >= 2000 && year <= 2100 && month >= 1 && month <= 12 && day >= 1;
  if (!inRange || day > new Temporal.PlainYearMonth(year, month).daysInMonth) return null;
  return new Temporal.PlainDate(year, month, day);
}

function comingDay(name: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  const days = (numberOfDay(name) - today.dayOfWeek + 7) % 7;
  return today.add({ days: days === 0 ? 7 : days });
}

function dayOfNextWeek(name: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: 7 - today.dayOfWeek + numberOfDay(name) });
}

function numberOfDay(name: string | undefined): number {
  return DAYS.indexOf(name?.slice(0, 3) ?? '') + 1;
}

function cut(words: string, { index, length }: { index: number; length: number }): string {
  return `${words.slice(0, index)} ${words.slice(index + length)}`.replace(/\s+/g, ' ').trim();
}
