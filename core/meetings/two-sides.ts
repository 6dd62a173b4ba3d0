import { type Change, change } from '../kernel/change.ts';
import type { Person } from '../people/person.ts';
import type { Answer, Meeting } from './meeting.ts';
import { sideOf, type Two } from './meeting-rules.ts';

/** What the clock asked for is not so any more. */
export const nothingToDo: Change = change({});

/** That one of the two; undefined for anybody else. */
export function personIn(two: Two, personId: string): Person | undefined {
  return [two.mentor, two.mentee].find((each) => each.id === personId);
}

/** Whether this person has said that they will be there. */
export function readyOf(meeting: Meeting, personId: string): boolean {
  return sideOf(meeting, personId) === 'mentor' ? meeting.mentorReady : meeting.menteeReady;
}

/** What this person says became of it; null while they have not said. */
export function answerOf(meeting: Meeting, personId: string): Answer | null {
  return sideOf(meeting, personId) === 'mentor' ? meeting.mentorAnswer : meeting.menteeAnswer;
}
