import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { nothingToDo, wishOf } from './join-group.ts';

/** Somebody wrote for the first time by pressing a button of a group: which one is kept, to lead them back to it. */
export const noteGroupWish = command({
  name: 'note-group-wish',
  schema: z.object({ groupId: z.uuid(), personId: z.uuid() }),
  load: async (read, { groupId, personId }) => await read.groups.inGroup(groupId, personId),
  decide(found, { personId }, at, by) {
    if (by.is !== 'clock') throw new Error('A wish is noted when somebody arrives');
    const wish = found === undefined ? undefined : wishOf(found, personId, at);
    return wish === undefined ? nothingToDo : change({ saves: [{ table: 'group_member', row: wish }] });
  },
});

/** They are through the welcome: back to what they came for. */
export const leadBackToGroup = command({
  name: 'lead-back-to-group',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid() }),
  load: async (read, { personId }) => await read.groups.groupsOf(personId),
  decide(groups, { personId }, _at, by) {
    if (by.is !== 'clock') throw new Error('Somebody is led back once they have joined');
    const wished = groups.filter(({ group, mine }) => mine.state === 'wishes' && group.state === 'open');
    return change({
      outgoing: wished.map(({ group }) => ({
        ...{ to: personId, screen: 'group-join', args: { groupId: group.id, back: true } },
        mode: 'new',
      })),
    });
  },
});
