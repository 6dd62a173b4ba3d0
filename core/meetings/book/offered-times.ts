import { Temporal } from 'temporal-polyfill';
import type { Person } from '../../people/person.ts';
import type { PairToBook } from '../../store/pairs-to-book.ts';
import { type Side, slotsForBoth } from '../../time/slots.ts';
import type { Availability } from '../meeting.ts';
import { clashes } from '../meeting-rules.ts';

/** How far ahead times are offered, and with how much notice; any other can be written. Our numbers. */
const DAYS_AHEAD = 21;
const NOTICE_MINUTES = 60;
const STEP_MINUTES = 30;
const MOST = 6;

/** Times that suit both, soonest first; none when one of them has not said when they are free. `except`: the meeting that moves. */
export function timesForBoth(
  found: PairToBook,
  lengthMinutes: number,
  now: Temporal.Instant,
  except?: string,
): Temporal.Instant[] {
  const busy = found.taken
    .filter((each) => each.meetingId !== except)
    .map(({ from, to }) => ({ start: from, end: to }));
  const slots = slotsForBoth({
    mentee: sideOf(found.mentee, found.menteeAvailability),
    mentor: sideOf(found.mentor, found.mentorAvailability),
    busy,
    lengthMinutes,
    from: now,
    to: now.add({ hours: DAYS_AHEAD * 24 }),
    notBeforeMinutes: NOTICE_MINUTES,
    stepMinutes: STEP_MINUTES,
    most: MOST,
  });
  return slots.kind === 'slots' ? slots.slots.map((slot) => slot.start) : [];
}

/** Times that suit both, worked out at the most once for each pair, as long as what was loaded for a form is used. */
export function timesOnce(): typeof timesForBoth {
  const known = new Map<string, Temporal.Instant[]>();
  return (found, lengthMinutes, now, except) => {
    const times = known.get(found.pair.id) ?? timesForBoth(found, lengthMinutes, now, except);
    known.set(found.pair.id, times);
    return times;
  };
}

/** Does either of them have another agreed meeting then? `startsAt` is an instant, as an answer holds it. */
export function hasOther(
  { taken }: Pick<PairToBook, 'taken'>,
  startsAt: string,
  { minutes, restMinutes }: { minutes: number; restMinutes: number },
  except?: string,
): boolean {
  const busy = taken.filter((each) => each.agreed && each.meetingId !== except);
  return clashes(busy, { startsAt: Temporal.Instant.from(startsAt), minutes, restMinutes });
}

function sideOf({ zone, quietFrom, quietTo }: Person, availability: Availability | null): Side {
  const { weekly, exceptions } = availability ?? { weekly: [], exceptions: [] };
  return { availability: { weekly, exceptions }, zone, quiet: { from: quietFrom, to: quietTo } };
}
