import type { Temporal } from 'temporal-polyfill';
import { type Change, next, type OutgoingNew } from '../kernel/change.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Pair } from '../pairs/pair.ts';
import type { Person } from '../people/person.ts';
import type { TwoInContact } from '../store/read-pair-messages.ts';
import { nextLoud } from '../time/quiet.ts';
import { quietAfter } from '../time/quiet-edges.ts';
import type { PairContact, PairMessage } from './pair-message.ts';

export type Side = 'mentor' | 'mentee';

export function sideIn({ pair }: TwoInContact, personId: string): Side | undefined {
  if (pair.mentorId === personId) return 'mentor';
  return pair.menteeId === personId ? 'mentee' : undefined;
}

/** The other of the two. */
export function otherIn(two: TwoInContact, personId: string): Person {
  return two.mentor.id === personId ? two.mentee : two.mentor;
}

export function nameOf({ name }: Person): string {
  return name ?? '…';
}

/** As long as nothing was agreed, blocked or said. */
export function contactOf({ contact, pair }: TwoInContact): PairContact {
  const nothing = { hoursFrom: null, hoursTo: null, askedFrom: null, askedTo: null, askedBy: null } as const;
  const nobody = {
    mentorBlocked: false,
    menteeBlocked: false,
    mentorTold: false,
    menteeTold: false,
    leadPaused: false,
    mentorPausedMeetings: false,
    menteePausedMeetings: false,
  } as const;
  return contact ?? { id: pair.id, version: 0, ...nothing, ...nobody };
}

export function isBlocked(two: TwoInContact): boolean {
  const { mentorBlocked, menteeBlocked, leadPaused } = contactOf(two);
  return mentorBlocked || menteeBlocked || leadPaused;
}

/** The pair as it is with its meetings paused, or going on; nothing where that changes nothing, or it has ended. */
export function pairPausedBy(
  pair: Pair,
  { leadPaused, mentorPausedMeetings, menteePausedMeetings }: PairContact,
): Pair | undefined {
  const state = leadPaused || mentorPausedMeetings || menteePausedMeetings ? 'paused' : 'active';
  return pair.state === 'ended' || pair.state === state ? undefined : next(pair, { state });
}

/** What comes of it that a pair is paused, or goes on. */
export function pairFollows(pair: Pair | undefined): Pick<Change, 'saves' | 'events'> {
  if (pair === undefined) return { saves: [], events: [] };
  const event = pair.state === 'paused' ? 'pair.paused' : 'pair.resumed';
  return { saves: [{ table: 'pair', row: pair }], events: [{ event, ids: { pairId: pair.id } }] };
}

/** Nothing is passed on to whoever asked for silence, rests, or has no app that can be reached. */
export function canReceive(two: TwoInContact, personId: string, now: Temporal.Instant): boolean {
  const reader = two.mentor.id === personId ? two.mentor : two.mentee;
  const rests = reader.paused && (reader.pausedUntil === null || isBefore(now, reader.pausedUntil));
  return reader.state === 'active' && !rests && two.reachable.includes(personId);
}

/** Hours of the day on somebody's clock; two equal times mean any time. */
export type Hours = {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly agreed: boolean;
};

/** What the pair agreed, on the mentee's clock; without that the programme's hours, on the reader's. */
export function hoursFor(two: TwoInContact, readerId: string): Hours {
  const { hoursFrom, hoursTo } = contactOf(two);
  if (hoursFrom !== null && hoursTo !== null)
    return { from: hoursFrom, to: hoursTo, zone: two.mentee.zone, agreed: true };
  const { from, to } = two.programme.document.messages;
  const reader = two.mentor.id === readerId ? two.mentor : two.mentee;
  return { from, to, zone: reader.zone, agreed: false };
}

/** The first moment from here on that is in these hours. */
export function nextIn({ from, to, zone }: Hours, now: Temporal.Instant): Temporal.Instant {
  return nextLoud(now, zone, to, from);
}

const A_DAY = { hours: 24 };

/** Until when something that is passed on now may arrive: these hours' end, or a day from now where there is none. */
export function endOf({ from, to, zone }: Hours, now: Temporal.Instant): Temporal.Instant {
  return quietAfter(now, zone, to, from) ?? now.add(A_DAY);
}

export function textPlace(messageId: string) {
  return { table: 'pair_message', row: messageId, column: 'textSealed' } as const;
}

export function cardOfMessage(messageId: string): string {
  return `pair-message:${messageId}`;
}

/** Everything that is due about passing a message on. */
export function subjectOf(messageId: string): string {
  return `pair-message:${messageId}`;
}

/** Tells a writer how it stands with what they wrote. */
export function standsFor({ id, fromId }: PairMessage, mode: 'new' | 'card' | 'refresh'): OutgoingNew {
  return {
    to: fromId,
    screen: 'pair-message-written',
    args: { messageId: id },
    mode,
    card: cardOfMessage(id),
  };
}
