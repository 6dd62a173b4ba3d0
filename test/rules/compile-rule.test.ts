import fc from 'fast-check';
import { Engine, Rule as EngineRule } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { compileRule } from '../../core/rules/compile-rule.ts';
import { explainRule } from '../../core/rules/explain-rule.ts';
import { ownRule, readRule } from '../../core/rules/read-rule.ts';
import type { Facts, Rule } from '../../core/rules/rule.ts';
import { KINDS, randomFacts, randomRule } from './random-rules.ts';

/** How many pairs of a rule and facts are compared; more are asked for by the environment. */
const RUNS = Number(process.env['RULE_RUNS'] ?? 10_000);

async function byTheEngine(rule: Rule, facts: Facts): Promise<boolean> {
  const engine = new Engine([new EngineRule(JSON.stringify(rule))]);
  return (await engine.run({ ...facts })).events.length === 1;
}

const simple = (conditions: unknown): unknown => ({ name: 'a-rule', conditions, event: { type: 'hit' } });
const days = (operator: string, value: unknown): unknown => ({ fact: 'days', operator, value });

describe('a compiled rule', () => {
  it(`says what json-rules-engine says, on ${RUNS} random rules and facts`, async () => {
    let fired = 0;
    await fc.assert(
      fc.asyncProperty(randomRule(4), randomFacts, async (given, facts) => {
        const rule = ownRule(given, KINDS);
        const says = compileRule(rule)(facts);
        if (says) fired += 1;
        expect(says).toBe(await byTheEngine(rule, facts));
      }),
      { numRuns: RUNS },
    );
    // Both outcomes were really seen.
    expect(fired).toBeGreaterThan(RUNS / 5);
    expect(fired).toBeLessThan((RUNS * 4) / 5);
  }, 300_000);

  it('is explained by comparisons that the facts bear out', async () => {
    await fc.assert(
      fc.asyncProperty(randomRule(3), randomFacts, async (given, facts) => {
        const rule = ownRule(given, KINDS);
        const { fired, because } = await explainRule(rule, facts);
        expect(fired).toBe(compileRule(rule)(facts));
        expect(because.length).toBeGreaterThan(0);
        for (const { fact, operator, was, comparedTo, held } of because) {
          expect(was).toEqual(facts[fact]);
          const alone = {
            name: 'alone',
            conditions: { all: [{ fact, operator, value: comparedTo }] },
            event: { type: 'hit' },
          };
          expect(await byTheEngine(JSON.parse(JSON.stringify(alone)), facts)).toBe(held);
        }
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('cannot be asked without a fact it speaks of, by either of the two', async () => {
    const rule = ownRule(simple({ all: [days('greaterThan', 3)] }), KINDS);
    expect(() => compileRule(rule)({})).toThrow('days');
    await expect(explainRule(rule, {})).rejects.toThrow('days');
  });
});

describe('a rule from outside', () => {
  const deep = (levels: number): unknown => (levels === 0 ? days('equal', 1) : { not: deep(levels - 1) });

  it('may be five groups deep and carry priorities', () => {
    expect(readRule(simple(deep(5)), KINDS)).toHaveProperty('rule');
    expect(
      readRule(
        { ...Object(simple({ all: [{ ...Object(days('equal', 1)), priority: 5 }] })), priority: 3 },
        KINDS,
      ),
    ).toHaveProperty('rule');
  });

  it.each([
    [
      'an unknown fact',
      simple({ all: [{ fact: 'shoeSize', operator: 'equal', value: 1 }] }),
      'There is no fact "shoeSize"',
    ],
    [
      'an unknown fact to compare to',
      simple({ all: [days('equal', { fact: 'shoeSize' })] }),
      'There is no fact "shoeSize"',
    ],
    [
      'a fact of the language itself',
      simple({ all: [{ fact: 'constructor', operator: 'equal', value: 'x' }] }),
      'no fact "constructor"',
    ],
    ['six groups deep', simple(deep(6)), 'not a rule'],
    ['two thousand groups deep', simple(deep(2_000)), 'not a rule'],
    ['a path', simple({ all: [{ ...Object(days('equal', 1)), path: '$.x' }] }), 'not a rule'],
    ['parameters', simple({ all: [{ ...Object(days('equal', 1)), params: {} }] }), 'not a rule'],
    ['an operator of its own', simple({ all: [days('matches', 'x')] }), 'not a rule'],
    ['an operator with a decorator', simple({ all: [days('not:equal', 1)] }), 'not a rule'],
    ['a condition by name', simple({ all: [{ condition: 'other' }] }), 'not a rule'],
    ['no conditions', simple({ any: [] }), 'not a rule'],
    ['a single comparison as its root', simple(days('equal', 1)), 'not a rule'],
    ['two groups in one', simple({ all: [days('equal', 1)], any: [days('equal', 1)] }), 'not a rule'],
    [
      'more conditions than the most',
      simple({ all: [1, 2].map(() => ({ any: Array(21).fill(days('equal', 1)) })) }),
      '42 conditions',
    ],
    ['a number compared to a word', simple({ all: [days('greaterThan', '3')] }), '"days" cannot be asked'],
    ['a number compared to nothing', simple({ all: [days('greaterThan', null)] }), '"days" cannot be asked'],
    ['a list that is not one', simple({ all: [days('in', 3)] }), '"days" cannot be asked'],
    ['a mixed list', simple({ all: [days('in', [3, 'x'])] }), '"days" cannot be asked'],
    [
      'holding asked of what holds nothing',
      simple({ all: [days('contains', 'x')] }),
      '"days" cannot be asked',
    ],
    ['words', 'a rule', 'not a rule'],
  ])('is refused with a sentence when it has %s', (_what, given, sentence) => {
    const read = readRule(given, KINDS);
    expect('refused' in read ? read.refused.join(' ') : 'taken').toContain(sentence);
  });
});
