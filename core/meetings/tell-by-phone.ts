import type { Save } from '../kernel/change.ts';
import type { Moment } from '../moment.ts';
import { newTask } from '../tasks/task.ts';
import type { Meeting } from './meeting.ts';

/** A coordinator is asked to ring somebody who has no app about this meeting. */
export function tellByPhone(meeting: Meeting, personId: string, at: Moment): Save {
  return {
    table: 'task',
    row: newTask(
      'tell-by-phone',
      { programmeId: meeting.programmeId, personId, pairId: meeting.pairId, meetingId: meeting.id },
      at,
    ),
  };
}
