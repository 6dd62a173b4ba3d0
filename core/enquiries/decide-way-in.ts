import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../people/person.ts';
import { EVERYWHERE, factsOf, gatesShut, siteFor } from '../programmes/ask-rules.ts';
import type { As, IntakeAnswers } from '../programmes/intake.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import type { Gate } from '../programmes/remit.ts';
import type { Facts } from '../rules/rule.ts';
import type { MovedOn } from '../store/read-experience.ts';
import type { Reader } from '../store/reader.ts';
import { monthsSince } from '../training/held-back.ts';
import type { TrainingRecord } from '../training/training.ts';
import { moduleNames, type TrainingStands, trainingStands, WAYS_OF } from '../training/training-stands.ts';

/** What is known of somebody who comes in, beside what they answer. */
export type Standing = {
  readonly person: Pick<Person, 'adult'>;
  /** Whether they were supported here themselves, and since when they no longer are. */
  readonly movedOn: MovedOn | undefined;
  readonly records: readonly TrainingRecord[];
};

export async function loadStanding(read: Reader, person: Person, programmeId: string): Promise<Standing> {
  const [moved, records] = await Promise.all([
    read.training.movedOn([person.id], programmeId),
    read.training.records([person.id], programmeId),
  ]);
  return { person, movedOn: moved.get(person.id), records };
}

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
  const { person, movedOn, records } = standing;
  const stands = trainingStands(document, records, WAYS_OF[as], as, now);
  return factsOf(document, {
    as,
    answers,
    adult: person.adult,
    wasMentee: movedOn !== undefined,
    monthsSinceMovedOn: monthsSince({ movedOn, document }, now),
    modules: stands.inDate,
    trained: stands.missing.length === 0,
    disclosed: isSeen(stands),
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
  const isReady = as === 'mentee' || stillToCome(document, as, answers, standing, now).length === 0;
  return { state: isReady ? 'talking' : 'training', site: site.code };
}

/**
 * Without answers there is nothing to decide from but what is on record: they are to be spoken with, and belong where they
 * belonged; where there is one site only, to that.
 */
export function decideWithout(
  document: ProgrammeDocument,
  { as, site }: { readonly as: As; readonly site: string | null },
  standing: Standing,
  now: Temporal.Instant,
): Pick<WayIn, 'site'> & { readonly state: 'talking' | 'training' } {
  const [only, ...others] = document.sites;
  const alone = others.length > 0 ? null : (only ?? EVERYWHERE).code;
  const isReady = as === 'mentee' || stillToCome(document, as, {}, standing, now).length === 0;
  return { state: isReady ? 'talking' : 'training', site: site ?? alone };
}

/** What holds somebody back from a match for now: gates by their sentences, and modules by their names. */
export function stillToCome(
  document: ProgrammeDocument,
  as: As,
  answers: IntakeAnswers,
  standing: Standing,
  now: Temporal.Instant,
): readonly (Gate | string)[] {
  const shut = gatesShut(document, as, factsOfStanding(document, as, answers, standing, now));
  const stands = trainingStands(document, standing.records, WAYS_OF[as], as, now);
  const check = document.training.disclosure?.name;
  const lacksCheck = stands.disclosure !== 'not-asked' && !isSeen(stands);
  return [
    ...shut,
    ...moduleNames(document, stands.missing),
    ...(lacksCheck && check !== undefined ? [check] : []),
  ];
}

function isSeen({ disclosure }: TrainingStands): boolean {
  return disclosure === 'valid' || disclosure === 'ending';
}

/** Outside the years of age that a programme is for (ELG-08). Not said: nothing follows. */
function isOutOfAge({ ages }: ProgrammeDocument, answers: IntakeAnswers): boolean {
  const age = ages === undefined ? undefined : answers[ages.question];
  return ages !== undefined && typeof age === 'number' && (age < ages.from || age > ages.to);
}
