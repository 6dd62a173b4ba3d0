import type { Answers } from '../kernel/form.ts';
import { saidTo } from '../programmes/code.ts';
import type { As, IntakeAnswers, IntakeQuestion } from '../programmes/intake.ts';

type Asking = { readonly intake: readonly IntakeQuestion[] };
type Answer = IntakeAnswers[string];

/** What a programme asks of somebody who comes in like this, in its order. */
export function questionsFor({ intake }: Asking, as: As): IntakeQuestion[] {
  return intake.filter((each) => each.as.includes(as));
}

/** The answers of a form as rules and people read them; what was passed over, or is no answer any more, is not there. */
export function answersFrom(questions: readonly IntakeQuestion[], given: Answers): IntakeAnswers {
  const answers: Record<string, Answer> = {};
  for (const question of questions) {
    const answer = isAsked(question, answers) ? readAnswer(question, given[question.code] ?? '') : undefined;
    if (answer !== undefined) answers[question.code] = answer;
  }
  return answers;
}

/** The first question that has to be answered and is not: a programme may have changed what it asks. */
export function unanswered(
  questions: readonly IntakeQuestion[],
  answers: IntakeAnswers,
): IntakeQuestion | undefined {
  return questions.find(
    (each) => !each.optional && isAsked(each, answers) && answers[each.code] === undefined,
  );
}

/** Whether a question is asked at all, with what was answered before it. */
export function isAsked({ onlyIf }: IntakeQuestion, answers: IntakeAnswers): boolean {
  if (onlyIf === undefined) return true;
  const earlier = answers[onlyIf.question];
  const said = Array.isArray(earlier) ? earlier : [earlier];
  return onlyIf.is.some((wanted) => said.includes(wanted));
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
]);

function readAnswer({ kind, choices }: IntakeQuestion, given: string): Answer | undefined {
  if (given === '') return undefined;
  if (kind === 'words') return given;
  if (kind === 'number') return /^\d{1,3}$/u.test(given) ? Number(given) : undefined;
  if (kind === 'yes-no') return YES_NO.get(given);
  const known = given.split(',').filter((value) => choices.some((each) => each.value === value));
  if (kind === 'one') return known[0];
  return known.length === 0 ? undefined : known;
}

/** An answer as the form has it. */
export function asGiven(answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return String(answer);
}

/** An answer as people read it. */
export function answerSaid(
  { choices }: IntakeQuestion,
  answer: Answer,
  language: 'en' | 'en-easy',
): string | boolean {
  if (typeof answer === 'boolean') return answer;
  if (typeof answer === 'number') return String(answer);
  const says = (value: string): string => {
    const choice = choices.find((each) => each.value === value);
    return choice === undefined ? value : saidTo(choice.says, language);
  };
  return Array.isArray(answer) ? answer.map(says).join(', ') : says(answer);
}
