import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { type By, command } from '../kernel/command.ts';
import {
  answerOnBoard,
  coordinatedBy,
  mayCoordinate,
  nameOfActor,
  rolesOfActor,
} from '../kernel/coordinator.ts';
import { isLeading } from '../kernel/training.ts';
import { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { loadToLead, notToLead } from '../training/held-back.ts';

/** By people, in a chat or at the desk, nobody is made one of these: that is for whoever runs the place. */
export const NOT_BY_PEOPLE: readonly Role['role'][] = [
  'coordinator',
  'safeguarding-lead',
  'safeguarding-deputy',
  'supervision-cover',
];

/** A coordinator gives somebody a role in a programme. Giving it again changes nothing. */
export const giveRole = command({
  name: 'give-role',
  schema: z.object({
    personId: z.uuid(),
    programmeId: z.uuid(),
    role: Role.shape.role,
    /** Also that they are trained to lead a group. */
    trained: z.boolean().default(false),
  }),
  async load(read, { personId, programmeId, role, trained }, by) {
    const [person, programme, known, roles, isTheirs, standing] = await Promise.all([
      read.people.person(personId),
      read.programmes.programme(programmeId),
      read.people.role(personId, programmeId, role),
      rolesOfActor(read, by),
      isTheirsToo(read, by, personId),
      trained ? loadToLead(read, personId, programmeId) : undefined,
    ]);
    return { person, programme, known, roles, isTheirs, standing };
  },
  decide(
    { person, programme, known, roles, isTheirs, standing },
    { personId, programmeId, role, trained },
    at,
    by,
  ) {
    if (!mayCoordinate(by, roles, programmeId) || (by.is !== 'coordinator' && NOT_BY_PEOPLE.includes(role)))
      return { refused: 'role.not-yours', say: text('coordinators-only') };
    if (person === undefined || !isTheirs) return { refused: 'person.unknown', say: text('person-unknown') };
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    if (person.state !== 'active') return { refused: 'person.not-ready', say: text('person-not-ready') };
    const answer = answerOnBoard(by, 'form', text('board-role-said'));
    const isNews = trained && isLeading({ role }) && (known?.trainedAt ?? null) === null;
    const notYet = isNews ? notToLead(standing, at.now) : undefined;
    if (notYet !== undefined) return notYet;
    const training = isNews ? { trainedAt: at.now, trainedBy: nameOfActor(by) } : {};
    const marked = isNews
      ? [{ event: 'role.trained', ids: { personId, programmeId, by: nameOfActor(by) } }]
      : [];
    if (known !== undefined && known.endedAt === null) {
      const saves = isNews ? [{ table: 'role', row: next(known, training) } as const] : [];
      return change({ saves, events: marked, outgoing: answer });
    }
    const row =
      known === undefined
        ? {
            id: at.newId(),
            version: 1,
            personId,
            programmeId,
            role,
            since: at.now,
            endedAt: null,
            ...training,
          }
        : next(known, { since: at.now, endedAt: null, ...training });
    return change({
      saves: [{ table: 'role', row }],
      events: [{ event: 'role.given', ids: { personId, programmeId, role } }, ...marked],
      outgoing: [{ to: personId, screen: 'role-given', args: { role, programmeId }, mode: 'new' }, ...answer],
    });
  },
});

/** People give a role to somebody of their own programmes, and to those who have never had one: nobody is taken from another. */
async function isTheirsToo(read: Reader, by: By, personId: string): Promise<boolean> {
  if (by.is === 'coordinator') return true;
  return await read.staff.isTheirs(coordinatedBy(await rolesOfActor(read, by)), personId);
}
