import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { standingsIn } from '../core/index.ts';
import { changing, ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listOf, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Slug } from './programme-routes.ts';
import { Id, idOf, name, when } from './shapes.ts';
import { surveyRoutes } from './survey-routes.ts';
import { write } from './write.ts';

const Kind = z.enum(['module', 'disclosure', 'course', 'qualification', 'interest', 'read']);
const what = z.string().min(1).max(120).openapi({ example: 'listening' });
const day = z.iso.date().openapi({ example: '2026-11-01' });

const Stands = z
  .strictObject({
    personId: z.uuid(),
    name,
    as: z.enum(['mentor', 'group-lead', 'mentee']),
    stage: z
      .enum(['learning', 'volunteer', 'mentor', 'mentee'])
      .openapi({ description: 'On the way; trained and with nobody to support yet; supporting somebody.' }),
    done: z.array(z.string()),
    missing: z.array(z.string()),
    endsSoon: z.array(z.strictObject({ module: z.string(), endsAt: when })),
    disclosure: z.enum(['not-asked', 'not-seen', 'valid', 'ending', 'ended']),
    complete: z.boolean(),
  })
  .openapi('TrainingStands');

const Recorded = z
  .strictObject({
    id: z.uuid(),
    personId: z.uuid(),
    programmeId: z.uuid(),
    kind: Kind,
    what: z.string().openapi({ description: 'The code of a module; of anything else what it is called.' }),
    issuer: z.string().nullable(),
    doneAt: when,
    endsAt: when.nullable(),
  })
  .openapi('TrainingRecord');

const NewRecord = z.object({
  personId: idOf('/v1/people'),
  programmeId: idOf('/v1/programmes'),
  kind: Kind.exclude(['interest', 'read']),
  what: what.openapi({ description: 'Of a check the name that the programme gives it stands instead.' }),
  issuer: what.optional(),
  doneOn: day,
  endsOn: z.iso
    .date()
    .optional()
    .openapi({ example: '2031-11-01', description: 'Where it is another day than the programme says.' }),
});

/** What is on record of training, and how it stands with everybody. */
export function trainingRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { read } = parts.core;
  const none = z.object({});
  const stands = looking({
    path: '/v1/programmes/{slug}/training',
    summary: 'How the training of everybody in a programme stands: what is done, missing, and ends soon.',
    query: none,
    params: Slug,
    answers: z.strictObject({ items: z.array(Stands) }),
  });
  api.openapi(stands, async (context) => {
    const programme = await read.programmes.bySlug(context.req.valid('param').slug);
    if (programme === undefined)
      throw new Problem(404, 'programme.unknown', 'There is no programme of that name.');
    const found = await standingsIn(read, programme, parts.moment().now);
    const items = found.map((each) => ({
      ...each,
      done: [...each.done],
      missing: [...each.missing],
      endsSoon: [...each.endsSoon],
    }));
    return context.json({ items }, 200);
  });

  recordRoutes(api, parts);
  surveyRoutes(api, parts);
}

function recordRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { training } = parts.core.read;
  const none = z.object({});
  const records = looking({
    path: '/v1/training-records',
    summary: 'What is on record of training, newest first, of all or of one person.',
    query: Page.extend({ personId: idOf('/v1/people').optional() }),
    params: none,
    answers: listOf(Recorded),
  });
  api.openapi(records, async (context) => {
    const { after, limit, personId } = context.req.valid('query');
    const found = await training.list({ most: limit, after, personId });
    const items = found.map(
      ({ id, personId: whose, programmeId, kind, what: of, issuer, doneAt, endsAt }) => ({
        id,
        personId: whose,
        programmeId,
        kind,
        what: of,
        issuer,
        doneAt: doneAt.toString(),
        endsAt: endsAt?.toString() ?? null,
      }),
    );
    return context.json(pageOf(items, limit), 200);
  });

  const put = changing({
    method: 'post',
    path: '/v1/training-records',
    summary: 'Put a module, a check, a course or a qualification of somebody on record.',
    params: none,
    body: NewRecord,
  });
  api.openapi(put, async (context) =>
    context.json(await write(parts, context, 'record-training', context.req.valid('json')), 200),
  );

  const back = ending({
    method: 'delete',
    path: '/v1/training-records/{id}',
    summary: 'Take back what was put down by mistake.',
    params: Id('/v1/training-records'),
  });
  api.openapi(back, async (context) => {
    const args = { recordId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'take-back-training', args), 200);
  });
}
