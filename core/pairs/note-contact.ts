import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';

/**
 * After one of the two said what became of a meeting: the pair's last contact is the latest meeting of which either said
 * that it happened. It is worked out afresh each time, because an answer can be taken back.
 */
export const noteContact = command({
  name: 'note-contact',
  schema: z.object({ pairId: z.uuid() }),
  async load(read, { pairId }) {
    return { pair: await read.pairs.pair(pairId), lastHeldAt: await read.reminders.lastHeld(pairId) };
  },
  decide({ pair, lastHeldAt }, _args, _at, by) {
    if (by.is !== 'clock') throw new Error('A contact is noted by no person');
    if (pair === undefined || isSame(pair.lastHeldAt, lastHeldAt)) return change({});
    return change({ saves: [{ table: 'pair', row: next(pair, { lastHeldAt }) }] });
  },
});

function isSame<T extends { equals(other: T): boolean }>(a: T | null, b: T | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
