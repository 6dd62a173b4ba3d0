import type { Option, Question } from '../../kernel/form.ts';
import { form } from '../../kernel/open-form.ts';
import { text } from '../../texts/text.ts';
import { type Day, dayName, EVERY_DAY, type Span, WEEKDAYS, WEEKEND } from './free-times.ts';
import { PARTS, readDays, readSpan } from './read-free-time.ts';

type Free = { readonly isMentor: boolean };

const DAYS = /^[1-7](?:,[1-7])*$/;
const TIMES = /^(\d\d:\d\d)-(\d\d:\d\d)$/;

const daysQuestion: Question<Free> = {
  id: 'days',
  written: true,
  ask: () => [text('free-which-days')],
  options: () => [
    { label: text('free-days', { days: 'weekdays' }), value: WEEKDAYS.join(',') },
    { label: text('free-days', { days: 'weekend' }), value: WEEKEND.join(',') },
    { label: text('free-days', { days: 'every' }), value: EVERY_DAY.join(',') },
    ...EVERY_DAY.map((day) => ({ label: text('free-days', { days: dayName(day) }), value: `${day}` })),
  ],
  take(said) {
    const days = DAYS.test(said) ? said : readDays(said)?.join(',');
    return days === undefined ? { again: text('free-days-not-read') } : { value: days };
  },
};

/** Which part of a day: one tap, or written as "10 to 12:30". */
export function timesQuestion<Data>(wholeDay: 'all-day' | 'whole-day'): Question<Data> {
  const options = (): Option[] => [
    ...(['morning', 'afternoon', 'evening'] as const).map((part) => ({
      label: text('free-part', { part }),
      value: keptSpan(PARTS[part]),
    })),
    wholeDay === 'all-day'
      ? { label: text('free-part', { part: 'all' }), value: keptSpan(PARTS.all) }
      : { label: text('free-whole-day'), value: 'whole' },
  ];
  return {
    id: 'times',
    written: true,
    ask: () => [text('free-which-times')],
    options,
    take(said) {
      if (options().some(({ value }) => value === said)) return { value: said };
      const span = readSpan(said);
      return span === undefined ? { again: text('free-times-not-read') } : { value: keptSpan(span) };
    },
  };
}

const costlyQuestion: Question<Free> = {
  id: 'costly',
  passOver: ({ data }) => !data.isMentor,
  ask: () => [text('free-is-it-costly'), text('free-costly-means')],
  options: () => [
    { label: text('free-not-costly'), value: 'no' },
    { label: text('free-costly'), value: 'yes' },
  ],
};

/** Adds times at which somebody is free each week; a mentor can say which of them cost something (MTG-10). */
export const freeTimesForm = form<Free>({
  name: 'free-times',
  questions: [daysQuestion, timesQuestion('all-day'), costlyQuestion],
  async load(read, _args, by) {
    if (by.is !== 'person') throw new Error('Only people fill in forms');
    const pairs = await read.pairs.pairsOf(by.person.id);
    const roles = await read.people.rolesOf(by.person.id);
    const isMentor =
      pairs.some(({ mentorId }) => mentorId === by.person.id) || roles.some(({ role }) => role === 'mentor');
    return { isMentor };
  },
  finish: ({ answers }) => ({
    command: 'save-free-times',
    args: { days: daysIn(answers['days']), ...spanIn(answers['times']), costly: answers['costly'] === 'yes' },
  }),
});

function daysIn(value = ''): Day[] {
  return EVERY_DAY.filter((day) => value.split(',').includes(`${day}`));
}

/** Undefined ends for a whole day. */
export function spanIn(value = ''): Partial<Span> {
  const [, from, to] = TIMES.exec(value) ?? [];
  return from === undefined || to === undefined ? {} : { from, to };
}

function keptSpan({ from, to }: Span): string {
  return `${from}-${to}`;
}
