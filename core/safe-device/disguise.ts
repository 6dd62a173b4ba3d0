import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** The two words for one chat, as hashes of their own salt. The words themselves are kept nowhere. */
export const Disguise = z.object({
  /** The account's. */
  id: z.uuid(),
  version: z.int(),
  salt: z.string(),
  awayHash: z.string(),
  backHash: z.string(),
  /** Since when the chat is put away; null while it is as always. */
  since: instant.nullable(),
  createdAt: instant,
});
export type Disguise = z.infer<typeof Disguise>;
