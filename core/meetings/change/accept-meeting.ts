import { z } from 'zod';
import { next } from '../../kernel/change.ts';
import { type By, command, type Decision } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { MeetingInFull } from '../../store/meeting-in-full.ts';
import { afterChange } from '../after-change.ts';
import type { Meeting } from '../meeting.ts';
import { changed, notYours, unchangeable, unfitTime } from '../meeting-refusals.ts';
import { askedOf, noOffer, offerOf } from '../meeting-rules.ts';
import { isCostly } from '../new-meeting.ts';

/** Says yes to the time the other one asked for: a first one, or another for an agreed meeting. */
export const acceptMeeting = command({
  name: 'accept-meeting',
  schema: z.object({ meetingId: z.uuid(), sequence: z.int() }),
  keepsForm: true,
  async load(read, { meetingId }) {
    return await read.meetings.forDecision(meetingId);
  },
  decide(found, { sequence }, at, by) {
    const refusal = unchangeable(found, sequence, at.now, by);
    if (refusal !== undefined) return refusal;
    if (found === undefined || by.is !== 'person') return notYours;
    const asked = askedOf(found.meeting, by.person.id);
    return asked === undefined ? changed(found.meeting) : sayYes(found, by, at, 'in-place');
  },
});

/** A yes to what stands to be answered, if the time still suits. */
export function sayYes(
  found: MeetingInFull,
  by: By & { is: 'person' },
  at: Moment,
  answer: 'in-place' | 'anew',
): Decision {
  const { meeting: before } = found;
  const { minutes, restMinutes, mode } = before;
  const offer = offerOf(before);
  const startsAt = offer?.at ?? before.startsAt;
  const unfit = unfitTime(found, { startsAt, minutes, restMinutes, mode }, at.now, before.id);
  if (unfit !== undefined) return unfit;
  const yes = {
    state: 'confirmed',
    confirmedAt: at.now,
    sequence: before.sequence + 1,
    arrangedWithHelp: before.arrangedWithHelp || by.supporter !== undefined,
  } as const;
  const made = { found, before, by, answer };
  if (offer === undefined) {
    return afterChange(
      { ...made, meeting: next(before, yes), event: 'meeting.confirmed', news: 'said-yes' },
      at,
    );
  }
  const meeting = next(before, { ...yes, ...movedTo(before, found, offer) });
  return afterChange({ ...made, meeting, event: 'meeting.moved', news: 'moved' }, at);
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
