import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../kernel/instant.ts';
import type { Button, Line } from '../kernel/message.ts';
import { text } from '../texts/text.ts';
import { whenParts } from '../time/say-when.ts';
import type { Board, Named } from './board.ts';
import { type Looking, nameIn, sinceIn } from './looking.ts';
import { taskLine } from './task-line.ts';

export type Part = 'reach' | 'asks' | 'meetings' | 'hand' | 'waiting';

/** One thing on the board: why it is there, and what deals with it. */
export type Item = {
  readonly part: Part;
  lines(n: string): Line[];
  buttons(n: string): Button[];
};

/** Everything on a board, in the order in which it needs somebody. */
export function itemsOf(board: Board, looking: Looking): Item[] {
  const tasks = board.tasks.map((task) => taskItem(task, looking));
  const of = (part: Part): Item[] => tasks.filter((each) => each.part === part);
  return [
    ...of('reach'),
    ...of('asks'),
    ...board.meetings.map((meeting) => meetingItem(meeting, looking)),
    ...of('hand'),
    ...board.quiet.map((pair) => quietItem(pair, looking)),
    ...board.waiting.map((waiting) => waitingItem(waiting, looking)),
    ...board.balance.map(balanceItem),
  ];
}

/** More who would support than who would be supported: where to look for people now (REC-14). */
function balanceItem({ programme, site, mentors, mentees }: Board['balance'][number]): Item {
  const where = site === '' ? programme : site;
  return {
    part: 'waiting',
    lines: (n) => [text('board-balance', { n, where, mentors: String(mentors), mentees: String(mentees) })],
    buttons: () => [],
  };
}

const PART_OF: Readonly<Record<string, Part>> = {
  'cannot-be-reached': 'reach',
  'group-out-of-reach': 'reach',
  'may-want-a-hand': 'hand',
};

function taskItem(task: Board['tasks'][number], looking: Looking): Item {
  const { person, two, takenBy } = task;
  const args = { taskId: task.id, pressedOn: looking.pressedOn, page: looking.page };
  const onIt: Line[] =
    takenBy === null
      ? []
      : [
          takenBy.id === looking.me.id
            ? text('board-on-it-you')
            : text('board-on-it', { name: nameIn(takenBy) }),
        ];
  return {
    part: PART_OF[task.kind] ?? 'asks',
    lines: (n) => [taskLine(task, n, looking), ...onIt],
    buttons: (n) => [
      ...(takenBy === null ? [{ label: text('board-button-take', { n }), command: 'take-task', args }] : []),
      ...(task.kind === 'new-person' && person !== null ? [giveRole(n, person)] : []),
      ...aboutWayIn(n, task, looking),
      ...aboutMatch(n, task, looking),
      ...aboutGroup(n, task, looking),
      ...(task.kind === 'training-register' ? [saysWhoCame(n)] : []),
      ...eachOnce([
        ...(person === null || task.kind === 'may-want-a-hand' ? [] : [person]),
        ...(two ?? []),
      ]).flatMap((each) => writeTo(n, each, looking)),
      { label: text('board-button-done', { n }), command: 'finish-task', args },
    ],
  };
}

function meetingItem(meeting: Board['meetings'][number], looking: Looking): Item {
  const { mentor, mentee, state, proposedBy, startsAt } = meeting;
  const { weekday, day, month, time } = whenParts(startsAt, looking.me.zone, looking.now);
  const two = { one: nameIn(mentee), two: nameIn(mentor) };
  const answers = proposedBy === mentor.id ? mentee : mentor;
  return {
    part: 'meetings',
    lines: (n) => [
      state === 'confirmed'
        ? text('board-today', { n, ...two, time })
        : text('board-asked', { n, ...two, weekday, day, month, time, waits: nameIn(answers) }),
    ],
    buttons: (n) =>
      (state === 'confirmed' ? [mentee, mentor] : [answers]).flatMap((each) => writeTo(n, each, looking)),
  };
}

function quietItem({ rhythmDays, since, mentor, mentee }: Board['quiet'][number], looking: Looking): Item {
  const two = { one: nameIn(mentee), two: nameIn(mentor) };
  return {
    part: 'hand',
    lines: (n) => [text('board-quiet', { n, ...two, days: String(rhythmDays), ...sinceIn(since, looking) })],
    buttons: (n) => [mentor, mentee].flatMap((each) => writeTo(n, each, looking)),
  };
}

function waitingItem(
  { person, since, wants, programmeId }: Board['waiting'][number],
  looking: Looking,
): Item {
  const said = { name: nameIn(person), ...sinceIn(since, looking) };
  const find = (n: string): Button => ({
    label: text('board-button-mentor', { n }),
    command: 'open-form',
    args: { form: 'bring-together', args: { menteeId: person.id, programmeId: programmeId ?? '' } },
  });
  return {
    part: 'waiting',
    lines: (n) => [
      wants === 'mentor' ? text('board-unmatched', { n, ...said }) : text('board-no-role', { n, ...said }),
    ],
    buttons: (n) => [wants === 'mentor' ? find(n) : giveRole(n, person), ...writeTo(n, person, looking)],
  };
}

const AS: Readonly<Record<string, string>> = { 'to-talk-with': 'mentee', 'wants-to-mentor': 'mentor' };

/** What deals with somebody who has come in: reading what they answered, and saying that they were spoken with. */
function aboutWayIn(
  n: string,
  { kind, what, person, programmeId }: Board['tasks'][number],
  { pressedOn, page }: Looking,
): Button[] {
  const as = AS[kind] ?? (kind === 'no-answers' ? what : null) ?? undefined;
  if (as === undefined || person === null || programmeId === null) return [];
  const whose = { personId: person.id, programmeId, as };
  return [
    { label: text('board-button-answers', { n }), command: 'open-enquiry', args: whose },
    {
      label: text('board-button-ready', { n }),
      command: 'enquiry-ready',
      args: { ...whose, pressedOn, page },
    },
  ];
}

/** What deals with two people who may become a pair: why, and a yes or a no. */
function aboutMatch(n: string, { matchId }: Board['tasks'][number], { page }: Looking): Button[] {
  if (matchId === null) return [];
  const args = { screen: 'match-to-confirm', args: { matchId, page } };
  return [{ label: text('board-button-match', { n }), command: 'show', args }];
}

/** What deals with a group: saying that its lead is trained, or a look at it. */
function aboutGroup(
  n: string,
  { kind, group }: Board['tasks'][number],
  { pressedOn, page }: Looking,
): Button[] {
  if (group === null) return [];
  const { id: groupId } = group;
  const see: Button = {
    label: text('board-button-group', { n }),
    command: 'show',
    args: { screen: 'group', args: { groupId } },
  };
  const isTrained: Button = {
    label: text('board-button-trained', { n }),
    command: 'confirm-group-lead',
    args: { groupId, pressedOn, page },
  };
  return kind === 'group-to-open' ? [isTrained, see] : [see];
}

function saysWhoCame(n: string): Button {
  return {
    label: text('board-button-training', { n }),
    command: 'show',
    args: { screen: 'training-register' },
  };
}

function giveRole(n: string, { id }: Named): Button {
  return {
    label: text('board-button-role', { n }),
    command: 'open-form',
    args: { form: 'choose-role', args: { personId: id } },
  };
}

/** Somebody may be named twice, as a person and as one of a pair. */
function eachOnce(people: readonly Named[]): Named[] {
  return [...new Map(people.map((each) => [each.id, each])).values()];
}

/** Only where the words can arrive; and nobody writes to themself. */
function writeTo(n: string, { id, name, reachable }: Named, { me }: Looking): Button[] {
  if (!reachable || id === me.id || name === null) return [];
  const args = { form: 'write-letter', args: { toId: id } };
  return [{ label: text('board-button-write', { n, name }), command: 'open-form', args }];
}

/** How much there is of each, for the top of the board. */
export function sumsOf(board: Board, dayEnds: Temporal.Instant) {
  const isToday = ({ startsAt, state }: Board['meetings'][number]) =>
    state === 'confirmed' && isBefore(startsAt, dayEnds);
  return text('board-sums', {
    today: board.meetings.filter(isToday).length,
    asked: String(board.meetings.filter(({ state }) => state === 'proposed').length),
    waiting: String(board.waiting.length),
    tasks: String(board.tasks.length),
  });
}
