import { z } from 'zod';
import { Programme } from '../programmes/programme.ts';

/** What tells one state of a programme from every other, also after an older one was restored. */
const State = z.object({
  id: z.string(),
  version: z.int(),
  changedAt: z.string(),
  /** Which of its documents the two of a pair agreed to, where that is an earlier one. */
  agreed: z.int().optional(),
});

/** Far more than an install has programmes. */
const MOST = 100;

/**
 * Reads programmes as the schema does, but each state of one only once: its document is the largest thing that is read
 * with every meeting, and changes a few times a year.
 */
export function knownProgrammes(): z.ZodType<Programme> {
  const known = new Map<string, Programme>();
  return z.transform((row: unknown): Programme => {
    const { id, version, changedAt, agreed } = State.parse(row);
    const state = `${id} ${version} ${changedAt} ${agreed ?? ''}`;
    const met = known.get(state);
    if (met !== undefined) return met;
    const programme = Programme.parse(row);
    if (known.size >= MOST) known.clear();
    known.set(state, programme);
    return programme;
  });
}
