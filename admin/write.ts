import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { bearerOf, byHolder, type Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { bodyOf, Problem } from './problem.ts';

const Written = z.object({ ids: z.record(z.string(), z.string()) });

/** What a change answers: what came to be, or was changed. */
export type Written = z.infer<typeof Written>;

const STATUS = { unknown: 404, yours: 403, other: 409 } as const;

const Refused = z.looseObject({ status: z.literal([403, 404, 409]), code: z.string(), detail: z.string() });

/**
 * Performs a command for whoever holds the token, once for the request's key: sent again, the request changes nothing and
 * has the first answer again, word for word. `status` is what a change that is done, or taken on, is answered.
 * @throws Problem when the core says no, or the key was used for another request
 */
export async function write(
  { core, wake }: ApiParts,
  context: Context<Env>,
  command: string,
  args: object,
  status: 200 | 202 = 200,
): Promise<Written> {
  const holder = context.get('holder');
  const { method, path } = context.req;
  const performed = await core.performOnce({
    command,
    args,
    by: byHolder(holder),
    key: `api:${holder.id}:${context.req.header('Idempotency-Key') ?? ''}`,
    // Under the token, which is kept nowhere: short words cannot be guessed from what is kept of a request.
    asked: createHmac('sha256', bearerOf(context) ?? '')
      .update(`${method} ${path}\n${inOrder(args)}`)
      .digest('base64url'),
    done: (happened) => ({ status, body: JSON.stringify({ ids: idsOf(happened) }) }),
    refused({ refused, say }) {
      const problem = new Problem(statusOf(refused), refused, core.texts.render('en', say));
      return { status: problem.status, body: bodyOf(problem) };
    },
  });
  if (performed.did === 'other-request')
    throw new Problem(
      422,
      'key.used',
      'This Idempotency-Key was used for another request. Nothing was done; make a new key.',
    );
  if (performed.did === 'conflict')
    throw new Problem(
      503,
      'changed-meanwhile',
      'Others changed the same thing just now. Nothing was done; try again.',
    );
  if (performed.repeated) context.header('Idempotent-Replayed', 'true');
  else wake();
  const body: unknown = JSON.parse(performed.answer.body);
  if (performed.answer.status === status) return Written.parse(body);
  const refused = Refused.parse(body);
  throw new Problem(refused.status, refused.code, refused.detail);
}

function statusOf(refused: string): 403 | 404 | 409 {
  if (/\.(unknown|gone)$/.test(refused)) return STATUS.unknown;
  return refused.endsWith('.not-yours') ? STATUS.yours : STATUS.other;
}

/** JSON that is the same for the same things, in whatever order they were written. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, each]) => `${JSON.stringify(name)}:${inOrder(each)}`).join(',')}}`;
}

function idsOf(happened: readonly { readonly ids: object }[]): Record<string, string> {
  const all = happened.flatMap(({ ids }) => Object.entries(ids));
  return Object.fromEntries(
    all.filter((entry): entry is [string, string] => /Id$/.test(entry[0]) && typeof entry[1] === 'string'),
  );
}
