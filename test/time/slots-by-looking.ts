import type { Weekly } from '../../core/time/free-windows.ts';
import type { Asked, Side } from '../../core/time/slots.ts';
import { wallByIntl } from './oracles.ts';

// What suits two people, found by looking at both their clocks every minute.

const MINUTE = 60_000;

/** Every quarter of an hour from which both are free for long enough, found by trying each minute. */
export function bruteStarts(given: Asked): number[] {
  const starts: number[] = [];
  const first = given.from.epochMilliseconds + given.notBeforeMinutes * MINUTE;
  let run = 0;
  for (let minute = given.to.epochMilliseconds - MINUTE; minute >= first; minute -= MINUTE) {
    run = suits(minute, given) ? run + 1 : 0;
    if (run >= given.lengthMinutes && minute % (15 * MINUTE) === 0) starts.push(minute);
  }
  return starts;
}

export function suits(minute: number, given: Asked): boolean {
  const taken = given.busy.some(
    (one) => one.start.epochMilliseconds <= minute && minute < one.end.epochMilliseconds,
  );
  return !taken && isFree(minute, given.mentee) && isFree(minute, given.mentor);
}

function isFree(minute: number, { availability, zone, quiet }: Side): boolean {
  const wall = wallByIntl(minute, zone);
  if (quiet !== undefined && within(wall, quiet.from, quiet.to)) return false;
  const on = (kind: 'off' | 'extra') =>
    availability.exceptions.some(
      (one) => one.kind === kind && inWindow(wall, one.date, one.from ?? '', one.to ?? ''),
    );
  return on('extra') || (!on('off') && availability.weekly.some((one) => inWeekly(wall, one)));
}

export function isCostly(start: number, end: number, given: Asked): boolean {
  for (let minute = start; minute < end; minute += MINUTE) {
    for (const { availability, zone } of [given.mentee, given.mentor]) {
      const wall = wallByIntl(minute, zone);
      const on = (kind: 'off' | 'extra') =>
        availability.exceptions.some(
          (one) => one.kind === kind && inWindow(wall, one.date, one.from ?? '', one.to ?? ''),
        );
      if (!on('extra') && availability.weekly.some((one) => one.costly && inWeekly(wall, one))) return true;
    }
  }
  return false;
}

function inWeekly(wall: string, { day, from, to }: Weekly[number]): boolean {
  const date = wall.slice(0, 10);
  return [date, dayFrom(`${date}T12:00Z`, -1)].some((start) => {
    const weekday = new Date(`${start}T12:00Z`).getUTCDay();
    return (weekday === 0 ? 7 : weekday) === day && inWindow(wall, start, from, to);
  });
}

function inWindow(wall: string, date: string, from: string, to: string): boolean {
  const end = to <= from ? dayFrom(`${date}T12:00Z`, 1) : date;
  return `${date}T${from}` <= wall && wall < `${end}T${to}`;
}

function within(wall: string, from: string, to: string): boolean {
  const time = wall.slice(11);
  if (from <= to) return from <= time && time < to;
  return time >= from || time < to;
}

export function dayFrom(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10);
}
