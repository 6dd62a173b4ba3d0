import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { answerOnBoard, mayCoordinate, nameOfActor, rolesOfActor } from '../kernel/coordinator.ts';
import { isLeading } from '../kernel/training.ts';
import { Role } from '../people/person.ts';
import { text } from '../texts/text.ts';
import { loadToLead, notToLead } from '../training/held-back.ts';

/** In a chat nobody is made one of these: that is for whoever runs the place. */
const NOT_IN_A_CHAT: readonly Role['role'][] = ['coordinator', 'safeguarding-lead', 'safeguarding-deputy'];

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
    const [person, programme, known, roles, standing] = await Promise.all([
      read.people.person(personId),
      read.programmes.programme(programmeId),
      read.people.role(personId, programmeId, role),
      rolesOfActor(read, by),
      trained ? loadToLead(read, personId, programmeId) : undefined,
    ]);
    return { person, programme, known, roles, standing };
  },
  decide({ person, programme, known, roles, standing }, { personId, programmeId, role, trained }, at, by) {
    if (!mayCoordinate(by, roles, programmeId) || (by.is === 'person' && NOT_IN_A_CHAT.includes(role)))
      return { refused: 'role.not-yours', say: text('coordinators-only') };
    if (person === undefined) return { refused: 'person.unknown', say: text('person-unknown') };
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
