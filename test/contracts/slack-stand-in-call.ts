import { z } from 'zod';
import type { SlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';

const replyBody = z.looseObject({
  ok: z.boolean(),
  error: z.string().optional(),
  needed: z.string().optional(),
  response_metadata: z.looseObject({ messages: z.array(z.string()).optional() }).optional(),
});

export type RawReply = z.infer<typeof replyBody> & { status: number; retryAfter: string | null };

/** One call as any program would make it: JSON over HTTP, and nothing of a client library. */
export async function call(
  standIn: SlackStandIn,
  method: string,
  params: object = {},
  token: string | undefined = standIn.botToken,
): Promise<RawReply> {
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  if (token !== '') headers['authorization'] = `Bearer ${token}`;
  const response = await fetch(`${standIn.url}/api/${method}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(params),
  });
  return readReply(response);
}

/** The same as a form, with JSON inside it. */
export async function callAsForm(
  standIn: SlackStandIn,
  method: string,
  params: Readonly<Record<string, string>>,
): Promise<RawReply> {
  const response = await fetch(`${standIn.url}/api/${method}`, {
    method: 'POST',
    body: new URLSearchParams({ token: standIn.botToken, ...params }),
  });
  return readReply(response);
}

export async function readReply(response: Response): Promise<RawReply> {
  const body = replyBody.parse(await response.json());
  return { ...body, status: response.status, retryAfter: response.headers.get('retry-after') };
}

/** One field of an answer. */
export function fieldOf(reply: object, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => z.record(z.string(), z.unknown()).parse(value)[name], reply);
}

/** The field as a text. Throws if it is none. */
export function textIn(reply: object, ...path: readonly string[]): string {
  return z.string().parse(fieldOf(reply, ...path));
}

export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const long = (length: number) => 'x'.repeat(length);
