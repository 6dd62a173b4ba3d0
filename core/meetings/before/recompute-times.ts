import { z } from 'zod';
import { type Change, change, next } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import type { Moment } from '../../moment.ts';
import type { MeetingInFull } from '../../store/meeting-in-full.ts';
import { newTask } from '../../tasks/task.ts';
import { recompute } from '../../time/wall-time.ts';
import { afterChange } from '../after-change.ts';
import type { Meeting } from '../meeting.ts';
import { clashes, offerOf, stands } from '../meeting-rules.ts';
import { nothingToDo } from '../two-sides.ts';

const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** Meetings in each other's way move one after the other; after that many tries a coordinator is asked. */
const TRIES = 5;
const BETWEEN_TRIES = { minutes: 1 };

/**
 * Looks through the meetings that start after `from` for those whose wall time now means another instant, because the
 * rules of their zone have changed, and makes each due to be set right. Done at every start: new rules come with a new
 * program.
 */
export const recomputeTimes = command({
  name: 'recompute-times',
  schema: z.object({ from: z.iso.datetime(), after: z.uuid().optional() }),
  async load(read, { from, after }) {
    return await read.reminders.standingTimes(from, after ?? FIRST, PAGE);
  },
  decide(times, { from }, at, by) {
    if (by.is !== 'clock') throw new Error('Times are worked out again by no person');
    const moved = times.filter(
      ({ wall, zone, startsAt, offered }) =>
        recompute(wall, zone, startsAt).kind === 'moved' ||
        (offered.wall !== null &&
          offered.startsAt !== null &&
          recompute(offered.wall, zone, offered.startsAt).kind === 'moved'),
    );
    const last = times.length === PAGE ? times.at(-1)?.id : undefined;
    const goesOn = { command: 'recompute-times', args: { from, after: last ?? FIRST }, at: at.now };
    return change({
      due: [
        ...moved.map(({ id }) => dueAgain(id, 1, at)),
        ...(last === undefined ? [] : [{ ...goesOn, key: `recompute-times:${last}` }]),
      ],
    });
  },
});

/** Sets one meeting to the instant that its wall time means now, and tells both. */
export const recomputeTime = command({
  name: 'recompute-time',
  schema: z.object({ meetingId: z.uuid(), tries: z.int() }),
  async load(read, { meetingId }) {
    const meeting = await read.meetings.meeting(meetingId);
    if (meeting === undefined) return undefined;
    return await read.meetings.forDecision(meetingId, byRules(meeting).startsAt.toString());
  },
  decide(found, { meetingId, tries }, at, by) {
    if (by.is !== 'clock') throw new Error('Times are worked out again by no person');
    if (found === undefined || !stands(found.meeting, at.now)) return nothingToDo;
    const { meeting: before } = found;
    const times = byRules(before);
    const isMoved = !times.startsAt.equals(before.startsAt);
    if (!isMoved && times.offeredStartsAt === before.offeredStartsAt) return nothingToDo;
    if (before.state === 'confirmed' && clashes(found.busy, { ...before, ...times })) {
      return tries < TRIES
        ? change({ due: [dueAgain(meetingId, tries + 1, at)] })
        : askCoordinator(found, at);
    }
    const meeting = next(before, { ...times, sequence: before.sequence + 1 });
    const made = { found, before, meeting, by, event: 'meeting.recomputed', answer: 'anew' } as const;
    return afterChange({ ...made, news: 'new-rules' }, at);
  },
});

function byRules(meeting: Meeting): Pick<Meeting, 'startsAt' | 'offeredStartsAt'> {
  const { wall, zone, startsAt } = meeting;
  const agreed = recompute(wall, zone, startsAt);
  const offer = offerOf(meeting);
  const offered = offer === undefined ? undefined : recompute(offer.wall, zone, offer.at);
  return {
    startsAt: agreed.kind === 'moved' ? agreed.instant : startsAt,
    offeredStartsAt: offered?.kind === 'moved' ? offered.instant : meeting.offeredStartsAt,
  };
}

function dueAgain(meetingId: string, tries: number, at: Moment) {
  const key = `recompute-time:${meetingId}:${tries}`;
  const moment = tries === 1 ? at.now : at.now.add(BETWEEN_TRIES);
  return { key, command: 'recompute-time', args: { meetingId, tries }, at: moment };
}

/** Two meetings of somebody now fall together: people sort that out. */
function askCoordinator({ meeting }: MeetingInFull, at: Moment): Change {
  const row = newTask(
    'clash',
    { programmeId: meeting.programmeId, pairId: meeting.pairId, meetingId: meeting.id },
    at,
  );
  return change({ saves: [{ table: 'task', row }] });
}
