import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, looking } from './describe.ts';
import type { Env } from './guard.ts';
import type { ApiParts } from './parts.ts';
import { listOf, Meeting, Page, Pair, pageOf } from './shapes.ts';
import { write } from './write.ts';

const NewPair = z.object({
  programmeId: z.uuid(),
  mentorId: z.uuid(),
  menteeId: z.uuid(),
  rhythmDays: z
    .int()
    .min(1)
    .max(365)
    .nullable()
    .default(null)
    .openapi({ description: 'The rhythm they agreed.' }),
});

const NewMeeting = z.object({
  pairId: z.uuid(),
  wall: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .openapi({ example: '2026-12-01T14:30', description: "In the mentee's zone, or in `zone`." }),
  zone: z.string().max(60).optional(),
  mode: z.enum(['in-person', 'phone', 'video', 'text']),
  minutes: z.int().min(5).max(480).optional(),
  restMinutes: z.int().min(0).max(120).default(0),
  place: z.string().max(500).optional().openapi({ description: 'Kept sealed, and never given out here.' }),
});

export function pairRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { desk } = parts.core.read;
  const none = z.object({});
  const pairs = looking({
    path: '/v1/pairs',
    summary: 'All pairs, in the order in which they were made.',
    query: Page,
    params: none,
    answers: listOf(Pair),
  });
  api.openapi(pairs, async (context) => {
    const { after, limit } = context.req.valid('query');
    return context.json(pageOf(await desk.pairs({ after, most: limit }), limit), 200);
  });

  const pair = changing({
    method: 'post',
    path: '/v1/pairs',
    summary: 'Bring a mentor and a mentee together.',
    params: none,
    body: NewPair,
  });
  api.openapi(pair, async (context) =>
    context.json(await write(parts, context, 'make-pair', context.req.valid('json')), 200),
  );

  const meetings = looking({
    path: '/v1/meetings',
    summary: 'The meetings of a pair, soonest first: that they are, never what was said.',
    query: z.object({
      pairId: z.uuid(),
      from: z.iso.datetime().optional().openapi({ description: 'Only those that end after this.' }),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    params: none,
    answers: z.object({ items: z.array(Meeting) }),
  });
  api.openapi(meetings, async (context) => {
    const { pairId, from, limit } = context.req.valid('query');
    return context.json({ items: await desk.meetings({ pairId, from, most: limit }) }, 200);
  });

  const book = changing({
    method: 'post',
    path: '/v1/meetings',
    summary: 'Book for a pair, agreed at once.',
    params: none,
    body: NewMeeting,
  });
  api.openapi(book, async (context) =>
    context.json(await write(parts, context, 'book-for-pair', context.req.valid('json')), 200),
  );
}
