import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listOf, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Id, idOf, Meeting, Pair, startsAt } from './shapes.ts';
import { write } from './write.ts';

const NewPair = z.object({
  programmeId: idOf('/v1/programmes'),
  mentorId: idOf('/v1/people'),
  menteeId: idOf('/v1/people'),
  rhythmDays: z
    .int()
    .min(1)
    .max(365)
    .nullable()
    .default(null)
    .openapi({ description: 'The rhythm they agreed.' }),
});

const NewMeeting = z.object({
  pairId: idOf('/v1/pairs'),
  wall: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .openapi({ example: '2026-12-01T14:30', description: "In the mentee's zone, or in `zone`." }),
  zone: z.string().max(60).optional().openapi({ example: 'Europe/London' }),
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
    summary: 'The pairs of all or of one person, in the order in which they were made.',
    query: Page.extend({ personId: idOf('/v1/people').optional() }),
    params: none,
    answers: listOf(Pair),
  });
  api.openapi(pairs, async (context) => {
    const { after, limit, personId } = context.req.valid('query');
    return context.json(pageOf(await desk.pairs({ after, most: limit, personId }), limit), 200);
  });

  const onePair = looking({
    path: '/v1/pairs/{id}',
    summary: 'One pair.',
    query: none,
    params: Id('/v1/pairs'),
    answers: Pair,
  });
  api.openapi(onePair, async (context) => {
    const found = await desk.pair(context.req.valid('param').id);
    if (found === undefined) throw new Problem(404, 'pair.unknown', 'There is no pair with that id.');
    return context.json(found, 200);
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
}

export function meetingRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { desk } = parts.core.read;
  const none = z.object({});
  const meetings = looking({
    path: '/v1/meetings',
    summary: 'Meetings, soonest first: that they are, never what was said.',
    query: Page.extend({
      pairId: idOf('/v1/pairs').optional(),
      from: z.iso.datetime().optional().openapi({ description: 'Only those that end after this.' }),
    }),
    params: none,
    answers: listOf(Meeting),
  });
  api.openapi(meetings, async (context) => {
    const { pairId, from, after, limit } = context.req.valid('query');
    return context.json(pageOf(await desk.meetings({ pairId, from, after, most: limit }), limit), 200);
  });

  const one = looking({
    path: '/v1/meetings/{id}',
    summary: 'One meeting.',
    query: none,
    params: Id('/v1/meetings'),
    answers: Meeting,
  });
  api.openapi(one, async (context) => {
    const found = await desk.meeting(context.req.valid('param').id);
    if (found === undefined) throw new Problem(404, 'meeting.unknown', 'There is no meeting with that id.');
    return context.json(found, 200);
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
  meetingChanges(api, parts);
}

function meetingChanges(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const there = async (id: string): Promise<string> => {
    const found = await parts.core.read.desk.meeting(id);
    if (found === undefined) throw new Problem(404, 'meeting.unknown', 'There is no meeting with that id.');
    return found.id;
  };
  const move = changing({
    method: 'post',
    path: '/v1/meetings/{id}/move',
    summary: 'Another time for a meeting of a pair, at once. Both are told.',
    params: Id('/v1/meetings'),
    body: z.object({ startsAt, sequence: z.int().min(0).optional() }),
  });
  api.openapi(move, async (context) => {
    const args = { ...context.req.valid('json'), meetingId: await there(context.req.valid('param').id) };
    return context.json(await write(parts, context, 'move-meeting', args), 200);
  });

  const cancel = ending({
    method: 'post',
    path: '/v1/meetings/{id}/cancel',
    summary: 'Call a meeting of a pair off. Both are told.',
    params: Id('/v1/meetings'),
  });
  api.openapi(cancel, async (context) => {
    const args = { meetingId: await there(context.req.valid('param').id) };
    return context.json(await write(parts, context, 'cancel-meeting', args), 200);
  });
}
