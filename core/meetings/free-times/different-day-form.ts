import type { Question, Taken } from '../../kernel/form.ts';
import { form } from '../../kernel/open-form.ts';
import { text } from '../../texts/text.ts';
import { whenParts } from '../../time/say-when.ts';
import { resolveWall } from '../../time/wall-time.ts';
import { spanIn, timesQuestion } from './free-times-form.ts';
import { PARTS, readDates } from './read-free-time.ts';

type Own = { readonly zone: string };

const DAYS_TO_PICK = 7;
const DATES = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;

const kindQuestion: Question<Own> = {
  id: 'kind',
  ask: () => [text('free-how-different')],
  options: () => [
    { label: text('free-off'), value: 'off' },
    { label: text('free-extra'), value: 'extra' },
  ],
};

const dateQuestion: Question<Own> = {
  id: 'dates',
  written: true,
  ask: () => [text('free-which-date')],
  options({ data, now }) {
    const today = now.toZonedDateTimeISO(data.zone).toPlainDate();
    return Array.from({ length: DAYS_TO_PICK }, (_, index) => {
      const date = today.add({ days: index });
      const { weekday, day, month } = whenParts(
        resolveWall(`${date}T12:00`, data.zone).instant,
        data.zone,
        now,
      );
      return { label: text('meeting-day', { weekday, day, month }), value: `${date}/${date}` };
    });
  },
  take(said, { data, now }): Taken {
    if (DATES.test(said)) return { value: said };
    const dates = readDates(said, now, data.zone);
    if (dates === 'past') return { again: text('meeting-time-past') };
    if (dates === 'no-such-date') return { again: text('meeting-no-such-date') };
    if (dates === 'not-understood') return { again: text('free-date-not-read') };
    return { value: `${dates.first}/${dates.last}` };
  },
};

/** A day, or several, on which somebody is not free although it is their time, or is free beside it. */
export const differentDayForm = form<Own>({
  name: 'different-day',
  questions: [kindQuestion, dateQuestion, timesQuestion('whole-day')],
  async load(_read, _args, by) {
    if (by.is !== 'person') throw new Error('Only people fill in forms');
    return { zone: by.person.zone };
  },
  finish({ answers }) {
    const [, first = '', last = ''] = DATES.exec(answers['dates'] ?? '') ?? [];
    const kind = answers['kind'] === 'extra' ? 'extra' : 'off';
    const span = spanIn(answers['times']);
    // Somebody who is free all day still sleeps.
    const times = kind === 'extra' && span.from === undefined ? PARTS.all : span;
    return { command: 'save-different-day', args: { kind, first, last, ...times } };
  },
});
