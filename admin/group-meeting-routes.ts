import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listOf, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { GroupMeeting, Id, idOf, Marked, startsAt } from './shapes.ts';
import { write } from './write.ts';

const MeetingId = Id('/v1/group-meetings');
const sequence = z
  .int()
  .min(0)
  .optional()
  .openapi({ description: 'What stood when it was decided: refused where it has changed since.' });

export function groupMeetingRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { groups } = parts.core.read;
  const all = looking({
    path: '/v1/group-meetings',
    summary: 'The meetings of all groups, with counts: never what one of them answered.',
    query: Page,
    params: z.object({}),
    answers: listOf(GroupMeeting),
  });
  api.openapi(all, async (context) => {
    const { after, limit } = context.req.valid('query');
    return context.json(pageOf(await groups.allMeetings({ after, most: limit }), limit), 200);
  });

  const plan = changing({
    method: 'post',
    path: '/v1/groups/{id}/meetings',
    summary: 'Plan the next meeting of a group: it is shown in its place, and those who follow it are told.',
    params: Id('/v1/groups'),
    body: z.object({
      startsAt,
      minutes: z.int().min(5).max(480),
      where: z.string().trim().max(100).optional().openapi({ description: "Nothing: the group's place." }),
      warning: z
        .string()
        .trim()
        .max(200)
        .optional()
        .openapi({ description: 'What may be hard there; members read it before they say that they come.' }),
    }),
  });
  api.openapi(plan, async (context) => {
    const args = { ...context.req.valid('json'), groupId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'plan-group-meeting', args), 200);
  });

  const move = changing({
    method: 'post',
    path: '/v1/group-meetings/{id}/move',
    summary: 'Another time. Those whom it matters to are asked whether it is still right.',
    params: MeetingId,
    body: z.object({ startsAt, sequence }),
  });
  api.openapi(move, async (context) => {
    const args = { ...context.req.valid('json'), meetingId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'move-group-meeting', args), 200);
  });

  const cancel = ending({
    method: 'post',
    path: '/v1/group-meetings/{id}/cancel',
    summary: 'Call a meeting of a group off. Those who might have come are told.',
    params: MeetingId,
  });
  api.openapi(cancel, async (context) => {
    const args = { meetingId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'cancel-group-meeting', args), 200);
  });
  registerRoutes(api, parts);
}

/** Who came: for the lead and coordinators alone. */
function registerRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { groups } = parts.core.read;
  const register = looking({
    path: '/v1/group-meetings/{id}/register',
    summary: 'Who was in the group at a meeting, and what was noted of them.',
    query: z.object({}),
    params: MeetingId,
    answers: z.strictObject({ items: z.array(Marked) }),
  });
  api.openapi(register, async (context) => {
    const { id } = context.req.valid('param');
    if ((await groups.meetingRow(id)) === undefined)
      throw new Problem(404, 'group-meeting.unknown', 'There is no meeting of a group with that id.');
    return context.json({ items: await groups.register(id) }, 200);
  });

  const mark = changing({
    method: 'post',
    path: '/v1/group-meetings/{id}/register',
    summary: 'Note whether somebody came. Nobody is told.',
    params: MeetingId,
    body: z.object({
      personId: idOf('/v1/people'),
      attended: z.enum(['came', 'did-not']).nullable().openapi({ example: 'came' }),
    }),
  });
  api.openapi(mark, async (context) => {
    const args = { ...context.req.valid('json'), meetingId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'mark-attendance', args), 200);
  });

  const done = ending({
    method: 'post',
    path: '/v1/group-meetings/{id}/register/done',
    summary: 'The register is finished. It can still be put right afterwards.',
    params: MeetingId,
  });
  api.openapi(done, async (context) => {
    const args = { meetingId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'finish-register', args), 200);
  });
}
