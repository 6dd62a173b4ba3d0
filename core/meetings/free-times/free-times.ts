import { Temporal } from 'temporal-polyfill';
import type { Availability } from '../meeting.ts';

export type Day = Availability['weekly'][number]['day'];
export type Window = Availability['weekly'][number];
export type Different = Availability['exceptions'][number];
export type Span = { readonly from: string; readonly to: string };

/** As the texts name a day of the week. */
export type DayName = (typeof DAY_NAMES)[number];
const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Windows at the same time on days that have a name together, or on one day. */
export type Group = Span & {
  readonly days: readonly Day[];
  readonly name: 'every' | 'weekdays' | 'weekend' | DayName;
  readonly costly: boolean;
};

/** Days in a row that are different in the same way. */
export type Stretch = Omit<Different, 'date'> & { readonly first: string; readonly last: string };

export const EVERY_DAY: readonly Day[] = [1, 2, 3, 4, 5, 6, 7];
export const WEEKDAYS: readonly Day[] = [1, 2, 3, 4, 5];
export const WEEKEND: readonly Day[] = [6, 7];

/** The weeks with these times added. What was said last counts where a time costs something; what touches becomes one. */
export function withTimes(
  weekly: readonly Window[],
  days: readonly Day[],
  span: Span,
  costly: boolean,
): Window[] {
  const added = { start: minutesOf(span.from), end: minutesOf(span.to) };
  return EVERY_DAY.flatMap((day) => {
    const own = weekly.filter((each) => each.day === day);
    if (!days.includes(day)) return own;
    const apart = own.flatMap((each) => (isCostly(each) === costly ? [each] : cut(each, added)));
    const alike = apart.filter((each) => isCostly(each) === costly);
    const merged = joined([...alike.map(spanOf), added]).map((each) => windowOf(day, each, costly));
    return [...apart.filter((each) => isCostly(each) !== costly), ...merged].sort(byStart);
  });
}

/** The weeks without what a group names. */
export function withoutGroup(
  weekly: readonly Window[],
  group: Pick<Group, 'days' | 'from' | 'to'>,
): Window[] {
  return weekly.filter(
    ({ day, from, to }) => !(group.days.includes(day) && from === group.from && to === group.to),
  );
}

/** The weeks as they are read: the same time on every day, on the weekdays or at the weekend is one line. */
export function groupsOf(weekly: readonly Window[]): Group[] {
  const spans = new Map<string, Window[]>();
  for (const each of weekly) {
    const key = `${each.from}-${each.to}-${isCostly(each)}`;
    spans.set(key, [...(spans.get(key) ?? []), each]);
  }
  const groups = [...spans.values()].flatMap((windows) => named(windows));
  return groups.sort((a, b) => (a.days[0] ?? 0) - (b.days[0] ?? 0) || a.from.localeCompare(b.from));
}

function named(windows: readonly Window[]): Group[] {
  const [first] = windows;
  if (first === undefined) return [];
  const { from, to } = first;
  const costly = isCostly(first);
  const has = (days: readonly Day[]) => days.every((day) => windows.some((each) => each.day === day));
  const group = (name: Group['name'], days: readonly Day[]): Group => ({ name, days, from, to, costly });
  if (has(EVERY_DAY)) return [group('every', EVERY_DAY)];
  const together = [
    ...(has(WEEKDAYS) ? [group('weekdays', WEEKDAYS)] : []),
    ...(has(WEEKEND) ? [group('weekend', WEEKEND)] : []),
  ];
  const taken = together.flatMap(({ days }) => days);
  const alone = windows.filter(({ day }) => !taken.includes(day));
  return [...together, ...alone.map(({ day }) => group(dayName(day), [day]))];
}

export function dayName(day: Day): DayName {
  return DAY_NAMES[day - 1] ?? 'mon';
}

/** The days that are different with these added, those of the past left out. A day off takes back extra time on that day. */
export function withDifferent(
  exceptions: readonly Different[],
  added: readonly Different[],
  today: string,
): Different[] {
  const same = (a: Different, b: Different) =>
    a.date === b.date && ((a.from === b.from && a.to === b.to) || (b.kind === 'off' && a.kind === 'extra'));
  const kept = exceptions.filter((each) => each.date >= today && !added.some((one) => same(each, one)));
  return [...kept, ...added].sort((a, b) => a.date.localeCompare(b.date));
}

/** Days in a row, from today on. */
export function stretchesOf(exceptions: readonly Different[], today: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { date, ...how } of exceptions.filter((each) => each.date >= today)) {
    const before = stretches.findIndex(
      (each) =>
        each.kind === how.kind &&
        each.from === how.from &&
        each.to === how.to &&
        dayAfter(each.last) === date,
    );
    const stretch = stretches[before];
    if (stretch === undefined) stretches.push({ ...how, first: date, last: date });
    else stretches[before] = { ...stretch, last: date };
  }
  return stretches;
}

/** Every day from the one to the other. */
export function datesFrom(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = dayAfter(date)) dates.push(date);
  return dates;
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

type Minutes = { start: number; end: number };

function spanOf({ from, to }: Span): Minutes {
  return { start: minutesOf(from), end: minutesOf(to) };
}

function cut(window: Window, added: Minutes): Window[] {
  const { start, end } = spanOf(window);
  const left = { start, end: Math.min(end, added.start) };
  const right = { start: Math.max(start, added.end), end };
  return [left, right]
    .filter((each) => each.start < each.end)
    .map((each) => windowOf(window.day, each, isCostly(window)));
}

function joined(spans: readonly Minutes[]): Minutes[] {
  const result: Minutes[] = [];
  for (const each of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && each.start <= last.end) last.end = Math.max(last.end, each.end);
    else result.push({ ...each });
  }
  return result;
}

function windowOf(day: Day, { start, end }: Minutes, costly: boolean): Window {
  const window = { day, from: clockOf(start), to: clockOf(end) };
  return costly ? { ...window, costly } : window;
}

function isCostly({ costly }: Window): boolean {
  return costly === true;
}

function byStart(a: Window, b: Window): number {
  return a.from.localeCompare(b.from);
}

function minutesOf(wall: string): number {
  const [hour = 0, minute = 0] = wall.split(':').map(Number);
  return hour * 60 + minute;
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
