import fc from 'fast-check';
import { FORBIDDEN, type Scores, type Seats } from '../../core/matching/assignment.ts';

/** Scores, seats and whose turn it is, as they may be. */
export type Problem = { readonly scores: Scores; readonly seats: Seats; readonly rank: Int32Array };

export function problems(most: number): fc.Arbitrary<Problem> {
  const size = fc.integer({ min: 0, max: most });
  return fc
    .record({ mentees: size, mentors: size, most: fc.constantFrom(1, 3, 60), ranked: fc.boolean() })
    .chain(({ mentees, mentors, most: best, ranked }) =>
      fc.record({
        scores: fc
          .array(fc.oneof(fc.integer({ min: 0, max: best }), fc.constant(FORBIDDEN)), {
            minLength: mentees * mentors,
            maxLength: mentees * mentors,
          })
          .map((of): Scores => ({ mentees, mentors, of: Uint16Array.from(of) })),
        seats: fc
          .array(fc.integer({ min: 0, max: 2 }), { minLength: mentors, maxLength: mentors })
          .map((free): Seats => {
            const mentorOf = free.flatMap((seats, mentor) => Array<number>(seats).fill(mentor));
            return {
              mentorOf: Int32Array.from(mentorOf),
              rank: Int32Array.from(mentorOf, (_, n) => (ranked ? n : 0)),
            };
          }),
        rank: fc.constant(Int32Array.from({ length: mentees }, (_, n) => (ranked ? mentees - 1 - n : 0))),
      }),
    );
}

export function scoreOf({ scores }: Problem, mentee: number, mentor: number): number {
  return scores.of[mentee * scores.mentors + mentor] ?? FORBIDDEN;
}

export function sumOf(problem: Problem, mentorOf: Int32Array) {
  const pairs = [...mentorOf].flatMap((mentor, mentee) => (mentor < 0 ? [] : [{ mentee, mentor }]));
  return {
    placed: pairs.length,
    score: pairs.reduce((sum, { mentee, mentor }) => sum + scoreOf(problem, mentee, mentor), 0),
    pairs,
  };
}

export function rankOf({ seats, rank }: Problem, mentee: number, seat: number): number {
  return (rank[mentee] ?? 0) - (seats.rank[seat] ?? 0);
}

/** Of the seats of a mentor, those whose turn comes first are the ones that are filled. */
export function turnOf(problem: Problem, pairs: readonly { mentee: number; mentor: number }[]): number {
  const taken = new Set<number>();
  return pairs.reduce((sum, { mentee, mentor }) => {
    const seat = problem.seats.mentorOf.findIndex((each, n) => each === mentor && !taken.has(n));
    taken.add(seat);
    return sum + rankOf(problem, mentee, seat);
  }, 0);
}
