import { z } from 'zod';
import { homeButtons, otherHelpButton } from '../conversation/home-buttons.ts';
import { isBefore } from '../kernel/instant.ts';
import { type Button, message, type Paragraph } from '../kernel/message.ts';
import { type Recipient, screen } from '../kernel/screen.ts';
import { whereLines } from '../kernel/where-lines.ts';
import type { Tally } from '../store/read-group-meetings.ts';
import type { Reader } from '../store/reader.ts';
import { type Text, text } from '../texts/text.ts';
import { groupButton } from './ground-rules.ts';
import { Coming, type GroupMeeting } from './group.ts';
import { isAhead, isIn, runsIt } from './group-rules.ts';
import { registerButton } from './group-screen.ts';
import { whenSaid } from './group-when.ts';

const NEWS = {
  planned: text('group-meeting-planned'),
  moved: text('group-meeting-moved'),
  'called-off': text('group-meeting-called-off'),
  reminder: text('group-meeting-reminder'),
  warned: text('group-meeting-warned'),
} as const satisfies Record<string, Text>;
const News = z.enum(['planned', 'moved', 'called-off', 'reminder', 'warned']);

const Args = z.object({
  meetingId: z.uuid(),
  /** What has just happened, as long as nothing else has since. */
  news: News.optional(),
  sequence: z.int().optional(),
  /** Asked for, and so being read: until then nothing on a locked screen says what this is (ENR-07). */
  opened: z.boolean().default(false),
  /** Whether it also names other help, at the end. */
  otherHelp: z.boolean().default(false),
});

async function load(read: Reader, { meetingId }: { readonly meetingId: string }, to: Recipient) {
  const found = await read.groups.atMeeting(meetingId, to.person.id);
  return found === undefined ? undefined : { ...found, tally: await read.groups.tally(meetingId) };
}

/** A meeting of a group in somebody's own chat: the same as in the group's place, and their own answer. */
export const groupMeetingCard = screen({
  name: 'group-meeting-card',
  schema: Args,
  load: (read, args, to) => load(read, args, to),
  show(data, { news, sequence, opened, otherHelp }, to) {
    if (data === undefined || !(isIn(data.mine) || runsIt(data.group, to))) return undefined;
    const { meeting, group, tally } = data;
    const isFresh = news !== undefined && sequence === meeting.sequence;
    if ((news === 'reminder' || news === 'warned') && !(isFresh && isAhead(meeting, to.now)))
      return undefined;
    const isNamed = opened || !to.person.settings.discreet;
    const answer = data.answer?.answer ?? null;
    const lines: Paragraph[] = [
      ...(isFresh ? [NEWS[news]] : []),
      ...(meeting.state === 'cancelled' && news !== 'called-off' ? [text('group-meeting-is-off')] : []),
      { moment: meeting.startsAt, says: whenSaid(meeting.startsAt, to.person.zone, to.now) },
      ...(isNamed ? [{ written: group.name }] : []),
      ...howAndWhere(meeting),
      ...(isNamed ? mayBeHard(meeting) : []),
      ...(meeting.state === 'planned' ? [countsOf(tally)] : []),
      ...(answer === null ? [] : [text('group-you-said', { answer })]),
      ...(otherHelp ? [text('other-help')] : []),
    ];
    const asks = isIn(data.mine) && meeting.state === 'planned' && isBefore(to.now, meeting.startsAt);
    // What may be hard is nothing for a locked screen, and nobody says that they come before they could read it.
    const isHidden = !isNamed && meeting.warning !== null;
    const ways = isHidden ? [[seeButton(meeting.id)]] : answerRows(meeting, true);
    return message(lines, [
      ...(asks ? ways : []),
      ...(isIn(data.mine) && mayLeaveNow(meeting, answer, to) ? [[leaveNowButton(meeting.id)]] : []),
      ...(runsIt(group, to) ? runnerRows(meeting, to) : []),
      ...(otherHelp ? [[otherHelpButton]] : []),
      [groupButton(group.id)],
      homeButtons,
    ]);
  },
});

function seeButton(meetingId: string): Button {
  const args = { screen: 'group-meeting-card', args: { meetingId, opened: true } };
  return {
    label: text('button-see-it'),
    command: 'show',
    args: { ...args, card: `group-meeting:${meetingId}` },
  };
}

/** What whoever planned it said may be hard, above what can be answered. */
export function mayBeHard({ warning }: GroupMeeting): Paragraph[] {
  return warning === null ? [] : [text('group-may-be-hard'), { written: warning }, text('group-hard-ways')];
}

/** How long, and where. */
export function howAndWhere({ minutes, where }: GroupMeeting): Paragraph[] {
  const place =
    where === null ? [text('group-meets-here')] : whereLines(where, text('group-where'), text('group-link'));
  return [text('group-minutes', { minutes }), ...place];
}

export function countsOf(tally: Tally): Text {
  return text('group-tally', tally);
}

/** What can be said of a meeting to come; `own`: on the card of the one who says it. */
export function answerRows({ id, sequence }: GroupMeeting, own: boolean): Button[][] {
  const button = (answer: Coming): Button => ({
    label: text(`button-group-${answer}`),
    command: 'answer-group-meeting',
    args: { meetingId: id, sequence, answer, ...(own ? { own } : {}) },
  });
  return [
    [button('coming'), button('maybe')],
    [button('cannot'), button('listening')],
  ];
}

/** Whoever comes, and everybody while it is on. */
function mayLeaveNow({ state, startsAt, minutes }: GroupMeeting, answer: Coming | null, { now }: Recipient) {
  if (state !== 'planned' || answer === 'cannot' || !isBefore(now, startsAt.add({ minutes }))) return false;
  return answer !== null || !isBefore(now, startsAt);
}

function leaveNowButton(meetingId: string): Button {
  return { label: text('button-group-leave-now'), command: 'leave-group-meeting-now', args: { meetingId } };
}

/** The day after somebody left a meeting: it names nothing. */
export const afterLeaving = screen({
  name: 'after-leaving',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show(): ReturnType<typeof message> {
    const who: Button = {
      label: text('button-who'),
      command: 'show-any-time',
      args: { screen: 'who-can-i-talk-to' },
    };
    const write: Button = { label: text('button-reflect'), command: 'open-form', args: { form: 'reflect' } };
    return message([text('after-leaving'), text('after-leaving-ways')], [[who], [write], homeButtons]);
  },
});

function runnerRows(meeting: GroupMeeting, { now }: Recipient): Button[][] {
  const { id: meetingId, sequence } = meeting;
  if (meeting.state !== 'planned') return [];
  const move: Button = {
    label: text('button-group-move'),
    command: 'open-form',
    args: { form: 'move-group-meeting', args: { meetingId, sequence } },
  };
  const off: Button = {
    label: text('button-group-call-off'),
    command: 'show',
    args: { screen: 'group-call-off', args: { meetingId } },
  };
  const warn: Button = {
    label: text('button-group-warn'),
    command: 'open-form',
    args: { form: 'warn-of-group-meeting', args: { meetingId } },
  };
  const change = isBefore(now, meeting.startsAt) ? [[move, off], [warn]] : [];
  return [...change, ...(isBefore(now, meeting.startsAt) ? [] : [[registerButton(meetingId)]])];
}

/** One press more before a meeting is called off. */
export const groupCallOff = screen({
  name: 'group-call-off',
  schema: z.object({ meetingId: z.uuid() }),
  load,
  show(data, { meetingId }, to) {
    if (data === undefined || !runsIt(data.group, to)) return undefined;
    const { meeting } = data;
    const yes: Button = {
      label: text('button-group-call-off-yes'),
      command: 'cancel-group-meeting',
      args: { meetingId, sequence: meeting.sequence },
    };
    const when = whenSaid(meeting.startsAt, to.person.zone, to.now);
    return message([text('group-call-off-ask'), when], [[yes], [groupButton(data.group.id)], homeButtons]);
  },
});

/** What somebody said, to them alone. */
export const groupAnswered = screen({
  name: 'group-answered',
  schema: z.object({ meetingId: z.uuid() }),
  load,
  show(data, _args, to) {
    const answer = Coming.safeParse(data?.answer?.answer);
    if (data === undefined || !answer.success) return undefined;
    const { meeting } = data;
    const when = whenSaid(meeting.startsAt, to.person.zone, to.now);
    const lines: Paragraph[] = [
      text('group-you-said', { answer: answer.data }),
      { moment: meeting.startsAt, says: when },
      text('group-can-change'),
    ];
    return message(lines, [[groupButton(data.group.id)], homeButtons]);
  },
});
