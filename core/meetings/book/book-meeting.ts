import { z } from 'zod';
import type { Answers, Option, Question } from '../../kernel/form.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { form } from '../../kernel/open-form.ts';
import type { PairToBook } from '../../store/pairs-to-book.ts';
import { text } from '../../texts/text.ts';
import { nameOf, otherOf } from '../meeting-rules.ts';
import { type Booking, chosenPair, clocksOf } from './booking.ts';
import { howQuestion, longQuestion, mannerIn, sameAs, whereQuestion } from './manner-questions.ts';
import { hasOther, timesOnce } from './offered-times.ts';
import {
  type Asked,
  dayOptions,
  hourQuestion,
  nobodyAsked,
  takeWhen,
  timeIn,
  timeOptions,
} from './when-question.ts';

/** The shortest there is: longer ones are offered as far as they fit. */
const SHORTEST = { minutes: 15, restMinutes: 0 };

const Args = z.object({ pairId: z.uuid().optional() });

const pairQuestion: Question<Booking> = {
  id: 'pair',
  passOver: ({ data }) => data.pairs.length === 1,
  ask: ({ data }) => [data.pairs.length === 0 ? text('meeting-no-pair') : text('meeting-with-whom')],
  options: ({ data }) =>
    data.pairs.map((each) => ({ label: { written: nameOf(otherOf(each, data.me)) }, value: each.pair.id })),
};

const whenQuestion: Question<Booking> = {
  id: 'when',
  written: true,
  ask({ data, answers, now }) {
    const found = chosenPair(data, answers);
    if (found === undefined) return [text('meeting-no-pair')];
    const name = nameOf(otherOf(found, data.me));
    const times = data.times(found, lengthOf(found), now);
    return [
      times.length === 0 ? text('meeting-when-for-you', { name }) : text('meeting-when-for-both', { name }),
      text('meeting-write-when'),
    ];
  },
  options({ data, answers, now }): Option[] {
    const found = chosenPair(data, answers);
    if (found === undefined) return [];
    const asked = askedOf(data, answers);
    const times = data.times(found, lengthOf(found), now);
    if (times.length === 0) return dayOptions(asked, now);
    return [...timeOptions(times, asked, now), { label: text('meeting-other-times'), value: 'other' }];
  },
  take: (said, { data, answers, now }) => takeWhen(said, askedOf(data, answers), now),
};

/** Books a meeting, a question at a time: with whom, when, how, how long and where; or all as it was last time. */
export const bookMeeting = form<Booking>({
  name: 'book-meeting',
  questions: [pairQuestion, whenQuestion, hourQuestion(askedOf), howQuestion, longQuestion, whereQuestion],
  async load(read, args: JsonObject, by) {
    if (by.is !== 'person') throw new Error('Only people fill in forms');
    const { pairId } = Args.parse(args);
    return {
      me: by.person.id,
      pairs: await read.meetings.pairsToBook(by.person.id, pairId),
      times: timesOnce(),
    };
  },
  finishedBy: (question, value) => question === 'how' && sameAs(value) !== undefined,
  closed: ({ pairs }) => (pairs.length === 0 ? text('meeting-no-pair') : undefined),
  finish({ data, answers }) {
    const found = chosenPair(data, answers);
    // The pair may have ended while the form was open.
    if (found === undefined) return { command: 'show', args: { screen: 'my-meetings' } };
    const args = { pairId: found.pair.id, startsAt: timeIn(answers), ...mannerIn(found, answers) };
    return { command: 'propose-meeting', args };
  },
});

/** How long it will be, as a first guess: as the last time, or as the programme has it. */
function lengthOf({ last, programme }: PairToBook): number {
  return last === null ? programme.document.meetings.minutes : last.minutes + last.restMinutes;
}

function askedOf(data: Booking, answers: Answers): Asked {
  const found = chosenPair(data, answers);
  if (found === undefined) return nobodyAsked;
  const isTaken = (startsAt: string) => hasOther(found, startsAt, SHORTEST);
  return { ...clocksOf(found, data.me), lengthMinutes: lengthOf(found), isTaken };
}
