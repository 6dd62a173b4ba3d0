import { z } from 'zod';
import { change, next } from '../../kernel/change.ts';
import { command } from '../../kernel/command.ts';
import { isBefore } from '../../kernel/instant.ts';
import { newTask } from '../../tasks/task.ts';
import { nothingToDo } from '../two-sides.ts';

const MOST = 50;

/**
 * After a meeting was called off: when that happened several times at short notice, a coordinator is asked whether this
 * pair may want a hand (MTG-09). It is counted for the pair, never for a person; what a coordinator was asked about
 * already does not count again.
 */
export const noticePattern = command({
  name: 'notice-pattern',
  schema: z.object({ pairId: z.uuid() }),
  async load(read, { pairId }) {
    const pair = await read.pairs.pair(pairId);
    const programme = pair === undefined ? undefined : await read.programmes.agreedBy(pair);
    const [calledOff, asked] = await Promise.all([
      read.reminders.calledOff(pairId, MOST),
      read.tasks.latestOf('may-want-a-hand', pairId),
    ]);
    return { pair, programme, calledOff, asked };
  },
  decide({ pair, programme, calledOff, asked }, _args, at, by) {
    if (by.is !== 'clock') throw new Error('A pattern is noticed by no person');
    if (pair === undefined || programme === undefined || pair.state === 'ended') return nothingToDo;
    if (asked !== undefined && asked.doneAt === null) return nothingToDo;
    const { shortNoticeMinutes, patternCount, patternDays } = programme.document.meetings;
    const since = at.now.subtract({ hours: patternDays * 24 });
    const counted = calledOff.filter(
      (each) =>
        each.notice < shortNoticeMinutes &&
        isBefore(since, each.at) &&
        (asked === undefined || isBefore(asked.createdAt, each.at)),
    );
    if (counted.length < patternCount) return nothingToDo;
    const task = newTask('may-want-a-hand', { programmeId: pair.programmeId, pairId: pair.id }, at);
    return change({
      saves: [
        { table: 'task', row: task },
        // Two that are decided at the same time meet here, so that a coordinator is asked once.
        { table: 'pair', row: next(pair, {}) },
      ],
      events: [{ event: 'pair.may-want-a-hand', ids: { pairId: pair.id } }],
    });
  },
});
