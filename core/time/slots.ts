import { Temporal } from 'temporal-polyfill';
import { type Availability, daily, type FreeWindows, freeWindows, isKnown } from './free-windows.ts';
import { common, type Interval, overlaps, without } from './intervals.ts';
import { type Candidate, spread } from './spread-slots.ts';
import { offsetAt } from './wall-time.ts';

export type Side = {
  availability: Availability;
  zone: string;
  /** No time is offered in a person's quiet hours, `HH:mm` on their own clock, whatever their weeks say. */
  quiet?: { from: string; to: string };
};

export type Asked = {
  mentee: Side;
  mentor: Side;
  /** What either of them has on already, in any order. */
  busy: readonly { start: Temporal.Instant; end: Temporal.Instant }[];
  lengthMinutes: number;
  /** The moment of asking: nothing before it is offered. A slot ends by `to`. */
  from: Temporal.Instant;
  to: Temporal.Instant;
  /** Notice both need, minutes after `from`. */
  notBeforeMinutes: number;
  /** Slots start at minutes of the mentee's day that this divides, where their windows let them. */
  stepMinutes: number;
  most: number;
};

/** `costly`: for one of the two this time costs something, and is asked for earlier. */
export type Slot = { start: Temporal.Instant; end: Temporal.Instant; costly: boolean };

export type SlotsFound =
  | { kind: 'not-known'; who: ('mentee' | 'mentor')[] }
  | { kind: 'none' }
  | { kind: 'slots'; slots: Slot[] };

const MINUTE = 60_000;

/**
 * Times that suit both people, soonest first, spread over different days and times of day, at round times of the mentee's
 * clock. `not-known` names whoever has not said when they are free.
 * @throws RangeError for a length, step or number below 1.
 */
export function slotsForBoth(asked: Asked): SlotsFound {
  const { lengthMinutes, stepMinutes, most, mentee } = asked;
  if (!(lengthMinutes >= 1 && stepMinutes >= 1 && most >= 1)) throw new RangeError('slots of nothing');
  const who = (['mentee', 'mentor'] as const).filter((side) => !isKnown(asked[side].availability));
  if (who.length > 0) return { kind: 'not-known', who };
  const { free, costly } = bothFree(asked);
  const candidates = free
    .flatMap((window) => startsIn(window, mentee.zone, lengthMinutes * MINUTE, stepMinutes))
    .map((start) => candidate(start, lengthMinutes * MINUTE, costly, mentee.zone));
  if (candidates.length === 0) return { kind: 'none' };
  return { kind: 'slots', slots: spread(candidates, most).map(toSlot) };
}

function bothFree(asked: Asked): FreeWindows {
  const from = asked.from.add({ minutes: asked.notBeforeMinutes });
  const mentee = sideFree(asked.mentee, from, asked.to);
  const mentor = sideFree(asked.mentor, from, asked.to);
  const busy = asked.busy.map(({ start, end }) => ({
    start: start.epochMilliseconds,
    end: end.epochMilliseconds,
  }));
  return {
    free: without(common(mentee.free, mentor.free), busy),
    costly: [...mentee.costly, ...mentor.costly],
  };
}

function sideFree(side: Side, from: Temporal.Instant, to: Temporal.Instant): FreeWindows {
  const windows = freeWindows(side.availability, side.zone, from, to);
  if (side.quiet === undefined || side.quiet.from === side.quiet.to) return windows;
  const loud = { weekly: daily(side.quiet.to, side.quiet.from), exceptions: [] };
  return { free: common(windows.free, freeWindows(loud, side.zone, from, to).free), costly: windows.costly };
}

function startsIn(window: Interval, zone: string, length: number, stepMinutes: number): number[] {
  const starts: number[] = [];
  const first = Math.ceil(window.start / MINUTE) * MINUTE;
  let start = roundUp(first, zone, stepMinutes);
  while (start + length <= window.end) {
    starts.push(start);
    start = roundUp(start + MINUTE, zone, stepMinutes);
  }
  // A window with no round time in it is still a time that suits both.
  if (starts.length === 0 && first + length <= window.end) starts.push(first);
  return starts;
}

function roundUp(epoch: number, zone: string, stepMinutes: number): number {
  const local = epoch / MINUTE + offsetAt(zone, Temporal.Instant.fromEpochMilliseconds(epoch));
  const missing = (stepMinutes - (local % stepMinutes)) % stepMinutes;
  return epoch + missing * MINUTE;
}

function candidate(start: number, length: number, costly: readonly Interval[], zone: string): Candidate {
  const slot = { start, end: start + length };
  const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  return {
    ...slot,
    costly: costly.some((one) => overlaps(one, slot)),
    date: local.toPlainDate().toString(),
    hour: local.hour,
    minute: local.minute,
  };
}

function toSlot({ start, end, costly }: Candidate): Slot {
  return {
    start: Temporal.Instant.fromEpochMilliseconds(start),
    end: Temporal.Instant.fromEpochMilliseconds(end),
    costly,
  };
}
