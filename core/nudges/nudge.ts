import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { jsonObject } from '../kernel/json.ts';

/** A nudge that was sent, with the facts that made its rule fire. */
export const Nudge = z.object({
  id: z.uuid(),
  version: z.int(),
  personId: z.uuid(),
  pairId: z.uuid().nullable(),
  rule: z.string(),
  facts: jsonObject,
  createdAt: instant,
});
export type Nudge = z.infer<typeof Nudge>;
