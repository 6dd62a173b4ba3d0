import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** A few words between a coordinator and a person. */
export const Letter = z.object({
  id: z.uuid(),
  version: z.int(),
  fromId: z.uuid(),
  toId: z.uuid(),
  /** Sealed with the key of whoever it is for. */
  textSealed: z.string(),
  /** Whether a coordinator wrote it as one; otherwise it answers what a coordinator wrote. */
  fromCoordinator: z.boolean(),
  createdAt: instant,
});
export type Letter = z.infer<typeof Letter>;

/** Days for which a letter is kept (our default). */
export const LETTER_DAYS = 30;

/** Most characters of a letter. */
export const LETTER_MOST = 1000;

/** Where the sealed words belong. */
export function letterPlace(letterId: string) {
  return { table: 'letter', row: letterId, column: 'textSealed' } as const;
}
