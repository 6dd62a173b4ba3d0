import type { Temporal } from 'temporal-polyfill';
import { isBefore, minutesBetween } from '../kernel/instant.ts';
import type { Person } from '../people/person.ts';
import type { Busy } from '../store/meeting-in-full.ts';
import type { Meeting } from './meeting.ts';

export type Side = 'mentor' | 'mentee';

/** The two people of a pair. */
export type Two = { readonly mentor: Person; readonly mentee: Person };

type Length = Pick<Meeting, 'minutes' | 'restMinutes'>;
type Span = Pick<Meeting, 'startsAt'> & Length;

/** Nothing is arranged further ahead than this (our number). */
const FURTHEST_DAYS = 366;

/** Which side somebody is on; undefined for everybody else. */
export function sideOf(meeting: Pick<Meeting, 'mentorId' | 'menteeId'>, personId: string): Side | undefined {
  if (meeting.mentorId === personId) return 'mentor';
  return meeting.menteeId === personId ? 'mentee' : undefined;
}

/** The one of the two who is not this person. */
export function otherOf(two: Two, personId: string): Person {
  return two.mentor.id === personId ? two.mentee : two.mentor;
}

/** When it ends, the rest between two halves included. */
export function endOf({ startsAt, minutes, restMinutes }: Span): Temporal.Instant {
  return startsAt.add({ minutes: minutes + restMinutes });
}

/** Over from the moment of its end on. */
export function isOver(meeting: Span, now: Temporal.Instant): boolean {
  return !isBefore(now, endOf(meeting));
}

/** Asked for or agreed, and not over: there is something left to change. */
export function stands(meeting: Meeting, now: Temporal.Instant): boolean {
  return (meeting.state === 'proposed' || meeting.state === 'confirmed') && !isOver(meeting, now);
}

/** Whoever has asked for another time of an agreed meeting; undefined when nobody has. */
export function offerOf(meeting: Meeting): { at: Temporal.Instant; wall: string; by: string } | undefined {
  const { offeredStartsAt: at, offeredWall: wall, offeredBy: by } = meeting;
  return at === null || wall === null || by === null ? undefined : { at, wall, by };
}

/** The time that this person is asked to say yes to; undefined when nothing waits for their answer. */
export function askedOf(meeting: Meeting, personId: string): Temporal.Instant | undefined {
  const offer = offerOf(meeting);
  if (meeting.state === 'proposed') return meeting.proposedBy === personId ? undefined : meeting.startsAt;
  return offer === undefined || offer.by === personId ? undefined : offer.at;
}

export const noOffer = { offeredStartsAt: null, offeredWall: null, offeredBy: null } as const;

/** Does either of the two have something on then? `busy` holds what they have on around that time. */
export function clashes(busy: readonly Pick<Busy, 'from' | 'to'>[], span: Span): boolean {
  const end = endOf(span);
  return busy.some((each) => isBefore(each.from, end) && isBefore(span.startsAt, each.to));
}

export function isTooFar(startsAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return isBefore(now.add({ hours: FURTHEST_DAYS * 24 }), startsAt);
}

/** Whole minutes between a word and the start; none when it had begun. */
export function noticeOf(meeting: Meeting, now: Temporal.Instant): number {
  return Math.max(0, minutesBetween(now, meeting.startsAt));
}

/** Names the thing that stays up to date in the chats of both, and what is due about it. */
export function cardOf(meetingId: string): `meeting:${string}` {
  return `meeting:${meetingId}`;
}

/** How the one is called to the other. */
export function nameOf(person: Pick<Person, 'name'>): string {
  return person.name ?? '…';
}
