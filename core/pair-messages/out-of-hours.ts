import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Change, change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { isBefore } from '../kernel/instant.ts';
import { newTask, type Task } from '../tasks/task.ts';

/** Compared are the last four weeks with the four before; it rises when there are some, and twice as many. Our numbers. */
const STRETCH = Temporal.Duration.from({ hours: 28 * 24 });
const LEAST = 4;
const TIMES_AS_MANY = 2;
const MOST = 400;

export type OutOfHours = { readonly lately: number; readonly before: number; readonly isRising: boolean };

/** A fact about a pair, in counts alone: how often the two wrote outside their hours, and whether that is rising. */
export function outOfHours(times: readonly Temporal.Instant[], now: Temporal.Instant): OutOfHours {
  const recent = now.subtract(STRETCH);
  const earlier = recent.subtract(STRETCH);
  const lately = times.filter((at) => isBefore(recent, at)).length;
  const before = times.filter((at) => isBefore(earlier, at)).length - lately;
  return { lately, before, isRising: lately >= LEAST && lately >= TIMES_AS_MANY * before };
}

/**
 * Somebody wrote outside the pair's hours. When that is rising it becomes a topic for supervision, once in eight weeks. It
 * stops no message, and neither of the two is shown a count or told of it by the bot.
 */
export const noticeOutOfHours = command({
  name: 'notice-out-of-hours',
  schema: z.object({ pairId: z.uuid() }),
  async load(read, { pairId }) {
    const [pair, times, asked] = await Promise.all([
      read.pairs.pair(pairId),
      read.kept.timesOf('pair-message.out-of-hours', 'pairId', pairId, MOST),
      read.tasks.latestOf('contact-out-of-hours', pairId),
    ]);
    return { pair, times, asked };
  },
  decide({ pair, times, asked }, _args, at, by): Change {
    if (by.is !== 'clock') throw new Error('Nobody asks for this');
    if (pair?.state !== 'active' || !outOfHours(times, at.now).isRising) return change({});
    const twice = at.now.subtract(STRETCH).subtract(STRETCH);
    if (asked !== undefined && (asked.doneAt === null || isBefore(twice, asked.createdAt))) return change({});
    const row: Task = newTask('contact-out-of-hours', { programmeId: pair.programmeId, pairId: pair.id }, at);
    return change({
      saves: [
        { table: 'task', row },
        // Two messages at the same moment meet here, so that it is one topic.
        { table: 'pair', row: next(pair, {}) },
      ],
    });
  },
});
