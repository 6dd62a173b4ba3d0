import { z } from 'zod';
import { next } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { afterChange } from '../after-change.ts';
import { changed, notActive, notYours, unchangeable } from '../meeting-refusals.ts';
import { readyOf } from '../two-sides.ts';
import { isEasier, shorterThan } from './easier-meeting.ts';

/**
 * Makes an agreed meeting easier on the day: shorter, or by text (ENR-04). It takes effect at once and the other one is
 * told: it asks nothing of them, and an answer might come too late for somebody who has little energy.
 */
export const easeMeeting = command({
  name: 'ease-meeting',
  schema: z.object({ meetingId: z.uuid(), sequence: z.int(), how: z.enum(['shorter', 'by-text']) }),
  keepsForm: true,
  async load(read, { meetingId }) {
    return await read.meetings.forDecision(meetingId);
  },
  decide(found, { sequence, how }, at, by) {
    const refusal = unchangeable(found, sequence, at.now, by);
    if (refusal !== undefined) return refusal;
    if (found === undefined || by.is !== 'person') return notYours;
    if (found.pair.state !== 'active') return notActive;
    const { meeting: before } = found;
    if (before.state !== 'confirmed' || !isEasier(before, how)) return changed(before);
    const easier =
      how === 'shorter' ? shorterThan(before) : { mode: 'text' as const, placeSealed: null, placeBy: null };
    const meeting = next(before, {
      ...easier,
      sequence: before.sequence + 1,
      // Whoever makes it fit for themself means to be there.
      mentorReady: readyOf(before, before.mentorId) || by.person.id === before.mentorId,
      menteeReady: readyOf(before, before.menteeId) || by.person.id === before.menteeId,
      arrangedWithHelp: before.arrangedWithHelp || by.supporter !== undefined,
    });
    const made = { found, before, meeting, by, event: 'meeting.eased', answer: 'in-place' } as const;
    return afterChange({ ...made, news: how }, at);
  },
});
