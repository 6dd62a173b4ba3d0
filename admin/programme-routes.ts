import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { ProgrammeDocument } from '../core/index.ts';
import { changing, looking } from './describe.ts';
import type { Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { Document, Programme } from './shapes.ts';
import { write } from './write.ts';

export function programmeRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const list = looking({
    path: '/v1/programmes',
    summary: 'The programmes, with their documents.',
    query: z.object({}),
    params: z.object({}),
    answers: z.object({ items: z.array(Programme) }),
  });
  api.openapi(list, async (context) => {
    const all = await parts.core.read.programmes.all();
    const items = all.map(({ id, slug, version, document }) => ({
      id,
      slug,
      version,
      document: Document.parse(document),
    }));
    return context.json({ items }, 200);
  });

  const put = changing({
    method: 'put',
    path: '/v1/programmes/{slug}',
    summary: 'Set up a programme from its document, or bring it up to date.',
    params: z.object({ slug: z.string().regex(/^[a-z0-9-]{1,40}$/) }),
    body: Document,
  });
  api.openapi(put, async (context) => {
    const args = {
      slug: context.req.valid('param').slug,
      document: ProgrammeDocument.parse(context.req.valid('json')),
    };
    return context.json(await write(parts, context, 'load-programme', args), 200);
  });
}
