import { z } from 'zod';
import { change, next, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import { instant } from '../kernel/instant.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { wallOf } from '../time/wall-time.ts';
import type { Group, GroupMeeting } from './group.ts';
import { remindersOf } from './group-reminders.ts';
import { isAhead, mayRun, meetingCard, noSuchGroup, notYours } from './group-rules.ts';
import { brought, dueAround, LONGEST_WARNING, newTo, toPlanner, troubleWith } from './plan-group-meeting.ts';
import { inPlaceOf, ownCard } from './refresh-group-card.ts';

const Args = z.object({
  meetingId: z.uuid(),
  /** What stood when it was decided to change it, where that is known. */
  sequence: z.int().optional(),
});

async function load(read: Reader, { meetingId }: z.infer<typeof Args>, by: By) {
  const meeting = await read.groups.meetingRow(meetingId);
  if (meeting === undefined) return undefined;
  const [group, roles, followers, answers] = await Promise.all([
    read.groups.groupRow(meeting.groupId),
    rolesOfActor(read, by, { meetingId }),
    read.groups.followers(meeting.groupId),
    read.groups.answers(meetingId),
  ]);
  return group === undefined ? undefined : { meeting, group, roles, followers, answers };
}
type Data = NonNullable<Awaited<ReturnType<typeof load>>>;

/** Another time. What members said stands, and those whom it matters to are asked whether it is still so. */
export const moveGroupMeeting = command({
  name: 'move-group-meeting',
  schema: Args.extend({ startsAt: instant }),
  load: (read, args, by) => load(read, args, by),
  decide(data, { sequence, startsAt }, at, by) {
    if (data === undefined) return noSuchGroup;
    const { meeting, group, roles } = data;
    if (!mayRun(group, by, roles)) return notYours;
    if (!isAhead(meeting, at.now)) return over(meeting);
    if (sequence !== undefined && meeting.sequence !== sequence) return changedSince(meeting);
    const trouble = troubleWith(startsAt, at.now);
    if (trouble !== undefined) return { refused: 'group.meeting-time', say: trouble, question: 'when' };
    const row = next(meeting, {
      startsAt,
      wall: wallOf(startsAt, meeting.zone),
      sequence: meeting.sequence + 1,
      movedFrom: meeting.startsAt,
    });
    return change({
      saves: [{ table: 'group_meeting', row }],
      callOff: [meetingCard(meeting.id), ...remindersCalledOff(data)],
      due: dueAround(row),
      // Reminders are planned anew for those who are coming.
      events: [{ event: 'group-meeting.moved', ids: { groupId: group.id, meetingId: row.id } }],
      outgoing: [...everywhere(data, row, 'moved', by), ...toPlanner(by, row, 'moved')],
    });
  },
});

/** What may be hard is said, said otherwise or taken back; those who are coming read it before it begins. */
export const warnOfGroupMeeting = command({
  name: 'warn-of-group-meeting',
  schema: z.object({ meetingId: z.uuid(), warning: z.string().trim().max(LONGEST_WARNING) }),
  load: (read, args, by) => load(read, args, by),
  decide(data, { warning: said }, at, by) {
    if (data === undefined) return noSuchGroup;
    const { meeting, group, roles } = data;
    if (!mayRun(group, by, roles)) return notYours;
    if (!isAhead(meeting, at.now)) return over(meeting);
    const warning = said === '' ? null : said;
    const row = next(meeting, { warning });
    if (meeting.warning === warning) return change({ outgoing: toPlanner(by, meeting, 'warned') });
    const ids = { groupId: group.id, meetingId: meeting.id };
    return change({
      saves: [{ table: 'group_meeting', row }],
      events: [{ event: 'group-meeting.warned', ids }],
      outgoing: [
        ...(warning === null ? brought(group, row) : everywhere(data, row, 'warned', by)),
        ...toPlanner(by, row, 'warned'),
      ],
    });
  },
});

/** Called off: the card says so where it stands, the entry leaves the calendar, and those who might have come are told. */
export const cancelGroupMeeting = command({
  name: 'cancel-group-meeting',
  schema: Args,
  load,
  decide(data, { sequence }, at, by) {
    if (data === undefined) return noSuchGroup;
    const { meeting, group, roles } = data;
    // By itself only when whoever led the group is gone.
    if (by.is !== 'clock' && !mayRun(group, by, roles)) return notYours;
    if (!isAhead(meeting, at.now)) return over(meeting);
    if (sequence !== undefined && meeting.sequence !== sequence) return changedSince(meeting);
    const row = next(meeting, { state: 'cancelled', cancelledAt: at.now, sequence: meeting.sequence + 1 });
    return change({
      saves: [{ table: 'group_meeting', row }],
      callOff: [meetingCard(meeting.id), ...remindersCalledOff(data)],
      events: [{ event: 'group-meeting.cancelled', ids: { groupId: group.id, meetingId: row.id } }],
      outgoing: [...everywhere(data, row, 'called-off', by), ...toPlanner(by, row, 'called-off')],
    });
  },
});

function remindersCalledOff({ meeting, answers }: Data): string[] {
  return answers.map(({ personId }) => remindersOf(meeting.id, personId));
}

/** The place, its calendar, and in private those who follow it there or may have set out to come. */
function everywhere(
  { group, answers, followers }: Data,
  row: GroupMeeting,
  news: 'moved' | 'called-off' | 'warned',
  by: By,
): OutgoingNew[] {
  const mine = by.is === 'person' ? by.person.id : '';
  const concerned = answers.filter(({ answer }) => answer !== null && answer !== 'cannot');
  const told = [...new Set([...followers, ...concerned].map(({ personId }) => personId))];
  const others = told.filter((each) => each !== mine);
  return [
    ...brought(group, row),
    ...(news === 'warned' ? [] : [inPlaceNews(group, row, news)]),
    ...others.flatMap((each) => [ownCard(each, row.id, 'refresh'), newTo(each, row, news)]),
  ];
}

/** A line of its own in the place, because a card that changes makes no sound. */
function inPlaceNews(group: Group, row: GroupMeeting, news: string): OutgoingNew {
  const args = { meetingId: row.id, news, sequence: row.sequence };
  const said = inPlaceOf(group, 'group-news', args, 'new', `group-news:${row.id}:${row.sequence}`);
  return { ...said, until: row.startsAt };
}

export function over(meeting: GroupMeeting): Refusal {
  const show = {
    screen: 'group-meeting-card',
    args: { meetingId: meeting.id },
    card: meetingCard(meeting.id),
  };
  const say = text(meeting.state === 'cancelled' ? 'group-meeting-is-off' : 'group-meeting-is-over');
  return { refused: 'group.meeting-over', say, show };
}

export function changedSince(meeting: GroupMeeting): Refusal {
  const show = {
    screen: 'group-meeting-card',
    args: { meetingId: meeting.id },
    card: meetingCard(meeting.id),
  };
  return { refused: 'group.meeting-changed', say: text('group-meeting-changed'), show };
}
