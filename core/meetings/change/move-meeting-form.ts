import { z } from 'zod';
import type { Question } from '../../kernel/form.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { form } from '../../kernel/open-form.ts';
import type { PairToBook } from '../../store/pairs-to-book.ts';
import { text } from '../../texts/text.ts';
import { clocksOf } from '../book/booking.ts';
import { hasOther, type timesForBoth, timesOnce } from '../book/offered-times.ts';
import {
  type Asked,
  dayOptions,
  hourQuestion,
  nobodyAsked,
  takeWhen,
  timeIn,
  timeOptions,
} from '../book/when-question.ts';
import { whenText } from '../card/when-text.ts';
import type { Meeting } from '../meeting.ts';
import { nameOf, otherOf, stands } from '../meeting-rules.ts';

type Moving =
  | {
      readonly me: string;
      readonly meeting: Meeting;
      readonly found: PairToBook;
      readonly times: typeof timesForBoth;
    }
  | undefined;

const Args = z.object({ meetingId: z.uuid() });

const newTimeQuestion: Question<Moving> = {
  id: 'when',
  written: true,
  ask({ data, now }) {
    if (data === undefined || !stands(data.meeting, now)) return [text('meeting-not-to-move')];
    const { me, meeting, found } = data;
    const { zone, otherZone } = clocksOf(found, me);
    const name = nameOf(otherOf(found, me));
    const standing = meeting.state === 'confirmed' ? [text('meeting-stands-till-then', { name })] : [];
    return [
      text('meeting-now-at'),
      whenText(meeting.startsAt, zone, now, otherZone),
      ...standing,
      text('meeting-write-when'),
    ];
  },
  options({ data, now }) {
    if (data === undefined || !stands(data.meeting, now)) return [];
    const { meeting, found } = data;
    const times = data.times(found, meeting.minutes + meeting.restMinutes, now, meeting.id);
    if (times.length === 0) return dayOptions(askedOf(data), now);
    return [
      ...timeOptions(times, askedOf(data), now),
      { label: text('meeting-other-times'), value: 'other' },
    ];
  },
  take: (said, { data, now }) => takeWhen(said, askedOf(data), now),
};

/** Asks when to meet instead; only the time changes. */
export const moveMeetingForm = form<Moving>({
  name: 'move-meeting',
  questions: [newTimeQuestion, hourQuestion(askedOf)],
  async load(read, args: JsonObject, by) {
    if (by.is !== 'person') throw new Error('Only people fill in forms');
    const meeting = await read.meetings.meeting(Args.parse(args).meetingId);
    if (meeting === undefined) return undefined;
    const [found] = await read.meetings.pairsToBook(by.person.id, meeting.pairId);
    return found === undefined ? undefined : { me: by.person.id, meeting, found, times: timesOnce() };
  },
  closed: (data, now) =>
    data === undefined || !stands(data.meeting, now) ? text('meeting-not-to-move') : undefined,
  finish: ({ args, answers }) => ({
    command: 'move-meeting',
    args: { ...Args.parse(args), startsAt: timeIn(answers) },
  }),
});

function askedOf(data: Moving): Asked {
  if (data === undefined) return nobodyAsked;
  const { me, meeting, found } = data;
  const isTaken = (startsAt: string) => hasOther(found, startsAt, meeting, meeting.id);
  return { ...clocksOf(found, me), lengthMinutes: meeting.minutes + meeting.restMinutes, isTaken };
}
