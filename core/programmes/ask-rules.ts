import { compileCondition } from '../rules/compile-rule.ts';
import { type Condition, type FactKind, type FactKinds, type Facts, leavesOf } from '../rules/rule.ts';
import type { As, IntakeAnswers, IntakeQuestion } from './intake.ts';
import type { ProgrammeDocument } from './programme.ts';
import type { Gate, OtherHelp, Site } from './remit.ts';

/** What a document has to say of its questions, modules and gates for its rules to be asked. */
export type Askable = Pick<ProgrammeDocument, 'intake' | 'sites' | 'otherHelp' | 'gates' | 'training'>;

const KINDS: Readonly<Record<IntakeQuestion['kind'], FactKind | undefined>> = {
  one: 'text',
  many: 'list',
  'yes-no': 'yes-no',
  number: 'number',
  // What people write in their own words is for people to read.
  words: undefined,
};

/** Every fact that a rule of this programme may speak of. */
export function factKinds({ intake, gates, training }: Omit<Askable, 'sites' | 'otherHelp'>): FactKinds {
  const answers = intake.flatMap(({ code, kind }) => {
    const fact = KINDS[kind];
    return fact === undefined ? [] : [[`answer.${code}`, fact] as const];
  });
  return {
    as: 'text',
    adult: 'yes-no',
    'was-mentee': 'yes-no',
    // Months since they moved on from the programme themselves; not known of whoever never was in it.
    'months-since-moved-on': 'number',
    'training.complete': 'yes-no',
    disclosure: 'yes-no',
    ...Object.fromEntries(answers),
    ...Object.fromEntries(training.modules.map(({ code }) => [`module.${code}`, 'yes-no'] as const)),
    ...Object.fromEntries(gates.map(({ code }) => [`gate.${code}`, 'yes-no'] as const)),
  };
}

/** What is known of somebody when a rule is asked. */
export type Known = {
  readonly as: As;
  readonly answers: IntakeAnswers;
  readonly adult?: boolean | null;
  readonly wasMentee?: boolean;
  readonly monthsSinceMovedOn?: number | null;
  /** Codes of the modules that are done and have not ended. */
  readonly modules?: readonly string[];
  /** Whether nothing of what is required of them is missing. */
  readonly trained?: boolean;
  /** Whether a check that is asked for was seen and has not ended. */
  readonly disclosed?: boolean;
};

/** The facts of somebody, the programme's gates among them. */
export function factsOf(document: Askable, known: Known): Facts {
  const answers = document.intake.map(({ code, kind }) => {
    const given = known.answers[code];
    return [`answer.${code}`, given ?? (kind === 'many' ? [] : null)] as const;
  });
  const modules = document.training.modules.map(
    ({ code }) => [`module.${code}`, known.modules?.includes(code) ?? false] as const,
  );
  const facts: Record<string, Facts[string]> = {
    as: known.as,
    adult: known.adult ?? null,
    'was-mentee': known.wasMentee ?? false,
    'months-since-moved-on': known.monthsSinceMovedOn ?? null,
    'training.complete': known.trained ?? false,
    disclosure: known.disclosed ?? false,
    ...Object.fromEntries(answers),
    ...Object.fromEntries(modules),
  };
  for (const gate of inOrder(document.gates)) {
    facts[`gate.${gate.code}`] = holds(gate.when, facts);
  }
  return facts;
}

function holds(condition: Condition | undefined, facts: Facts): boolean {
  return condition === undefined || compileCondition(condition)(facts);
}

/** Gates so that each comes after those it speaks of. A ring was refused when the document was read. */
function inOrder(gates: readonly Gate[]): Gate[] {
  const placed: Gate[] = [];
  const left = [...gates];
  while (left.length > 0) {
    const at = left.findIndex(
      (gate) => !gatesIn(gate.when).some((code) => left.some((each) => each.code === code)),
    );
    const [next] = left.splice(Math.max(at, 0), 1);
    if (next !== undefined) placed.push(next);
  }
  return placed;
}

/** Codes of the gates that a condition speaks of. */
export function gatesIn(condition: Condition): string[] {
  return leavesOf(condition)
    .flatMap(({ fact, value }) =>
      typeof value === 'object' && value !== null && 'fact' in value ? [fact, value.fact] : [fact],
    )
    .filter((fact) => fact.startsWith('gate.'))
    .map((fact) => fact.slice('gate.'.length));
}

/** Which gates before a role hold somebody back. */
export function gatesShut(document: Askable, whom: Gate['for'], facts: Facts): readonly Gate[] {
  return document.gates.filter((gate) => gate.for === whom && facts[`gate.${gate.code}`] !== true);
}

/** The site somebody belongs to; undefined where the programme is not for them. Without sites there is one for everybody. */
export function siteFor(document: Askable, as: As, facts: Facts): Site | undefined {
  if (document.sites.length === 0) return EVERYWHERE;
  return document.sites.find(({ takes }) => holds(takes[as], facts));
}

/** Stands for the whole of a programme that has no sites. */
export const EVERYWHERE: Site = { code: 'main', name: '', takes: {} };

/** Help elsewhere for somebody: first what fits them, in the order of the document. */
export function otherHelpFor({ otherHelp }: Askable, facts: Facts): readonly OtherHelp[] {
  return otherHelp.filter(({ when }) => holds(when, facts));
}
