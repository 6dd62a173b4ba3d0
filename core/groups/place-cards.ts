import { z } from 'zod';
import { helpButton } from '../conversation/home-buttons.ts';
import { isBefore } from '../kernel/instant.ts';
import { type Line, message, type Paragraph } from '../kernel/message.ts';
import { type PlaceEntry, placeScreen } from '../kernel/screen.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { joinButton, leaveButton, reportButton, rulesButton } from './ground-rules.ts';
import type { Group, GroupMeeting } from './group.ts';
import { answerRows, countsOf, howAndWhere, mayBeHard } from './group-meeting-screens.ts';
import { endOf, placesLeft } from './group-rules.ts';
import { whenSaid } from './group-when.ts';

/** A group in its place: what it is and how many are in it. Its buttons answer only to whoever presses. */
export const groupInPlace = placeScreen({
  name: 'group',
  schema: z.object({ groupId: z.uuid() }),
  async load(read, { groupId }) {
    const [group, counts] = await Promise.all([read.groups.groupRow(groupId), read.groups.counts(groupId)]);
    return { group, counts };
  },
  show({ group, counts }, { groupId }) {
    if (group === undefined || group.state === 'made') return undefined;
    if (group.state === 'closed')
      return message([{ written: group.name }, text('group-is-closed')], [[helpButton]]);
    const left = placesLeft(group, counts.taken);
    return message(
      [
        { written: group.name },
        text('group-about'),
        text('group-counts', { members: counts.members, left }),
        ...(left > 0 ? [] : [text('group-full-in-place')]),
        text('group-name-shows'),
      ],
      [
        [joinButton(groupId), rulesButton(groupId)],
        [reportButton(groupId), leaveButton(groupId)],
        [helpButton],
      ],
    );
  },
});

async function loadMeeting(read: Reader, { meetingId }: { readonly meetingId: string }) {
  const meeting = await read.groups.meetingRow(meetingId);
  if (meeting === undefined) return undefined;
  const [group, tally] = await Promise.all([
    read.groups.groupRow(meeting.groupId),
    read.groups.tally(meetingId),
  ]);
  return group === undefined ? undefined : { meeting, group, tally };
}

/** A meeting in the group's place, and the entry of that place's calendar: when and where, and only how many come. */
export const groupMeetingInPlace = placeScreen({
  name: 'group-meeting',
  schema: z.object({ meetingId: z.uuid() }),
  load: loadMeeting,
  show(data, _args, { now }) {
    if (data === undefined) return undefined;
    const { meeting, group, tally } = data;
    const isOff = meeting.state === 'cancelled';
    const lines: Paragraph[] = [
      isOff ? text('group-meeting-is-off') : text('group-meeting-title', { name: group.name }),
      { moment: meeting.startsAt, says: whenSaid(meeting.startsAt, meeting.zone, now, true) },
      ...(isOff ? [] : [...howAndWhere(meeting), ...mayBeHard(meeting), countsOf(tally)]),
    ];
    const asks = !isOff && isBefore(now, meeting.startsAt);
    const rows = asks ? answerRows(meeting, false) : [];
    return {
      ...message(lines, [...rows, [rulesButton(group.id), reportButton(group.id)], [helpButton]]),
      entry: entryOf(meeting, group),
    };
  },
});

function entryOf(meeting: GroupMeeting, group: Group): PlaceEntry {
  const where: Line = meeting.where === null ? text('group-here') : { written: meeting.where };
  return {
    title: { written: group.name },
    about: text('group-about'),
    from: meeting.startsAt,
    until: endOf(meeting),
    where,
    rest: text('group-entry-rest'),
    calledOff: meeting.state === 'cancelled',
  };
}

/** That a meeting has moved or is called off, as a line of its own. Old news is not said. */
export const groupNewsInPlace = placeScreen({
  name: 'group-news',
  schema: z.object({ meetingId: z.uuid(), news: z.enum(['moved', 'called-off']), sequence: z.int() }),
  load: (read, args) => loadMeeting(read, args),
  show(data, { news, sequence }, { now }) {
    if (data === undefined || data.meeting.sequence !== sequence) return undefined;
    const { meeting, group } = data;
    const said = text(news === 'moved' ? 'group-news-moved' : 'group-news-called-off', { name: group.name });
    const when = whenSaid(meeting.startsAt, meeting.zone, now, true);
    return message([said, { moment: meeting.startsAt, says: when }], [[helpButton]]);
  },
});
