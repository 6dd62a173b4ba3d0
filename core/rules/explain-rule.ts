import { Engine, Rule as EngineRule } from 'json-rules-engine';
import { z } from 'zod';
import type { Facts, FactValue, Rule } from './rule.ts';

/** One comparison that made a rule fire (or not), with what was compared. */
export type Reason = {
  readonly fact: string;
  readonly operator: string;
  readonly was: FactValue;
  readonly comparedTo: FactValue;
  /** Whether the comparison held; under a "not" it is the one that did not hold that counts. */
  readonly held: boolean;
};

export type Explanation = { readonly fired: boolean; readonly because: readonly Reason[] };

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const factValue = z.union([scalar, z.array(scalar)]);

const Outcome = z.object({
  result: z.boolean().optional(),
  get all() {
    return z.array(Outcome).optional();
  },
  get any() {
    return z.array(Outcome).optional();
  },
  get not() {
    return Outcome.optional();
  },
  fact: z.string().optional(),
  operator: z.string().optional(),
  factResult: factValue.optional(),
  valueResult: factValue.optional(),
});
type Outcome = z.infer<typeof Outcome>;

/**
 * Runs json-rules-engine itself on one rule and tells which comparisons decided it. An engine of its own for each run:
 * runs that share one can take each other's results away.
 * @throws when a fact that the rule speaks of was not given.
 */
export async function explainRule(rule: Rule, facts: Facts): Promise<Explanation> {
  const engine = new Engine([], { allowUndefinedFacts: false, allowUndefinedConditions: false });
  engine.addRule(new EngineRule(JSON.stringify(rule)));
  const ran = await engine.run({ ...facts });
  const result = ran.results[0] ?? ran.failureResults[0];
  if (result === undefined) throw new Error(`The rule "${rule.name}" was not run`);
  const fired = ran.results.length > 0;
  // The engine notes an outcome on every group but the outermost.
  return { fired, because: reasons({ ...Outcome.parse(result.conditions), result: fired }, fired) };
}

function reasons(outcome: Outcome, wanted: boolean): Reason[] {
  if (outcome.result !== wanted) return [];
  if (outcome.all !== undefined) return outcome.all.flatMap((part) => reasons(part, wanted));
  if (outcome.any !== undefined) return outcome.any.flatMap((part) => reasons(part, wanted));
  if (outcome.not !== undefined) return reasons(outcome.not, !wanted);
  const { fact = '', operator = '', factResult = null, valueResult = null } = outcome;
  return [{ fact, operator, was: factResult, comparedTo: valueResult, held: wanted }];
}
