import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../kernel/instant.ts';
import type { Person, Role } from '../people/person.ts';
import { factsOf, gatesShut, siteFor } from '../programmes/ask-rules.ts';
import type { As, IntakeAnswers } from '../programmes/intake.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import type { Gate } from '../programmes/remit.ts';
import type { Facts } from '../rules/rule.ts';
import type { TrainingRecord } from '../training/training.ts';

/** What is known of somebody who comes in, beside what they answer. */
export type Standing = {
  readonly person: Pick<Person, 'adult'>;
  /** Their role as a mentee of this programme, if they ever had one. */
  readonly wasMentee: Role | undefined;
  readonly records: readonly TrainingRecord[];
};

/** What the answers come to. Nobody is turned away: "elsewhere" names other help, and the door stays open. */
export type WayIn = {
  readonly state: 'talking' | 'training' | 'elsewhere';
  readonly site: string | null;
};

/** The facts that a programme's rules are asked with. */
export function factsOfStanding(
  document: ProgrammeDocument,
  as: As,
  answers: IntakeAnswers,
  standing: Standing,
  now: Temporal.Instant,
): Facts {
  const { person, wasMentee } = standing;
  const good = standing.records.filter(({ endsAt }) => endsAt === null || isBefore(now, endsAt));
  const modules = good.filter(({ kind }) => kind === 'module').map(({ what }) => what);
  const left = wasMentee?.endedAt ?? null;
  return factsOf(document, {
    as,
    answers,
    adult: person.adult,
    wasMentee: wasMentee !== undefined,
    monthsSinceMovedOn: left === null ? null : monthsBetween(left, now),
    modules,
    trained: missingModules(document, as, modules).length === 0,
    disclosed: good.some(({ kind }) => kind === 'disclosure'),
  });
}

/** Decides, from answers alone and what is on record: the same answers come to the same. */
export function decideWayIn(
  document: ProgrammeDocument,
  as: As,
  answers: IntakeAnswers,
  standing: Standing,
  now: Temporal.Instant,
): WayIn {
  const facts = factsOfStanding(document, as, answers, standing, now);
  if (isOutOfAge(document, answers)) return { state: 'elsewhere', site: null };
  const site = siteFor(document, as, facts);
  if (site === undefined) return { state: 'elsewhere', site: null };
  const isReady = as === 'mentee' || stillToCome(document, as, facts).length === 0;
  return { state: isReady ? 'talking' : 'training', site: site.code };
}

/** What holds somebody back from a match for now: gates by their sentences, and modules by their names. */
export function stillToCome(document: ProgrammeDocument, as: As, facts: Facts): readonly (Gate | string)[] {
  const shut = gatesShut(document, as, facts);
  const modules = document.training.modules.filter(
    ({ code, requiredOf }) => requiredOf.includes(as) && facts[`module.${code}`] !== true,
  );
  const { disclosure } = document.training;
  const lacksCheck = disclosure?.requiredOf.includes(as) === true && facts['disclosure'] !== true;
  return [
    ...shut,
    ...modules.map(({ name }) => name),
    ...(lacksCheck && disclosure !== undefined ? [disclosure.name] : []),
  ];
}

function missingModules({ training }: ProgrammeDocument, as: As, done: readonly string[]): string[] {
  return training.modules
    .filter(({ code, requiredOf }) => requiredOf.includes(as) && !done.includes(code))
    .map(({ code }) => code);
}

/** Outside the years of age that a programme is for (ELG-08). Not said: nothing follows. */
function isOutOfAge({ ages }: ProgrammeDocument, answers: IntakeAnswers): boolean {
  const age = ages === undefined ? undefined : answers[ages.question];
  return ages !== undefined && typeof age === 'number' && (age < ages.from || age > ages.to);
}

function monthsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  const day = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('UTC').toPlainDate();
  return day(from).until(day(to), { largestUnit: 'months' }).months;
}
