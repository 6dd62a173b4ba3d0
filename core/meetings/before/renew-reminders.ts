import { z } from 'zod';
import { change, type DueNew } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { isBefore } from '../../kernel/instant.ts';
import type { Moment } from '../../moment.ts';
import type { Meeting } from '../meeting.ts';
import { cardOf } from '../meeting-rules.ts';
import { nothingToDo } from '../two-sides.ts';
import { dueFor } from './due-around-meeting.ts';

/** More than anybody has before them. */
const MOST = 200;

/**
 * After somebody changed how and when they are reminded, or their quiet hours or zone: what is due about each meeting that
 * is booked already is planned anew.
 */
export const renewReminders = command({
  name: 'renew-reminders',
  schema: z.object({ personId: z.uuid() }),
  async load(read, { personId }) {
    return await read.meetings.standing(personId, MOST);
  },
  decide(meetings, _args, at, by) {
    if (by.is !== 'clock') throw new Error('Reminders are planned anew by what changed');
    return change({ due: anewFor(meetings, at) });
  },
});

/** The two of a pair agreed to other terms: what is due about their meetings is planned anew by these. */
export const renewPairReminders = command({
  name: 'renew-pair-reminders',
  schema: z.looseObject({ pairId: z.uuid() }),
  async load(read, { pairId }) {
    return await read.reminders.standingOf(pairId, MOST);
  },
  decide(meetings, _args, at, by) {
    if (by.is !== 'clock') throw new Error('Reminders are planned anew by what changed');
    return change({ due: anewFor(meetings, at) });
  },
});

function anewFor(meetings: readonly Meeting[], at: Moment): DueNew[] {
  return meetings
    .filter(({ state, startsAt }) => state === 'confirmed' && isBefore(at.now, startsAt))
    .map(({ id }) => ({
      key: `plan-anew:${id}`,
      command: 'plan-anew',
      args: { meetingId: id },
      at: at.now,
    }));
}

/** Takes back what is due about one meeting and makes it due by what both people wish now. Nothing is said twice by that. */
export const planAnew = command({
  name: 'plan-anew',
  schema: z.object({ meetingId: z.uuid() }),
  async load(read, { meetingId }) {
    const found = await read.meetings.forDecision(meetingId);
    const seriesId = found?.meeting.seriesId ?? null;
    return { found, series: seriesId === null ? undefined : await read.meetings.series(seriesId) };
  },
  decide({ found, series }, _args, at, by) {
    if (by.is !== 'clock') throw new Error('Reminders are planned anew by what changed');
    if (found === undefined || found.meeting.state !== 'confirmed') return nothingToDo;
    const { meeting, mentor, mentee, programme } = found;
    const repeats = series === undefined ? {} : { everyDays: series.everyDays };
    const plan = { ...repeats, stamp: at.newId() };
    return change({
      callOff: [cardOf(meeting.id)],
      due: dueFor(meeting, mentor, mentee, programme, at, plan),
    });
  },
});
