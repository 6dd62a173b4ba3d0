import { z } from 'zod';
import type { Address, Json } from '../../core/index.ts';

/** The way to answer that read-interaction.ts put into what came in. */
export const ReplyHandle = z.object({
  kind: z.literal('interaction'),
  interactionId: z.string(),
  applicationId: z.string(),
  token: z.string(),
  private: z.boolean(),
});
export type ReplyHandle = z.infer<typeof ReplyHandle>;

/** Where a message stands that only one person sees for a while: it is reached by the interaction that it answers. */
const Answer = z.object({ applicationId: z.string(), token: z.string(), messageId: z.string() });

/** Where a message stands: in a channel for good, or as such an answer. */
export const Ref = z.union([z.object({ channelId: z.string(), messageId: z.string() }), Answer]);

/**
 * Whether this goes by an interaction. "Interaction endpoints are not bound to the bot's Global Rate Limit", as Discord's
 * documentation of rate limits has it, so such a call is none of the fifty a second.
 */
export function goesByInteraction({ reply }: Address, ref: Json | undefined): boolean {
  return ref === undefined ? ReplyHandle.safeParse(reply).success : Answer.safeParse(ref).success;
}
