import type { Line } from '../kernel/message.ts';
import type { Person } from '../people/person.ts';
import { saidTo } from '../programmes/code.ts';
import type { Matching } from '../programmes/matching-plan.ts';
import { text } from '../texts/text.ts';
import type { Reasons } from './match.ts';

type Language = Person['language'];
type Factors = Pick<Matching, 'factors' | 'hardNeeds'>;

/** What speaks for two people, in the programme's own sentences, for the two: never points, never an order. */
export function whyTheySuit({ factors }: Factors, reasons: Reasons, language: Language): Line[] {
  const counts = reasons.factors.filter(({ points }) => points > 0).map(({ code }) => code);
  const said = factors
    .filter(({ code }) => counts.includes(code))
    .map(({ says }): Line => ({ written: `· ${saidTo(says, language)}` }));
  // Said as such (MAT-18, D5): a mentor can be a good one without the same experience.
  return [...said, ...(reasons.generic ? [text('match-generic')] : [])];
}

/** The same for a coordinator: each factor with its points, which add up to the score; and what nobody knows (MAT-09). */
export function whyInFull(plan: Factors, reasons: Reasons, score: number): Line[] {
  const says = (code: string): string => {
    const found = [...plan.factors, ...plan.hardNeeds].find((each) => each.code === code);
    return found === undefined ? code : saidTo(found.says, 'en');
  };
  const most = reasons.factors.reduce((sum, { of }) => sum + of, 0);
  return [
    ...reasons.factors.map(({ code, points, of }) =>
      text('match-factor', { says: says(code), points: String(points), of: String(of) }),
    ),
    ...reasons.unknown.map((code) => text('match-factor-unknown', { says: says(code) })),
    ...(reasons.generic ? [text('match-generic-coordinator')] : []),
    text('match-score', { score: String(score), of: String(most) }),
  ];
}
