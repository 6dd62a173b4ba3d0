import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../kernel/instant.ts';
import type { Person } from '../../people/person.ts';
import type { Programme } from '../../programmes/programme.ts';
import { isQuiet, nextLoud } from '../../time/quiet.ts';
import { quietBegan } from '../../time/quiet-edges.ts';
import { resolveWall } from '../../time/wall-time.ts';
import type { Meeting } from '../meeting.ts';
import { clockChangeFor } from './clock-change.ts';
import type { Planned } from './planned-reminder.ts';

/** All numbers here are our defaults. A moved reminder comes this long before the quiet hours, or just before them. */
const BEFORE_QUIET_MINUTES = [30, 1];
/** A reminder nearer to the start than this is of no use to anybody. */
const LEAST_AHEAD_MINUTES = 5;
const KIND_HOUR = '09:00';
const CHECK_AHEAD_MINUTES = 120;
const CHECK_LEAST_MINUTES = 30;
const ONE_MESSAGE_MINUTES = 45;
const ASK_EARLY_STANDS_MINUTES = 360;

/**
 * What is to be said to this person before a meeting, from `now` on. Nothing of it lies in their quiet hours, after the
 * start, or (for a reminder) was past already. `everyDays`: it comes again at that rhythm, and its last time was that
 * many days before.
 *
 * A reminder that would fall into quiet hours comes before them; where that is past already, when they end, if that is
 * still ahead of the start. Only when neither is possible is it left out.
 */
export function plannedBefore(
  meeting: Meeting,
  person: Person,
  programme: Programme,
  now: Temporal.Instant,
  everyDays?: number,
): Planned[] {
  const reminders = remindersFor(meeting, person, now);
  const check = energyCheckFor(meeting, person, now);
  const nearest = check === undefined ? undefined : reminders.find((each) => isNear(each.at, check.at));
  const merged = reminders.map((each) => (each === nearest ? { ...each, check: true as const } : each));
  const rest = [
    nearest === undefined ? check : undefined,
    earlyWordFrom(meeting, person, programme, now),
    clockChangeFor(meeting, person, now, everyDays),
  ];
  return [...merged, ...rest.flatMap((each) => each ?? [])];
}

/** Minutes that a reminder may be late and still be one: a quarter of what it is ahead, from 5 to 30. */
export function mayBeLateBy(minutes: number): number {
  return Math.min(30, Math.max(5, Math.floor(minutes / 4)));
}

/** The end of the time in which something is sent: so many minutes on, and never after the start. */
export function sentUntil(
  at: Temporal.Instant,
  minutes: number,
  startsAt: Temporal.Instant,
): Temporal.Instant {
  const late = at.add({ minutes });
  return isBefore(startsAt, late) ? startsAt : late;
}

/** The last moment at which it is any use to be reminded. */
export function lastUse(meeting: Pick<Meeting, 'startsAt'>): Temporal.Instant {
  return meeting.startsAt.subtract({ minutes: LEAST_AHEAD_MINUTES });
}

function remindersFor(meeting: Meeting, person: Person, now: Temporal.Instant): Planned[] {
  const { startsAt } = meeting;
  const planned = person.settings.reminders.flatMap((minutes): Planned[] => {
    const wanted = startsAt.subtract({ minutes });
    const at = isBefore(now, wanted) ? kindMoment(wanted, person, now, lastUse(meeting)) : undefined;
    if (at === undefined) return [];
    return [{ kind: 'reminder', minutes, at, until: sentUntil(at, mayBeLateBy(minutes), startsAt) }];
  });
  // Two that quiet hours have pushed together are one.
  return planned.filter(
    (each, index) => !planned.some((later, place) => place > index && later.at.equals(each.at)),
  );
}

/** That moment, or another that is not quiet: before the quiet hours if that is still ahead, otherwise after them. */
function kindMoment(
  wanted: Temporal.Instant,
  person: Person,
  now: Temporal.Instant,
  last: Temporal.Instant,
): Temporal.Instant | undefined {
  const { zone, quietFrom, quietTo } = person;
  const began = quietBegan(wanted, zone, quietFrom, quietTo);
  if (began === undefined) return wanted;
  const earlier = BEFORE_QUIET_MINUTES.map((minutes) => began.subtract({ minutes })).find(
    (one) => isBefore(now, one) && !isQuiet(one, zone, quietFrom, quietTo),
  );
  if (earlier !== undefined) return earlier;
  const later = nextLoud(wanted, zone, quietFrom, quietTo);
  return isBefore(last, later) ? undefined : later;
}

/**
 * In the morning of the day, by the person's own clock: at nine, or two hours before the start if that is earlier, or when
 * the quiet hours end; more than half an hour before the start.
 */
function energyCheckFor(meeting: Meeting, person: Person, now: Temporal.Instant): Planned | undefined {
  if (!person.settings.energyCheck) return undefined;
  const { zone, quietFrom, quietTo } = person;
  const { startsAt } = meeting;
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  const nine = resolveWall(`${day}T${KIND_HOUR}`, zone).instant;
  const ahead = startsAt.subtract({ minutes: CHECK_AHEAD_MINUTES });
  const at = nextLoud(isBefore(nine, ahead) ? nine : ahead, zone, quietFrom, quietTo);
  if (!isBefore(now, at) || !at.toZonedDateTimeISO(zone).toPlainDate().equals(day)) return undefined;
  const last = startsAt.subtract({ minutes: CHECK_LEAST_MINUTES });
  if (!isBefore(at, last)) return undefined;
  const until = sentUntil(at, CHECK_AHEAD_MINUTES, last);
  return { kind: 'energy', minutes: 0, at, until };
}

/** A mentee is asked for a word earlier where the time costs the mentor something (MTG-10). */
function earlyWordFrom(
  meeting: Meeting,
  person: Person,
  programme: Programme,
  now: Temporal.Instant,
): Planned | undefined {
  if (!meeting.costly || meeting.menteeId !== person.id) return undefined;
  const minutes = programme.document.meetings.costlyAskMinutes;
  const wanted = meeting.startsAt.subtract({ minutes });
  const at = isBefore(now, wanted) ? kindMoment(wanted, person, now, lastUse(meeting)) : undefined;
  if (at === undefined) return undefined;
  return {
    kind: 'costly',
    minutes,
    at,
    until: sentUntil(at, ASK_EARLY_STANDS_MINUTES, meeting.startsAt),
  };
}

function isNear(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Math.abs(a.epochMilliseconds - b.epochMilliseconds) <= ONE_MESSAGE_MINUTES * 60_000;
}
