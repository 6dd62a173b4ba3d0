import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { type Button, message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import type { Marked } from '../store/read-group-meetings.ts';
import { text } from '../texts/text.ts';
import { groupButton } from './ground-rules.ts';
import { runsIt } from './group-rules.ts';
import { whenSaid } from './group-when.ts';

/** As many as one message of every app can carry, with what else it needs. */
const ON_A_PAGE = 10;

/** What one press makes of what is noted: nothing, came, did not, and nothing again. */
const AFTER = { blank: 'came', came: 'did-not', 'did-not': null } as const;

/** Who came: for the lead and coordinators alone, in private. */
export const groupRegister = screen({
  name: 'group-register',
  schema: z.object({ meetingId: z.uuid(), page: z.int().min(0).default(0) }),
  async load(read, { meetingId }) {
    const meeting = await read.groups.meetingRow(meetingId);
    if (meeting === undefined) return undefined;
    const [group, marked] = await Promise.all([
      read.groups.groupRow(meeting.groupId),
      read.groups.register(meetingId),
    ]);
    return group === undefined ? undefined : { meeting, group, marked };
  },
  show(data, { meetingId, page }, to) {
    if (data === undefined || !runsIt(data.group, to)) return undefined;
    const { meeting, group, marked } = data;
    const pages = Math.max(1, Math.ceil(marked.length / ON_A_PAGE));
    const shown = marked.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE);
    const isDone = meeting.registerDoneAt !== null;
    const lines = [
      text('group-register-title'),
      whenSaid(meeting.startsAt, to.person.zone, to.now),
      text('group-register-who-sees'),
      marked.length === 0 ? text('group-register-nobody') : text('group-register-how'),
      ...(pages === 1 ? [] : [text('list-page', { page: page + 1, pages })]),
      ...(isDone ? [text('group-register-done')] : []),
    ];
    const done: Button = { label: text('button-done'), command: 'finish-register', args: { meetingId } };
    return message(
      lines,
      [
        ...shown.map((each) => [markButton(each, meetingId, page)]),
        turns(meetingId, page, pages),
        isDone ? [] : [done],
        [hardButton(meetingId)],
        [groupButton(group.id)],
        homeButtons,
      ].filter((row) => row.length > 0),
    );
  },
});

/** Those who were there are asked how it was for them. Whoever presses it says nothing of anybody. */
function hardButton(meetingId: string): Button {
  return { label: text('button-group-was-hard'), command: 'group-was-hard', args: { meetingId } };
}

function markButton({ personId, name, attended }: Marked, meetingId: string, page: number): Button {
  const mark = attended ?? 'blank';
  return {
    label: text('group-mark', { name: name ?? '–', mark }),
    command: 'mark-attendance',
    args: { meetingId, personId, attended: AFTER[mark], page },
  };
}

function turns(meetingId: string, page: number, pages: number): Button[] {
  const to = (label: Button['label'], other: number): Button => ({
    label,
    command: 'show',
    args: {
      screen: 'group-register',
      args: { meetingId, page: other },
      card: `group-register:${meetingId}`,
    },
  });
  return [
    ...(page > 0 ? [to(text('button-back'), page - 1)] : []),
    ...(page < pages - 1 ? [to(text('button-next'), page + 1)] : []),
  ];
}
