import { compileRule, type Predicate } from '../rules/compile-rule.ts';
import { ownRule } from '../rules/read-rule.ts';
import type { Rule } from '../rules/rule.ts';
import { FACT_KINDS } from './nudge-facts.ts';
import given from './nudge-rules.json' with { type: 'json' };

export type NudgeRule = { readonly rule: Rule; readonly holds: Predicate };

/** The rules by which the bot may write first, read and checked once. */
export const nudgeRules: readonly NudgeRule[] = given.map((each) => {
  const rule = ownRule(each, FACT_KINDS);
  return { rule, holds: compileRule(rule) };
});

export function ruleNamed(name: string): NudgeRule | undefined {
  return nudgeRules.find(({ rule }) => rule.name === name);
}
