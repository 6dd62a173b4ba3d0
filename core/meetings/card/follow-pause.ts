import { z } from 'zod';
import { change, type OutgoingNew } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { cardOf, stands } from '../meeting-rules.ts';

/** More than two people have before them. */
const MOST = 200;

/**
 * The pair has a pause, or goes on: the cards of what stands between the two say so wherever they are. While it lasts nothing
 * is said before a meeting or after it (`remind`, `ask-how-it-went`); what is due stays due, for when it goes on.
 */
export const followPause = command({
  name: 'follow-pause',
  schema: z.object({ pairId: z.uuid() }),
  load: (read, { pairId }) => read.reminders.standingOf(pairId, MOST),
  decide(meetings, _args, at, by) {
    if (by.is !== 'clock') throw new Error('Meetings follow the pause of their pair');
    const ahead = meetings.filter((meeting) => stands(meeting, at.now));
    return change({
      outgoing: ahead.flatMap(({ id, mentorId, menteeId }) =>
        [mentorId, menteeId].map((to): OutgoingNew => {
          return { to, screen: 'meeting', args: { meetingId: id }, mode: 'refresh', card: cardOf(id) };
        }),
      ),
    });
  },
});
