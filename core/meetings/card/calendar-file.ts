import { z } from 'zod';
import { homeButtons } from '../../conversation/home-buttons.ts';
import { change } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { message } from '../../kernel/message.ts';
import { screen } from '../../kernel/screen.ts';
import { text } from '../../texts/text.ts';
import { calendarFile as asCalendarFile } from '../../time/ics.ts';
import { isAllowed, notYours } from '../meeting-refusals.ts';
import { endOf, sideOf } from '../meeting-rules.ts';

const Which = z.object({ meetingId: z.uuid() });

/** Sends the meeting as a file that a calendar can take in. */
export const sendCalendarFile = command({
  name: 'calendar-file',
  schema: Which,
  keepsForm: true,
  async load(read, { meetingId }) {
    return await read.meetings.meeting(meetingId);
  },
  decide(meeting, { meetingId }, _at, by) {
    if (meeting === undefined || by.is !== 'person' || !isAllowed(meeting, by)) return notYours;
    const answer = { to: by.person.id, account: by.account.id, evenIfStopped: true } as const;
    return change({ outgoing: [{ ...answer, screen: 'calendar-file', args: { meetingId }, mode: 'new' }] });
  },
});

/** The file: one event in UTC, with a title that says nothing of the programme (ENR-07), and a name that never changes. */
export const calendarFile = screen({
  name: 'calendar-file',
  schema: Which,
  async load(read, { meetingId }) {
    return await read.meetings.forDecision(meetingId);
  },
  show(found, _args, to) {
    if (found === undefined || sideOf(found.meeting, to.person.id) === undefined) return undefined;
    const { meeting, programme } = found;
    const off = meeting.state === 'cancelled' || meeting.state === 'declined';
    const file = asCalendarFile({
      // A file that a person adds by hand names no organiser, and to ask for an answer one would be needed.
      method: off ? 'CANCEL' : 'PUBLISH',
      prodId: '-//Beenthere//EN',
      events: [
        {
          uid: `${meeting.id}@beenthere`,
          sequence: meeting.sequence,
          start: meeting.startsAt,
          end: endOf(meeting),
          title: programme.document.discreetName,
          stamp: to.now,
          status: eventStatus(off, meeting.state === 'confirmed'),
        },
      ],
    });
    const bytes = new TextEncoder().encode(file);
    const lines = [text(off ? 'calendar-file-off' : 'calendar-file-on')];
    return {
      ...message(lines, [homeButtons]),
      file: { name: 'plan.ics', type: 'text/calendar; charset=utf-8', bytes },
    };
  },
});

function eventStatus(off: boolean, agreed: boolean): 'CANCELLED' | 'CONFIRMED' | 'TENTATIVE' {
  if (off) return 'CANCELLED';
  return agreed ? 'CONFIRMED' : 'TENTATIVE';
}
