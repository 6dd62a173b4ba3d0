import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAssignment, FORBIDDEN, type Scores, type Seats } from '../../core/matching/assignment.ts';
import { optimum } from '../../core/matching/optimum.ts';
import { newSearch, place } from '../../core/matching/place.ts';
import { leastCostFlow } from './least-cost-flow.ts';
import { type Problem, problems, rankOf, scoreOf, sumOf, turnOf } from './random-problems.ts';

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

  it('leaves prices at which everybody has what is cheapest for them, which proves that nothing is better', () => {
    fc.assert(
      fc.property(problems(14), ({ scores, seats, rank }) => {
        const state = emptyAssignment(scores, seats, rank);
        const search = newSearch(scores.mentees, seats.rank.length);
        for (let mentee = 0; mentee < scores.mentees; mentee += 1) place(state, search, mentee);
        for (let mentee = 0; mentee < scores.mentees; mentee += 1) {
          const prices = Array.from(seats.mentorOf, (mentor, seat) => {
            const score = scores.of[mentee * scores.mentors + mentor] ?? FORBIDDEN;
            return (state.cost[score] ?? 0) - (state.credit[seat] ?? 0);
          });
          const alone = state.alone[mentee] ?? 0;
          expect(prices[state.seatOf[mentee] ?? -1] ?? alone).toBe(Math.min(alone, ...prices));
        }
      }),
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
