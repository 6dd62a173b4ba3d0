import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { approvalOf, ProgrammeDocument, type Reader } from '../core/index.ts';
import { changing, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listOf, Page, pageFrom } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Document, Programme } from './shapes.ts';
import { write } from './write.ts';

/** The short name of a programme, in an address. */
export const Slug = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .openapi({ example: 'north-side' }),
});

type Found = NonNullable<Awaited<ReturnType<Reader['programmes']['bySlug']>>>;

function shown({ id, slug, version, document }: Found): z.infer<typeof Programme> {
  return { id, slug, version, document: Document.parse(document), helpCard: approvalOf(document) };
}

export function programmeRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { programmes } = parts.core.read;
  const list = looking({
    path: '/v1/programmes',
    summary: 'The programmes, with their documents.',
    query: Page,
    params: z.object({}),
    answers: listOf(Programme),
  });
  api.openapi(list, async (context) => {
    const page = pageFrom(await programmes.all(), context.req.valid('query'));
    return context.json({ items: page.items.map(shown), next: page.next }, 200);
  });

  const one = looking({
    path: '/v1/programmes/{slug}',
    summary: 'One programme, by its short name.',
    query: z.object({}),
    params: Slug,
    answers: Programme,
  });
  api.openapi(one, async (context) => {
    const found = await programmes.bySlug(context.req.valid('param').slug);
    if (found === undefined)
      throw new Problem(404, 'programme.unknown', 'There is no programme of that name.');
    return context.json(shown(found), 200);
  });

  const put = changing({
    method: 'put',
    path: '/v1/programmes/{slug}',
    summary: 'Set up a programme from its document, or bring it up to date.',
    params: Slug,
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
