import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Change, next, together } from '../../kernel/change.ts';
import { type By, command, type Decision, isRefusal } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { MeetingInFull } from '../../store/meeting-in-full.ts';
import { wallOf } from '../../time/wall-time.ts';
import { afterChange } from '../after-change.ts';
import { formDone } from '../book/propose-meeting.ts';
import type { Meeting } from '../meeting.ts';
import { askedAlready, changed, notYours, unchangeable, unfitTime } from '../meeting-refusals.ts';
import { askedOf, noOffer, offerOf } from '../meeting-rules.ts';
import { isCostly } from '../new-meeting.ts';
import { movedTo, sayYes } from './accept-meeting.ts';

/**
 * Asks for another time. What is agreed stands until the other one says yes, so that nothing is lost meanwhile; of what
 * was only asked for, the new time takes the place. A coordinator moves at once.
 */
export const moveMeeting = command({
  name: 'move-meeting',
  schema: z.object({ meetingId: z.uuid(), startsAt: z.iso.datetime(), sequence: z.int().optional() }),
  keepsForm: true,
  async load(read, { meetingId, startsAt }) {
    return await read.meetings.forDecision(meetingId, startsAt);
  },
  decide(found, args, at, by) {
    const refusal = unchangeable(found, args.sequence, at.now, by);
    if (refusal !== undefined) return refusal;
    if (found === undefined) return notYours;
    const { meeting: before } = found;
    const startsAt = Temporal.Instant.from(args.startsAt);
    if (by.is === 'person' && askedOf(before, by.person.id)?.equals(startsAt) === true) {
      // Both want the same: that is a yes.
      return withFormDone(sayYes(found, by, at, 'anew'), by);
    }
    if (isNothingNew(before, startsAt)) return changed(before);
    const { minutes, restMinutes, mode } = before;
    const unfit =
      unfitTime(found, { startsAt, minutes, restMinutes, mode }, at.now, before.id) ??
      askedAlready(found.askedAlready);
    if (unfit !== undefined) return unfit;
    const moved = inTime(found, startsAt, at, by);
    return by.is === 'person' ? withFormDone(moved, by) : moved;
  },
});

function withFormDone(decision: Decision, by: Extract<By, { is: 'person' }>): Decision {
  return isRefusal(decision) ? decision : together(decision, formDone(by, 'move-meeting'));
}

/** It is at that time already, or was asked to be. Back to the agreed time is new where another was asked for. */
function isNothingNew(before: Meeting, startsAt: Temporal.Instant): boolean {
  return (offerOf(before)?.at ?? before.startsAt).equals(startsAt);
}

function inTime(found: MeetingInFull, startsAt: Temporal.Instant, at: Moment, by: By): Change {
  const { meeting: before } = found;
  const wall = wallOf(startsAt, before.zone);
  const steps = {
    sequence: before.sequence + 1,
    arrangedWithHelp: before.arrangedWithHelp || (by.is === 'person' && by.supporter !== undefined),
  };
  const made = { found, before, by, answer: 'anew' } as const;
  if (by.is !== 'person') {
    const yes = {
      ...steps,
      state: 'confirmed',
      confirmedAt: at.now,
      ...movedTo(before, found, { at: startsAt, wall }),
    } as const;
    return afterChange({ ...made, meeting: next(before, yes), event: 'meeting.moved', news: 'moved' }, at);
  }
  if (before.state === 'proposed') {
    const costly = isCostly(found, { startsAt, minutes: before.minutes, restMinutes: before.restMinutes });
    const meeting = next(before, { ...steps, ...noOffer, startsAt, wall, costly, proposedBy: by.person.id });
    return afterChange({ ...made, meeting, event: 'meeting.proposed' }, at);
  }
  // Back to what is agreed: that is no new time to ask for.
  const back = startsAt.equals(before.startsAt);
  const offered = { offeredStartsAt: startsAt, offeredWall: wall, offeredBy: by.person.id };
  const meeting = next(before, { ...steps, ...(back ? noOffer : offered) });
  if (back) return afterChange({ ...made, meeting, event: 'meeting.kept', news: 'kept' }, at);
  return afterChange({ ...made, meeting, event: 'meeting.move-asked' }, at);
}
