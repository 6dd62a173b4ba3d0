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

/** An app in which somebody pressed "Join" turns out to be another of somebody's: the wish is theirs, and they are led back. */
export const bringGroupWishes = command({
  name: 'bring-group-wishes',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid(), emptyPersonId: z.uuid(), accountId: z.uuid() }),
  async load(read, { personId, emptyPersonId }) {
    const wishes = await read.groups.wishesOf(emptyPersonId);
    const theirs = await Promise.all(wishes.map(({ group }) => read.groups.inGroup(group.id, personId)));
    return { wishes, found: theirs.filter((each) => each !== undefined) };
  },
  decide({ wishes, found }, { personId, accountId }, at, by) {
    if (by.is !== 'clock') throw new Error('A wish goes with the account it was made in');
    const wished = found.flatMap(({ group, mine }) => {
      const row = group.state === 'open' ? wishOf({ group, mine }, personId, at) : undefined;
      return row === undefined ? [] : [row];
    });
    return change({
      saves: wished.map((row) => ({ table: 'group_member', row })),
      removals: wishes.map(({ mine }) => ({ table: 'group_member', id: mine.id })),
      outgoing: wished.map((row) => ({
        to: personId,
        account: accountId,
        screen: 'group-join',
        args: { groupId: row.groupId, back: true },
        mode: 'new',
      })),
    });
  },
});
