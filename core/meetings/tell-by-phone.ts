import type { Save } from '../kernel/change.ts';
import type { Moment } from '../moment.ts';
import type { Meeting } from './meeting.ts';

/** A coordinator is asked to ring somebody who has no app about this meeting. */
export function tellByPhone(meeting: Meeting, personId: string, at: Moment): Save {
  return {
    table: 'task',
    row: {
      id: at.newId(),
      version: 1,
      programmeId: meeting.programmeId,
      kind: 'tell-by-phone',
      personId,
      pairId: meeting.pairId,
      meetingId: meeting.id,
      createdAt: at.now,
      doneAt: null,
      doneBy: null,
    },
  };
}
