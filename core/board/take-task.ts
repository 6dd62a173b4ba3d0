import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { answerOnBoard, mayCoordinate, PressedOnBoard, rolesOfActor } from '../kernel/coordinator.ts';
import { text } from '../texts/text.ts';

/** A coordinator takes a task on, so that the others know that somebody does. */
export const takeTask = command({
  name: 'take-task',
  schema: PressedOnBoard.extend({ taskId: z.uuid() }),
  async load(read, { taskId }, by) {
    const [task, roles] = await Promise.all([read.tasks.task(taskId), rolesOfActor(read, by)]);
    const takenById = task?.takenById ?? undefined;
    return { task, roles, taker: takenById === undefined ? undefined : await read.people.person(takenById) };
  },
  decide({ task, roles, taker }, { pressedOn, page }, at, by) {
    if (task === undefined) return { refused: 'task.unknown', say: text('task-unknown') };
    if (by.is !== 'person' || !mayCoordinate(by, roles, task.programmeId))
      return { refused: 'task.not-yours', say: text('coordinators-only') };
    const show = { screen: 'board', args: { page }, card: 'board' };
    if (task.doneAt !== null) return { refused: 'task.done', say: text('task-no-longer-open'), show };
    const answer = answerOnBoard(by, pressedOn, undefined, page);
    if (taker?.id === by.person.id) return change({ outgoing: answer });
    if (taker !== undefined)
      return { refused: 'task.taken', say: text('task-taken-already', { name: taker.name ?? '' }), show };
    return change({
      saves: [{ table: 'task', row: next(task, { takenById: by.person.id, takenAt: at.now }) }],
      events: [{ event: 'task.taken', ids: { taskId: task.id, personId: by.person.id } }],
      outgoing: answer,
    });
  },
});
