import type { Moment } from './moment.ts';
import { type Performer, perform } from './perform.ts';

/**
 * Whoever is on the list of the erased and still there goes now: the app ended in the middle, or a backup brought them back.
 * And whoever was erased is on the list, should the file have been lost. Before anybody is answered. Returns how many went.
 */
export async function finishErasures(performer: Performer, at: Moment): Promise<number> {
  const { erased, read } = performer.store;
  erased.add(await read.privacy.erased());
  const left = await read.privacy.unfinished(erased.ids(), at.now.toString());
  for (const personId of left) {
    const order = { command: 'erase-person', args: { personId }, by: { is: 'clock' } } as const;
    await perform(performer, order, at);
  }
  return left.length;
}
