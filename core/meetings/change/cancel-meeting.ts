import { z } from 'zod';
import { type Change, next } from '../../kernel/change.ts';
import { type By, command } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { MeetingInFull } from '../../store/meeting-in-full.ts';
import { afterChange } from '../after-change.ts';
import type { Meeting } from '../meeting.ts';
import { notYours, unchangeable } from '../meeting-refusals.ts';
import { noOffer, noticeOf } from '../meeting-rules.ts';

/**
 * Calls a meeting off at once, with no reason asked for (MTG-11). Nobody is blamed when it is late: the notice is kept, and
 * notice-pattern.ts looks whether it has happened to this pair often enough that they may want a hand (MTG-09).
 */
export const cancelMeeting = command({
  name: 'cancel-meeting',
  schema: z.object({ meetingId: z.uuid(), sequence: z.int().optional() }),
  keepsForm: true,
  async load(read, { meetingId }) {
    return await read.meetings.forDecision(meetingId);
  },
  decide(found, { sequence }, at, by) {
    const refusal = unchangeable(found, sequence, at.now, by);
    if (refusal !== undefined) return refusal;
    return found === undefined ? notYours : calledOff(found, by, personIn(by), at);
  },
});

/** Whose decision it was; a coordinator is none of the two. */
function personIn(by: By): string | null {
  return by.is === 'person' ? by.person.id : null;
}

/** A standing meeting, called off. `cancelledBy` is whichever of the two it was. */
export function calledOff(found: MeetingInFull, by: By, cancelledBy: string | null, at: Moment): Change {
  const { meeting: before } = found;
  const meeting: Meeting = next(before, {
    ...noOffer,
    state: 'cancelled',
    sequence: before.sequence + 1,
    cancelledAt: at.now,
    cancelledBy,
    // Only what was agreed can be called off at short notice.
    noticeMinutes: before.state === 'confirmed' ? noticeOf(before, at.now) : null,
    arrangedWithHelp: before.arrangedWithHelp || (by.is === 'person' && by.supporter !== undefined),
  });
  return afterChange({ found, before, meeting, by, event: 'meeting.cancelled', answer: 'in-place' }, at);
}
