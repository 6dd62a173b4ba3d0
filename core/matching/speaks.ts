import type { IntakeAnswers, IntakeQuestion } from '../programmes/intake.ts';
import { COMPARED, type Factor, type HardNeed, NO_WISH } from '../programmes/matching-plan.ts';

/** What somebody answered to one question; undefined: they did not say. */
export type Answer = IntakeAnswers[string] | undefined;

/**
 * How much a factor speaks for two people, from 0 to 1. unknown: one of them did not say, so it speaks neither for nor
 * against. nothing: there is nothing to ask, because the mentee wishes for nothing here.
 */
export type Speaks = number | 'unknown' | 'nothing';

/** The order of what can be answered: the first is the least. */
export type Order = (own: Answer, others: Answer) => number | undefined;

/** What somebody named: a list as it is, one answer as a list of it, "yes" where they said yes. */
export function named(answer: Answer): readonly string[] {
  if (answer === undefined || answer === false) return [];
  if (answer === true) return ['yes'];
  return Array.isArray(answer) ? answer : [String(answer)];
}

/** Whether somebody said nothing; an empty list says nothing. */
export function unsaid(answer: Answer): answer is undefined {
  return answer === undefined || (Array.isArray(answer) && answer.length === 0);
}

/** The same for every list of the same things, in whatever order they were named. */
export function keyOf(answer: Answer): string {
  return JSON.stringify(Array.isArray(answer) ? [...new Set(answer)].sort() : answer);
}

export function isSame(own: Answer, theirs: Answer): Speaks {
  if (unsaid(own) || unsaid(theirs)) return 'unknown';
  return keyOf(own) === keyOf(theirs) ? 1 : 0;
}

/** How much of what the mentee named the mentor named too. */
export function isShared(own: Answer, theirs: Answer): Speaks {
  const wanted = new Set(named(own));
  if (wanted.size === 0 || unsaid(theirs)) return 'unknown';
  const there = new Set(named(theirs));
  return [...wanted].filter((each) => there.has(each)).length / wanted.size;
}

/** Two numbers: all of it where they are equal, nothing from `within` on. */
export function isNear(own: Answer, theirs: Answer, within: number | undefined): Speaks {
  if (typeof own !== 'number' || typeof theirs !== 'number') return 'unknown';
  const apart = Math.abs(own - theirs);
  if (apart === 0) return 1;
  return within === undefined ? 0 : Math.max(0, 1 - apart / within);
}

/**
 * Whether the mentor is as the mentee wishes. Numbers count as the same when they are less than `within` apart. Where the
 * mentee wishes for several things, one of them is enough.
 */
export function isAsWished(
  wish: Answer,
  own: Answer,
  theirs: Answer,
  how: { readonly order: Order; readonly within: number | undefined },
): Speaks {
  const wishes = named(wish);
  if (unsaid(wish)) return 'unknown';
  if (wishes.length === 0 || wishes.includes(NO_WISH)) return 'nothing';
  if (unsaid(theirs)) return 'unknown';
  const held = wishes.map((each) =>
    COMPARED.includes(each) ? compared(each, own, theirs, how) : named(theirs).includes(each),
  );
  if (held.includes(true)) return 1;
  return held.includes(undefined) ? 'unknown' : 0;
}

/** Whether a mentor's answer could ever tell if the wish holds: not where it compares with what the mentee did not say. */
export function canBeAsked(wish: Answer, own: Answer): boolean {
  const compares = named(wish).every((each) => COMPARED.includes(each));
  return !unsaid(wish) && !(compares && unsaid(own));
}

function compared(
  wish: string,
  own: Answer,
  theirs: Answer,
  { order, within }: { readonly order: Order; readonly within: number | undefined },
): boolean | undefined {
  const ahead = order(own, theirs);
  if (ahead === undefined) return undefined;
  if (wish === 'older') return ahead > 0;
  if (wish === 'younger') return ahead < 0;
  return ahead === 0 || (typeof own === 'number' && within !== undefined && Math.abs(ahead) < within);
}

/**
 * By how much the mentor is ahead of the mentee: of numbers the difference, of choices the number of places in the order in
 * which a question offers them. Not known where neither question offers both.
 */
export function orderOf(factor: Factor, intake: readonly Pick<IntakeQuestion, 'code' | 'choices'>[]): Order {
  const scales = [factor.mentorQuestion ?? factor.question, factor.ownQuestion].map(
    (code) => intake.find((question) => question.code === code)?.choices.map(({ value }) => value) ?? [],
  );
  return (own, theirs) => {
    if (typeof own === 'number' && typeof theirs === 'number') return theirs - own;
    if (typeof own !== 'string' || typeof theirs !== 'string') return undefined;
    const scale = scales.find((values) => values.includes(own) && values.includes(theirs));
    return scale === undefined ? undefined : scale.indexOf(theirs) - scale.indexOf(own);
  };
}

/** Each thing the mentee cannot do without has to be there; what a mentor did not say is not there. */
export function isMet(need: HardNeed, mentee: IntakeAnswers, mentor: IntakeAnswers): boolean {
  const there = named(mentor[need.mentorQuestion]);
  return named(mentee[need.question]).every((each) => there.includes(each));
}
