import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { homeButtons } from '../../conversation/home-buttons.ts';
import { type Button, type Line, message } from '../../kernel/message.ts';
import { screen } from '../../kernel/screen.ts';
import type { ListedMeeting } from '../../store/read-meetings.ts';
import { type Text, text } from '../../texts/text.ts';
import { whenParts } from '../../time/say-when.ts';
import { cardOf, sideOf } from '../meeting-rules.ts';

const MOST_AHEAD = 10;
const MOST_PAST = 3;

/** A person's meetings: those to come, then the last few. Each opens its card. */
export const myMeetings = screen({
  name: 'my-meetings',
  schema: z.object({}),
  supporterMay: true,
  async load(read, _args, to) {
    const now = to.now.toString();
    const [upcoming, past] = await Promise.all([
      read.meetings.upcoming(to.person.id, now, MOST_AHEAD),
      read.meetings.past(to.person.id, now, MOST_PAST),
    ]);
    return { upcoming, past };
  },
  show({ upcoming, past }, _args, to) {
    const line = (each: ListedMeeting): Text => listed(each, to.person.id, to.now);
    const ahead: Line[] = upcoming.length === 0 ? [text('my-meetings-none')] : [text('my-meetings-ahead')];
    const before: Line[] = past.length === 0 ? [] : [text('my-meetings-past')];
    const book: Button = {
      label: text('my-meetings-book'),
      command: 'open-form',
      args: { form: 'book-meeting' },
    };
    const free: Button = {
      label: text('my-meetings-free'),
      command: 'show',
      args: { screen: 'my-free-times' },
    };
    const open = [...upcoming, ...past].map((each): Button[] => [opening(each, line(each))]);
    return message(
      [...ahead, ...upcoming.map(line), ...before, ...past.map(line)],
      [...open, [book], [free], homeButtons],
    );
  },
});

function opening({ meeting }: ListedMeeting, label: Text): Button {
  const args = { screen: 'meeting', args: { meetingId: meeting.id }, card: cardOf(meeting.id) };
  return { label, command: 'show', args };
}

function listed(each: ListedMeeting, me: string, now: Temporal.Instant): Text {
  const { meeting } = each;
  const isMentor = sideOf(meeting, me) === 'mentor';
  const zone = isMentor ? each.mentorZone : each.menteeZone;
  const name = (isMentor ? each.menteeName : each.mentorName) ?? '…';
  const { weekday, day, month, time } = whenParts(meeting.startsAt, zone, now);
  return text('my-meetings-one', { weekday, day, month, time, name, state: meeting.state });
}
