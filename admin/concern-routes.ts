import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { ConcernOutcome, WhyReadConcern } from '../core/index.ts';
import { changing, looking } from './describe.ts';
import { byHolder, type Env, mayOnly } from './guard.ts';
import { listOf, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Id, idOf, when } from './shapes.ts';
import { write } from './write.ts';

const NEEDS = 'Needs a token made for it: "token make NAME --scopes concerns".';

const As = z.object({
  asId: idOf('/v1/people').openapi({
    description: 'The lead or deputy who does it. Never whom it is about.',
  }),
});

const Concern = z
  .strictObject({
    id: z.uuid(),
    programmeId: z.uuid().nullable(),
    kind: z.string(),
    state: z.enum(['open', 'taken', 'closed']),
    createdAt: when,
    deliveredAt: when.nullable(),
    seenAt: when.nullable(),
    takenAt: when.nullable(),
    closedAt: when.nullable(),
    outcome: z.string().nullable(),
  })
  .openapi('Concern');

const Words = z
  .strictObject({
    concernId: z.uuid(),
    kind: z.string(),
    from: z.string().nullable(),
    about: z.string(),
    aboutName: z.string().nullable(),
    whom: z.string().nullable().openapi({ description: 'Whom of a group, as its writer put it.' }),
    words: z.string().nullable(),
    message: z.strictObject({ at: z.string(), from: z.string().nullable(), words: z.string() }).nullable(),
  })
  .openapi('ConcernWords');

const notThere = (): Problem => new Problem(404, 'concern.unknown', 'There is no such concern for them.');

/** What people told the safeguarding lead and deputies: a place of its own, for tokens made for it. */
export function concernRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const list = looking({
    path: '/v1/concerns',
    summary: 'How each concern stands: without a word of it, and without whom it is from or about.',
    description: NEEDS,
    query: Page.extend(As.partial().shape),
    params: z.object({}),
    answers: listOf(Concern),
  });
  api.openapi(list, async (context) => {
    mayOnly(context.get('holder'), 'concerns');
    const { after, limit, asId } = context.req.valid('query');
    const page = {
      most: limit,
      ...(asId === undefined ? {} : { asId }),
      ...(after === undefined ? {} : { after }),
    };
    return context.json(pageOf(await parts.core.read.concerns.list(page), limit), 200);
  });

  const one = looking({
    path: '/v1/concerns/{id}',
    summary: 'What somebody told. That it was read is written down first, with who read it and why.',
    description: NEEDS,
    query: As.extend({ why: WhyReadConcern }),
    params: Id('/v1/concerns'),
    answers: Words,
  });
  api.openapi(one, async (context) => {
    const holder = context.get('holder');
    mayOnly(holder, 'concerns');
    const { asId, why } = context.req.valid('query');
    const by = byHolder(holder);
    const opened = await parts.core.readConcern({ concernId: context.req.valid('param').id, asId, why, by });
    if (opened === undefined) throw notThere();
    return context.json({ ...opened }, 200);
  });
  answeringRoutes(api, parts);
}

const DOES = {
  seen: ['see-concern', 'Somebody who answers has seen it: nobody else is asked for a while.'],
  taken: ['take-concern', 'Somebody who answers has it in hand.'],
  pause: [
    'pause-pair',
    'Pause messages and meetings of the two it is about. They read of it as of any other pause.',
  ],
  resume: ['resume-pair', 'End that pause.'],
} as const;

function answeringRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  for (const [word, [command, summary]] of Object.entries(DOES)) {
    const route = changing({
      method: 'post',
      path: `/v1/concerns/{id}/${word}`,
      summary,
      params: Id('/v1/concerns'),
      body: As,
    });
    api.openapi(route, async (context) => {
      mayOnly(context.get('holder'), 'concerns');
      const args = { concernId: context.req.valid('param').id, ...context.req.valid('json') };
      return context.json(await write(parts, context, command, args), 200);
    });
  }
  const closed = changing({
    method: 'post',
    path: '/v1/concerns/{id}/closed',
    summary: 'It was dealt with: closed with what came of it.',
    params: Id('/v1/concerns'),
    body: As.extend({ outcome: ConcernOutcome }),
  });
  api.openapi(closed, async (context) => {
    mayOnly(context.get('holder'), 'concerns');
    const args = { concernId: context.req.valid('param').id, ...context.req.valid('json') };
    return context.json(await write(parts, context, 'close-concern', args), 200);
  });
}
