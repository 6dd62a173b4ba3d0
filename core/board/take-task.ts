import { z } from 'zod';
import { isAboutOneself, isOwn } from '../kernel/about-oneself.ts';
import { change, next } from '../kernel/change.ts';
import { type By, command, themselves } from '../kernel/command.ts';
import { answerOnBoard, coordinatedBy, mayCoordinate, PressedOnBoard } from '../kernel/coordinator.ts';
import { reaching } from '../kernel/reaching.ts';
import { text } from '../texts/text.ts';

/** A coordinator takes a task on, so that the others know that somebody does. By the API it is given to one of them. */
export const takeTask = command({
  name: 'take-task',
  schema: PressedOnBoard.extend({ taskId: z.uuid(), takerId: z.uuid().optional() }),
  async load(read, { taskId, takerId: named }, by) {
    const takerId = takerOf(by, named);
    const [task, roles] = await Promise.all([
      read.tasks.task(taskId),
      takerId === undefined ? [] : reaching(read, await read.people.rolesOf(takerId), { taskId }),
    ]);
    const takenById = task?.takenById ?? undefined;
    const [taker, behind] = await Promise.all([
      takenById === undefined ? undefined : read.people.person(takenById),
      task === undefined ? undefined : read.tasks.behind(task),
    ]);
    return { task, roles, taker, behind };
  },
  decide({ task, roles, taker, behind }, { takerId: named, pressedOn, page }, at, by) {
    if (task === undefined || isOwn(task, behind, by))
      return { refused: 'task.unknown', say: text('task-unknown') };
    const takerId = takerOf(by, named);
    if (takerId === undefined || !mayCoordinate(by, roles, task.programmeId))
      return { refused: 'task.not-yours', say: text('coordinators-only') };
    if (behind !== undefined && isAboutOneself(task, behind, takerId))
      return { refused: 'task.about-them', say: text('task-about-them') };
    const own = coordinatedBy(roles);
    if (task.programmeId === null ? own.length === 0 : !own.includes(task.programmeId))
      return { refused: 'task.not-theirs', say: text('task-needs-coordinator') };
    const show = { screen: 'board', args: { page }, card: 'board' };
    if (task.doneAt !== null) return { refused: 'task.done', say: text('task-no-longer-open'), show };
    const answer = answerOnBoard(by, pressedOn, undefined, page);
    if (taker?.id === takerId) return change({ outgoing: answer });
    if (taker !== undefined)
      return { refused: 'task.taken', say: text('task-taken-already', { name: taker.name ?? '' }), show };
    return change({
      saves: [{ table: 'task', row: next(task, { takenById: takerId, takenAt: at.now }) }],
      events: [{ event: 'task.taken', ids: { taskId: task.id, personId: takerId } }],
      outgoing: answer,
    });
  },
});

/** Nobody but the API and the command line takes a task on for somebody else. */
function takerOf(by: By, named: string | undefined): string | undefined {
  return by.is === 'coordinator' ? named : themselves(by)?.id;
}
