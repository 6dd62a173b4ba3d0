import type { Context } from 'hono';
import type { Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';

/** What a change answers. */
export type Written = {
  /** The key of this request was seen before: nothing was done now. */
  readonly repeated: boolean;
  /** What came to be, or was changed. */
  readonly ids: Readonly<Record<string, string>>;
};

/**
 * Performs a command for whoever holds the token. With an Idempotency-Key the same request sent twice has one effect.
 * @throws Problem when the core says no
 */
export async function write(
  { core, wake }: ApiParts,
  context: Context<Env>,
  command: string,
  args: object,
): Promise<Written> {
  const { id, name } = context.get('holder');
  const key = context.req.header('Idempotency-Key');
  const inbox = key === undefined ? {} : { inbox: `api:${id}:${key}` };
  const performed = await core.perform({ command, args, by: { is: 'coordinator', name }, ...inbox });
  if (performed.did === 'repeat') return { repeated: true, ids: {} };
  if (performed.did === 'conflict')
    throw new Problem(
      503,
      'changed-meanwhile',
      'Others changed the same thing just now. Nothing was done; try again.',
    );
  if (performed.did === 'refused') {
    const { refused, say } = performed.refusal;
    throw new Problem(statusOf(refused), refused, core.texts.render('en', say));
  }
  wake();
  return { repeated: false, ids: idsOf(performed.happened) };
}

function statusOf(refused: string): 403 | 404 | 409 {
  if (refused.endsWith('.unknown')) return 404;
  return refused.endsWith('.not-yours') ? 403 : 409;
}

function idsOf(happened: readonly { readonly ids: object }[]): Record<string, string> {
  const all = happened.flatMap(({ ids }) => Object.entries(ids));
  return Object.fromEntries(
    all.filter((entry): entry is [string, string] => /Id$/.test(entry[0]) && typeof entry[1] === 'string'),
  );
}
