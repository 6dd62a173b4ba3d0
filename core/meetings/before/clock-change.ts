import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../kernel/instant.ts';
import type { Person } from '../../people/person.ts';
import { nextLoud } from '../../time/quiet.ts';
import { clockChangeNear, offsetAt, plainWall, resolveWall, wallOf } from '../../time/wall-time.ts';
import type { Meeting } from '../meeting.ts';
import type { Planned } from './planned-reminder.ts';

/** A week before the clocks change, at a kind hour (our numbers). */
const DAYS_BEFORE = 7;
const KIND_HOUR = '10:00';
const LEAST_AHEAD_MINUTES = 60;
/** More changes of one zone than a year and a half can hold. */
const MOST_CHANGES = 8;

/**
 * The warning that a clock change before this meeting moves its hour on this person's clock. A meeting stays at its wall
 * time in its own zone, so it moves only for somebody whose clocks do not change alike. One that stands alone is compared
 * with the clocks as they are now; one that repeats with the time before.
 */
export function clockChangeFor(
  meeting: Meeting,
  person: Person,
  now: Temporal.Instant,
  everyDays?: number,
): Planned | undefined {
  const { startsAt, zone } = meeting;
  if (person.zone === zone || !isBefore(now, startsAt)) return undefined;
  const before = everyDays === undefined ? now : timeBefore(meeting, everyDays);
  const minutes = apart(person.zone, zone, startsAt) - apart(person.zone, zone, before);
  const change = minutes === 0 ? undefined : lastChange(person.zone, zone, before, startsAt);
  if (change === undefined || !isBefore(now, change)) return undefined;
  const { quietFrom, quietTo } = person;
  const day = change.toZonedDateTimeISO(person.zone).toPlainDate().subtract({ days: DAYS_BEFORE });
  const wanted = resolveWall(`${day}T${KIND_HOUR}`, person.zone).instant;
  const at = nextLoud(isBefore(now, wanted) ? wanted : now, person.zone, quietFrom, quietTo);
  // It is of use until shortly before the meeting: the clocks may have changed by then, the hour is new all the same.
  const until = startsAt.subtract({ minutes: LEAST_AHEAD_MINUTES });
  const usual = wallOf(startsAt.subtract({ minutes }), person.zone).slice(11);
  return isBefore(at, until) ? { kind: 'clock-change', minutes: 0, at, until, usual } : undefined;
}

function timeBefore({ wall, zone }: Meeting, everyDays: number): Temporal.Instant {
  const before = plainWall(wall).subtract({ days: everyDays }).toString({ smallestUnit: 'minute' });
  return resolveWall(before, zone).instant;
}

/** Minutes by which the one clock is ahead of the other. */
function apart(mine: string, theirs: string, at: Temporal.Instant): number {
  return offsetAt(mine, at) - offsetAt(theirs, at);
}

/** The last change of either zone's clocks in that time. */
function lastChange(
  mine: string,
  theirs: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Temporal.Instant | undefined {
  const found = [mine, theirs].flatMap((zone) => changesOf(zone, from, to));
  return found.sort(Temporal.Instant.compare).at(-1);
}

function changesOf(zone: string, from: Temporal.Instant, to: Temporal.Instant): Temporal.Instant[] {
  const found: Temporal.Instant[] = [];
  for (let after = from; found.length < MOST_CHANGES; ) {
    const change = clockChangeNear(zone, after, to);
    if (change === null) break;
    found.push(change.at);
    after = change.at;
  }
  return found;
}
