import { FORBIDDEN } from './assignment.ts';
import type { Cohort, Numbers } from './cohort.ts';
import type { Reasons } from './match.ts';
import { type Answering, type Plan, scorePair } from './score-pair.ts';

export type DraftedPair = {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly score: number;
  readonly reasons: Reasons;
};

/** Who is with whom and how well they suit, where nobody reads why. */
export type Placed = Pick<DraftedPair, 'menteeId' | 'mentorId' | 'score'>;

/**
 * nobody-fits: there is no one they may be put with. others-now: there is, and the places went to others. no-place: a mentor
 * who can take nobody more.
 */
export type LeftOver = { readonly id: string; readonly why: 'nobody-fits' | 'others-now' | 'no-place' };

/** A draft names everybody: a mentee is in a pair or left over, and so is a mentor. */
export type Draft = {
  readonly pairs: readonly DraftedPair[];
  readonly mentees: readonly LeftOver[];
  readonly mentors: readonly LeftOver[];
  /** The sum of all scores. */
  readonly total: number;
};

/** A draft as numbers: who comes from a worker thread. Everybody is a place in the lists that were given. */
export type DraftNumbers = {
  /** Of each pair its mentee, its mentor and its score. */
  readonly pairs: Int32Array<ArrayBuffer>;
  /** Of each who is left over their place and why. */
  readonly mentees: Int32Array<ArrayBuffer>;
  readonly mentors: Int32Array<ArrayBuffer>;
};

const WHY = ['nobody-fits', 'others-now', 'no-place'] as const;

/** @param mentorOf of each mentee, in the order of `numbers`: their mentor, or -1 */
export function draftNumbers(cohort: Cohort, numbers: Numbers, mentorOf: Int32Array): DraftNumbers {
  const { scores } = numbers;
  const menteePlaces = placesOf(cohort.mentees);
  const mentorPlaces = placesOf(cohort.mentors);
  const pairs: number[] = [];
  const mentees: number[] = [];
  const taken = new Set<number>();
  for (const [row, mentee] of numbers.mentees.entries()) {
    const mentor = numbers.mentors[mentorOf[row] ?? -1];
    const place = menteePlaces.get(mentee.id) ?? -1;
    if (mentor === undefined) {
      const line = scores.of.subarray(row * scores.mentors, (row + 1) * scores.mentors);
      mentees.push(place, fits(line, (column) => (numbers.mentors[column]?.free ?? 0) > 0) ? 1 : 0);
      continue;
    }
    taken.add(mentorOf[row] ?? -1);
    const score = scores.of[row * scores.mentors + (mentorOf[row] ?? 0)] ?? FORBIDDEN;
    pairs.push(place, mentorPlaces.get(mentor.id) ?? -1, score);
  }
  const fitting = columnsThatFit(numbers);
  const mentors = numbers.mentors.flatMap(({ id, free }, column) => {
    if (taken.has(column)) return [];
    const why = free <= 0 ? 2 : (fitting[column] ?? 0);
    return [mentorPlaces.get(id) ?? -1, why];
  });
  return {
    pairs: Int32Array.from(pairs),
    mentees: Int32Array.from(mentees),
    mentors: Int32Array.from(mentors),
  };
}

function placesOf(people: readonly Answering[]): Map<string, number> {
  return new Map(people.map(({ id }, place) => [id, place]));
}

function fits(line: Uint16Array, has: (column: number) => boolean): boolean {
  return line.some((score, column) => score !== FORBIDDEN && has(column));
}

/** 1 for each mentor who may be put with somebody. */
function columnsThatFit({ scores }: Numbers): Uint8Array {
  const fitting = new Uint8Array(scores.mentors);
  for (let row = 0; row < scores.mentees; row += 1) {
    for (let column = 0; column < scores.mentors; column += 1) {
      if (scores.of[row * scores.mentors + column] !== FORBIDDEN) fitting[column] = 1;
    }
  }
  return fitting;
}

/** The draft in full, with the reasons of each pair. They add up to its score; a fault of ours is not shown to anybody. */
export function draftOf(cohort: Cohort, numbers: DraftNumbers): Draft {
  const pairs = threes(numbers.pairs).map(([mentee, mentor, score]) =>
    drafted(cohort.plan, cohort.mentees[mentee], cohort.mentors[mentor], score),
  );
  return {
    pairs,
    mentees: leftOver(cohort.mentees, numbers.mentees),
    mentors: leftOver(cohort.mentors, numbers.mentors),
    total: pairs.reduce((sum, { score }) => sum + score, 0),
  };
}

function drafted(
  plan: Plan,
  mentee: Answering | undefined,
  mentor: Answering | undefined,
  score: number,
): DraftedPair {
  if (mentee === undefined || mentor === undefined) throw new Error('A pair of nobody');
  const scored = scorePair(plan, mentee, mentor);
  if (scored.is !== 'open' || scored.score !== score) throw new Error('A pair was scored in two ways');
  return { menteeId: mentee.id, mentorId: mentor.id, score, reasons: scored.reasons };
}

function threes(of: Int32Array): [number, number, number][] {
  return Array.from({ length: of.length / 3 }, (_, n) => [
    of[3 * n] ?? 0,
    of[3 * n + 1] ?? 0,
    of[3 * n + 2] ?? 0,
  ]);
}

function leftOver(people: readonly Answering[], of: Int32Array): LeftOver[] {
  return Array.from({ length: of.length / 2 }, (_, n) => ({
    id: people[of[2 * n] ?? -1]?.id ?? '',
    why: WHY[of[2 * n + 1] ?? 0] ?? 'nobody-fits',
  }));
}
