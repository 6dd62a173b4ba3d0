import { z } from 'zod';
import { isOwn } from '../kernel/about-oneself.ts';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import {
  answerOnBoard,
  mayCoordinate,
  nameOfActor,
  PressedOnBoard,
  rolesOfActor,
} from '../kernel/coordinator.ts';
import { text } from '../texts/text.ts';

/** A coordinator has dealt with a task. Done twice, it stays with whoever did it first. */
export const finishTask = command({
  name: 'finish-task',
  schema: PressedOnBoard.extend({ taskId: z.uuid() }),
  async load(read, { taskId }, by) {
    const [task, roles] = await Promise.all([read.tasks.task(taskId), rolesOfActor(read, by, { taskId })]);
    const behind = task === undefined ? undefined : await read.tasks.behind(task);
    return { task, roles, behind };
  },
  decide({ task, roles, behind }, { pressedOn, page }, at, by) {
    if (!mayCoordinate(by, roles, task?.programmeId ?? null))
      return { refused: 'task.not-yours', say: text('coordinators-only') };
    if (task === undefined || isOwn(task, behind, by))
      return { refused: 'task.unknown', say: text('task-unknown') };
    const outgoing = answerOnBoard(by, pressedOn, undefined, page);
    if (task.doneAt !== null) return change({ outgoing });
    return change({
      saves: [{ table: 'task', row: next(task, { doneAt: at.now, doneBy: nameOfActor(by) }) }],
      events: [{ event: 'task.done', ids: { taskId: task.id } }],
      outgoing,
    });
  },
});
