import { z } from 'zod';
import { type Change, change, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command } from '../kernel/command.ts';
import { nameOfActor, rolesOfActor } from '../kernel/coordinator.ts';
import { isBefore } from '../kernel/instant.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import type { GroupMeeting } from './group.ts';
import { remindersOf } from './group-reminders.ts';
import { groupCard, isClosed, mayRun, meetingCard, noSuchGroup, notYours } from './group-rules.ts';
import { brought } from './plan-group-meeting.ts';
import { inPlaceOf, ownCard } from './refresh-group-card.ts';

const Args = z.object({ groupId: z.uuid() });

async function load(read: Reader, { groupId }: z.infer<typeof Args>, by: By) {
  const group = await read.groups.groupRow(groupId);
  if (group === undefined) return undefined;
  const [roles, members, planned, task] = await Promise.all([
    rolesOfActor(read, by, { groupId }),
    read.groups.everybody(groupId),
    read.groups.planned(groupId),
    read.tasks.openAbout('group-to-open', groupId),
  ]);
  const meetings = await Promise.all(
    planned.map(async (meeting) => ({ meeting, answers: await read.groups.answers(meeting.id) })),
  );
  return { group, roles, members, meetings, task };
}
type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

/**
 * The lead or a coordinator closes a group. What was to come is called off, the card in its place says that it is closed, and
 * everybody who was in it or waited is told once.
 */
export const closeGroup = command({
  name: 'close-group',
  schema: Args,
  load,
  decide(data, { groupId }, at, by) {
    if (data === undefined) return noSuchGroup;
    const { group, roles, members, meetings, task } = data;
    if (!mayRun(group, by, roles)) return notYours;
    if (group.state === 'closed') return isClosed;
    const off = meetings.filter(({ meeting }) => isBefore(at.now, meeting.startsAt));
    const rows = off.map(({ meeting }) => calledOff(meeting, at));
    const row = next(group, { state: 'closed', closedAt: at.now, offeredTo: null });
    const done = task === undefined ? [] : [next(task, { doneAt: at.now, doneBy: nameOfActor(by) })];
    return change({
      saves: [
        { table: 'group', row },
        ...rows.map((each) => ({ table: 'group_meeting', row: each }) as const),
        ...done.map((each) => ({ table: 'task', row: each }) as const),
        ...notWaiting(members, at),
      ],
      callOff: [groupCard(groupId), ...off.flatMap(dueAbout)],
      events: [
        { event: 'group.closed', ids: { groupId } },
        ...rows.map(({ id }) => ({ event: 'group-meeting.cancelled', ids: { groupId, meetingId: id } })),
      ],
      outgoing: [
        inPlaceOf(row, 'group', { groupId }, 'refresh', groupCard(groupId)),
        ...rows.flatMap((each) => brought(row, each)),
        ...off.flatMap(({ meeting, answers }) =>
          answers.map(({ personId }) => ownCard(personId, meeting.id, 'refresh')),
        ),
        ...told(data, rows.length > 0, by),
      ],
    });
  },
});

function calledOff(meeting: GroupMeeting, at: Moment): GroupMeeting {
  return next(meeting, { state: 'cancelled', cancelledAt: at.now, sequence: meeting.sequence + 1 });
}

function dueAbout({ meeting, answers }: Data['meetings'][number]): string[] {
  return [meetingCard(meeting.id), ...answers.map(({ personId }) => remindersOf(meeting.id, personId))];
}

/** Nobody waits for a place any more; who was in it stays written down. */
function notWaiting(members: Data['members'], at: Moment): Change['saves'] {
  const gone = { state: 'left', seat: null, askedUntil: null, waitingSince: null, leftAt: at.now } as const;
  return members
    .filter(({ state }) => state !== 'in')
    .map((member) => ({ table: 'group_member', row: next(member, gone) }));
}

function told({ group, members }: Data, meetingOff: boolean, by: By): OutgoingNew[] {
  const args = { groupId: group.id, meetingOff };
  const shown = { screen: 'group-closed', args, mode: 'new' } as const;
  const mine = by.is === 'person' ? by.person.id : '';
  const concerned = members.filter(({ state }) => state !== 'wishes').map(({ personId }) => personId);
  const others = [...new Set([group.leadId, ...concerned])].filter((each) => each !== mine);
  const answer: OutgoingNew[] =
    by.is === 'person'
      ? [
          {
            to: mine,
            account: by.account.id,
            ...shown,
            evenIfStopped: true,
            args: { ...args, opened: true },
          },
        ]
      : [];
  return [...answer, ...others.map((to): OutgoingNew => ({ to, ...shown }))];
}
