import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** One mentor and one mentee, confirmed by a coordinator. */
export const Pair = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid(),
  mentorId: z.uuid(),
  menteeId: z.uuid(),
  state: z.enum(['active', 'paused', 'ended']),
  /** The rhythm this pair agreed, in days between meetings; null when they agreed none. */
  rhythmDays: z.int().min(1).max(365).nullable(),
  lastHeldAt: instant.nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
  /** Which version of the programme's document the two agreed to; a newer one they are asked about; who said yes to it, and no. */
  agreedNumber: z.int().nullable().optional(),
  askedNumber: z.int().nullable().optional(),
  agreedBy: z.array(z.uuid()).nullable().optional(),
  keptBy: z.array(z.uuid()).nullable().optional(),
});
export type Pair = z.infer<typeof Pair>;
