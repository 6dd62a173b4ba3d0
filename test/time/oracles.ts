import { Temporal } from 'temporal-polyfill';

// A second way to the same answers, by Intl alone, so that a fault of Temporal's or of ours cannot hide in both.

const MINUTE = 60_000;
const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in this zone shows at an epoch, as milliseconds of a clock without a zone. */
function clockMs(epoch: number, zone: string): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  const numbers = (format.format(epoch).match(/\d+/g) ?? []).map(Number);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = numbers;
  return Date.UTC(year, month - 1, day, hour, minute);
}

const walls = new Map<string, Map<number, string>>();

/** The wall time that Intl shows. Remembered, because the searches by looking ask for the same minutes again and again. */
export function wallByIntl(epoch: number, zone: string): string {
  let known = walls.get(zone);
  if (known === undefined) {
    known = new Map();
    walls.set(zone, known);
  }
  const wall = known.get(epoch) ?? new Date(clockMs(epoch, zone)).toISOString().slice(0, 16);
  known.set(epoch, wall);
  return wall;
}

/** The instant of a wall time by RFC 5545, found by trying the offsets of the day before and the day after. */
export function resolveByIntl(
  wall: string,
  zone: string,
): { epoch: number; kind: 'plain' | 'gap' | 'overlap' } {
  const shown = Date.parse(`${wall}Z`);
  const offsets = [-DAY, DAY].map((away) => clockMs(shown + away, zone) - (shown + away));
  const fitting = [...new Set(offsets.map((offset) => shown - offset))]
    .filter((epoch) => clockMs(epoch, zone) === shown)
    .sort((a, b) => a - b);
  const [first] = fitting;
  // A skipped time is read with the offset before the change.
  if (first === undefined) return { epoch: shown - (offsets[0] ?? 0), kind: 'gap' };
  return { epoch: first, kind: fitting.length > 1 ? 'overlap' : 'plain' };
}

export function at(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

export function atEpoch(epoch: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epoch);
}

/** The nights when clocks change that every part of time is tried on. */
export const CHANGE_NIGHTS = [
  { zone: 'Europe/London', change: '2026-10-25T01:00Z', kind: 'back' },
  { zone: 'Europe/London', change: '2027-03-28T01:00Z', kind: 'forward' },
  { zone: 'Pacific/Auckland', change: '2026-09-26T14:00Z', kind: 'forward' },
  { zone: 'Pacific/Auckland', change: '2027-04-03T14:00Z', kind: 'back' },
  { zone: 'America/St_Johns', change: '2026-11-01T04:30Z', kind: 'back' },
  { zone: 'America/St_Johns', change: '2027-03-14T05:30Z', kind: 'forward' },
] as const;

/** Every minute from some hours before an instant to some hours after it. */
export function minutesAround(instant: string, hours: number): number[] {
  const middle = at(instant).epochMilliseconds;
  return Array.from({ length: hours * 120 + 1 }, (_, index) => middle + (index - hours * 60) * MINUTE);
}
