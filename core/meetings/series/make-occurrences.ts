import { type Change, change, type DueNew, together } from '../../kernel/change.ts';
import type { Moment } from '../../moment.ts';
import type { Keys } from '../../store/keys.ts';
import type { PairInFull } from '../../store/meeting-in-full.ts';
import { dueFor } from '../before/due-around-meeting.ts';
import type { Meeting, Series } from '../meeting.ts';
import { clashes, endOf } from '../meeting-rules.ts';
import { newMeeting, placeOf } from '../new-meeting.ts';
import { tellByPhone } from '../tell-by-phone.ts';
import { type Candidate, nextStart } from './series-occurrences.ts';

/** What a repeated meeting takes over: the one it is made like, for its place. */
export type Like = {
  readonly meeting: Meeting | undefined;
  readonly keys: Keys;
  /** Whoever makes them by saying yes, and so knows of them. */
  readonly byWhom?: string;
};

/**
 * Makes the meetings of a series for these days, agreed at once because the rhythm was. A day on which one of the two has
 * something else on is left out and named in `leftOut`. Who has no app is rung by a coordinator.
 */
export function makeOccurrences(
  series: Series,
  wanted: readonly Candidate[],
  like: Like,
  at: Moment,
): { made: Change; leftOut: string[] } {
  const changes: Change[] = [];
  const leftOut: string[] = [];
  for (const { occurrence, found } of wanted) {
    if (found === undefined) continue;
    const span = { startsAt: occurrence.instant, minutes: series.minutes, restMinutes: series.restMinutes };
    if (clashes(found.busy, span)) leftOut.push(occurrence.date);
    else changes.push(oneMeeting(series, occurrence.instant, found, like, at));
  }
  return { made: together(...changes), leftOut };
}

function oneMeeting(
  series: Series,
  startsAt: Meeting['startsAt'],
  found: PairInFull,
  like: Like,
  at: Moment,
): Change {
  const { mode, minutes, restMinutes, zone } = series;
  const writer = like.meeting?.placeBy === found.mentor.id ? found.mentor : found.mentee;
  const place = like.meeting === undefined ? undefined : placeOf(like.meeting, found, like.keys);
  const meeting: Meeting = {
    ...newMeeting(
      found,
      startsAt,
      { mode, minutes, restMinutes, zone, place },
      { person: writer, keys: like.keys, withHelp: false },
      at,
    ),
    state: 'confirmed',
    confirmedAt: at.now,
    seriesId: series.id,
    proposedBy: series.proposedBy,
  };
  const people = [meeting.mentorId, meeting.menteeId];
  const rung = people.filter((id) => id !== like.byWhom && !found.reachable.includes(id));
  const plan = { everyDays: series.everyDays };
  return change({
    saves: [{ table: 'meeting', row: meeting }, ...rung.map((id) => tellByPhone(meeting, id, at))],
    claims: [{ meetingId: meeting.id, people, from: meeting.startsAt, to: endOf(meeting) }],
    events: [{ event: 'meeting.confirmed', ids: { meetingId: meeting.id, pairId: meeting.pairId } }],
    due: dueFor(meeting, found.mentor, found.mentee, found.programme, at, plan),
  });
}

/** Names what is shown of a series, and what is due about it. */
export function seriesCard(seriesId: string): `series:${string}` {
  return `series:${seriesId}`;
}

/** The series goes on when its next meeting begins. */
export function goesOn(series: Series, at: Moment): DueNew {
  return {
    key: `extend:${series.id}:${series.version}`,
    command: 'extend-series',
    args: { seriesId: series.id },
    at: nextStart(series, at.now),
    subject: seriesCard(series.id),
  };
}
