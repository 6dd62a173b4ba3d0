import { z } from 'zod';
import { type Change, change, type DueNew, next, type OutgoingNew } from '../kernel/change.ts';
import { command, personOf, type Refusal } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { otherHelpNamed } from '../kernel/other-help.ts';
import type { Moment } from '../moment.ts';
import { newTask } from '../tasks/task.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import { mayNudge, wantsNudges } from './may-nudge.ts';
import type { Nudge } from './nudge.ts';

/** What it is kept as among the nudges, whose caps it shares. */
export const GROUP_STILL_HELPING = 'group-still-helping';
/** Members looked at in one go. */
const PAGE = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const LOOKS_BACK = 40;
const WAITS = { hours: 12 };
/** Whoever left a meeting of a group at once is not asked so soon how all of it is going. */
const AFTER_LEAVING = { hours: 48 };

/** Begins the day's look at those who are in groups. Its key is its date: however often it is asked for, it is due once. */
export function groupSweep(date: string, at: Moment['now'], after?: string): DueNew {
  return {
    key: `sweep-groups:${date}:${after ?? ''}`,
    command: 'sweep-groups',
    args: { date, ...(after === undefined ? {} : { after }) },
    at,
  };
}

/** For programmes that wish it: whom of those in groups to ask today. Whether they are really asked is decided then. */
export const sweepGroups = command({
  name: 'sweep-groups',
  schema: z.object({ date: z.iso.date(), after: z.uuid().optional() }),
  async load(read, { after }) {
    const programmes = (await read.programmes.all()).filter(({ document }) => document.stillHelping.on);
    const ids = programmes.map(({ id }) => id);
    const members =
      ids.length === 0
        ? []
        : await read.care.membersToAsk(GROUP_STILL_HELPING, ids, after ?? BEFORE_ALL, PAGE);
    return { programmes, members };
  },
  decide({ programmes, members }, { date }, at, by): Change {
    if (by.is !== 'clock') throw new Error('A sweep is due at its time, nobody asks for it');
    const due = members.flatMap(({ person, groupId, programmeId, since }): DueNew[] => {
      const weeks = programmes.find(({ id }) => id === programmeId)?.document.stillHelping.weeks;
      if (weeks === undefined || isBefore(at.now, since.add({ hours: weeks * 7 * 24 }))) return [];
      if (wantsNudges(person, at.now).may !== 'now') return [];
      const loud = nextLoud(at.now, person.zone, person.quietFrom, person.quietTo);
      return [
        {
          key: `${GROUP_STILL_HELPING}:${groupId}:${person.id}:${date}`,
          command: 'ask-group-still-helping',
          args: { personId: person.id, groupId },
          at: loud,
          until: loud.add(WAITS),
          subject: `nudges:${person.id}`,
        },
      ];
    });
    const last = members.length === PAGE ? members.at(-1) : undefined;
    return change({
      due: [...(last === undefined ? [] : [groupSweep(date, at.now, last.memberId)]), ...due],
    });
  },
});

/** Asks one member, in private, if they may be written to first now. What cannot be asked today is asked another day. */
export const askGroupStillHelping = command({
  name: 'ask-group-still-helping',
  speaksFirst: true,
  schema: z.object({ personId: z.uuid(), groupId: z.uuid() }),
  async load(read, { personId, groupId }) {
    const found = await read.groups.inGroup(groupId, personId);
    const [programme, person, recent, left] = await Promise.all([
      found === undefined ? undefined : read.programmes.programme(found.group.programmeId),
      read.people.person(personId),
      read.nudges.latestTo(personId, LOOKS_BACK),
      read.kept.timesOf('group-meeting.left-now', 'personId', personId, 1),
    ]);
    return { found, programme, person, recent, left: left[0] };
  },
  decide({ found, programme, person, recent, left }, _args, at, by): Change {
    if (by.is !== 'clock') throw new Error('It is asked at its time, nobody asks for it');
    const document = programme?.document;
    if (found?.group.state !== 'open' || found.mine?.state !== 'in' || person === undefined)
      return change({});
    if (document?.stillHelping.on !== true) return change({});
    if (left !== undefined && isBefore(at.now, left.add(AFTER_LEAVING))) return change({});
    const { weeklyCap } = document.nudges;
    if (mayNudge({ person, recent, unanswered: 0, weeklyCap, now: at.now }).may !== 'now') return change({});
    const id = at.newId();
    const groupId = found.group.id;
    const row: Nudge = {
      id,
      version: 1,
      personId: person.id,
      pairId: null,
      rule: GROUP_STILL_HELPING,
      facts: { weeks: document.stillHelping.weeks, groupId },
      createdAt: at.now,
    };
    const ids = { personId: person.id, groupId };
    return change({
      saves: [
        { table: 'nudge', row },
        // Two nudges decided on side by side, or one beside a "stop", cannot both stand.
        { table: 'person', row: next(person, {}) },
      ],
      events: [{ event: 'still-helping.asked', ids }, otherHelpNamed(person.id)],
      outgoing: [
        {
          to: person.id,
          screen: GROUP_STILL_HELPING,
          args: { nudgeId: id },
          mode: 'new',
          card: `nudge:${id}`,
          until: at.now.add(WAITS),
        },
      ],
    });
  },
});

/** Leaving is a way out too, and the group's own: one press more, and no reason. */
export const HowTheGroupIs = z.enum(['helps', 'unsure', 'talk']);

/** The answer is theirs: nobody in the group is told, its lead neither; a coordinator hears only of what they ask for. */
export const answerGroupStillHelping = command({
  name: 'answer-group-still-helping',
  schema: z.object({ nudgeId: z.uuid(), answer: HowTheGroupIs }),
  async load(read, { nudgeId }, by) {
    const { person } = personOf(by);
    const nudge = await read.nudges.nudge(nudgeId);
    const groupId = z.uuid().safeParse(nudge?.facts['groupId']).data;
    const [group, open] = await Promise.all([
      groupId === undefined ? undefined : read.groups.groupRow(groupId),
      read.tasks.openOf('wants-a-call', { personId: person.id }),
    ]);
    return { nudge, group, open };
  },
  decide({ nudge, group, open }, { answer }, at, by): Change | Refusal {
    const { person, account } = personOf(by);
    if (nudge?.personId !== person.id || nudge.rule !== GROUP_STILL_HELPING || group === undefined)
      return { refused: 'nudge.not-yours', say: text('button-no-longer-current') };
    const wantsCall = answer === 'talk' && open === undefined;
    const about = { programmeId: group.programmeId, personId: person.id };
    const ids = { personId: person.id, groupId: group.id, answer };
    const said: Pick<OutgoingNew, 'screen' | 'args' | 'mode'> = {
      screen: 'say',
      args: { id: `group-still-helping-said-${answer}`, args: {} },
      mode: 'new',
    };
    return change({
      // Without the group: what it is about is theirs to say.
      saves: wantsCall ? [{ table: 'task', row: newTask('wants-a-call', about, at) }] : [],
      events: [{ event: 'still-helping.answered', ids }],
      outgoing: [{ to: person.id, account: account.id, evenIfStopped: true, ...said }],
    });
  },
});
