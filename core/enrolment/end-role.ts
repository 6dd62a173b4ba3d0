import { z } from 'zod';
import { change, type Event, next, type OutgoingNew, type Save } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import { answerOnBoard, mayCoordinate, rolesOfActor, seesEverything } from '../kernel/coordinator.ts';
import { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { NOT_BY_PEOPLE } from './give-role.ts';
import { type Depending, inTheWay } from './what-a-role-carries.ts';

const Args = z.object({ personId: z.uuid(), programmeId: z.uuid(), role: Role.shape.role });
type Args = z.infer<typeof Args>;

async function load(read: Reader, { personId, programmeId, role }: Args, by: By) {
  const [known, theirs, pairs, led, team, coordinators, programme, taken, roles] = await Promise.all([
    read.people.role(personId, programmeId, role),
    read.people.rolesOf(personId),
    read.pairs.pairsOf(personId),
    read.groups.ledBy(personId),
    read.concerns.team(programmeId),
    read.concerns.coordinators(programmeId),
    read.programmes.programme(programmeId),
    read.tasks.takenBy(personId, programmeId),
    rolesOfActor(read, by, { personId }),
  ]);
  const partners = await read.people.people(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]));
  const depending: Depending = { theirs, pairs, partners, led, team, coordinators, programme };
  return { known, depending, taken, roles };
}

const unknown: Refusal = { refused: 'role.unknown', say: text('role-not-held') };

/**
 * A coordinator ends somebody's role in a programme. Not while people depend on it: then it is said what to do first. What they
 * wrote and did stays theirs; what they had in hand goes back, and they are told.
 */
export const endRole = command({
  name: 'end-role',
  schema: Args,
  load,
  decide({ known, depending, taken, roles }, { personId, programmeId, role }, at, by) {
    if (!mayCoordinate(by, roles, programmeId) || (NOT_BY_PEOPLE.includes(role) && !seesEverything(by)))
      return { refused: 'role.not-yours', say: text('coordinators-only') };
    if (known === undefined || known.endedAt !== null) return unknown;
    const first = inTheWay(known, depending);
    if (first !== undefined) return first;
    const { programme } = depending;
    const isOfTeam = NOT_BY_PEOPLE.includes(role);
    const saves: Save[] = [
      { table: 'role', row: next(known, { endedAt: at.now }) },
      // Two of a team who are let go at the same moment meet here, so that somebody is left.
      ...(isOfTeam && programme !== undefined
        ? [{ table: 'programme', row: next(programme, {}) } as const]
        : []),
      ...(role === 'coordinator' ? taken : []).map(
        (task): Save => ({ table: 'task', row: next(task, { takenById: null, takenAt: null }) }),
      ),
    ];
    return change({
      saves,
      events: eventsOf({ personId, programmeId, role }),
      outgoing: told(by, { personId, programmeId, role }),
    });
  },
});

function eventsOf(ids: Args): Event[] {
  const ended: Event = { event: 'role.ended', ids };
  const isAnswering = ids.role === 'safeguarding-lead' || ids.role === 'safeguarding-deputy';
  return isAnswering ? [ended, { event: 'answerer.gone', ids: { personId: ids.personId } }] : [ended];
}

function told(by: By, { personId, programmeId, role }: Args): OutgoingNew[] {
  const ended: OutgoingNew = { to: personId, screen: 'role-ended', args: { role, programmeId }, mode: 'new' };
  return [ended, ...answerOnBoard(by, 'form', text('board-role-ended'))];
}
