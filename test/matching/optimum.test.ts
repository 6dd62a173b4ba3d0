import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAssignment, FORBIDDEN, type Scores, type Seats } from '../../core/matching/assignment.ts';
import { optimum } from '../../core/matching/optimum.ts';
import { leastCostFlow } from './least-cost-flow.ts';
import { type Problem, problems, scoreOf, sumOf } from './random-problems.ts';

/** Every assignment there is. */
function* all(problem: Problem, mentee = 0, given: readonly number[] = []): Generator<readonly number[]> {
  if (mentee === problem.scores.mentees) {
    yield given;
    return;
  }
  yield* all(problem, mentee + 1, [...given, -1]);
  for (const [seat, mentor] of problem.seats.mentorOf.entries()) {
    if (given.includes(seat) || scoreOf(problem, mentee, mentor) === FORBIDDEN) continue;
    yield* all(problem, mentee + 1, [...given, seat]);
  }
}

describe('the best draft for everybody at once', () => {
  it('is what trying everything finds: most people, then the best scores, then whose turn it is', () => {
    fc.assert(
      fc.property(problems(4), (problem) => {
        const worth = [...all(problem)].map((seats) => {
          const filled = seats.flatMap((seat, mentee) => (seat < 0 ? [] : [{ seat, mentee }]));
          const of = ({ seat, mentee }: { seat: number; mentee: number }) =>
            scoreOf(problem, mentee, problem.seats.mentorOf[seat] ?? 0);
          return [
            filled.length,
            filled.reduce((sum, each) => sum + of(each), 0),
            filled.reduce((sum, { mentee, seat }) => sum + rankOf(problem, mentee, seat), 0),
          ] as const;
        });
        const [best] = worth.toSorted((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2]);
        const found = sumOf(problem, optimum(problem.scores, problem.seats, problem.rank));
        expect([found.placed, found.score]).toEqual([best?.[0], best?.[1]]);
        expect(turnOf(problem, found.pairs)).toBe(best?.[2]);
      }),
      { numRuns: 400 },
    );
  });

  it('has the total that least-cost flow finds', () => {
    fc.assert(
      fc.property(problems(14), (problem) => {
        const { scores, seats } = problem;
        const found = sumOf(problem, optimum(scores, seats, problem.rank));
        const costs = Array.from({ length: scores.mentees }, (_, mentee) =>
          Array.from(seats.mentorOf, (mentor) => {
            const score = scoreOf(problem, mentee, mentor);
            return score === FORBIDDEN ? undefined : 100 - score;
          }),
        );
        const flow = leastCostFlow(costs, seats.rank.length);
        expect(found).toMatchObject({ placed: flow.placed, score: 100 * flow.placed - flow.sum });
      }),
      { numRuns: 150 },
    );
  });

  it('puts nobody where they are forbidden, and no more on a mentor than they have seats', () => {
    fc.assert(
      fc.property(problems(14), (problem) => {
        const mentorOf = optimum(problem.scores, problem.seats, problem.rank);
        for (const { mentee, mentor } of sumOf(problem, mentorOf).pairs) {
          expect(scoreOf(problem, mentee, mentor)).not.toBe(FORBIDDEN);
          const seats = problem.seats.mentorOf.filter((each) => each === mentor).length;
          expect(mentorOf.filter((each) => each === mentor).length).toBeLessThanOrEqual(seats);
        }
      }),
    );
  });

  it('refuses more people than whole numbers can carry, rather than be nearly right', () => {
    const people = 60_000;
    const scores: Scores = { mentees: people, mentors: 1, of: new Uint16Array(people).fill(2400) };
    const places = Int32Array.from({ length: people }, (_, n) => n);
    const seats: Seats = { mentorOf: new Int32Array(people), rank: places };
    expect(() => emptyAssignment(scores, seats, places)).toThrow(RangeError);
  });
});

function rankOf({ seats, rank }: Problem, mentee: number, seat: number): number {
  return (rank[mentee] ?? 0) - (seats.rank[seat] ?? 0);
}

/** Of the seats of a mentor, those whose turn comes first are the ones that are filled. */
function turnOf(problem: Problem, pairs: readonly { mentee: number; mentor: number }[]): number {
  const taken = new Set<number>();
  return pairs.reduce((sum, { mentee, mentor }) => {
    const seat = problem.seats.mentorOf.findIndex((each, n) => each === mentor && !taken.has(n));
    taken.add(seat);
    return sum + rankOf(problem, mentee, seat);
  }, 0);
}
