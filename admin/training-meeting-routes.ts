import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listOf, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Id, idOf, name, SiteCode, startsAt, when } from './shapes.ts';
import { write } from './write.ts';

const MeetingId = Id('/v1/training-meetings');
const codes = z
  .array(z.string().min(1).max(40))
  .min(1)
  .max(40)
  .openapi({ example: ['listening'] });

const TrainingMeeting = z
  .strictObject({
    id: z.uuid(),
    programmeId: z.uuid(),
    modules: z.array(z.string()),
    startsAt: when,
    wall: z.string(),
    zone: z.string(),
    minutes: z.int(),
    place: z.string(),
    capacity: z.int(),
    state: z.enum(['planned', 'cancelled', 'held']),
    site: z.string().nullable().openapi({ description: 'For the people of that site; null: for all.' }),
  })
  .openapi('TrainingMeeting');

const Seat = z
  .strictObject({
    personId: z.uuid(),
    name,
    state: z.enum(['booked', 'called-off', 'came', 'did-not-come']),
  })
  .openapi('TrainingPlace');

const NewMeeting = z.object({
  programmeId: idOf('/v1/programmes'),
  modules: codes,
  startsAt,
  minutes: z.int().min(15).max(720),
  where: z.string().trim().min(1).max(200),
  capacity: z.int().min(1).max(200),
  site: SiteCode.optional(),
});

/** The meetings at which modules are taught, and who came. */
export function trainingMeetingRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { training } = parts.core.read;
  const all = looking({
    path: '/v1/training-meetings',
    summary: 'The meetings at which modules are taught, newest first.',
    query: Page,
    params: z.object({}),
    answers: listOf(TrainingMeeting),
  });
  api.openapi(all, async (context) => {
    const { after, limit } = context.req.valid('query');
    const found = await training.meetings({ most: limit, after });
    const items = found.map(({ version: _version, createdAt: _createdAt, startsAt: at, site, ...each }) => ({
      ...each,
      site: site ?? null,
      startsAt: at.toString(),
    }));
    return context.json(pageOf(items, limit), 200);
  });

  const plan = changing({
    method: 'post',
    path: '/v1/training-meetings',
    summary: 'Plan one. Those for whom it is still to come are told, and can book a place.',
    params: z.object({}),
    body: NewMeeting,
  });
  api.openapi(plan, async (context) =>
    context.json(await write(parts, context, 'plan-training', context.req.valid('json')), 200),
  );

  const cancel = ending({
    method: 'post',
    path: '/v1/training-meetings/{id}/cancel',
    summary: 'Call one off. Those who had a place are told.',
    params: MeetingId,
  });
  api.openapi(cancel, async (context) => {
    const args = { trainingMeetingId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'cancel-training', args), 200);
  });
  registerRoutes(api, parts);
}

function registerRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { training, people } = parts.core.read;
  const register = looking({
    path: '/v1/training-meetings/{id}/register',
    summary: 'Who had a place, and what was noted of them.',
    query: z.object({}),
    params: MeetingId,
    answers: z.strictObject({ items: z.array(Seat) }),
  });
  api.openapi(register, async (context) => {
    const { id } = context.req.valid('param');
    if ((await training.meeting(id)) === undefined)
      throw new Problem(404, 'training-meeting.unknown', 'There is no training meeting with that id.');
    const places = await training.places(id);
    const named = await people.people(places.map(({ personId }) => personId));
    const items = places.map(({ personId, state }) => ({
      personId,
      name: named.find((each) => each.id === personId)?.name ?? null,
      state,
    }));
    return context.json({ items }, 200);
  });

  const mark = changing({
    method: 'post',
    path: '/v1/training-meetings/{id}/register',
    summary: 'Note whether somebody came. For whoever came the modules are on record.',
    params: MeetingId,
    body: z.object({
      personId: idOf('/v1/people'),
      attended: z.enum(['came', 'did-not-come', 'booked']).openapi({ example: 'came' }),
    }),
  });
  api.openapi(mark, async (context) => {
    const args = { ...context.req.valid('json'), trainingMeetingId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'mark-training', args), 200);
  });

  const done = ending({
    method: 'post',
    path: '/v1/training-meetings/{id}/register/done',
    summary: 'The register is finished. It can still be put right afterwards.',
    params: MeetingId,
  });
  api.openapi(done, async (context) => {
    const args = { trainingMeetingId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'finish-training', args), 200);
  });
}
