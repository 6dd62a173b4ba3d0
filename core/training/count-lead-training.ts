import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { leadingRoles, trained, trainingOf } from '../kernel/training.ts';
import { heldBack, loadToLead } from './held-back.ts';

/**
 * Where a programme names modules for those who lead a group, whoever has done all of them, and is held back by nothing
 * else, counts as trained to lead one (GRP-05, TRN-04), without a coordinator having to say so.
 */
export const countLeadTraining = command({
  name: 'count-lead-training',
  schema: z.object({ personId: z.uuid(), programmeId: z.uuid() }),
  async load(read, { personId, programmeId }) {
    const [standing, roles] = await Promise.all([
      loadToLead(read, personId, programmeId),
      read.people.rolesOf(personId),
    ]);
    return { standing, roles };
  },
  decide({ standing, roles }, { personId, programmeId }, at, by) {
    if (by.is !== 'clock') throw new Error('It is counted after something was put on record');
    const asks = standing?.document.training.modules.some(({ requiredOf }) =>
      requiredOf.includes('group-lead'),
    );
    if (standing === undefined || asks !== true) return change({});
    const isNews =
      leadingRoles(roles, programmeId).length > 0 && trainingOf(roles, programmeId) === undefined;
    if (!isNews || heldBack(standing, 'group-lead', at.now) !== undefined) return change({});
    return change({
      saves: trained(roles, programmeId, at, by),
      events: [{ event: 'role.trained', ids: { personId, programmeId, by: 'clock' } }],
    });
  },
});
