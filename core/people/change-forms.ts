import type { Question } from '../kernel/form.ts';
import { form } from '../kernel/open-form.ts';
import { nameQuestion, quietQuestion, zoneQuestion } from './questions.ts';

/** One question of the first ones asked again: the same rules, another ending. */
function changing(name: string, question: Question<undefined>, command: string) {
  return form<undefined>({
    name,
    questions: [question],
    load: async () => undefined,
    finish: ({ answers }) => ({ command, args: { [question.id]: answers[question.id] ?? '' } }),
  });
}

export const changeName = changing('change-name', nameQuestion, 'set-name');
export const changeZone = changing('change-zone', zoneQuestion, 'set-zone');
export const changeQuiet = changing('change-quiet', quietQuestion, 'set-quiet');
