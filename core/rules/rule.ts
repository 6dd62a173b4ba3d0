import { z } from 'zod';

/** What a fact can be. `null` stands for what is not known. */
export type Scalar = string | number | boolean | null;
export type FactValue = Scalar | readonly Scalar[];
export type FactKind = 'number' | 'text' | 'yes-no' | 'list';

/** The facts a rule may speak of, each with its kind: whoever asks rules declares them. */
export type FactKinds = Readonly<Record<string, FactKind>>;
export type Facts = Readonly<Record<string, FactValue>>;

/** The most that a rule can hold (our defaults): enough for a handbook, too little to be a program. */
export const RULE_LIMITS = { depth: 5, conditions: 40, list: 50, letters: 100 } as const;

const number = z.number();
const letters = z.string().max(RULE_LIMITS.letters);
const scalar = z.union([letters, number, z.boolean(), z.null()]);
const priority = z.int().min(1).max(100).optional();
const otherFact = z.strictObject({ fact: letters });

const leaf = z.strictObject({
  fact: letters,
  operator: z.enum([
    'equal',
    'notEqual',
    'in',
    'notIn',
    'contains',
    'doesNotContain',
    'lessThan',
    'lessThanInclusive',
    'greaterThan',
    'greaterThanInclusive',
  ]),
  value: z.union([scalar, z.array(scalar).min(1).max(RULE_LIMITS.list), otherFact]),
  priority,
});

/** One comparison: of a fact with a value or with another fact. */
export type Leaf = z.infer<typeof leaf>;
export type Operator = Leaf['operator'];

type Weight = { readonly priority?: number | undefined };
type All = Weight & { readonly all: readonly Condition[] };
type Any = Weight & { readonly any: readonly Condition[] };
type Not = Weight & { readonly not: Condition };

export type Group = All | Any | Not;
export type Condition = Leaf | Group;

// Written out level by level rather than as a schema of itself: what is nested too deep is refused, not followed.
function groupTo(depth: number): z.ZodType<Group> {
  const part = depth === 1 ? leaf : z.union([leaf, groupTo(depth - 1)]);
  const parts = z.array(part).min(1).max(RULE_LIMITS.conditions);
  return z.union([
    z.strictObject({ all: parts, priority }),
    z.strictObject({ any: parts, priority }),
    z.strictObject({ not: part, priority }),
  ]);
}

/** A condition by itself, as in a rule. */
export const Condition: z.ZodType<Condition> = z.union([leaf, groupTo(RULE_LIMITS.depth)]);

/**
 * A rule as json-rules-engine writes it, and no more than this of it: no paths, no parameters, no conditions by name and
 * no operators of one's own, so that the engine and a plain predicate always agree on it.
 */
export const Rule = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  conditions: groupTo(RULE_LIMITS.depth),
  event: z.strictObject({ type: letters.min(1), params: z.record(letters, scalar).optional() }),
  priority,
});
export type Rule = z.infer<typeof Rule>;

/** Every comparison of a condition, from left to right. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
}
