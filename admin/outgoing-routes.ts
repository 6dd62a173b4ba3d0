import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listBy, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { name, when } from './shapes.ts';
import { write } from './write.ts';

/** The number of a message that waits for a decision. */
const outgoingId = z.string().regex(/^\d{1,18}$/);
const OutgoingId = z.object({ id: outgoingId.openapi({ 'x-listed-at': '/v1/outgoing' }) });
const OutgoingPage = Page.extend({
  after: outgoingId.optional().openapi({ description: 'The "next" of the page before.' }),
  state: z.enum(['undeliverable', 'review']).default('undeliverable').openapi({
    description:
      'undeliverable: no app took it. review: it waited when a backup was made, and may have been sent since.',
  }),
});

const Undecided = z
  .strictObject({
    id: outgoingId,
    personId: z.uuid().nullable(),
    name,
    screen: z.string().openapi({ description: 'Which of our messages it is, never what it says.' }),
    state: z.enum(['review', 'undeliverable']),
    why: z.string().nullable(),
    since: when,
    tooLate: z.boolean().openapi({ description: 'Sent now it would be dropped as too late.' }),
  })
  .openapi('UndecidedMessage');

const HOWS = {
  send: 'Send a message after all: once more to whoever no app took it for, or what waited when a backup was made.',
  drop: 'Never send a message.',
} as const;

/** Messages that somebody has to decide on. */
export function outgoingRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const list = looking({
    path: '/v1/outgoing',
    summary: 'Messages that are not sent unless somebody decides so, oldest first.',
    query: OutgoingPage,
    params: z.object({}),
    answers: listBy(Undecided, OutgoingId.shape.id),
  });
  api.openapi(list, async (context) => {
    const { after, limit, state } = context.req.valid('query');
    const { now } = parts.moment();
    const found = await parts.core.read.outgoing.undecided({ state, now, after, most: limit });
    return context.json(pageOf(found, limit), 200);
  });

  for (const how of ['send', 'drop'] as const) {
    const decided = ending({
      method: 'post',
      path: `/v1/outgoing/{id}/${how}`,
      summary: HOWS[how],
      params: OutgoingId,
    });
    api.openapi(decided, async (context) => {
      const args = { how, ids: [context.req.valid('param').id] };
      return context.json(await write(parts, context, 'decide-on-outgoing', args), 200);
    });
  }
}
