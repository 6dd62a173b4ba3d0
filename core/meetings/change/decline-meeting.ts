import { z } from 'zod';
import { next } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { afterChange } from '../after-change.ts';
import { changed, notYours, unchangeable } from '../meeting-refusals.ts';
import { noOffer, offerOf } from '../meeting-rules.ts';

/**
 * Says that the time asked for does not suit. A meeting that was agreed before stays as it was; either of the two may say
 * so, the one who asked by taking it back.
 */
export const declineMeeting = command({
  name: 'decline-meeting',
  schema: z.object({ meetingId: z.uuid(), sequence: z.int() }),
  keepsForm: true,
  async load(read, { meetingId }) {
    return await read.meetings.forDecision(meetingId);
  },
  decide(found, { sequence }, at, by) {
    const refusal = unchangeable(found, sequence, at.now, by);
    if (refusal !== undefined) return refusal;
    if (found === undefined || by.is !== 'person') return notYours;
    const { meeting: before } = found;
    const steps = {
      sequence: before.sequence + 1,
      arrangedWithHelp: before.arrangedWithHelp || by.supporter !== undefined,
    };
    if (before.state === 'proposed' && before.proposedBy !== by.person.id) {
      const meeting = next(before, { ...steps, state: 'declined' });
      return afterChange({ found, before, meeting, by, event: 'meeting.declined', answer: 'in-place' }, at);
    }
    if (offerOf(before) === undefined) return changed(before);
    const meeting = next(before, { ...steps, ...noOffer });
    return afterChange(
      { found, before, meeting, by, event: 'meeting.kept', news: 'kept', answer: 'in-place' },
      at,
    );
  },
});
