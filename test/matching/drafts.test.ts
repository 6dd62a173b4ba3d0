import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cohort } from '../../core/matching/cohort.ts';
import { compareDrafts } from '../../core/matching/compare-drafts.ts';
import { type Draft, draftOf } from '../../core/matching/draft.ts';
import { draftBoth } from '../../core/matching/drafts.ts';
import { scorePair } from '../../core/matching/score-pair.ts';
import { Matching } from '../../core/programmes/matching-plan.ts';
import { cohorts } from './random-cohorts.ts';

function drafts(cohort: Cohort): Record<'optimum' | 'greedy', Draft> {
  const both = draftBoth(cohort);
  return { optimum: draftOf(cohort, both.optimum), greedy: draftOf(cohort, both.greedy) };
}

describe('a draft for a whole cohort', () => {
  it('violates no need, no firm wish, no never-with and no capacity, and names everybody once', () => {
    fc.assert(
      fc.property(cohorts(8), (cohort) => {
        for (const draft of Object.values(drafts(cohort))) {
          for (const { menteeId, mentorId, score, reasons } of draft.pairs) {
            const mentee = cohort.mentees.find(({ id }) => id === menteeId);
            const mentor = cohort.mentors.find(({ id }) => id === mentorId);
            if (mentee === undefined || mentor === undefined) throw new Error('A pair of nobody');
            const never = cohort.neverWith.some((two) => two.includes(menteeId) && two.includes(mentorId));
            const has = draft.pairs.filter((pair) => pair.mentorId === mentorId).length;
            expect(has).toBeLessThanOrEqual(mentor.free);
            const scored = scorePair(cohort.plan, mentee, mentor, { never, free: mentor.free });
            expect(scored).toEqual({ is: 'open', score, reasons });
            expect(reasons.factors.reduce((sum, { points }) => sum + points, 0)).toBe(score);
          }
          const named = [
            ...draft.pairs.map(({ menteeId }) => menteeId),
            ...draft.mentees.map(({ id }) => id),
          ];
          expect(named.sort()).toEqual(cohort.mentees.map(({ id }) => id).sort());
          const withSomebody = new Set(draft.pairs.map(({ mentorId }) => mentorId));
          const mentorsNamed = [...withSomebody, ...draft.mentors.map(({ id }) => id)];
          expect(mentorsNamed.sort()).toEqual(cohort.mentors.map(({ id }) => id).sort());
          for (const { id, why } of draft.mentees)
            expect(why === 'others-now').toBe(fitsSomebody(cohort, id));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same seed, in whatever order people are given', () => {
    fc.assert(
      fc.property(cohorts(8), fc.boolean(), (cohort, turned) => {
        const other = {
          ...cohort,
          mentees: turned ? cohort.mentees.toReversed() : cohort.mentees,
          mentors: cohort.mentors.toReversed(),
        };
        expect(drafts(other)).toEqual(drafts(cohort));
      }),
      { numRuns: 200 },
    );
  });

  it('never places fewer than one by one does, and what is different is told in facts that add up', () => {
    fc.assert(
      fc.property(cohorts(8), (cohort) => {
        const { optimum, greedy } = drafts(cohort);
        const found = compareDrafts(greedy, optimum);
        expect(optimum.pairs.length).toBeGreaterThanOrEqual(greedy.pairs.length);
        if (optimum.pairs.length === greedy.pairs.length) {
          expect(optimum.total).toBeGreaterThanOrEqual(greedy.total);
        }
        expect(found.same + found.another.length + found.onlyInOne.length).toBe(greedy.pairs.length);
        expect(found.same + found.another.length + found.onlyInOther.length).toBe(optimum.pairs.length);
        for (const { one, other } of found.another) expect(one.mentorId).not.toBe(other.mentorId);
        const losses = found.another.map(({ one, other }) => other.score - one.score);
        expect(losses).toEqual(losses.toSorted((a, b) => a - b));
        const moved = found.another.reduce((sum, { one, other }) => sum + other.score - one.score, 0);
        const [gone, come] = [found.onlyInOne, found.onlyInOther].map((pairs) =>
          pairs.reduce((sum, { score }) => sum + score, 0),
        );
        expect(moved + (come ?? 0) - (gone ?? 0)).toBe(found.total.other - found.total.one);
        const mentors = (draft: Draft) => new Set(draft.pairs.map(({ mentorId }) => mentorId));
        const alone = [...mentors(optimum)].filter((id) => !mentors(greedy).has(id)).sort();
        expect(found.mentorsOnlyInOther).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});

function fitsSomebody(cohort: Cohort, menteeId: string): boolean {
  const mentee = cohort.mentees.find(({ id }) => id === menteeId);
  if (mentee === undefined) return false;
  return cohort.mentors.some((mentor) => {
    const never = cohort.neverWith.some((two) => two.includes(menteeId) && two.includes(mentor.id));
    return scorePair(cohort.plan, mentee, mentor, { never, free: mentor.free }).is === 'open';
  });
}

const DAY = 86_400_000;
const plan = {
  matching: Matching.parse({
    factors: [{ code: 'likes', weight: 10, says: 'You both like it', how: 'shared', question: 'likes' }],
  }),
  intake: [],
};
const likes = (...all: string[]) => ({ answers: { likes: all } });

describe('where people are equal', () => {
  it('who waited longest has somebody, on both sides; a second mentee comes after a first one', () => {
    const cohort: Cohort = {
      ...{ plan, neverWith: [], seed: 'any' },
      mentees: [2, 0, 1].map((day) => ({ id: `mentee-${day}`, since: day * DAY, ...likes('chess') })),
      mentors: [
        { id: 'has-one', since: 0, has: 1, free: 2, ...likes('chess') },
        { id: 'late', since: 9 * DAY, has: 0, free: 2, ...likes('chess') },
        { id: 'early', since: 3 * DAY, has: 0, free: 1, ...likes('chess') },
      ],
    };
    for (const draft of Object.values(drafts({ ...cohort, mentors: cohort.mentors.slice(2) }))) {
      expect(draft.pairs.map(({ menteeId }) => menteeId)).toEqual(['mentee-0']);
      expect(draft.mentees).toEqual([
        { id: 'mentee-1', why: 'others-now' },
        { id: 'mentee-2', why: 'others-now' },
      ]);
    }
    const two = drafts({ ...cohort, mentees: cohort.mentees.slice(1) });
    for (const draft of Object.values(two)) {
      expect(draft.pairs.map(({ mentorId }) => mentorId).sort()).toEqual(['early', 'late']);
      expect(draft.mentors).toEqual([{ id: 'has-one', why: 'others-now' }]);
    }
  });

  it('the seed decides between those who wait since the same moment, and it alone', () => {
    const people = Array.from({ length: 6 }, (_, n) => n);
    const drawnBy = (seed: string) =>
      drafts({
        ...{ plan, neverWith: [], seed },
        mentees: people.map((n) => ({ id: `mentee-${n}`, since: 0, ...likes('chess') })),
        mentors: [{ id: 'one', since: 0, has: 0, free: 1, ...likes('chess') }],
      }).optimum.pairs[0]?.menteeId;
    expect(drawnBy('one')).toBe(drawnBy('one'));
    expect(new Set(people.map((n) => drawnBy(`seed ${n}`))).size).toBeGreaterThan(1);
  });

  it('is never told with reasons that do not add up to its score', () => {
    const cohort: Cohort = {
      ...{ plan, neverWith: [], seed: 'any' },
      mentees: [{ id: 'mentee', since: 0, ...likes('chess') }],
      mentors: [{ id: 'mentor', since: 0, has: 0, free: 1, ...likes('chess') }],
    };
    const { optimum } = draftBoth(cohort);
    expect(draftOf(cohort, optimum).total).toBe(10);
    expect(() => draftOf(cohort, { ...optimum, pairs: Int32Array.of(0, 0, 11) })).toThrow('two ways');
  });

  it('says of a mentor whether nobody fits or there is no place', () => {
    const { optimum } = drafts({
      ...{ plan, seed: 'any', neverWith: [['mentee', 'kept-apart']] },
      mentees: [{ id: 'mentee', since: 0, ...likes('chess') }],
      mentors: [
        { id: 'kept-apart', since: 0, has: 0, free: 1, ...likes('chess') },
        { id: 'full', since: 0, has: 2, free: 0, ...likes('chess') },
      ],
    });
    expect(optimum.mentees).toEqual([{ id: 'mentee', why: 'nobody-fits' }]);
    expect(optimum.mentors).toEqual(
      expect.arrayContaining([
        { id: 'kept-apart', why: 'nobody-fits' },
        { id: 'full', why: 'no-place' },
      ]),
    );
  });
});
