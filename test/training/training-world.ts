import type { By, Performed } from '../../core/index.ts';
import type { Person, Role } from '../../core/people/person.ts';
import { ProgrammeDocument } from '../../core/programmes/programme.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';

const DESK: By = { is: 'coordinator', name: 'desk' };

export const TRAINING = {
  modules: [
    { code: 'listening', name: 'Listening', requiredOf: ['mentor'] },
    { code: 'safety', name: 'Health and safety', requiredOf: ['mentor'], refreshMonths: 12 },
  ],
};

export type TrainingWorld = {
  readonly world: PaperWorld;
  readonly programmeId: string;
  /** The programme has this document from now on. */
  has(more: object): Promise<void>;
  somebody(name: string, role: Role['role'], more?: Partial<Person>): Promise<Writer>;
  desk(command: string, args: object): Promise<Performed>;
  does(who: Writer, command: string, args: object): Promise<Performed>;
  /** Put on record at the desk. */
  didModule(who: Writer, what: string, doneOn?: string): Promise<void>;
  meets(mentor: Writer, mentee: Writer): Promise<string>;
};

/** What became of something, in a word. */
export function outcome(performed: Performed): string {
  return performed.did === 'refused' ? performed.refusal.refused : performed.did;
}

export async function openTrainingWorld(at?: string): Promise<TrainingWorld> {
  const world = await openPaperWorld(at);
  const { programmeId, core } = world;
  const by = async (who: Writer): Promise<By> => {
    const [person, account] = await Promise.all([
      core.read.people.person(who.id),
      core.read.people.account(who.accountId),
    ]);
    if (person === undefined || account === undefined) throw new Error('There is nobody like that');
    return { is: 'person', person, account };
  };
  const done = async (command: string, args: object, doer: By): Promise<Performed> => {
    const performed = await core.perform({ command, args, by: doer });
    await core.settle();
    return performed;
  };
  const desk = (command: string, args: object) => done(command, args, DESK);
  return {
    world,
    programmeId,
    async has(more) {
      const programme = await core.read.programmes.programme(programmeId);
      if (programme === undefined) throw new Error('There is no programme');
      const document = ProgrammeDocument.parse({ ...programme.document, ...more });
      const row = { ...programme, document, version: programme.version + 1 };
      await world.commit({ saves: [{ table: 'programme', row }] });
    },
    async somebody(name, role, more) {
      const who = await world.person(name, more);
      await desk('give-role', { personId: who.id, programmeId, role });
      return who;
    },
    desk,
    does: async (who, command, args) => await done(command, args, await by(who)),
    async didModule(who, what, doneOn = '2026-11-01') {
      const args = { personId: who.id, programmeId, kind: 'module', what, doneOn };
      const performed = await desk('record-training', args);
      if (performed.did !== 'done') throw new Error(outcome(performed));
    },
    async meets(mentor, mentee) {
      const args = { programmeId, mentorId: mentor.id, menteeId: mentee.id };
      const performed = await desk('make-pair', args);
      if (performed.did !== 'refused') return performed.did;
      const { id, args: said } = performed.refusal.say;
      return `${performed.refusal.refused}: ${id} ${JSON.stringify(said)}`;
    },
  };
}
