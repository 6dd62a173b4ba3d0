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
import { leadingRoles, trained, trainingOf } from '../kernel/training.ts';
import type { Role } from '../people/person.ts';
import { text } from '../texts/text.ts';
import { loadToLead, notToLead } from '../training/held-back.ts';

/** A coordinator says that a mentor is trained to lead a group, or takes it back (GRP-05). Said again, nothing changes. */
export const markTrained = command({
  name: 'mark-trained',
  schema: PressedOnBoard.extend({
    personId: z.uuid(),
    programmeId: z.uuid(),
    trained: z.boolean().default(true),
  }),
  async load(read, { personId, programmeId }, by) {
    const [person, theirs, roles, led, standing] = await Promise.all([
      read.people.person(personId),
      read.people.rolesOf(personId),
      rolesOfActor(read, by, { personId }),
      read.groups.ledBy(personId),
      loadToLead(read, personId, programmeId),
    ]);
    return { person, theirs, roles, led, standing };
  },
  decide({ person, theirs, roles, led, standing }, args, at, by) {
    const { personId, programmeId, pressedOn, page } = args;
    if (!mayCoordinate(by, roles, programmeId))
      return { refused: 'role.not-yours', say: text('coordinators-only') };
    if (person === undefined) return { refused: 'person.unknown', say: text('person-unknown') };
    if (leadingRoles(theirs, programmeId).length === 0)
      return { refused: 'person.no-mentor', say: text('trained-no-mentor') };
    const outgoing = answerOnBoard(by, pressedOn, undefined, page);
    const isTrained = trainingOf(theirs, programmeId) !== undefined;
    const ids = { personId, programmeId, by: nameOfActor(by) };
    if (args.trained) {
      const refusal = isTrained ? undefined : notToLead(standing, at.now);
      if (refusal !== undefined) return refusal;
      const event = { event: 'role.trained', ids };
      return change({ saves: trained(theirs, programmeId, at, by), events: [event], outgoing });
    }
    if (led.some((group) => group.programmeId === programmeId && group.state === 'open'))
      return { refused: 'person.leads-group', say: text('trained-leads-group') };
    if (!isTrained) return change({ outgoing });
    const event = { event: 'role.not-trained', ids };
    return change({ saves: notTrained(theirs, programmeId), events: [event], outgoing });
  },
});

function notTrained(roles: readonly Role[], programmeId: string): Save[] {
  return leadingRoles(roles, programmeId)
    .filter(({ trainedAt }) => (trainedAt ?? null) !== null)
    .map((each) => ({ table: 'role', row: next(each, { trainedAt: null, trainedBy: null }) }));
}
