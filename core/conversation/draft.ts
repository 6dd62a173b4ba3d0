import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { jsonObject } from '../kernel/json.ts';

/** A form that somebody has begun in one chat. Survives a restart; its answers are sealed. */
export const Draft = z.object({
  /** `<account id>:<form>` */
  id: z.string(),
  version: z.int(),
  accountId: z.uuid(),
  personId: z.uuid(),
  form: z.string(),
  /** The question that is open. */
  question: z.string(),
  /** Whether what is written next in this chat answers it; otherwise it waits. */
  open: z.boolean(),
  args: jsonObject,
  answersSealed: z.string().nullable(),
  updatedAt: instant,
});
export type Draft = z.infer<typeof Draft>;
