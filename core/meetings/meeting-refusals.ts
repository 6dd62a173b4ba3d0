import type { Temporal } from 'temporal-polyfill';
import type { By, Refusal } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import type { MeetingInFull, PairInFull } from '../store/meeting-in-full.ts';
import { text } from '../texts/text.ts';
import type { Meeting } from './meeting.ts';
import { cardOf, clashes, isTooFar, sideOf, stands } from './meeting-rules.ts';

export const notYours: Refusal = { refused: 'meeting.not-yours', say: text('meeting-not-yours') };

/** The pair has a pause, or has ended: nothing is arranged. */
export const notActive: Refusal = { refused: 'pair.not-active', say: text('meeting-pair-not-active') };

/** The meeting is not any more what the button said; its card is shown as it is now. */
export function changed(meeting: Meeting): Refusal {
  const card = { screen: 'meeting', args: { meetingId: meeting.id }, card: cardOf(meeting.id) };
  return { refused: 'meeting.changed', say: text('meeting-changed'), show: card };
}

/** Both of a pair may change their meetings, and so may a coordinator for them. */
export function isAllowed(two: Pick<Meeting, 'mentorId' | 'menteeId'>, by: By): boolean {
  if (by.is === 'coordinator') return true;
  return by.is === 'person' && sideOf(two, by.person.id) !== undefined;
}

/** What stands in the way of changing this meeting at all. `sequence` is the one the button was offered on. */
export function unchangeable(
  found: MeetingInFull | undefined,
  sequence: number | undefined,
  now: Temporal.Instant,
  by: By,
): Refusal | undefined {
  if (found === undefined || !isAllowed(found.meeting, by)) return notYours;
  const { meeting } = found;
  if (!stands(meeting, now) || (sequence !== undefined && sequence !== meeting.sequence))
    return changed(meeting);
  return undefined;
}

/** What speaks against this time for this pair, with others to choose from. `meetingId`: the meeting that is to be moved. */
export function unfitTime(
  { pair, busy }: Pick<PairInFull, 'pair' | 'busy'>,
  span: Pick<Meeting, 'startsAt' | 'minutes' | 'restMinutes' | 'mode'>,
  now: Temporal.Instant,
  meetingId?: string,
): Refusal | undefined {
  if (pair.state !== 'active') return notActive;
  const { minutes, restMinutes, mode } = span;
  const wish = { pairId: pair.id, minutes, restMinutes, mode };
  const show = { screen: 'other-times', args: meetingId === undefined ? wish : { ...wish, meetingId } };
  const instead = { show, question: 'when' };
  if (!isBefore(now, span.startsAt))
    return { refused: 'meeting.past', say: text('meeting-time-past'), ...instead };
  if (isTooFar(span.startsAt, now))
    return { refused: 'meeting.too-far', say: text('meeting-too-far'), ...instead };
  return clashes(busy, span)
    ? { refused: 'meeting.clash', say: text('meeting-clash'), ...instead }
    : undefined;
}

/** The same two have asked for this very time: that meeting is shown instead of a second one. */
export function askedAlready(meetingId: string | null): Refusal | undefined {
  if (meetingId === null) return undefined;
  const show = { screen: 'meeting', args: { meetingId }, card: cardOf(meetingId) };
  return { refused: 'meeting.asked-already', say: text('meeting-asked-already'), show };
}
