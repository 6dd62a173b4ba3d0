import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { approvalOf, numbersInForce, type Reader, readText } from '../core/index.ts';
import { changing, ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listOf, Page, pageFrom } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Document, Programme } from './programme-shapes.ts';
import { write } from './write.ts';

/** The short name of a programme, in an address. */
export const Slug = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .openapi({ example: 'north-side' }),
});

/** The programme of that short name. @throws Problem where there is none */
export async function programmeBySlug({ core }: ApiParts, slug: string): Promise<Found> {
  const found = await core.read.programmes.bySlug(slug);
  if (found === undefined) throw unknown();
  return found;
}

type Found = NonNullable<Awaited<ReturnType<Reader['programmes']['bySlug']>>>;

async function shown({ core }: ApiParts, found: Found): Promise<z.infer<typeof Programme>> {
  const { id, slug, version, document, changedAt } = found;
  const loaded = await core.read.programmes.lastLoaded(id);
  return {
    id,
    slug,
    version,
    since: (loaded?.loadedAt ?? changedAt).toString(),
    document: Document.parse(document),
    numbers: numbersInForce(document).map((each) => ({ ...each, values: [...each.values] })),
    helpCard: approvalOf(document),
  };
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
    const items = await Promise.all(page.items.map((each) => shown(parts, each)));
    return context.json({ items, next: page.next }, 200);
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
    return context.json(await shown(parts, found), 200);
  });

  const put = changing({
    method: 'put',
    path: '/v1/programmes/{slug}',
    summary: 'Set up a programme from its document, or bring it up to date.',
    params: Slug,
    body: Document,
  });
  api.openapi(put, async (context) => {
    // As it was typed: an entry that stands twice is gone from what was parsed.
    const read = readText(await context.req.text());
    if ('faults' in read)
      throw new Problem(400, 'programme.faulty', 'Nothing was loaded. Put right what "errors" names.', {
        errors: read.faults.map(({ path, says }) => ({ where: path, says })),
      });
    const args = { slug: context.req.valid('param').slug, document: read.document };
    return context.json(await write(parts, context, 'load-programme', args), 200);
  });
  openingRoutes(api, parts);
}

/** A programme takes people in once it has who answers when somebody is worried. */
function openingRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const ready = looking({
    path: '/v1/programmes/{slug}/readiness',
    summary:
      'Whether a programme takes people in, and what it lacks: a safeguarding lead, a deputy, their hours.',
    query: z.object({}),
    params: Slug,
    answers: Ready,
  });
  api.openapi(ready, async (context) => {
    const { slug } = context.req.valid('param');
    const found = (await parts.core.readiness()).find((each) => each.slug === slug);
    if (found === undefined) throw unknown();
    const { openedAt, missing, cannotBeAsked } = found;
    return context.json({ openedAt, missing: [...missing], cannotBeAsked: [...cannotBeAsked] }, 200);
  });

  const open = ending({
    method: 'post',
    path: '/v1/programmes/{slug}/open',
    summary:
      'Open a programme: from now on it takes people in. Not without a lead, a deputy and their hours.',
    params: Slug,
  });
  api.openapi(open, async (context) => {
    const found = await parts.core.read.programmes.bySlug(context.req.valid('param').slug);
    if (found === undefined) throw unknown();
    return context.json(await write(parts, context, 'open-programme', { programmeId: found.id }), 200);
  });
}

const unknown = (): Problem => new Problem(404, 'programme.unknown', 'There is no programme of that name.');

const Ready = z
  .strictObject({
    openedAt: z.string().nullable(),
    missing: z.array(z.enum(['lead', 'deputy', 'hours'])),
    cannotBeAsked: z.array(z.uuid()).openapi({
      description: 'Those who answer and have no app, or only Slack, where no concern is shown.',
    }),
  })
  .openapi('Readiness');
