import { z } from 'zod';
import type { By } from '../kernel/command.ts';
import type { Answers, AnyForm, OpenForm, Option, Question, Taken } from '../kernel/form.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Line } from '../kernel/message.ts';
import { form } from '../kernel/open-form.ts';
import { waiting } from '../kernel/sealed-answers.ts';
import type { Person } from '../people/person.ts';
import { saidTo } from '../programmes/code.ts';
import { As, type IntakeAnswers, type IntakeQuestion } from '../programmes/intake.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { answerSaid, answersFrom, asGiven, isAsked, questionsFor } from './intake-answers.ts';
import { answersOf } from './sealed-enquiry.ts';

/** What the form is about: `source` is the code of the link that led to this programme, where one did. */
export const IntakeArgs = z.object({
  programmeId: z.uuid(),
  as: As,
  source: z.string().max(64).optional(),
  /** The wording in which they have just said that what they answer may be kept. */
  keep: z.int().min(1).optional(),
});

type Language = Person['language'];
type Data = {
  readonly document: ProgrammeDocument | undefined;
  readonly questions: readonly IntakeQuestion[];
  readonly language: Language;
  /** What they answered another time. */
  readonly earlier: IntakeAnswers;
};

/** Beside the codes of a programme, which are small letters: no question or choice of theirs can have these. */
export const OUTLINE = 'OUTLINE';
const PASS = 'PASS';
const DONE = 'DONE';

/** What a programme asks on the way in, made from its document each time it is opened. */
export const intakeForm: AnyForm = {
  name: 'intake',
  async open(read, args, by, now) {
    const data = await load(read, args, by);
    const questions = [...data.questions.map((each, at) => asked(each, at, data)), outlineQuestion(data)];
    const opened = await form<Data>({
      name: 'intake',
      title: text('intake-title'),
      questions,
      load: async () => data,
      closed: ({ document }) => (document === undefined ? text('programme-unknown') : undefined),
      finishedBy: (code, value) => isUnderAge(data, code, value),
      finish: ({ answers }) => outcomeOf(data, args, answers),
    }).open(read, args, by, now);
    const begins = before(data);
    return { ...outlivingQuestions(opened, new Set(questions.map(({ id }) => id))), begins };
  },
};

async function load(read: Reader, args: JsonObject, by: By): Promise<Data> {
  const { programmeId, as } = IntakeArgs.parse(args);
  const [programme, enquiry] = await Promise.all([
    read.programmes.programme(programmeId),
    by.is === 'person' ? read.enquiries.of(by.person.id, programmeId, as) : undefined,
  ]);
  const document = programme?.document;
  const questions = document === undefined ? [] : questionsFor(document, as);
  const isKnown = by.is === 'person' && enquiry !== undefined;
  const earlier = isKnown ? answersOf(enquiry, read.keys.of(by.person)) : {};
  return { document, questions, language: by.is === 'person' ? by.person.language : 'en', earlier };
}

/** What was answered before waits at its question; of several choices, those that were pressed are pressed. */
function before({ questions, earlier }: Data): Answers {
  const known = questions.flatMap(({ code, kind }): [string, string][] => {
    const answer = earlier[code];
    if (answer === undefined) return [];
    return [[kind === 'many' ? code : waiting(code), asGiven(answer)]];
  });
  return Object.fromEntries(known);
}

function outcomeOf(data: Data, args: JsonObject, answers: Answers) {
  const underAge = data.questions.some(({ code }) => isUnderAge(data, code, answers[code] ?? ''));
  const about = IntakeArgs.parse(args);
  if (underAge) return { command: 'held-under-age', args: { later: true, programmeId: about.programmeId } };
  return { command: 'finish-intake', args: { ...about, answers } };
}

/** Under the programme's adult age nothing more is asked, and a coordinator takes it from there (ELG-09). */
function isUnderAge({ document }: Data, code: string, value: string): boolean {
  return document?.ages?.question === code && value !== '' && Number(value) < document.adultAge;
}

function asked(question: IntakeQuestion, at: number, data: Data): Question<Data> {
  const { code, kind, optional } = question;
  const before = data.questions[at - 1];
  const about: Line[] = [
    { written: saidTo(question.ask, data.language) },
    ...(kind === 'many' ? [text('intake-many')] : []),
    ...(question.for.includes('own-support') ? [text('intake-own-support')] : []),
  ];
  const whole: Question<Data> = {
    id: code,
    ask: () => about,
    passOver: ({ answers }) => !isAsked(question, answersFrom(data.questions, answers)),
    // What may not be asked at all is asked once the answer it hangs on is there.
    together: question.onlyIf === undefined && before?.onlyIf === undefined,
  };
  if (kind === 'words') return { ...whole, written: true, optional, most: 1000 };
  if (kind === 'number') return { ...whole, written: true, optional, take: takeNumber };
  if (kind === 'many') return { ...whole, ...severalOf(question, data.language) };
  const pass: Option[] = optional ? [{ label: text('intake-rather-not'), value: PASS }] : [];
  return {
    ...whole,
    options({ answers }) {
      const said = answers[waiting(code)];
      const choices = kind === 'yes-no' ? yesOrNo(said) : choicesOf(question, data.language);
      return [
        ...choices.map((each) => (each.value === said ? { ...each, label: ticked(each.label) } : each)),
        ...pass,
      ];
    },
    take: (value) => ({ value: value === PASS ? '' : value }),
  };
}

function yesOrNo(said: string | undefined): Option[] {
  return [
    { label: text(said === 'yes' ? 'intake-chosen-yes' : 'button-yes'), value: 'yes' },
    { label: text(said === 'no' ? 'intake-chosen-no' : 'button-no'), value: 'no' },
  ];
}

function ticked(label: Line): Line {
  return 'written' in label ? text('intake-chosen', { what: label.written }) : label;
}

function choicesOf({ choices }: IntakeQuestion, language: Language): Option[] {
  return choices.map(({ value, says }) => ({ label: { written: saidTo(says, language) }, value }));
}

function takeNumber(written: string): Taken {
  const number = /^\D{0,20}(\d{1,3})\D{0,20}$/u.exec(written)?.[1];
  return number === undefined ? { again: text('intake-number') } : { value: String(Number(number)) };
}

/** Pressed one by one: each press takes a choice in, or out again, until the person says that this is all. */
function severalOf(
  question: IntakeQuestion,
  language: Language,
): Pick<Question<Data>, 'options' | 'take' | 'inChat'> {
  const { code, optional, choices } = question;
  const chosen = (answers: Answers): string[] =>
    (answers[code] ?? '').split(',').filter((value) => choices.some((each) => each.value === value));
  return {
    inChat: true,
    options({ answers }) {
      const now = chosen(answers);
      const done = text(now.length === 0 ? 'intake-none' : 'intake-all');
      return [
        ...choicesOf(question, language).map(({ label, value }) => ({
          label: now.includes(value) ? ticked(label) : label,
          value,
        })),
        ...(now.length > 0 || optional ? [{ label: done, value: DONE }] : []),
      ];
    },
    take(value, { answers }): Taken {
      const now = chosen(answers);
      if (value === DONE) return { value: now.join(',') };
      const then = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
      return { value: then.join(','), stays: true };
    },
  };
}

/** Nothing is shown to anybody else before the person has seen what it would be, and agreed. */
function outlineQuestion({ questions, language }: Data): Question<Data> {
  const outline = questions.filter((each) => each.for.includes('outline'));
  return {
    id: OUTLINE,
    ask({ answers }) {
      const given = answersFrom(questions, answers);
      const shown = outline.flatMap((each): Line[] => {
        const answer = given[each.code];
        if (answer === undefined) return [];
        const said = answerSaid(each, answer, language);
        return [typeof said === 'boolean' ? text(said ? 'button-yes' : 'button-no') : { written: said }];
      });
      return [text('intake-outline-ask'), ...shown, text('intake-outline-kept')];
    },
    options: () => [
      { label: text('intake-outline-yes'), value: 'yes' },
      { label: text('intake-outline-no'), value: 'no' },
    ],
    passOver({ answers }) {
      const given = answersFrom(questions, answers);
      return !outline.some(({ code }) => given[code] !== undefined);
    },
  };
}

/** A question may go from the document while somebody stands at it: they go on with what is still to be asked. */
function outlivingQuestions(opened: OpenForm, known: ReadonlySet<string>): OpenForm {
  const leftOver = (answers: Answers): string | undefined => {
    let next = opened.after(undefined, answers);
    while (next !== undefined && answers[next] !== undefined) next = opened.after(next, answers);
    return next;
  };
  const goOn = { label: text('intake-go-on'), value: 'on' };
  return {
    ...opened,
    ask: (id, answers) =>
      known.has(id)
        ? opened.ask(id, answers)
        : {
            lines: [text('intake-gone')],
            options: [goOn],
            optional: false,
            written: false,
            together: false,
            pressed: false,
            inChat: true,
          },
    take: (id, value, answers) => (known.has(id) ? opened.take(id, value, answers) : { value: '' }),
    after: (id, answers) =>
      id === undefined || known.has(id) ? opened.after(id, answers) : leftOver(answers),
    before: (id, answers) => (known.has(id) ? opened.before(id, answers) : undefined),
  };
}
