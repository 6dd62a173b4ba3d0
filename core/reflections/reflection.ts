import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** A person's own note, private unless they share it, entry by entry. */
export const Reflection = z.object({
  id: z.uuid(),
  version: z.int(),
  programmeId: z.uuid().nullable(),
  personId: z.uuid(),
  meetingId: z.uuid().nullable(),
  pairId: z.uuid().nullable(),
  textSealed: z.string(),
  sharedWithPartner: z.boolean(),
  sharedWithCoordinator: z.boolean(),
  createdAt: instant,
  changedAt: instant,
});
export type Reflection = z.infer<typeof Reflection>;
