import type { Meeting } from '../meeting.ts';

/** The shortest there is, and the shortest that still has a rest in its middle, in minutes (our numbers). */
const SHORTEST = 15;
const SHORTEST_IN_HALVES = 20;
const STEP = 5;

type Length = Pick<Meeting, 'minutes' | 'restMinutes'>;

/** About half as long, and not under a quarter of an hour. */
export function shorterThan({ minutes, restMinutes }: Length): Length {
  const half = Math.max(SHORTEST, Math.floor(minutes / 2 / STEP) * STEP);
  return { minutes: half, restMinutes: half < SHORTEST_IN_HALVES ? 0 : restMinutes };
}

/** Whether the meeting can be made easier in that way. */
export function isEasier(meeting: Length & Pick<Meeting, 'mode'>, how: 'shorter' | 'by-text'): boolean {
  return how === 'shorter' ? meeting.minutes > SHORTEST : meeting.mode !== 'text';
}
