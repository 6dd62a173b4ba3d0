import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import {
  answerOnBoard,
  mayCoordinate,
  nameOfActor,
  PressedOnBoard,
  rolesOfActor,
} from '../kernel/coordinator.ts';
import { As } from '../programmes/intake.ts';
import { text } from '../texts/text.ts';
import { heldBack } from '../training/held-back.ts';
import { inWords } from '../training/training-stands.ts';
import { loadStanding } from './decide-way-in.ts';
import { heard } from './finish-intake.ts';
import { answersOf } from './sealed-enquiry.ts';
import { isForTalk } from './without-answers.ts';

/** Whose way in, as what, in which programme: what a board's button knows. */
export const Whose = z.object({ personId: z.uuid(), programmeId: z.uuid(), as: As });

const ROLE = { mentee: 'mentee', mentor: 'volunteer' } as const;

/**
 * A coordinator has spoken with somebody: from now on they wait for a match, and have the role that goes with it (ELG-01).
 * Nobody waits as a mentor with a module or a gate missing (TRN-02).
 */
export const enquiryReady = command({
  name: 'enquiry-ready',
  schema: PressedOnBoard.extend(Whose.shape),
  async load(read, { personId, programmeId, as }, by) {
    const enquiry = await read.enquiries.of(personId, programmeId, as);
    const [person, programme, roles, tasks] = await Promise.all([
      read.people.person(personId),
      read.programmes.programme(programmeId),
      rolesOfActor(read, by, { personId, enquiryId: enquiry?.id }),
      read.tasks.openAboutPerson(personId),
    ]);
    const [standing, held] = await Promise.all([
      person === undefined ? undefined : loadStanding(read, person, programmeId),
      Promise.all(
        ['mentee', 'mentor', 'volunteer'].map((role) => read.people.role(personId, programmeId, role)),
      ),
    ]);
    return { keys: read.keys, person, programme, enquiry, roles, tasks, standing, held };
  },
  decide(data, { personId, programmeId, as, pressedOn, page }, at, by) {
    const { person, programme, enquiry, roles, standing } = data;
    if (!mayCoordinate(by, roles, programmeId))
      return { refused: 'enquiry.not-yours', say: text('coordinators-only') };
    if (person === undefined || programme === undefined || enquiry === undefined || standing === undefined)
      return { refused: 'enquiry.unknown', say: text('enquiry-unknown') };
    if (person.state !== 'active') return { refused: 'person.not-ready', say: text('person-not-ready') };
    const outgoing = answerOnBoard(by, pressedOn, undefined, page);
    if (enquiry.state === 'waiting') return change({ outgoing });
    if (enquiry.state !== 'talking' && enquiry.state !== 'training')
      return { refused: 'enquiry.not-talking', say: text('enquiry-not-talking') };
    const { document } = programme;
    const answers = answersOf(enquiry, data.keys.of(person));
    const held = heldBack({ ...standing, document, person, answers }, as, at.now);
    if (held !== undefined) {
      const what = inWords([...held.training, ...held.gates]);
      return { refused: 'enquiry.not-complete', say: text('enquiry-not-complete', { what }) };
    }
    const about = { personId, programmeId };
    const open = data.tasks.filter((each) => each.programmeId === programmeId && isForTalk(each, as));
    const done: Save[] = open.map((task) => ({
      table: 'task',
      row: next(task, { doneAt: at.now, doneBy: nameOfActor(by) }),
    }));
    const row = next(enquiry, { state: 'waiting', waitingSince: at.now });
    const isHeld = data.held.some(
      (each) => each !== undefined && each.endedAt === null && isOf(as, each.role),
    );
    const known = data.held.find((each) => each?.role === ROLE[as]);
    const role =
      known === undefined
        ? { id: at.newId(), version: 1, ...about, role: ROLE[as], since: at.now, endedAt: null }
        : next(known, { since: at.now, endedAt: null });
    const given: Save[] = isHeld ? [] : [{ table: 'role', row: role }];
    return change({
      saves: [{ table: 'enquiry', row }, ...given, ...done],
      events: [
        { event: 'enquiry.ready', ids: { enquiryId: row.id, ...about, as } },
        ...(isHeld ? [] : [{ event: 'role.given', ids: { ...about, role: ROLE[as] } }]),
      ],
      outgoing: [...heard(person, row, false, at), ...outgoing],
    });
  },
});

function isOf(as: As, role: string): boolean {
  return as === 'mentee' ? role === 'mentee' : role === 'mentor' || role === 'volunteer';
}
