import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORBIDDEN } from '../../core/matching/assignment.ts';
import { compileMatching } from '../../core/matching/compile-matching.ts';
import { type Plan, scorePair } from '../../core/matching/score-pair.ts';
import type { IntakeAnswers } from '../../core/programmes/intake.ts';
import { Matching } from '../../core/programmes/matching-plan.ts';
import { mentees, mentors, plans } from './random-cohorts.ts';

const says = 'You both know it';
const bands = ['16-17', '18-24', '25-39', '40-64'].map((value) => ({ value, says: value }));

function planOf(matching: Partial<Parameters<typeof Matching.parse>[0] & object>): Plan {
  return {
    matching: Matching.parse(matching),
    intake: [
      { code: 'age', choices: bands },
      { code: 'mentor-age', choices: bands.slice(1) },
    ],
  };
}

function score(plan: Plan, mentee: IntakeAnswers, mentor: IntakeAnswers, between = {}) {
  return scorePair(plan, { id: 'a', answers: mentee }, { id: 'b', answers: mentor }, between);
}

const age = {
  ...{ code: 'age', weight: 20, says, how: 'wish', question: 'age-wish', mentorQuestion: 'mentor-age' },
  ...{ ownQuestion: 'age', firmQuestion: 'age-firm' },
};
const cares = { code: 'cares', weight: 30, says, how: 'shared', question: 'cares-for', experience: true };

describe('what speaks for two people as a pair', () => {
  it('adds up, names what is not known, and counts it neither for nor against', () => {
    const plan = planOf({
      factors: [cares, { code: 'town', weight: 5, says, how: 'same', question: 'town' }],
    });
    const scored = score(
      plan,
      { 'cares-for': ['parent', 'child'], town: 'leith' },
      { 'cares-for': ['child'] },
    );
    expect(scored).toEqual({
      is: 'open',
      score: 15,
      reasons: {
        v: 1,
        factors: [{ code: 'cares', points: 15, of: 30 }],
        unknown: ['town'],
        generic: false,
      },
    });
  });

  it.each([
    ['same', '25-39', true],
    ['same', '40-64', false],
    ['older', '40-64', true],
    ['older', '25-39', false],
    ['younger', '18-24', true],
    ['younger', '25-39', false],
    ['40-64', '40-64', true],
    ['40-64', '25-39', false],
  ])('a wish for "%s" and a mentor of %s: %s', (wish, theirs, held) => {
    const plan = planOf({ factors: [age] });
    const mentee = { age: '25-39', 'age-wish': wish };
    const points = held ? 20 : 0;
    expect(score(plan, mentee, { 'mentor-age': theirs })).toMatchObject({ is: 'open', score: points });
    const firm = score(plan, { ...mentee, 'age-firm': true }, { 'mentor-age': theirs });
    expect(firm).toMatchObject(
      held ? { is: 'open', score: 20 } : { is: 'blocked', blocks: [{ is: 'wish', code: 'age' }] },
    );
  });

  it('keeps a firm wish where the mentor did not say, and not where the mentee did not', () => {
    const plan = planOf({ factors: [age] });
    const mentee = { age: '25-39', 'age-wish': 'same', 'age-firm': true };
    expect(score(plan, mentee, {}).is).toBe('blocked');
    const { age: _, ...silent } = mentee;
    expect(score(plan, silent, { 'mentor-age': '25-39' })).toMatchObject({ reasons: { unknown: ['age'] } });
    expect(score(plan, { ...mentee, 'age-wish': 'no-wish' }, {})).toMatchObject({
      is: 'open',
      reasons: { factors: [], unknown: [] },
    });
  });

  it('blocks for a need that is not met, and says everything that stands between two', () => {
    const plan = planOf({
      factors: [age],
      hardNeeds: [{ code: 'access', says, question: 'needs', mentorQuestion: 'offers' }],
    });
    const mentee = { needs: ['bsl'], age: '25-39', 'age-wish': 'older', 'age-firm': true };
    expect(
      score(plan, mentee, { offers: ['evenings'], 'mentor-age': '18-24' }, { never: true, free: 0 }),
    ).toEqual({
      is: 'blocked',
      blocks: [
        { is: 'never-with' },
        { is: 'no-capacity' },
        { is: 'need', code: 'access' },
        { is: 'wish', code: 'age' },
      ],
    });
    expect(score(plan, { needs: ['bsl'] }, { offers: ['bsl'] }).is).toBe('open');
    expect(score(plan, { needs: ['bsl'] }, {}).is).toBe('blocked');
    expect(scorePair(plan, { id: 'a', answers: {} }, { id: 'a', answers: {} })).toMatchObject({
      blocks: [{ is: 'same-person' }],
    });
  });

  it('is generic where no experience is shared, and then only where the programme allows that', () => {
    const plan = planOf({ factors: [cares] });
    const strict = planOf({ factors: [cares], generic: false });
    const mentee = { 'cares-for': ['parent'] };
    expect(score(plan, mentee, { 'cares-for': ['child'] })).toMatchObject({ reasons: { generic: true } });
    expect(score(strict, mentee, { 'cares-for': ['child'] })).toEqual({
      is: 'blocked',
      blocks: [{ is: 'generic' }],
    });
    // Not known is not against.
    expect(score(strict, mentee, {})).toMatchObject({ is: 'open', reasons: { generic: false } });
    expect(score(strict, mentee, { 'cares-for': ['parent'] })).toMatchObject({ reasons: { generic: false } });
  });

  it('falls with the distance of two numbers, down to nothing', () => {
    const plan = planOf({
      factors: [{ code: 'near', weight: 10, says, how: 'near', question: 'miles', within: 20 }],
    });
    const points = [0, 5, 20, 40].map((miles) => score(plan, { miles: 0 }, { miles }));
    expect(points.map((scored) => (scored.is === 'open' ? scored.score : undefined))).toEqual([10, 8, 0, 0]);
  });
});

describe('the scorer for thousands', () => {
  it('says what the plain one says, and the reasons add up to the score', () => {
    fc.assert(
      fc.property(plans, mentees(8), mentors(8), (plan, those, these) => {
        const scoreRow = compileMatching(plan, these);
        const row = new Uint16Array(these.length);
        for (const mentee of those) {
          scoreRow(mentee, row);
          for (const [n, mentor] of these.entries()) {
            const plain = scorePair(plan, mentee, mentor);
            expect(row[n]).toBe(plain.is === 'open' ? plain.score : FORBIDDEN);
            if (plain.is === 'blocked') continue;
            const { factors, unknown } = plain.reasons;
            expect(factors.reduce((sum, { points }) => sum + points, 0)).toBe(plain.score);
            for (const { points, of } of factors) expect(points).toBeLessThanOrEqual(of);
            expect(new Set([...factors.map(({ code }) => code), ...unknown]).size).toBe(
              factors.length + unknown.length,
            );
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('compares lists of more than 32 things', () => {
    const plan = planOf({
      factors: [cares],
      hardNeeds: [{ code: 'access', says, question: 'needs', mentorQuestion: 'cares-for' }],
    });
    const things = Array.from({ length: 70 }, (_, n) => `thing-${n}`);
    const mentor = { id: 'b', answers: { 'cares-for': things } };
    const row = new Uint16Array(1);
    for (const [needs, expected] of [
      [['thing-1', 'thing-69'], 30],
      [['thing-1', 'thing-70'], FORBIDDEN],
    ] as const) {
      const mentee = { id: 'a', answers: { 'cares-for': ['thing-2', 'thing-40'], needs: [...needs] } };
      compileMatching(plan, [mentor])(mentee, row);
      expect(row[0]).toBe(expected);
    }
  });
});
