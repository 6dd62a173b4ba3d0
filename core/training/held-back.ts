import type { Temporal } from 'temporal-polyfill';
import { answersOf } from '../enquiries/sealed-enquiry.ts';
import type { Refusal } from '../kernel/command.ts';
import type { Person } from '../people/person.ts';
import { factsOf, gatesShut } from '../programmes/ask-rules.ts';
import type { IntakeAnswers } from '../programmes/intake.ts';
import type { Programme, ProgrammeDocument } from '../programmes/programme.ts';
import type { MovedOn } from '../store/read-experience.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { TrainingRecord } from './training.ts';
import {
  asksOf,
  inWords,
  moduleNames,
  type TrainingStands,
  trainingStands,
  WAYS_OF,
  type Whom,
} from './training-stands.ts';

/** Everything that decides whether somebody may be what they want to be in a programme. */
export type Standing = {
  readonly document: ProgrammeDocument;
  readonly person: Person;
  readonly records: readonly TrainingRecord[];
  readonly answers: IntakeAnswers;
  readonly movedOn: MovedOn | undefined;
};

/** What stands between somebody and a role, by the names that people read. */
export type HeldBack = {
  /** Names of modules, and of the check, that are still to come. */
  readonly training: readonly string[];
  /** Names of gates that would stay shut with all of the training done. */
  readonly gates: readonly string[];
};

/** Whether anything has to hold before somebody is that. Where it does not, nothing need be read. */
export function isAsked(document: ProgrammeDocument, whom: Whom): boolean {
  return asksOf(document, whom) || document.gates.some((gate) => gate.for === whom);
}

/** How these people stand in a programme, by their ids. `known`: what they answered, where it is open already. */
export async function loadStandings(
  read: Reader,
  { id: programmeId, document }: Programme,
  people: readonly Person[],
  whom: Whom,
  known?: ReadonlyMap<string, IntakeAnswers>,
): Promise<ReadonlyMap<string, Standing>> {
  if (people.length === 0 || !isAsked(document, whom)) return new Map();
  const ids = people.map(({ id }) => id);
  const isGated = document.gates.some((gate) => gate.for === whom);
  const as = whom === 'mentee' ? 'mentee' : 'mentor';
  const [records, enquiries, moved] = await Promise.all([
    read.training.records(ids, programmeId),
    isGated && known === undefined ? read.enquiries.ofMany(ids, programmeId, as) : [],
    isGated ? read.training.movedOn(ids, programmeId) : new Map<string, MovedOn>(),
  ]);
  const recordsOf = Map.groupBy(records, ({ personId }) => personId);
  const wayOf = new Map(enquiries.map((each) => [each.personId, each]));
  const opened = (person: Person): IntakeAnswers => {
    const enquiry = wayOf.get(person.id);
    return enquiry?.answersSealed == null ? {} : answersOf(enquiry, read.keys.of(person));
  };
  return new Map(
    people.map((person) => {
      // No gate, no question: nobody's answers are asked for.
      const answers = isGated ? (known?.get(person.id) ?? opened(person)) : {};
      const own = recordsOf.get(person.id) ?? [];
      const standing = { document, person, records: own, answers, movedOn: moved.get(person.id) };
      return [person.id, standing];
    }),
  );
}

export function standsOf(standing: Standing, whom: Whom, now: Temporal.Instant): TrainingStands {
  return trainingStands(standing.document, standing.records, WAYS_OF[whom], whom, now);
}

/** What holds somebody back from being that, now; undefined: nothing (TRN-02). Pure. */
export function heldBack(standing: Standing, whom: Whom, now: Temporal.Instant): HeldBack | undefined {
  const { document } = standing;
  const stands = standsOf(standing, whom, now);
  const check = document.training.disclosure?.name;
  const isChecked = ['not-asked', 'valid', 'ending'].includes(stands.disclosure);
  const training = [
    ...moduleNames(document, stands.missing),
    ...(isChecked || check === undefined ? [] : [check]),
  ];
  // With all of the training done, as far as gates ask for it: what is missing of it is named by itself.
  const facts = factsOf(document, {
    as: whom === 'mentee' ? 'mentee' : 'mentor',
    answers: standing.answers,
    adult: standing.person.adult,
    wasMentee: standing.movedOn !== undefined,
    monthsSinceMovedOn: monthsSince(standing, now),
    modules: [...new Set([...stands.inDate, ...stands.missing])],
    trained: true,
    disclosed: stands.disclosure !== 'not-asked',
  });
  const gates = gatesShut(document, whom, facts).map(({ name }) => name);
  return training.length + gates.length === 0 ? undefined : { training, gates };
}

/** Whole calendar months since somebody moved on, on the programme's clock; null where nobody moved on. */
export function monthsSince(
  { movedOn, document }: Pick<Standing, 'movedOn' | 'document'>,
  now: Temporal.Instant,
): number | null {
  const at = movedOn?.at ?? null;
  if (at === null) return null;
  const { zone } = document.safeguarding;
  return at.toZonedDateTimeISO(zone).until(now.toZonedDateTimeISO(zone), { largestUnit: 'months' }).months;
}

/** How somebody stands as a lead of groups in a programme; undefined where nothing is asked of those. */
export async function loadToLead(
  read: Reader,
  personId: string,
  programmeId: string,
): Promise<Standing | undefined> {
  const programme = await read.programmes.programme(programmeId);
  if (programme === undefined || !isAsked(programme.document, 'group-lead')) return undefined;
  const person = await read.people.person(personId);
  const found = await loadStandings(read, programme, person === undefined ? [] : [person], 'group-lead');
  return found.get(personId);
}

/** Why nobody can say of somebody that they are trained to lead a group: what their programme asks for first (D38). */
export function notToLead(standing: Standing | undefined, now: Temporal.Instant): Refusal | undefined {
  const held = standing === undefined ? undefined : heldBack(standing, 'group-lead', now);
  if (standing === undefined || held === undefined) return undefined;
  const what = inWords([...held.training, ...held.gates]);
  const name = standing.person.name ?? '';
  return { refused: 'person.not-trained', say: text('trained-not-yet', { name, what }) };
}
