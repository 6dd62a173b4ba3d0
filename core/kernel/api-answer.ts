import { z } from 'zod';
import { instant } from './instant.ts';

/** What was answered to a request with a key of its own, for when it comes again. Ids and codes only. */
export const ApiAnswer = z.object({
  /** Whose key and which. */
  id: z.string(),
  version: z.int(),
  /** A digest of what was asked: the same key may not ask for something else. */
  asked: z.string(),
  status: z.int(),
  /** Word for word. */
  body: z.string(),
  at: instant,
});
export type ApiAnswer = z.infer<typeof ApiAnswer>;
