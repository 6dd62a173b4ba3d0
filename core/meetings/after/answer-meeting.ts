import { z } from 'zod';
import { change, next } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { Answer } from '../meeting.ts';
import { changed, isAllowed, notYours } from '../meeting-refusals.ts';
import { cardOf, isOver, sideOf } from '../meeting-rules.ts';
import { answerOf } from '../two-sides.ts';

/**
 * What one of the two says of a meeting that is over (MTG-08). Each says it for themself, and may say otherwise later; the
 * other one is not told, and where they differ both answers stand.
 */
export const answerMeeting = command({
  name: 'answer-meeting',
  schema: z.object({ meetingId: z.uuid(), answer: Answer }),
  keepsForm: true,
  async load(read, { meetingId }) {
    return await read.meetings.meeting(meetingId);
  },
  decide(meeting, { answer }, at, by) {
    if (meeting === undefined || by.is !== 'person' || !isAllowed(meeting, by)) return notYours;
    if (meeting.state !== 'confirmed' || !isOver(meeting, at.now)) return changed(meeting);
    const personId = by.person.id;
    const card = { screen: 'meeting', args: { meetingId: meeting.id }, card: cardOf(meeting.id) };
    const outgoing = [
      { to: personId, account: by.account.id, mode: 'card', evenIfStopped: true, ...card } as const,
    ];
    if (answerOf(meeting, personId) === answer) return change({ outgoing });
    const said = sideOf(meeting, personId) === 'mentor' ? { mentorAnswer: answer } : { menteeAnswer: answer };
    const ids = { meetingId: meeting.id, pairId: meeting.pairId, personId, answer };
    return change({
      saves: [{ table: 'meeting', row: next(meeting, said) }],
      events: [{ event: 'meeting.answered', ids }],
      outgoing,
    });
  },
});
