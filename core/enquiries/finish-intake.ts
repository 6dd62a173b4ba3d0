import { z } from 'zod';
import { type Change, change, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import type { Answers } from '../kernel/form.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import { consentRow, saidYes } from '../privacy/consent.ts';
import type { As, IntakeAnswers, IntakeQuestion } from '../programmes/intake.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import type { PersonKey } from '../store/keys.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { decideWayIn, decideWithout, loadStanding, type WayIn } from './decide-way-in.ts';
import type { Enquiry, Referral } from './enquiry.ts';
import { answersFrom, questionsFor, unanswered } from './intake-answers.ts';
import { IntakeArgs, OUTLINE } from './intake-form.ts';
import { newEnquiry, sourceFor } from './new-enquiry.ts';
import { answersOf, sealedAnswers, sealedWords } from './sealed-enquiry.ts';
import { hasAnswers, isForTalk, talkTasks } from './without-answers.ts';

async function load(read: Reader, person: Person, programmeId: string, as: As) {
  const [programme, enquiry, standing, tasks, consents] = await Promise.all([
    read.programmes.programme(programmeId),
    read.enquiries.of(person.id, programmeId, as),
    loadStanding(read, person, programmeId),
    read.tasks.openAboutPerson(person.id),
    read.privacy.consents(person.id),
  ]);
  const referral =
    enquiry?.referralId == null ? undefined : await read.enquiries.referral(enquiry.referralId);
  const open = tasks.filter((each) => isForTalk(each, as) && each.programmeId === programmeId);
  return { person, key: read.keys.of(person), programme, enquiry, standing, open, referral, consents };
}
type Data = Awaited<ReturnType<typeof load>>;

/**
 * The questions are answered, for the first time or anew: what follows is decided from the answers (ELG-02, ELG-04). What was
 * agreed with a coordinator stays as long as the answers still fit.
 */
export const finishIntake = command({
  name: 'finish-intake',
  schema: IntakeArgs.extend({ answers: z.record(z.string(), z.string()).default({}) }),
  load: (read, { programmeId, as }, by) => load(read, personOf(by).person, programmeId, as),
  decide(data, { as, source, keep, answers: given }, at, by) {
    const { person, account } = personOf(by);
    const { programme, key } = data;
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    const { document } = programme;
    const questions = questionsFor(document, as);
    const answers = answersFrom(questions, given);
    const lacking = unanswered(questions, answers);
    if (lacking !== undefined) return askedAnew(lacking);
    const consent = questions.length === 0 ? [] : agreed(data, keep, at);
    if ('refused' in consent) return consent;
    const begun = data.enquiry ?? newEnquiry(person, programme, as, sourceFor(document, person, source), at);
    const filled = answered(begun, { questions, answers, given }, key, at);
    const outgoing = {
      to: person.id,
      account: account.id,
      screen: 'way-in',
      args: { programmeId: programme.id, after: as },
      mode: 'new',
      evenIfStopped: true,
    } as const;
    const decided = settled(data, filled, document, { answers, isAsked: true }, at);
    return {
      ...decided,
      saves: [...decided.saves, ...consent],
      outgoing: [...decided.outgoing, outgoing],
    };
  },
});

/** Nothing that is answered is kept without a yes to the wording that stands: given before, or just now. */
function agreed({ consents, person }: Data, keep: number | undefined, at: Moment): Save[] | Refusal {
  const { said, wordings } = consents;
  const wording = wordings.answers;
  const own = said.find(({ part }) => part === 'answers');
  if (saidYes(own, wording)) return [];
  if (keep === undefined || keep < wording) {
    const show = { screen: 'consent', args: { part: 'answers' } };
    return { refused: 'consent.needed', say: text('consent-needed'), show };
  }
  const row = consentRow(said, person.id, 'answers', { state: 'given', wording }, at);
  return [{ table: 'consent', row }];
}

/** Asked again: an answer that has to be there is none in the document as it is now. */
function askedAnew({ code }: IntakeQuestion): Refusal {
  return { refused: 'enquiry.question', say: text('intake-asked-anew'), question: code };
}

type Filled = {
  readonly questions: readonly IntakeQuestion[];
  readonly answers: IntakeAnswers;
  readonly given: Answers;
};

/** The answers, sealed; how they put it themselves only where they agreed that somebody else reads it. */
function answered(
  enquiry: Enquiry,
  { questions, answers, given }: Filled,
  key: PersonKey,
  at: Moment,
): Enquiry {
  const agreed = given[OUTLINE] === 'yes';
  const own = questions
    .filter((each) => each.kind === 'words' && each.for.includes('outline'))
    .flatMap(({ code }) => answers[code] ?? [])
    .join('\n\n');
  const support = questions.find((each) => each.kind === 'yes-no' && each.for.includes('reach'));
  const had = support === undefined ? undefined : answers[support.code];
  return {
    ...enquiry,
    answersSealed: sealedAnswers(enquiry.id, answers, key, at.random(12)),
    wordsSealed: agreed && own !== '' ? sealedWords(enquiry.id, own, key, at.random(12)) : null,
    outlineAgreedAt: agreed ? at.now : null,
    firstSupported: typeof had === 'boolean' ? !had : null,
  };
}

type Known = {
  readonly answers: IntakeAnswers;
  /** They answer now, rather than that it is decided again from what they answered once. */
  readonly isAsked: boolean;
};

/** What follows for the enquiry, for those who look after it, and for whoever sent the person. */
function settled(
  data: Data,
  filled: Enquiry,
  document: ProgrammeDocument,
  { answers, isAsked }: Known,
  at: Moment,
): Change {
  const { as, programmeId, personId } = filled;
  const isAnswered = hasAnswers(filled, document);
  const decided = isAnswered
    ? found(filled, decideWayIn(document, as, answers, data.standing, at.now), isAsked)
    : decideWithout(document, filled, data.standing, at.now);
  const state = data.enquiry === undefined ? decided.state : stateAfter(data.enquiry, decided);
  const fields = {
    ...filled,
    state,
    site: decided.site ?? (state === 'matched' ? filled.site : null),
    // Whoever was ready, and has something to do again, waits as long as before once it is done.
    waitingSince: state === 'waiting' || state === 'training' ? filled.waitingSince : null,
    decidedAt: at.now,
  };
  const row: Enquiry = data.enquiry === undefined ? fields : { ...fields, version: data.enquiry.version + 1 };
  const isToTalk = (state === 'talking' || state === 'training') && fields.waitingSince === null;
  // Without answers there is something to talk about as long as nobody has said that it was.
  const over = isAnswered ? doneTasks(data, at) : [];
  const tasks: Save[] = isToTalk ? talkTasks(data.open, row, isAnswered, at) : over;
  const ids = { enquiryId: row.id, personId, programmeId, as, state };
  return change({
    saves: [{ table: 'enquiry', row }, ...tasks, ...inTouch(data.referral)],
    events: [{ event: 'enquiry.decided', ids }],
  });
}

/** Nobody is turned away behind their back: what no longer fits, though they answered nothing else, is talked about. */
function found({ state, site }: Enquiry, decided: WayIn, isAsked: boolean): WayIn {
  const wasIn = !isAsked && state !== 'elsewhere';
  return wasIn && decided.state === 'elsewhere' ? { state: 'talking', site } : decided;
}

/** Whoever waits at a site goes on waiting there, also after a while of having something to do again; a match stays. */
function stateAfter({ state, site, waitingSince }: Enquiry, decided: WayIn): Enquiry['state'] {
  if (state === 'matched') return state;
  const wasReady = state === 'waiting' || (state === 'training' && waitingSince !== null);
  const goesOn = wasReady && decided.state === 'talking' && decided.site === site;
  return goesOn ? 'waiting' : decided.state;
}

/** There is nothing to talk about any more, as far as this goes. */
export function doneTasks({ open }: Pick<Data, 'open'>, at: Moment): Save[] {
  return open.map((task) => ({ table: 'task', row: next(task, { doneAt: at.now, doneBy: 'way-in' }) }));
}

/** Whoever sent them hears, where that was agreed, that they are in touch; never what was decided. */
export function inTouch(referral: Referral | undefined): Save[] {
  if (referral === undefined || referral.state !== 'opened') return [];
  return [{ table: 'referral', row: next(referral, { state: 'in-touch' }) }];
}

/** Nothing is still to come, or they wait for a match from now on: said when they want to hear of it. */
export function heard(person: Person, enquiry: Enquiry, complete: boolean, at: Moment): OutgoingNew[] {
  const { zone, quietFrom, quietTo } = person;
  const args = { programmeId: enquiry.programmeId, as: enquiry.as, complete };
  const loud = nextLoud(at.now, zone, quietFrom, quietTo);
  return [{ to: person.id, screen: 'way-in-ready', args, mode: 'new', at: loud }];
}

/** Something that a rule asks for has changed, such as training: decided again from the answers there are. */
export const decideAgain = command({
  name: 'decide-again',
  schema: z.object({ personId: z.uuid(), programmeId: z.uuid() }),
  async load(read, { personId, programmeId }) {
    const person = await read.people.person(personId);
    if (person === undefined || person.state === 'erased') return [];
    return await Promise.all(
      (['mentee', 'mentor'] as const).map((as) => load(read, person, programmeId, as)),
    );
  },
  decide(found, _args, at) {
    const changes = found.flatMap((data) => {
      const { enquiry, programme, key } = data;
      if (enquiry === undefined || programme === undefined) return [];
      if (!['training', 'waiting', 'elsewhere', 'talking'].includes(enquiry.state)) return [];
      // Other help was named from answers that are no longer there: they can answer anew.
      if (enquiry.state === 'elsewhere' && !hasAnswers(enquiry, programme.document)) return [];
      const known = { answers: answersOf(enquiry, key), isAsked: false };
      const again = settled(data, enquiry, programme.document, known, at);
      const state = again.events.map(({ ids }) => ids['state'])[0];
      if (state === enquiry.state) return [];
      const isComplete = enquiry.state === 'training' && (state === 'talking' || state === 'waiting');
      return [
        isComplete ? { ...again, outgoing: heard(data.person, enquiry, state === 'talking', at) } : again,
      ];
    });
    return change({
      saves: changes.flatMap(({ saves }) => saves),
      events: changes.flatMap(({ events }) => events),
      outgoing: changes.flatMap(({ outgoing }) => outgoing),
    });
  },
});
