import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { answerOf, ownOrRefused } from './own-reflection.ts';

/** Deletes an entry for good; the screen `delete-reflection` has asked before. */
export const deleteReflection = command({
  name: 'delete-reflection',
  schema: z.object({ reflectionId: z.uuid() }),
  load: async (read, { reflectionId }) => await read.reflections.reflection(reflectionId),
  decide(row, _args, _at, by) {
    const own = ownOrRefused(row, by);
    if ('refused' in own) return own;
    const { id, personId } = own.row;
    return change({
      removals: [{ table: 'reflection', id }],
      events: [{ event: 'reflection.deleted', ids: { reflectionId: id, personId } }],
      outgoing: [answerOf(by, 'my-reflections', { after: 'deleted' })],
    });
  },
});
