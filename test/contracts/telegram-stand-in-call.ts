import { z } from 'zod';
import type { TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';

const replyBody = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.looseObject({ retry_after: z.number().optional() }).optional(),
});

export type RawReply = z.infer<typeof replyBody> & { status: number };

/** One call as any program would make it: JSON over HTTP, and nothing of a client library. */
export async function call(standIn: TelegramStandIn, method: string, params: object = {}): Promise<RawReply> {
  const response = await fetch(`${standIn.url}/bot${standIn.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return readReply(response);
}

/** The answer of the server with its status. */
export async function readReply(response: Response): Promise<RawReply> {
  const body = replyBody.parse(await response.json());
  return { status: response.status, ...body };
}

/** One field of what a call gave back. */
export function fieldOf(reply: RawReply, name: string): unknown {
  return z.record(z.string(), z.unknown()).parse(reply.result)[name];
}

/** The numbers of the updates in an answer of getUpdates. */
export function idsOf(reply: RawReply): number[] {
  return z
    .array(z.looseObject({ update_id: z.number() }))
    .parse(reply.result)
    .map((update) => update.update_id);
}

/** The code that goes with a refusal's words. */
export function codeOf(words: string): number {
  if (words.startsWith('Bad Request')) return 400;
  return words.startsWith('Forbidden') ? 403 : 404;
}
