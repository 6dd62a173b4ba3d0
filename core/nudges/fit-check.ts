import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import type { Keys } from '../store/keys.ts';

/** How one of two finds it to meet with the other. Theirs alone: nobody else is ever shown it. */
export const Fit = z.enum(['well', 'unsure', 'not', 'unsaid']);
export type Fit = z.infer<typeof Fit>;

/** That one of two was asked, and what they said, sealed with their own key. */
export const FitCheck = z.object({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid(),
  pairId: z.uuid(),
  askedAt: instant,
  answerSealed: z.string().nullable(),
  answeredAt: instant.nullable(),
  /** After how many meetings they would like to be asked once more. */
  againAfter: z.int().nullable(),
});
export type FitCheck = z.infer<typeof FitCheck>;

export function placeOfFit(id: string) {
  return { table: 'fit_check', row: id, column: 'answerSealed' } as const;
}

export function fitOf({ id, answerSealed }: FitCheck, key: ReturnType<Keys['of']>): Fit | undefined {
  return answerSealed === null ? undefined : Fit.parse(key.open(answerSealed, placeOfFit(id)));
}
