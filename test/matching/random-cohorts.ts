import fc from 'fast-check';
import type { Cohort, Waiting, WaitingMentor } from '../../core/matching/cohort.ts';
import type { Plan } from '../../core/matching/score-pair.ts';
import type { IntakeAnswers } from '../../core/programmes/intake.ts';
import type { Factor } from '../../core/programmes/matching-plan.ts';

const BANDS = ['16-17', '18-24', '25-39', '40-64', '65-up'];
const TAGS = ['parent', 'partner', 'friend', 'child', 'sibling'];

const INTAKE: Plan['intake'] = [
  { code: 'age', choices: BANDS.map((value) => ({ value, says: value })) },
  { code: 'mentor-age', choices: BANDS.slice(1).map((value) => ({ value, says: value })) },
  { code: 'cares-for', choices: TAGS.map((value) => ({ value, says: value })) },
];

const answer: fc.Arbitrary<IntakeAnswers[string]> = fc.oneof(
  fc.constantFrom(...TAGS, ...BANDS, 'same', 'older', 'younger', 'no-wish'),
  fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 4 }),
  fc.boolean(),
  fc.integer({ min: 0, max: 9 }),
);
const band = fc.constantFrom(...BANDS);
const tags = fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 4 });

/** Mostly what the questions offer, now and then anything: answers may be older than the questions. */
const answers: fc.Arbitrary<IntakeAnswers> = fc
  .record(
    {
      age: fc.oneof({ weight: 6, arbitrary: band }, { weight: 1, arbitrary: answer }),
      'mentor-age': fc.oneof({ weight: 6, arbitrary: band }, { weight: 1, arbitrary: answer }),
      'age-wish': fc.oneof(fc.constantFrom('same', 'older', 'younger', 'no-wish'), answer),
      'age-firm': fc.boolean(),
      'cares-for': fc.oneof({ weight: 6, arbitrary: tags }, { weight: 1, arbitrary: answer }),
      needs: fc.uniqueArray(fc.constantFrom('bsl', 'step-free'), { maxLength: 1 }),
      offers: fc.uniqueArray(fc.constantFrom('bsl', 'step-free', 'evenings'), { maxLength: 3 }),
      miles: fc.oneof(fc.integer({ min: 0, max: 40 }), answer),
      town: fc.oneof(fc.constantFrom('leith', 'alloa'), answer),
    },
    { requiredKeys: [] },
  )
  .map((given) => ({ ...given }));

function factor(how: Factor['how'], question: string): fc.Arbitrary<Factor> {
  return fc.record({ weight: fc.integer({ min: 0, max: 100 }), experience: fc.boolean() }).map((some) => ({
    ...some,
    code: `${how}-${question}`,
    says: 'You both know it',
    how,
    question,
    ...(how === 'near' ? { within: 25 } : {}),
    ...(how === 'wish' ? { mentorQuestion: 'mentor-age', ownQuestion: 'age', firmQuestion: 'age-firm' } : {}),
  }));
}

export const plans: fc.Arbitrary<Plan> = fc.record({
  matching: fc.record({
    factors: fc.tuple(
      factor('shared', 'cares-for'),
      factor('same', 'town'),
      factor('same', 'cares-for'),
      factor('near', 'miles'),
      factor('wish', 'age-wish'),
    ),
    hardNeeds: fc.constantFrom(
      [],
      [{ code: 'access', says: 'What you need is there', question: 'needs', mentorQuestion: 'offers' }],
    ),
    generic: fc.boolean(),
  }),
  intake: fc.constant(INTAKE),
});

const since = fc.integer({ min: 0, max: 3 }).map((days) => 1_760_000_000_000 + days * 86_400_000);

export function mentees(most: number): fc.Arbitrary<Waiting[]> {
  return fc
    .array(fc.record({ answers, since }), { maxLength: most })
    .map((people) => people.map((who, n) => ({ ...who, id: `mentee-${n}` })));
}

export function mentors(most: number): fc.Arbitrary<WaitingMentor[]> {
  const who = fc.record({
    answers,
    since,
    has: fc.integer({ min: 0, max: 2 }),
    free: fc.integer({ min: 0, max: 3 }),
  });
  return fc
    .array(who, { maxLength: most })
    .map((people) => people.map((each, n) => ({ ...each, id: n === 0 ? 'mentee-0' : `mentor-${n}` })));
}

/** The first mentor is the first mentee too: somebody may be both, and not with themselves. */
export function cohorts(most: number): fc.Arbitrary<Cohort> {
  const place = fc.integer({ min: 0, max: most - 1 });
  return fc.record({
    plan: plans,
    mentees: mentees(most),
    mentors: mentors(most),
    neverWith: fc.array(
      fc
        .tuple(place, place, fc.boolean())
        .map(([one, other, turned]): readonly [string, string] =>
          turned ? [`mentor-${other}`, `mentee-${one}`] : [`mentee-${one}`, `mentor-${other}`],
        ),
      { maxLength: 4 },
    ),
    seed: fc.constantFrom('one', 'two'),
  });
}
