import { z } from 'zod';
import { change, type DueNew, next } from '../kernel/change.ts';
import { command, personOf } from '../kernel/command.ts';
import type { Promised } from '../store/read-group-meetings.ts';
import { text } from '../texts/text.ts';
import { remindersOf } from './group-reminders.ts';
import { isAhead, LEADS_SEAT, noSuchGroup, notIn } from './group-rules.ts';
import { refreshSoon } from './refresh-group-card.ts';

/** Leaving, or no longer waiting, is one press and needs no reason. The first who waits is asked next. */
export const leaveGroup = command({
  name: 'leave-group',
  schema: z.object({ groupId: z.uuid() }),
  async load(read, { groupId }, by) {
    const { id } = personOf(by).person;
    const [found, promised] = await Promise.all([
      read.groups.inGroup(groupId, id),
      read.groups.saidOf(groupId, id),
    ]);
    return { found, promised };
  },
  decide({ found, promised }, { groupId }, at, by) {
    const { person, account } = personOf(by);
    if (found === undefined) return noSuchGroup;
    const { mine } = found;
    if (mine === null || mine.state === 'left') return notIn(groupId);
    if (mine.seat === LEADS_SEAT) return { refused: 'group.lead-stays', say: text('group-lead-stays') };
    const ahead = promised.filter(({ meeting }) => isAhead(meeting, at.now));
    const left = { state: 'left', seat: null, leftAt: at.now, askedUntil: null, waitingSince: null } as const;
    return change({
      saves: [{ table: 'group_member', row: next(mine, left) }],
      // What they said of meetings to come goes with them; what was noted of earlier ones stays.
      removals: ahead.map(({ answer }) => ({ table: 'group_answer', id: answer.id })),
      callOff: ahead.map(({ meeting }) => remindersOf(meeting.id, person.id)),
      events: [{ event: 'group.left', ids: { groupId, personId: person.id } }],
      due: [refreshSoon('group', groupId, at), ...refreshed(ahead, at)],
      outgoing: [
        {
          to: person.id,
          account: account.id,
          screen: 'say',
          mode: 'new',
          evenIfStopped: true,
          args: { id: mine.state === 'in' ? 'group-left' : 'group-left-list', args: {} },
        },
      ],
    });
  },
});

function refreshed(ahead: readonly Promised[], at: Parameters<typeof refreshSoon>[2]): DueNew[] {
  return ahead.map(({ meeting }) => refreshSoon('meeting', meeting.id, at));
}
