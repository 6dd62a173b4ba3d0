import type { Answers, AnyForm, Context, Form, OpenForm, Question } from './form.ts';

/** Most characters of a written answer, unless its question says otherwise. Longer is kept back kindly, not cut. */
const MOST = 4000;

/** Loads a form's data once and answers what the conversation asks of it. */
export function form<Data>(own: Form<Data>): AnyForm {
  return {
    name: own.name,
    ...(own.keepsWriting === undefined ? {} : { keepsWriting: own.keepsWriting }),
    async open(read, args, by, now) {
      const data = await own.load(read, args, by);
      return opened(own, (answers) => ({ data, args, answers, now }));
    },
  };
}

function opened<Data>(own: Form<Data>, context: (answers: Answers) => Context<Data>): OpenForm {
  const question = (id: string): Question<Data> => {
    const found = own.questions.find((each) => each.id === id);
    if (found === undefined) throw new Error(`The form "${own.name}" has no question "${id}"`);
    return found;
  };
  const asked = (from: number, step: 1 | -1, answers: Answers): string | undefined => {
    for (let index = from; index >= 0 && index < own.questions.length; index += step) {
      const each = own.questions[index];
      if (each !== undefined && each.passOver?.(context(answers)) !== true) return each.id;
    }
    return undefined;
  };
  const position = (id: string): number => own.questions.indexOf(question(id));
  return {
    name: own.name,
    title: own.title,
    closed: own.closed?.(context({}).data, context({}).now),
    ask(id, answers) {
      const {
        ask,
        options,
        optional = false,
        written = false,
        together = false,
        pressed = false,
        inChat = false,
      } = question(id);
      const now = context(answers);
      return { lines: ask(now), options: options?.(now) ?? [], optional, written, together, pressed, inChat };
    },
    take(id, text, answers) {
      const { take, options, optional, written = false, verbatim = false, most = MOST } = question(id);
      const now = context(answers);
      const wanted = text.trim();
      if (wanted === '' && optional === true) return { value: '' };
      const chosen = options?.(now).find((option) => option.value === wanted);
      if (chosen !== undefined && take === undefined) return { value: chosen.value };
      if (!written && chosen === undefined) return { again: { id: 'please-choose', args: {} } };
      if (wanted === '') return { again: { id: 'nothing-written', args: {} } };
      if (wanted.length > most) return { again: { id: 'too-long', args: { most: String(most) } } };
      const kept = verbatim ? text : wanted;
      return take === undefined ? { value: kept } : take(kept, now);
    },
    after: (id, answers) => asked(id === undefined ? 0 : position(id) + 1, 1, answers),
    before: (id, answers) => asked(position(id) - 1, -1, answers),
    ends: (id, value) => own.finishedBy?.(id, value) === true,
    finish: (answers) => own.finish(context(answers)),
  };
}
