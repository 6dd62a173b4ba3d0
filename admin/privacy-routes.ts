import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { Id } from './shapes.ts';
import { write } from './write.ts';

const Asked = z.object({
  asked: z.literal(true).openapi({ description: 'They asked for it themselves. It cannot be undone.' }),
});

const Kept = z
  .object({
    items: z.array(
      z.object({
        kind: z.string(),
        days: z.int(),
        what: z.string(),
        /** Null: it has not run yet. */
        ranAt: z.string().nullable(),
        removed: z.int().nullable(),
      }),
    ),
  })
  .openapi('Retention');

/** What somebody may ask for about all that is kept of them, for those who ask at the desk. Nothing of it is shown here. */
export function privacyRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const copy = ending({
    method: 'post',
    path: '/v1/people/{id}/copy',
    summary: 'Send somebody a copy of everything that is kept of them, to their own chat.',
    params: Id('/v1/people'),
  });
  api.openapi(copy, async (context) => {
    const args = { personId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'export-person', args), 200);
  });

  const erasure = changing({
    method: 'post',
    path: '/v1/people/{id}/erasure',
    summary: 'Delete everything about somebody who asked for it.',
    params: Id('/v1/people'),
    body: Asked,
  });
  api.openapi(erasure, async (context) => {
    const args = { personId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'erase-person', args), 200);
  });

  const head = changing({
    method: 'post',
    path: '/v1/people/{id}/audit-head',
    summary: 'Whether somebody who looks after others is sent the head of the audit every day, to keep.',
    params: Id('/v1/people'),
    body: z.object({ on: z.boolean() }),
  });
  api.openapi(head, async (context) => {
    const args = { ...context.req.valid('json'), personId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'send-audit-head', args), 200);
  });

  const retention = looking({
    path: '/v1/retention',
    summary: 'How long each kind of data is kept, and when old rows were last removed.',
    query: z.object({}),
    params: z.object({}),
    answers: Kept,
  });
  api.openapi(retention, async (context) => context.json({ items: await parts.core.retention() }, 200));
}
