import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import { isIn, noSuchGroup, notIn } from './group-rules.ts';
import { withRow } from './join-group.ts';
import { answered } from './open-group.ts';

/** Whether the group's meetings also come to somebody in private, in the app they read in. */
export const followGroup = command({
  name: 'follow-group',
  schema: z.object({ groupId: z.uuid(), follow: z.boolean() }),
  load: async (read, { groupId }, by) => await read.groups.inGroup(groupId, personOf(by).person.id),
  decide(found, { groupId, follow }, at, by) {
    const { person } = personOf(by);
    if (found === undefined) return noSuchGroup;
    if (!isIn(found.mine)) return notIn(groupId);
    return change({
      saves: [{ table: 'group_member', row: withRow(found, person.id, at, { follows: follow }) }],
      outgoing: answered(by, found.group, follow ? 'followed' : 'not-followed'),
    });
  },
});
