import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { text } from '../texts/text.ts';

/** A coordinator has dealt with a task. Done twice, it stays with whoever did it first. */
export const finishTask = command({
  name: 'finish-task',
  schema: z.object({ taskId: z.uuid() }),
  load: (read, { taskId }) => read.tasks.task(taskId),
  decide(task, _args, at, by) {
    if (by.is !== 'coordinator') return { refused: 'task.not-yours', say: text('coordinators-only') };
    if (task === undefined) return { refused: 'task.unknown', say: text('task-unknown') };
    if (task.doneAt !== null) return change({});
    return change({
      saves: [{ table: 'task', row: next(task, { doneAt: at.now, doneBy: by.name }) }],
      events: [{ event: 'task.done', ids: { taskId: task.id } }],
    });
  },
});
