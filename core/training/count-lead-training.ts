import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { leadingRoles, trained, trainingOf } from '../kernel/training.ts';
import { trainingStands, WAYS_OF } from './training-stands.ts';

/**
 * Where a programme names modules for those who lead a group, whoever has done all of them counts as trained to lead one
 * (GRP-05, TRN-04), without a coordinator having to say so.
 */
export const countLeadTraining = command({
  name: 'count-lead-training',
  schema: z.object({ personId: z.uuid(), programmeId: z.uuid() }),
  async load(read, { personId, programmeId }) {
    const [programme, roles, records] = await Promise.all([
      read.programmes.programme(programmeId),
      read.people.rolesOf(personId),
      read.training.records([personId], programmeId),
    ]);
    return { programme, roles, records };
  },
  decide({ programme, roles, records }, { personId, programmeId }, at, by) {
    if (by.is !== 'clock') throw new Error('It is counted after something was put on record');
    const asks = programme?.document.training.modules.some(({ requiredOf }) =>
      requiredOf.includes('group-lead'),
    );
    if (programme === undefined || asks !== true) return change({});
    const stands = trainingStands(programme.document, records, WAYS_OF['group-lead'], 'group-lead', at.now);
    const isNews =
      leadingRoles(roles, programmeId).length > 0 && trainingOf(roles, programmeId) === undefined;
    if (!stands.complete || !isNews) return change({});
    return change({
      saves: trained(roles, programmeId, at, by),
      events: [{ event: 'role.trained', ids: { personId, programmeId, by: 'clock' } }],
    });
  },
});
