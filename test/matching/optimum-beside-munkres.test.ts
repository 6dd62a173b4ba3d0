import fc from 'fast-check';
import munkres from 'munkres';
import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../core/matching/assignment.ts';
import { optimum } from '../../core/matching/optimum.ts';
import { munkresCosts } from './munkres-costs.ts';
import { type Problem, problems, scoreOf, sumOf, turnOf } from './random-problems.ts';

describe('the best draft for everybody at once', () => {
  it('has the total that munkres finds', () => {
    fc.assert(
      fc.property(problems(14), (problem) => {
        const found = sumOf(problem, optimum(problem.scores, problem.seats, problem.rank));
        const other = byMunkres(problem);
        expect([found.placed, found.score]).toEqual([other.placed, other.score]);
        expect(turnOf(problem, found.pairs)).toBe(turnOf(problem, other.pairs));
      }),
      { numRuns: 150 },
    );
  });

  it('has the total that munkres finds where people have more to choose from than is looked at first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), fc.constantFrom(1, 2), (seed, each) => {
        const problem = large(seed, each);
        const found = sumOf(problem, optimum(problem.scores, problem.seats, problem.rank));
        const other = byMunkres(problem);
        expect([found.placed, found.score]).toEqual([other.placed, other.score]);
        expect(turnOf(problem, found.pairs)).toBe(turnOf(problem, other.pairs));
      }),
      { numRuns: 12 },
    );
  });
});

function byMunkres(problem: Problem) {
  const { scores, seats, rank } = problem;
  if (scores.mentees === 0 || seats.rank.length === 0)
    return sumOf(
      problem,
      rank.map(() => -1),
    );
  const mentorOf = new Int32Array(scores.mentees).fill(-1);
  for (const [mentee, seat] of munkres(munkresCosts(scores, seats, rank))) {
    const mentor = seats.mentorOf[seat] ?? -1;
    if (scoreOf(problem, mentee, mentor) !== FORBIDDEN) mentorOf[mentee] = mentor;
  }
  return sumOf(problem, mentorOf);
}

/** 300 mentees, of whom every mentor suits many equally well. */
function large(seed: number, each: number): Problem {
  let state = seed;
  const next = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const [mentees, mentors] = [300, Math.floor(300 / each) - 10 + next(20)];
  // Half of them as by chance; half where what is best for one is best for all, so that nobody has what they like best.
  const chance = next(2) === 0;
  const of = Uint16Array.from({ length: mentees * mentors }, (_, n) => {
    if (next(10) < 3) return FORBIDDEN;
    return chance ? next(60) : Math.floor(((n % mentors) * Math.floor(n / mentors)) / 40);
  });
  const mentorOf = Int32Array.from({ length: mentors * each }, (_, n) => n % mentors);
  return {
    scores: { mentees, mentors, of },
    seats: { mentorOf, rank: mentorOf.map((_, n) => n) },
    rank: Int32Array.from({ length: mentees }, (_, n) => mentees - 1 - n),
  };
}
