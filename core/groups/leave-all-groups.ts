import { z } from 'zod';
import { change, type DueNew, next, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isAhead } from './group-rules.ts';
import { refreshSoon } from './refresh-group-card.ts';

/**
 * Whoever is gone for good is in no group any more. A group that they led ends, with what it had planned: there is no peer
 * group without a trained mentor in it (GRP-05). Its members hear of it by the meetings that are called off.
 */
export const leaveAllGroups = command({
  name: 'leave-all-groups',
  schema: z.object({ personId: z.uuid() }),
  async load(read, { personId }) {
    const [mine, led] = await Promise.all([read.groups.groupsOf(personId), read.groups.ledBy(personId)]);
    const planned = await Promise.all(led.map(({ id }) => read.groups.planned(id)));
    return { mine, led, planned: planned.flat() };
  },
  decide({ mine, led, planned }, { personId }, at, by) {
    if (by.is !== 'clock') throw new Error('Nobody is taken out of all groups by somebody else');
    const left = { state: 'left', seat: null, leftAt: at.now, askedUntil: null, waitingSince: null } as const;
    const members = mine.map(
      (each): Save => ({ table: 'group_member', row: next(each.mine, { ...left, acceptedAt: null }) }),
    );
    const closed = led.map(
      (row): Save => ({ table: 'group', row: next(row, { state: 'closed', closedAt: at.now }) }),
    );
    const off = planned
      .filter((each) => isAhead(each, at.now))
      .map(
        ({ id, sequence }): DueNew => ({
          key: `group-without-lead:${id}`,
          command: 'cancel-group-meeting',
          args: { meetingId: id, sequence },
          at: at.now,
        }),
      );
    const others = mine.filter(({ group }) => !led.some(({ id }) => id === group.id));
    return change({
      saves: [...members, ...closed],
      events: [
        ...led.map(({ id }) => ({ event: 'group.closed', ids: { groupId: id } })),
        ...others.map(({ group }) => ({ event: 'group.left', ids: { groupId: group.id, personId } })),
      ],
      due: [...off, ...mine.map(({ group }) => refreshSoon('group', group.id, at))],
    });
  },
});
