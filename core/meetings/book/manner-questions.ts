import type { Answers, Context, Option, Question } from '../../kernel/form.ts';
import type { PairToBook } from '../../store/pairs-to-book.ts';
import { text } from '../../texts/text.ts';
import { Mode } from '../meeting.ts';
import { LONGEST_PLACE } from '../new-meeting.ts';
import { type Booking, chosenPair } from './booking.ts';
import { hasOther } from './offered-times.ts';
import { readLength } from './read-length.ts';
import { timeIn } from './when-question.ts';

/** Minutes of talking, and of rest between two halves (ENR-01). */
const LENGTHS: readonly string[] = [
  '15/0',
  '20/0',
  '30/0',
  '45/0',
  '60/0',
  '90/0',
  '20/10',
  '30/10',
  '40/15',
];

/** What may be written instead of pressed, in minutes (our numbers). */
const SHORTEST = 15;
const LONGEST = 240;

export const howQuestion: Question<Booking> = {
  id: 'how',
  ask: () => [text('meeting-how-to-meet')],
  options({ data, answers }): Option[] {
    const last = chosenPair(data, answers)?.last ?? null;
    const modes = Mode.options.map((mode) => ({ label: text('meeting-mode', { mode }), value: mode }));
    if (last === null) return modes;
    const { mode, minutes } = last;
    return [{ label: text('meeting-same-as-last', { mode, minutes }), value: `same:${last.id}` }, ...modes];
  },
};

export const longQuestion: Question<Booking> = {
  id: 'long',
  written: true,
  ask: () => [text('meeting-how-long'), text('meeting-how-long-write')],
  // Only what ends before the next thing that either of them has on.
  options({ data, answers }) {
    const found = chosenPair(data, answers);
    const fitting = LENGTHS.filter(
      (value) => found === undefined || !hasOther(found, timeIn(answers), lengthIn(value)),
    );
    return (fitting.length === 0 ? LENGTHS : fitting).map((value) => ({ label: lengthLabel(value), value }));
  },
  take(said, { data, answers }) {
    if (LENGTHS.includes(said)) return { value: said };
    const minutes = readLength(said);
    if (minutes === undefined) return { again: text('meeting-long-not-read') };
    if (minutes < SHORTEST || minutes > LONGEST) return { again: text('meeting-long-range') };
    const found = chosenPair(data, answers);
    const value = `${minutes}/0`;
    const isTaken = found !== undefined && hasOther(found, timeIn(answers), lengthIn(value));
    return isTaken ? { again: text('meeting-long-clash') } : { value };
  },
};

export const whereQuestion: Question<Booking> = {
  id: 'where',
  written: true,
  optional: true,
  most: LONGEST_PLACE,
  passOver: ({ answers }) => answers['how'] === 'text',
  ask({ answers }: Context<Booking>) {
    return [text('meeting-where', { mode: answers['how'] ?? '' }), text('meeting-where-seen')];
  },
};

/** The meeting that "same as last time" meant; undefined for any other answer. */
export function sameAs(how: string | undefined): string | undefined {
  return how?.startsWith('same:') === true ? how.slice('same:'.length) : undefined;
}

/** How they will meet, as it was answered. */
export function mannerIn(found: PairToBook, answers: Answers) {
  const like = sameAs(answers['how']);
  if (like !== undefined) return { sameAs: like };
  const mode = Mode.catch('phone').parse(answers['how']);
  const { minutes, restMinutes } = lengthIn(
    answers['long'] ?? `${found.programme.document.meetings.minutes}/0`,
  );
  const place = mode === 'text' ? '' : (answers['where'] ?? '');
  return { mode, minutes, restMinutes, ...(place === '' ? {} : { place }) };
}

function lengthIn(value: string): { minutes: number; restMinutes: number } {
  const [minutes = 0, restMinutes = 0] = value.split('/').map(Number);
  return { minutes, restMinutes };
}

function lengthLabel(value: string) {
  const { minutes, restMinutes } = lengthIn(value);
  if (restMinutes === 0) return text('minutes', { count: minutes });
  return text('meeting-two-halves', { half: minutes / 2, rest: restMinutes });
}
