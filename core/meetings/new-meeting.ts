import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Keys } from '../store/keys.ts';
import type { PairInFull } from '../store/meeting-in-full.ts';
import { freeWindows } from '../time/free-windows.ts';
import { wallOf } from '../time/wall-time.ts';
import { isZone } from '../time/zones.ts';
import { type Meeting, Mode } from './meeting.ts';
import { endOf } from './meeting-rules.ts';

/** Most characters of a place, a number or a link. */
export const LONGEST_PLACE = 500;

/** How two people meet: chosen afresh each time. */
export const Manner = z.object({
  mode: Mode,
  minutes: z.int().min(5).max(480),
  restMinutes: z.int().min(0).max(120).default(0),
  /** Where, or the number or link, as somebody wrote it. */
  place: z.string().max(LONGEST_PLACE).optional(),
  /** The place's zone, where it is not the mentee's. */
  zone: z.string().refine(isZone).optional(),
});
export type Manner = z.infer<typeof Manner>;

/** A meeting as it is first asked for. `writer` is whose key seals the place. */
export function newMeeting(
  found: PairInFull,
  startsAt: Temporal.Instant,
  manner: Manner,
  writer: { readonly person: Person; readonly keys: Keys; readonly withHelp: boolean },
  at: Moment,
): Meeting {
  const { pair, mentee } = found;
  const id = at.newId();
  const zone = manner.zone ?? mentee.zone;
  const { mode, minutes, restMinutes } = manner;
  const place = manner.place === undefined || manner.place === '' ? undefined : manner.place;
  const sealed =
    place === undefined ? null : writer.keys.of(writer.person).seal(place, placeIn(id), at.random(12));
  return {
    id,
    version: 1,
    programmeId: pair.programmeId,
    pairId: pair.id,
    mentorId: pair.mentorId,
    menteeId: pair.menteeId,
    seriesId: null,
    state: 'proposed',
    proposedBy: writer.person.id,
    startsAt,
    wall: wallOf(startsAt, zone),
    zone,
    minutes,
    restMinutes,
    mode,
    placeSealed: sealed,
    placeBy: sealed === null ? null : writer.person.id,
    costly: isCostly(found, { startsAt, minutes, restMinutes }),
    sequence: 0,
    createdAt: at.now,
    confirmedAt: null,
    cancelledAt: null,
    cancelledBy: null,
    reasonSealed: null,
    noticeMinutes: null,
    movedFrom: null,
    mentorReady: false,
    menteeReady: false,
    mentorAnswer: null,
    menteeAnswer: null,
    offeredStartsAt: null,
    offeredWall: null,
    offeredBy: null,
    arrangedWithHelp: writer.withHelp,
  };
}

/** Where a meeting's place is sealed. */
export function placeIn(meetingId: string) {
  return { table: 'meeting', row: meetingId, column: 'placeSealed' } as const;
}

/** The place as it was written; undefined when none was. */
export function placeOf(
  meeting: Meeting,
  two: { mentor: Person; mentee: Person },
  keys: Keys,
): string | undefined {
  if (meeting.placeSealed === null) return undefined;
  const writer = meeting.placeBy === two.mentor.id ? two.mentor : two.mentee;
  return keys.of(writer).open(meeting.placeSealed, placeIn(meeting.id));
}

/** Whether the mentor said that this time costs them something, such as a moved shift. */
export function isCostly(
  { mentorAvailability, mentor }: Pick<PairInFull, 'mentorAvailability' | 'mentor'>,
  span: Pick<Meeting, 'startsAt' | 'minutes' | 'restMinutes'>,
): boolean {
  if (mentorAvailability === null) return false;
  return freeWindows(mentorAvailability, mentor.zone, span.startsAt, endOf(span)).costly.length > 0;
}
