import { z } from 'zod';
import {
  type FactKind,
  type FactKinds,
  type Leaf,
  leavesOf,
  RULE_LIMITS,
  Rule,
  type Scalar,
} from './rule.ts';

/** A rule that can be asked, or one sentence for each thing that stands in its way. */
export type RuleRead = { readonly rule: Rule } | { readonly refused: readonly string[] };

/**
 * Takes a rule in from outside. A rule that names an unknown fact, or compares what cannot be compared, is refused here,
 * because one such rule would spoil every other rule it is run with.
 */
export function readRule(given: unknown, known: FactKinds): RuleRead {
  const read = Rule.safeParse(given);
  if (!read.success) return { refused: [`This is not a rule: ${z.prettifyError(read.error)}`] };
  const leaves = leavesOf(read.data.conditions);
  const many = leaves.length > RULE_LIMITS.conditions;
  const refused = [
    ...(many ? [`It has ${leaves.length} conditions; ${RULE_LIMITS.conditions} is the most.`] : []),
    ...leaves.flatMap((leaf) => whyNot(leaf, known)),
  ];
  return refused.length > 0 ? { refused } : { rule: read.data };
}

/**
 * The same for rules that come with the programme's own code.
 * @throws when one is refused: that is a fault of ours.
 */
export function ownRule(given: unknown, known: FactKinds): Rule {
  const read = readRule(given, known);
  if ('rule' in read) return read.rule;
  throw new Error(read.refused.join(' '));
}

/** Why a comparison cannot be asked of these facts: one sentence for each thing that is in its way. */
export function whyNot(leaf: Leaf, known: FactKinds): string[] {
  const unknown = namesOf(leaf).filter((name) => kindOf(name, known) === undefined);
  if (unknown.length > 0) {
    const facts = Object.keys(known).join(', ');
    return unknown.map((name) => `There is no fact "${name}". There are: ${facts}.`);
  }
  return fits(leaf, known) ? [] : [`"${leaf.fact}" cannot be asked with "${leaf.operator}" and this value.`];
}

function namesOf({ fact, value }: Leaf): string[] {
  return isOtherFact(value) ? [fact, value.fact] : [fact];
}

function kindOf(name: string, known: FactKinds): FactKind | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

function isOtherFact(value: Leaf['value']): value is { fact: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fits({ fact, operator, value }: Leaf, known: FactKinds): boolean {
  const kind = kindOf(fact, known);
  const comparedTo = (wanted: FactKind | undefined): boolean => {
    if (isOtherFact(value)) return kindOf(value.fact, known) === wanted;
    return !Array.isArray(value) && isOfKind(value, wanted);
  };
  switch (operator) {
    case 'equal':
    case 'notEqual':
      return kind !== 'list' && (value === null || comparedTo(kind));
    case 'in':
    case 'notIn':
      return kind !== 'list' && Array.isArray(value) && value.every((each) => isOfKind(each, kind));
    case 'contains':
    case 'doesNotContain':
      return kind === 'list' && comparedTo('text');
    default:
      return kind === 'number' && comparedTo('number');
  }
}

function isOfKind(value: Scalar | object, kind: FactKind | undefined): boolean {
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'text') return typeof value === 'string';
  return kind === 'yes-no' && typeof value === 'boolean';
}
