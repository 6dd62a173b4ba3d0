import fc from 'fast-check';
import type { Condition, FactKinds, Facts, Leaf, Rule } from '../../core/rules/rule.ts';

/** Facts of every kind, for rules made at random. */
export const KINDS: FactKinds = {
  days: 'number',
  rhythm: 'number',
  role: 'text',
  mode: 'text',
  paused: 'yes-no',
  agreed: 'yes-no',
  topics: 'list',
};

const numbers = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.5, -0.5, 1e9));
const words = fc.constantFrom('mentor', 'mentee', '', '3', 'null', 'true');
const orUnknown = <T>(known: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(known, { freq: 4, nil: null });

export const randomFacts: fc.Arbitrary<Facts> = fc.record({
  days: orUnknown(numbers),
  rhythm: orUnknown(numbers),
  role: orUnknown(words),
  mode: orUnknown(words),
  paused: orUnknown(fc.boolean()),
  agreed: orUnknown(fc.boolean()),
  topics: orUnknown(fc.array(words, { maxLength: 3 })),
});

const priority = { priority: fc.integer({ min: 1, max: 100 }) };

function leafOf(
  fact: string,
  operators: readonly Leaf['operator'][],
  value: fc.Arbitrary<Leaf['value']>,
): fc.Arbitrary<Condition> {
  const parts = { fact: fc.constant(fact), operator: fc.constantFrom(...operators), value, ...priority };
  return fc.record(parts, { requiredKeys: ['fact', 'operator', 'value'] });
}

const equality = ['equal', 'notEqual'] as const;
const order = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const;
const amongst = ['in', 'notIn'] as const;
const holding = ['contains', 'doesNotContain'] as const;

const leaf = fc.oneof(
  leafOf('days', order, fc.oneof(numbers, fc.constant({ fact: 'rhythm' }))),
  leafOf('days', equality, fc.oneof(orUnknown(numbers), fc.constant({ fact: 'rhythm' }))),
  leafOf('rhythm', amongst, fc.array(numbers, { minLength: 1, maxLength: 4 })),
  leafOf('role', equality, fc.oneof(orUnknown(words), fc.constant({ fact: 'mode' }))),
  leafOf('role', amongst, fc.array(words, { minLength: 1, maxLength: 4 })),
  leafOf('paused', equality, fc.oneof(orUnknown(fc.boolean()), fc.constant({ fact: 'agreed' }))),
  leafOf('topics', holding, fc.oneof(words, fc.constant({ fact: 'role' }))),
);

function group(depth: number): fc.Arbitrary<Exclude<Condition, Leaf>> {
  const part: fc.Arbitrary<Condition> =
    depth === 1 ? leaf : fc.oneof({ weight: 2, arbitrary: leaf }, group(depth - 1));
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.record({ all: parts, ...priority }, { requiredKeys: ['all'] }),
    fc.record({ any: parts, ...priority }, { requiredKeys: ['any'] }),
    fc.record({ not: part, ...priority }, { requiredKeys: ['not'] }),
  );
}

/** A rule with groups in groups up to `depth`. */
export function randomRule(depth: number): fc.Arbitrary<Rule> {
  return group(depth).map((conditions) => ({ name: 'made-at-random', conditions, event: { type: 'hit' } }));
}
