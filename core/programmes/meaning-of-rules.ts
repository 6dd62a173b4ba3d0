import { whyNot } from '../rules/read-rule.ts';
import { type Condition, type Leaf, leavesOf, RULE_LIMITS } from '../rules/rule.ts';
import { factKinds, gatesIn } from './ask-rules.ts';
import { canBe, named, possible } from './meaning-of-questions.ts';
import type { ProgrammeDocument } from './programme.ts';
import type { Fault } from './say-fault.ts';

/** What does not fit together in the conditions of a document: who it is for, what stands before a role. */
export function faultsOfRules(document: ProgrammeDocument): Fault[] {
  const { gates, becomingMentor } = document;
  return [
    ...conditionsOf(document).flatMap(({ path, when }) => faultsOf(when, path, document)),
    ...rings(document),
    ...(becomingMentor !== undefined && !gates.some((gate) => gate.code === becomingMentor.gate)
      ? [{ path: 'becomingMentor.gate', says: `There is no gate "${becomingMentor.gate}". ${named(gates)}` }]
      : []),
  ];
}

type Placed = { readonly path: string; readonly when: Condition };

function conditionsOf({ sites, otherHelp, gates }: ProgrammeDocument): Placed[] {
  return [
    ...sites.flatMap(({ takes }, index) =>
      (['mentee', 'mentor'] as const).flatMap((as) =>
        takes[as] === undefined ? [] : [{ path: `sites[${index}].takes.${as}`, when: takes[as] }],
      ),
    ),
    ...otherHelp.flatMap(({ when }, index) =>
      when === undefined ? [] : [{ path: `otherHelp[${index}].when`, when }],
    ),
    ...gates.map(({ when }, index) => ({ path: `gates[${index}].when`, when })),
  ];
}

function faultsOf(when: Condition, path: string, document: ProgrammeDocument): Fault[] {
  const leaves = leavesOf(when);
  const many =
    leaves.length > RULE_LIMITS.conditions
      ? [{ path, says: `It has ${leaves.length} conditions. Write ${RULE_LIMITS.conditions} at the most.` }]
      : [];
  const kinds = factKinds(document);
  const wrong = leaves.flatMap((leaf) => [
    ...whyNot(leaf, kinds).map((says) => ({ path, says })),
    ...wrongAnswers(leaf, document).map((says) => ({ path, says })),
    ...(leaf.fact === 'disclosure' && document.training.disclosure === undefined
      ? [{ path, says: NO_CHECK }]
      : []),
  ]);
  return [...many, ...wrong];
}

const NO_CHECK =
  'Nothing is ever known of "disclosure", as no check is asked for. Write it at "training.disclosure".';

/** Answers that nobody can give, because no choice is called so. */
function wrongAnswers({ fact, value }: Leaf, { intake }: ProgrammeDocument): string[] {
  const question = intake.find(({ code }) => fact === `answer.${code}`);
  if (question === undefined || question.kind === 'number' || question.kind === 'words') return [];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [];
  return [value]
    .flat()
    .filter((each) => !canBe(question, each))
    .map((each) => `"${question.code}" is never answered "${String(each)}". ${possible(question)}`);
}

/** Gates that wait for one another would never open. */
function rings({ gates }: ProgrammeDocument): Fault[] {
  const leads = new Map(gates.map(({ code, when }) => [code, gatesIn(when)]));
  return gates.flatMap(({ code }, index) => {
    const ring = ringFrom(code, leads);
    // Each ring is told once, at the gate of it that stands first.
    const isFirst = ring?.every((each) => gates.findIndex((gate) => gate.code === each) >= index) ?? false;
    if (ring === undefined || !isFirst) return [];
    const says = `These gates wait for one another: ${[...ring, code].join(' → ')}. Take one of the steps out.`;
    return [{ path: `gates[${index}].when`, says }];
  });
}

/** The way from a gate back to itself, if there is one. */
function ringFrom(start: string, leads: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  const follow = (code: string, way: readonly string[]): string[] | undefined => {
    for (const next of leads.get(code) ?? []) {
      if (next === start) return [...way, code];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = follow(next, [...way, code]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return follow(start, []);
}
