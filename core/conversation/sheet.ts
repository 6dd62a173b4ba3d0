import { type Change, change, next, together } from '../kernel/change.ts';
import type { Answers, OpenForm, Taken } from '../kernel/form.ts';
import type { Line } from '../kernel/message.ts';
import { answersOf, sealAnswers, waiting } from '../kernel/sealed-answers.ts';
import type { Moment } from '../moment.ts';
import { askedAgain, asking, type Filled, type Filling, finishing, type Manner } from './fill-form.ts';

/** One question as a sheet shows it. */
export type SheetField = {
  readonly id: string;
  readonly ask: readonly Line[];
  readonly optional: boolean;
  /** Whether words of one's own are an answer. */
  readonly written: boolean;
  /** What was written already, and not yet taken. */
  readonly value: string | undefined;
  readonly options: readonly { readonly label: Line; readonly value: string }[];
};

/** As many as every app that has sheets can show on one. */
export const MOST_FIELDS = 5;
const MOST_OPTIONS = 25;

/** The question that is next, and those after it that can be asked before it is answered. */
export function sheetFields(form: OpenForm, from: string, answers: Answers): SheetField[] {
  const fields: SheetField[] = [];
  for (let id: string | undefined = from; id !== undefined; id = form.after(id, answers)) {
    const asked = form.ask(id, answers);
    const shows = asked.options.length <= MOST_OPTIONS && (asked.written || asked.options.length > 0);
    const fits = shows && !asked.inChat;
    if (!fits || fields.length === MOST_FIELDS || (fields.length > 0 && !asked.together)) break;
    const { lines, written, pressed } = asked;
    const options = pressed ? [] : asked.options;
    const optional = pressed || asked.optional;
    fields.push({
      id,
      ask: lines,
      options,
      optional,
      written,
      value: answers[waiting(id)] ?? (pressed ? undefined : answers[id]),
    });
  }
  return fields;
}

/**
 * Takes the answers of a sheet in the order of their questions, as far as they can be taken. What cannot is asked in the
 * chat; what was written to the questions after it waits, so that nothing is written twice.
 */
export function answerSheet(filling: Filling, given: Answers, at: Moment): Filled {
  const { form, draft, key } = filling;
  let answers: Answers = { ...answersOf(draft, key), ...waitingOf(given) };
  let question = draft.question;
  for (;;) {
    const wanted = given[question];
    const isAsked = form.ask(question, answers);
    // Left empty on the sheet: asked in the chat, where it can be passed over in so many words.
    if (wanted === undefined || (wanted.trim() === '' && !isAsked.optional))
      return { change: asked(filling, question, answers, undefined, at) };
    const taken = form.take(question, wanted, answers);
    if ('again' in taken) return { change: asked(filling, question, answers, taken, at) };
    const { [waiting(question)]: _taken, ...rest } = answers;
    answers = { ...rest, [question]: taken.value };
    if (taken.stays === true) return { change: asked(filling, question, answers, undefined, at) };
    const following = form.ends(question, taken.value) ? undefined : form.after(question, answers);
    if (following === undefined) return finishing({ ...filling, draft: { ...draft, question } }, answers, at);
    question = following;
  }
}

function waitingOf(given: Answers): Answers {
  return Object.fromEntries(Object.entries(given).map(([id, words]) => [waiting(id), words]));
}

function asked(
  filling: Filling,
  question: string,
  answers: Answers,
  taken: Extract<Taken, { again: unknown }> | undefined,
  at: Moment,
): Change {
  const { person, account, draft, key } = filling;
  const manner: Manner = 'written';
  const sealed = sealAnswers(draft.id, answers, key, at.random(12));
  const row = next(draft, { question, answersSealed: sealed, open: true, updatedAt: at.now });
  const saved = change({ saves: [{ table: 'draft', row }] });
  if (taken !== undefined) return together(saved, askedAgain(filling, taken, manner));
  return together(saved, change({ outgoing: [asking(person, account, draft.id, 'new')] }));
}
