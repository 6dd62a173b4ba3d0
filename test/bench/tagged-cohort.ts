import type { Cohort } from '../../core/matching/cohort.ts';
import { Matching } from '../../core/programmes/matching-plan.ts';

const SAYS = 'You have this in common';
const BANDS = ['18-24', '25-34', '35-44', '45-54', '55-64', '65-up'];
const DAY = 86_400_000;

/**
 * Mentees and mentors as they may be in a large programme: twelve things to have in common, of which each names about four;
 * interests, an age wish, a distance; and a need that about three of ten mentors cannot meet.
 */
export function taggedCohort(each: number): Cohort {
  const next = drawFrom(20_261_123);
  const some = (of: number, share: number, name: string) =>
    Array.from({ length: of }, (_, n) => `${name}-${n}`).filter(() => next() < share);
  const one = (values: readonly string[]) => values[Math.floor(next() * values.length)] ?? '';
  const who = (side: string, n: number) => ({
    id: `${side}-${n}`,
    since: Math.floor(next() * 90) * DAY,
    answers: {
      lived: some(12, 0.35, 'lived'),
      likes: some(12, 0.35, 'likes'),
      needs: [`need-${Math.floor(next() * 10)}`],
      offers: some(10, 0.7, 'need'),
      age: one(BANDS),
      wish: one(['same', 'older', 'younger', 'no-wish']),
      miles: Math.floor(next() * 40),
    },
  });
  return {
    plan: {
      matching: Matching.parse({
        factors: [
          { code: 'lived', weight: 40, says: SAYS, how: 'shared', question: 'lived', experience: true },
          { code: 'likes', weight: 20, says: SAYS, how: 'shared', question: 'likes' },
          {
            code: 'age',
            weight: 20,
            says: SAYS,
            how: 'wish',
            question: 'wish',
            mentorQuestion: 'age',
            ownQuestion: 'age',
          },
          { code: 'near', weight: 10, says: SAYS, how: 'near', question: 'miles', within: 30 },
        ],
        hardNeeds: [{ code: 'need', says: SAYS, question: 'needs', mentorQuestion: 'offers' }],
      }),
      intake: [{ code: 'age', choices: BANDS.map((value) => ({ value, says: value })) }],
    },
    mentees: Array.from({ length: each }, (_, n) => who('mentee', n)),
    mentors: Array.from({ length: each }, (_, n) => ({ ...who('mentor', n), has: 0, free: 1 })),
    neverWith: Array.from({ length: 20 }, (_, n) => [`mentee-${n}`, `mentor-${n}`]),
    seed: 'bench',
  };
}

/** The same numbers each time: a bench that draws anew measures something else each time. */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
