import { describe, expect, it } from 'vitest';
import type { Cohort } from '../../core/matching/cohort.ts';
import { draftBoth, type Progress } from '../../core/matching/drafts.ts';
import { matchCohort } from '../../core/matching/match-cohort.ts';
import { Matching } from '../../core/programmes/matching-plan.ts';

function cohortOf(people: number): Cohort {
  const plan = {
    matching: Matching.parse({
      factors: [{ code: 'likes', weight: 50, says: 'You both like it', how: 'shared', question: 'likes' }],
    }),
    intake: [],
  };
  const all = ['chess', 'walks', 'tea', 'film', 'music', 'cats'];
  const who = (n: number, side: string) => ({
    id: `${side}-${n}`,
    since: (n * 7919) % 97,
    answers: { likes: all.filter((_, bit) => ((n * 2_654_435_761) >>> (bit + 8)) & 1) },
  });
  return {
    ...{ plan, neverWith: [['mentee-1', 'mentor-1']], seed: 'a seed' },
    mentees: Array.from({ length: people }, (_, n) => who(n, 'mentee')),
    mentors: Array.from({ length: people }, (_, n) => ({
      ...who(n + 5, 'mentor'),
      has: n % 2,
      free: 1 + (n % 2),
    })),
  };
}

describe('matching a cohort in a thread of its own', () => {
  it('gives what it gives here, and tells how far it has come', async () => {
    const cohort = cohortOf(450);
    const told: Progress[] = [];
    const drafts = await matchCohort(cohort, { onProgress: (progress) => told.push(progress) });
    expect(drafts).toEqual(draftBoth(cohort));
    expect(told.at(0)).toMatchObject({ at: 'scores', of: 450 });
    expect(told.at(-1)).toEqual({ at: 'places', done: 450, of: 450 });
    expect(told.length).toBeGreaterThan(20);
    expect(told.length).toBeLessThanOrEqual(202);
  });

  it('is called off at once, in the middle and before it began', async () => {
    const calledOff = new AbortController();
    const reason = new Error('The coordinator changed their mind');
    const run = matchCohort(cohortOf(2500), {
      signal: calledOff.signal,
      onProgress: () => calledOff.abort(reason),
    });
    await expect(run).rejects.toBe(reason);
    await expect(matchCohort(cohortOf(2), { signal: calledOff.signal })).rejects.toBe(reason);
  });

  it('says what went wrong there', async () => {
    const { plan, ...rest } = cohortOf(2);
    const broken = { ...plan, matching: { ...plan.matching, factors: [null] } };
    await expect(matchCohort(JSON.parse(JSON.stringify({ ...rest, plan: broken })))).rejects.toThrow(
      TypeError,
    );
  });
});
