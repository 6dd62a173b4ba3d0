import { z } from 'zod';
import { next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { afterChange } from './after-change.ts';
import type { Meeting } from './meeting.ts';
import { changed, unchangeable, unfitTime } from './meeting-refusals.ts';
import { noOffer, offerOf } from './meeting-rules.ts';
import { isCostly } from './new-meeting.ts';

/** Says yes to the time the other one asked for: a first one, or another for an agreed meeting. */
export const acceptMeeting = command({
  name: 'accept-meeting',
  schema: z.object({ meetingId: z.uuid(), sequence: z.int() }),
  supporterMay: true,
  keepsForm: true,
  async load(read, { meetingId }) {
    return await read.meetings.forDecision(meetingId);
  },
  decide(found, { sequence }, at, by) {
    const refusal = unchangeable(found, sequence, at.now, by);
    if (refusal !== undefined || found === undefined || by.is !== 'person')
      return refusal ?? changedBy(found);
    const { meeting: before } = found;
    const offer = offerOf(before);
    const askedBy = before.state === 'proposed' ? before.proposedBy : offer?.by;
    // Nobody says yes to themself, and to nothing there is no yes.
    if (askedBy === undefined || askedBy === by.person.id) return changed(before);
    const { minutes, restMinutes, mode } = before;
    const startsAt = offer?.at ?? before.startsAt;
    const unfit = unfitTime(found, { startsAt, minutes, restMinutes, mode }, at.now, before.id);
    if (unfit !== undefined) return unfit;
    const yes = {
      state: 'confirmed',
      confirmedAt: at.now,
      sequence: before.sequence + 1,
      arrangedWithHelp: before.arrangedWithHelp || by.supporter !== undefined,
    } as const;
    const meeting = next(before, offer === undefined ? yes : { ...yes, ...movedTo(before, found, offer) });
    const event = offer === undefined ? 'meeting.confirmed' : 'meeting.moved';
    const news = offer === undefined ? 'said-yes' : 'moved';
    return afterChange({ found, before, meeting, by, event, news, answer: 'in-place' }, at);
  },
});

function changedBy(found: { meeting: Meeting } | undefined) {
  if (found === undefined) throw new Error('A meeting that is not there was refused before');
  return changed(found.meeting);
}

/** What a move changes: its time, and what both said about the time before. */
export function movedTo(
  before: Meeting,
  found: Parameters<typeof isCostly>[0],
  to: { at: Meeting['startsAt']; wall: string },
): Partial<Meeting> {
  const { minutes, restMinutes } = before;
  return {
    ...noOffer,
    startsAt: to.at,
    wall: to.wall,
    costly: isCostly(found, { startsAt: to.at, minutes, restMinutes }),
    movedFrom: before.startsAt,
    mentorReady: false,
    menteeReady: false,
  };
}
