import { type Change, next, type Save } from '../kernel/change.ts';
import type { Moment } from '../moment.ts';
import type { As } from '../programmes/intake.ts';
import type { ProgrammeDocument } from '../programmes/programme.ts';
import { newTask, type Task } from '../tasks/task.ts';
import type { Enquiry } from './enquiry.ts';
import { questionsFor } from './intake-answers.ts';

/** What a coordinator does about somebody who has come in like this, and answered. */
const TALK: Readonly<Record<As, Task['kind']>> = { mentee: 'to-talk-with', mentor: 'wants-to-mentor' };

/** What of a way in says anything of what was answered. */
export const NO_ANSWERS = {
  answersSealed: null,
  wordsSealed: null,
  outlineAgreedAt: null,
  firstSupported: null,
} as const satisfies Partial<Enquiry>;

/** Whether there is anything to decide from: what was answered, or nothing that is asked. */
export function hasAnswers({ answersSealed, as }: Enquiry, document: ProgrammeDocument): boolean {
  return answersSealed !== null || questionsFor(document, as).length === 0;
}

/** Whether a task is that somebody be spoken with on this way in, with answers or without. */
export function isForTalk({ kind, what }: Task, as: As): boolean {
  return kind === TALK[as] || (kind === 'no-answers' && what === as);
}

/**
 * Somebody is to be spoken with: one task, which says whether there is anything to read. Whoever had taken it on keeps it,
 * and it is as old as it was.
 */
export function talkTasks(
  open: readonly Task[],
  { as, programmeId, personId }: Pick<Enquiry, 'as' | 'programmeId' | 'personId'>,
  answered: boolean,
  at: Moment,
): Save[] {
  const said = answered ? { kind: TALK[as], what: null } : { kind: 'no-answers' as const, what: as };
  const own = open.filter((task) => task.programmeId === programmeId && isForTalk(task, as));
  if (own.length === 0)
    return [{ table: 'task', row: { ...newTask(said.kind, { programmeId, personId }, at), ...said } }];
  return own
    .filter(({ kind }) => kind !== said.kind)
    .map((task) => ({ table: 'task', row: next(task, said) }));
}

/** Whether a coordinator still needs to know something of them: whoever supports somebody may support another. */
function goesOn({ state, as }: Enquiry): boolean {
  return ['talking', 'training', 'waiting'].includes(state) || (state === 'matched' && as === 'mentor');
}

/**
 * What somebody answered on their ways in goes, and nothing else changes for them: they keep their place, and a coordinator
 * hears that there is nothing to read, not why.
 */
export function answersGo(
  enquiries: readonly Enquiry[],
  open: readonly Task[],
  at: Moment,
): Pick<Change, 'saves' | 'events'> {
  const gone = enquiries.filter((each) => each.answersSealed !== null || each.wordsSealed !== null);
  return {
    saves: gone.flatMap((each): Save[] => [
      { table: 'enquiry', row: next(each, NO_ANSWERS) },
      ...(goesOn(each) ? talkTasks(open, each, false, at) : []),
    ]),
    events: gone.map(({ id, personId, programmeId, as }) => ({
      event: 'enquiry.without-answers',
      ids: { enquiryId: id, personId, programmeId, as },
    })),
  };
}
