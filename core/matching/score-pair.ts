import type { IntakeAnswers, IntakeQuestion } from '../programmes/intake.ts';
import type { Factor, Matching } from '../programmes/matching-plan.ts';
import type { Reasons } from './match.ts';
import {
  type Answer,
  canBeAsked,
  isAsWished,
  isMet,
  isNear,
  isSame,
  isShared,
  orderOf,
  type Speaks,
} from './speaks.ts';

/** The part of a programme's document that says how two people are found for one another. */
export type Plan = {
  readonly matching: Pick<Matching, 'factors' | 'hardNeeds' | 'generic'>;
  readonly intake: readonly Pick<IntakeQuestion, 'code' | 'choices'>[];
};

/** Somebody with what they answered, by question. */
export type Answering = { readonly id: string; readonly answers: IntakeAnswers };

/** What is known of the two beside their answers. */
export type Between = {
  /** They know each other, or one of them asked never to be put with the other. Neither hears which. */
  readonly never?: boolean;
  /** How many mentees more the mentor can take. */
  readonly free?: number;
};

/** Why two people are not put together: all of it, so that a coordinator need not find out one by one. */
export type Block =
  | { readonly is: 'need' | 'wish'; readonly code: string }
  | { readonly is: 'same-person' | 'never-with' | 'no-capacity' | 'generic' };

export type Scored =
  | { readonly is: 'open'; readonly score: number; readonly reasons: Reasons }
  | { readonly is: 'blocked'; readonly blocks: readonly Block[] };

/**
 * How well a mentor suits a mentee, factor by factor in whole points that add up to the score, or why they are not put
 * together. What somebody did not say counts neither for nor against; a wish blocks only where the mentee made it firm
 * (MAT-05). Distance counts only where the programme has a factor for it (MAT-20).
 */
export function scorePair(plan: Plan, mentee: Answering, mentor: Answering, between: Between = {}): Scored {
  const heard = plan.matching.factors.map((factor) => ({
    factor,
    speaks: howItSpeaks(plan, factor, mentee, mentor),
  }));
  const generic = isGeneric(heard);
  const blocks = [
    ...around(mentee, mentor, between),
    ...plan.matching.hardNeeds
      .filter((need) => !isMet(need, mentee.answers, mentor.answers))
      .map(({ code }): Block => ({ is: 'need', code })),
    ...heard
      .filter(({ factor, speaks }) => isAgainstFirmWish(factor, mentee.answers, speaks))
      .map(({ factor }): Block => ({ is: 'wish', code: factor.code })),
    ...(generic && !plan.matching.generic ? [{ is: 'generic' } as const] : []),
  ];
  if (blocks.length > 0) return { is: 'blocked', blocks };
  const factors = heard.flatMap(({ factor, speaks }) =>
    typeof speaks === 'number'
      ? [{ code: factor.code, points: pointsOf(factor, speaks), of: factor.weight }]
      : [],
  );
  const unknown = heard.filter(({ speaks }) => speaks === 'unknown').map(({ factor }) => factor.code);
  const score = factors.reduce((sum, { points }) => sum + points, 0);
  return { is: 'open', score, reasons: { v: 1, factors, unknown, generic } };
}

export function howItSpeaks(plan: Plan, factor: Factor, mentee: Answering, mentor: Answering): Speaks {
  const own = mentee.answers[factor.question];
  const theirs = mentor.answers[factor.mentorQuestion ?? factor.question];
  switch (factor.how) {
    case 'same':
      return isSame(own, theirs);
    case 'shared':
      return isShared(own, theirs);
    case 'near':
      return isNear(own, theirs, factor.within);
    case 'wish': {
      const how = { order: orderOf(factor, plan.intake), within: factor.within };
      return isAsWished(own, ownOf(factor, mentee.answers), theirs, how);
    }
  }
}

export function pointsOf(factor: Factor, speaks: Speaks): number {
  return typeof speaks === 'number' ? Math.round(factor.weight * speaks) : 0;
}

/**
 * A firm wish is kept also where the mentor did not say. Where the mentee's own answer is what is missing, nobody could ever
 * be as they wish: then it does not block, and is told as not known.
 */
export function isAgainstFirmWish(factor: Factor, mentee: IntakeAnswers, speaks: Speaks): boolean {
  if (factor.how !== 'wish' || factor.firmQuestion === undefined) return false;
  if (mentee[factor.firmQuestion] !== true) return false;
  return speaks === 0 || (speaks === 'unknown' && canBeAsked(mentee[factor.question], ownOf(factor, mentee)));
}

function ownOf({ ownQuestion }: Factor, mentee: IntakeAnswers): Answer {
  return ownQuestion === undefined ? undefined : mentee[ownQuestion];
}

/** No experience of life is known that the two share, though there was one to ask for (MAT-18). */
export function isGeneric(heard: readonly { readonly factor: Factor; readonly speaks: Speaks }[]): boolean {
  const experiences = heard.filter(({ factor, speaks }) => factor.experience && typeof speaks === 'number');
  return experiences.length > 0 && experiences.every(({ speaks }) => speaks === 0);
}

function around(mentee: Answering, mentor: Answering, { never, free }: Between): Block[] {
  return [
    ...(mentee.id === mentor.id ? [{ is: 'same-person' } as const] : []),
    ...(never === true ? [{ is: 'never-with' } as const] : []),
    ...(free !== undefined && free <= 0 ? [{ is: 'no-capacity' } as const] : []),
  ];
}
