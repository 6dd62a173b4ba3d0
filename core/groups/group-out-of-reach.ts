import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { newTask } from '../tasks/task.ts';
import { nothingToDo } from './join-group.ts';

/** The place of a group is gone, or the bot may not write there any more: nobody in it hears of anything, so a coordinator does. */
export const groupOutOfReach = command({
  name: 'group-out-of-reach',
  schema: z.object({ groupId: z.uuid() }),
  keepsForm: true,
  async load(read, { groupId }) {
    const [group, open] = await Promise.all([
      read.groups.groupRow(groupId),
      read.tasks.openAbout('group-out-of-reach', groupId),
    ]);
    return { group, open };
  },
  decide({ group, open }, { groupId }, at, by) {
    if (by.is !== 'clock') throw new Error('That a place is gone is noticed by no person');
    if (group === undefined || group.state === 'closed' || open !== undefined) return nothingToDo;
    const row = newTask('group-out-of-reach', { programmeId: group.programmeId, groupId }, at);
    return change({
      saves: [{ table: 'task', row }],
      events: [{ event: 'group.out-of-reach', ids: { groupId } }],
    });
  },
});
