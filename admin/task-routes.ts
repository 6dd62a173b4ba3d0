import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { Id, listOf, Page, pageOf, Task, Token } from './shapes.ts';
import { write } from './write.ts';

export function taskRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const tasks = looking({
    path: '/v1/tasks',
    summary: 'What there is for coordinators to do.',
    query: Page.extend({ done: z.enum(['true', 'false']).default('false') }),
    params: z.object({}),
    answers: listOf(Task),
  });
  api.openapi(tasks, async (context) => {
    const { after, limit, done } = context.req.valid('query');
    const found = await parts.core.read.desk.tasks({ after, most: limit, done: done === 'true' });
    return context.json(pageOf(found, limit), 200);
  });

  const done = ending({
    method: 'post',
    path: '/v1/tasks/{id}/done',
    summary: 'A task was dealt with.',
    params: Id,
  });
  api.openapi(done, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await write(parts, context, 'finish-task', { taskId: id }), 200);
  });
}

export function tokenRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const tokens = looking({
    path: '/v1/tokens',
    summary: 'The tokens: who they are for and how long they last, never the tokens themselves.',
    query: z.object({}),
    params: z.object({}),
    answers: z.object({ items: z.array(Token) }),
  });
  api.openapi(tokens, async (context) => {
    const all = await parts.core.read.tokens.all();
    const items = all.map((each) => ({
      id: each.id,
      name: each.name,
      scopes: each.scopes,
      createdAt: each.createdAt.toString(),
      expiresAt: each.expiresAt?.toString() ?? null,
      lastUsedAt: each.lastUsedAt?.toString() ?? null,
      revokedAt: each.revokedAt?.toString() ?? null,
    }));
    return context.json({ items }, 200);
  });

  const revoke = ending({
    method: 'delete',
    path: '/v1/tokens/{id}',
    summary: 'End a token at once.',
    params: Id,
  });
  api.openapi(revoke, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await write(parts, context, 'revoke-token', { tokenId: id }), 200);
  });
}
