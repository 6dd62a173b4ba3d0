import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { jsonObject } from '../kernel/json.ts';

/** A form that somebody has begun in one chat. Survives a restart; its answers are sealed. */
export const Draft = z.object({
  /** As `draftIdOf` makes it. */
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

/** What a supporter fills in for somebody is kept apart from what they fill in for themselves. */
export function draftIdOf(
  account: { readonly id: string; readonly personId: string },
  personId: string,
  form: string,
): string {
  const own = `${account.id}:${form}`;
  return account.personId === personId ? own : `${own}:${personId}`;
}
