import { z } from 'zod';
import { instant } from '../../kernel/instant.ts';

/**
 * offered: a code was made. asked: it was written in another app, where the question stands. answered: the other app said
 * yes, and the first one is asked. done, ended: the code is spent.
 */
export const AppLink = z.object({
  id: z.uuid(),
  version: z.int(),
  /** Whose app the other one would become. */
  personId: z.uuid(),
  /** Where the code was made. */
  accountId: z.uuid(),
  /** Where it was written first: nobody else may use it. */
  toAccountId: z.uuid().nullable(),
  state: z.enum(['offered', 'asked', 'answered', 'done', 'ended']),
  codeHash: z.string(),
  expiresAt: instant,
  createdAt: instant,
});
export type AppLink = z.infer<typeof AppLink>;

/** When codes that were none were tried, oldest first: by one account, or by all together. */
export const LinkTries = z.object({ id: z.string(), version: z.int(), times: z.array(z.iso.datetime()) });
export type LinkTries = z.infer<typeof LinkTries>;
