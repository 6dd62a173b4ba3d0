import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { By } from '../kernel/command.ts';
import { rolesOfActor } from '../kernel/coordinator.ts';
import type { Question, Taken } from '../kernel/form.ts';
import { form } from '../kernel/open-form.ts';
import type { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import type { Group, GroupMeeting } from './group.ts';
import { isAhead, mayRun } from './group-rules.ts';
import { takeTime, usualTimes, whenSaid } from './group-when.ts';
import { LONGEST_WARNING, LONGEST_WHERE } from './plan-group-meeting.ts';

type Data = {
  readonly group: Group | undefined;
  readonly meeting: GroupMeeting | undefined;
  readonly roles: readonly Role[];
  readonly by: By;
};

const LENGTHS = ['30', '45', '60', '90', '120'];
/** Until it is asked, for offering hours early enough in a day. */
const USUAL_MINUTES = 60;
const HERE = 'here';
const NOTHING_HARD = 'nothing';

/** Where there is nothing to plan the form is closed, and this is never shown. */
const zoneOf = ({ group }: Data): string => group?.zone ?? 'UTC';

const when: Question<Data> = {
  id: 'when',
  written: true,
  ask: ({ data, now }) => [
    ...(data.meeting === undefined
      ? []
      : [text('group-meeting-now-at'), whenSaid(data.meeting.startsAt, zoneOf(data), now, true)]),
    text('group-ask-when'),
  ],
  options: ({ data, now }) => usualTimes(zoneOf(data), now),
  take: (said, { data, now }) => takeTime(said, zoneOf(data), data.meeting?.minutes ?? USUAL_MINUTES, now),
};

const minutes: Question<Data> = {
  id: 'minutes',
  together: true,
  written: true,
  ask: () => [text('group-ask-minutes')],
  options: () => LENGTHS.map((each) => ({ label: text('minutes', { count: Number(each) }), value: each })),
  take(written): Taken {
    const count = Number(/^(\d{1,3})(?: ?min(?:ute)?s?)?$/u.exec(written.toLowerCase())?.[1] ?? 0);
    return count >= 5 && count <= 480 ? { value: String(count) } : { again: text('group-minutes-not-read') };
  },
};

const where: Question<Data> = {
  id: 'where',
  together: true,
  written: true,
  most: LONGEST_WHERE,
  ask: () => [text('group-ask-where'), text('group-ask-where-more')],
  options: () => [{ label: text('group-here'), value: HERE }],
  take: (written) => ({ value: written.replace(/\s+/gu, ' ') }),
};

/** What may be hard is said before anybody comes (SAF-07): plainly, and without the story itself. */
const warning: Question<Data> = {
  id: 'warning',
  together: true,
  written: true,
  most: LONGEST_WARNING,
  ask: () => [text('group-ask-warning'), text('group-ask-warning-more')],
  options: () => [{ label: text('group-nothing-hard'), value: NOTHING_HARD }],
  take: (written) => ({ value: written.replace(/\s+/gu, ' ') }),
};

const Planning = z.object({ groupId: z.uuid() });
const Warning = z.object({ meetingId: z.uuid() });
const Moving = z.object({ meetingId: z.uuid(), sequence: z.int() });

/** When, how long and where the group meets next. */
export const planGroupMeetingForm = form<Data>({
  name: 'plan-group-meeting',
  title: text('group-plan-title'),
  questions: [when, minutes, where, warning],
  load: async (read, args, by) => await loaded(read, Planning.parse(args).groupId, undefined, by),
  closed: (data) => whyClosed(data),
  finish({ args, answers }) {
    const said = answers['where'] ?? HERE;
    const place = said === HERE ? {} : { where: said };
    const time = { startsAt: answers['when'], minutes: Number(answers['minutes']) };
    const hard = answers['warning'] ?? NOTHING_HARD;
    const warned = hard === NOTHING_HARD ? {} : { warning: hard };
    return { command: 'plan-group-meeting', args: { ...Planning.parse(args), ...time, ...place, ...warned } };
  },
});

/** What may be hard at a meeting that is planned already. */
export const warnOfGroupMeetingForm = form<Data>({
  name: 'warn-of-group-meeting',
  title: text('group-warn-title'),
  questions: [warning],
  async load(read, args, by) {
    const meeting = await read.groups.meetingRow(Warning.parse(args).meetingId);
    return await loaded(read, meeting?.groupId, meeting, by);
  },
  closed: (data, now) => whyNotAhead(data, now),
  finish({ args, answers }) {
    const hard = answers['warning'] ?? NOTHING_HARD;
    const { meetingId } = Warning.parse(args);
    return {
      command: 'warn-of-group-meeting',
      args: { meetingId, warning: hard === NOTHING_HARD ? '' : hard },
    };
  },
});

/** Another time for a meeting; only the time changes. */
export const moveGroupMeetingForm = form<Data>({
  name: 'move-group-meeting',
  title: text('group-move-title'),
  questions: [when],
  async load(read, args, by) {
    const meeting = await read.groups.meetingRow(Moving.parse(args).meetingId);
    return await loaded(read, meeting?.groupId, meeting, by);
  },
  closed: (data, now) => whyNotAhead(data, now),
  finish: ({ args, answers }) => ({
    command: 'move-group-meeting',
    args: { ...Moving.parse(args), startsAt: answers['when'] },
  }),
});

async function loaded(
  read: Reader,
  groupId: string | undefined,
  meeting: GroupMeeting | undefined,
  by: By,
): Promise<Data> {
  const group = groupId === undefined ? undefined : await read.groups.groupRow(groupId);
  return { group, meeting, roles: await rolesOfActor(read, by, { groupId }), by };
}

function whyNotAhead(data: Data, now: Temporal.Instant): Text | undefined {
  const { meeting } = data;
  if (meeting === undefined || !isAhead(meeting, now)) return text('group-meeting-is-over');
  return whyClosed(data);
}

function whyClosed({ group, roles, by }: Data): Text | undefined {
  if (group === undefined || group.state === 'closed') return text('group-gone');
  if (!mayRun(group, by, roles)) return text('group-not-yours');
  return group.state === 'open' ? undefined : text('group-not-open');
}
