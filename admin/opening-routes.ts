import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, ending, looking } from './describe.ts';
import { byHolder, type Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Id, idOf, when } from './shapes.ts';
import { write } from './write.ts';

const Asked = z.object({
  readerId: idOf('/v1/people').openapi({ description: 'The safeguarding lead or deputy who will read.' }),
  what: z.enum(['reflections', 'messages', 'both']),
  reason: z.string().trim().min(20).max(2000),
  notice: z.boolean().default(false).openapi({ description: 'Opens after a day unless somebody stops it.' }),
  safeToTell: z.boolean().default(true),
});

const Opening = z
  .strictObject({
    id: z.uuid(),
    personId: z.uuid(),
    readerId: z.uuid(),
    what: z.string(),
    how: z.string(),
    state: z.string(),
    askedAt: when,
    openUntil: when.nullable(),
    toldAt: when.nullable(),
  })
  .openapi('Opening');

const Words = z
  .strictObject({
    items: z.array(z.strictObject({ kind: z.enum(['reflection', 'message']), at: when, text: z.string() })),
  })
  .openapi('OpenedWords');

/** Opening what somebody wrote and did not share: asked here, confirmed by a second person, read for an hour. */
export function openingRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const ask = changing({
    method: 'post',
    path: '/v1/people/{id}/openings',
    summary: 'Ask to open what somebody wrote and did not share, when somebody may come to harm.',
    params: Id('/v1/people'),
    body: Asked,
  });
  api.openapi(ask, async (context) => {
    const args = { ...context.req.valid('json'), personId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'ask-to-open', args), 200);
  });
  answers(api, parts);

  const list = looking({
    path: '/v1/openings',
    summary: 'What was asked to be opened, and what became of it; the newest 200.',
    query: z.object({}),
    params: z.object({}),
    answers: z.object({ items: z.array(Opening) }),
  });
  api.openapi(list, async (context) => {
    const all = await parts.core.read.openings.openings();
    const items = all.map(({ id, personId, readerId, what, how, state, askedAt, openUntil, toldAt }) => ({
      id,
      personId,
      readerId,
      what,
      how,
      state,
      askedAt: askedAt.toString(),
      openUntil: openUntil?.toString() ?? null,
      toldAt: toldAt?.toString() ?? null,
    }));
    return context.json({ items }, 200);
  });

  const words = looking({
    path: '/v1/openings/{id}/words',
    summary: 'The words, while they are open. That they were read is written down, with which token.',
    description: 'Needs a token made for it: "token make NAME --scopes shared".',
    query: z.object({}),
    params: Id('/v1/openings'),
    answers: Words,
  });
  api.openapi(words, async (context) => {
    const { id: openingId } = context.req.valid('param');
    const by = byHolder(context.get('holder'));
    const read = await parts.core.perform({ command: 'read-opening', args: { openingId }, by });
    const items = read.did === 'done' ? await parts.core.openedWords(openingId) : undefined;
    if (items === undefined) {
      const says = parts.core.texts.render('en', { id: 'opening-not-open', args: {} });
      throw new Problem(404, 'opening.not-open', says);
    }
    return context.json({ items }, 200);
  });
}

function answers(api: OpenAPIHono<Env>, parts: ApiParts): void {
  for (const [path, command, summary] of [
    ['/v1/openings/{id}/stop', 'stop-opening', 'Keep it closed, or close it.'],
    ['/v1/openings/{id}/tell', 'tell-of-opening', 'Tell the person now, where it was not safe before.'],
  ] as const) {
    const route = ending({ method: 'post', path, summary, params: Id('/v1/openings') });
    api.openapi(route, async (context) => {
      const args = { openingId: context.req.valid('param').id };
      return context.json(await write(parts, context, command, args), 200);
    });
  }
}
