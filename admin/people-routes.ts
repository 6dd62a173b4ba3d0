import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listOf, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Id, idOf, Person, Shared, SiteCode } from './shapes.ts';
import { write } from './write.ts';

const Role = z.enum([
  ...(['mentee', 'mentor', 'volunteer', 'coordinator', 'referrer'] as const),
  ...(['safeguarding-lead', 'safeguarding-deputy', 'supervision-cover'] as const),
]);

const Trained = z.boolean().openapi({ description: 'Trained to lead a group: none opens without.' });

const Site = SiteCode.nullable().openapi({
  description: 'Of a coordinator, the one site they see; of others, where they belong. null: no site alone.',
});

const Enrolment = z.object({
  name: z.string().trim().min(1).max(40).openapi({ example: 'Ada' }),
  programmeId: idOf('/v1/programmes'),
  role: Role,
  zone: z.string().max(60).default('Europe/London').openapi({ example: 'Europe/London' }),
  agreed: z.literal(true).openapi({ description: 'They agreed to take part and to what is kept.' }),
  adult: z.literal(true).openapi({ description: "They are of the programme's adult age." }),
});

const Letter = z.object({
  fromId: idOf('/v1/people').openapi({ description: 'The coordinator who writes, and uses an app.' }),
  words: z.string().trim().min(1).max(1000).openapi({ description: 'Kept sealed, for 30 days.' }),
});

export function peopleRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { desk } = parts.core.read;
  const list = looking({
    path: '/v1/people',
    summary: 'Everybody, in the order in which they came.',
    query: Page,
    params: z.object({}),
    answers: listOf(Person),
  });
  api.openapi(list, async (context) => {
    const { after, limit } = context.req.valid('query');
    return context.json(pageOf(await desk.people({ after, most: limit }), limit), 200);
  });

  const one = looking({
    path: '/v1/people/{id}',
    summary: 'One person.',
    query: z.object({}),
    params: Id('/v1/people'),
    answers: Person,
  });
  api.openapi(one, async (context) => {
    const person = await desk.person(context.req.valid('param').id);
    if (person === undefined) throw new Problem(404, 'person.unknown', 'There is nobody with that id.');
    return context.json(person, 200);
  });

  const enrol = changing({
    method: 'post',
    path: '/v1/people',
    summary: 'Enrol somebody who has no app.',
    params: z.object({}),
    body: Enrolment,
  });
  api.openapi(enrol, async (context) =>
    context.json(await write(parts, context, 'enrol-person', context.req.valid('json')), 200),
  );

  roleRoutes(api, parts);
  sharedRoutes(api, parts);
}

function roleRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const role = changing({
    method: 'post',
    path: '/v1/people/{id}/roles',
    summary: 'Give somebody a role in a programme.',
    params: Id('/v1/people'),
    body: z.object({
      programmeId: idOf('/v1/programmes'),
      role: Role,
      trained: Trained.default(false),
      site: Site.optional(),
    }),
  });
  api.openapi(role, async (context) => {
    const args = { ...context.req.valid('json'), personId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'give-role', args), 200);
  });
  const ended = changing({
    method: 'post',
    path: '/v1/people/{id}/roles/end',
    summary:
      "End somebody's role in a programme. Not while people depend on it: then it is said what to do first.",
    params: Id('/v1/people'),
    body: z.object({ programmeId: idOf('/v1/programmes'), role: Role }),
  });
  api.openapi(ended, async (context) => {
    const args = { ...context.req.valid('json'), personId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'end-role', args), 200);
  });
  moreOfPeople(api, parts);
}

/** Two records of one person, and a few words to somebody. */
function moreOfPeople(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const join = changing({
    method: 'post',
    path: '/v1/people/{id}/join',
    summary: 'Make two records of one person one: this one stays, and the chats of the other become theirs.',
    params: Id('/v1/people'),
    body: z.object({
      otherId: idOf('/v1/people').openapi({ description: 'Who has nothing of their own yet, and goes.' }),
    }),
  });
  api.openapi(join, async (context) => {
    const args = { keepId: context.req.valid('param').id, otherId: context.req.valid('json').otherId };
    return context.json(await write(parts, context, 'join-records', args), 200);
  });

  const letter = changing({
    method: 'post',
    path: '/v1/people/{id}/letters',
    summary:
      'A few words from a coordinator to somebody, in their app. Their answer goes to that coordinator.',
    params: Id('/v1/people'),
    body: Letter,
  });
  api.openapi(letter, async (context) => {
    const args = { ...context.req.valid('json'), toId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'write-letter', args), 200);
  });

  const away = changing({
    method: 'post',
    path: '/v1/people/{id}/away',
    summary: 'Say until when somebody who answers for safeguarding is away: the others are asked first.',
    params: Id('/v1/people'),
    body: z.object({
      until: z.iso
        .datetime()
        .nullable()
        .openapi({ description: 'Null: they are back.', example: '2026-12-01T09:00:00Z' }),
    }),
  });
  api.openapi(away, async (context) => {
    const args = { ...context.req.valid('json'), personId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'set-away', args), 200);
  });

  const trained = changing({
    method: 'post',
    path: '/v1/people/{id}/trained',
    summary: 'Say that a mentor is trained to lead a group, or take it back.',
    params: Id('/v1/people'),
    body: z.object({ programmeId: idOf('/v1/programmes'), trained: Trained.default(true) }),
  });
  api.openapi(trained, async (context) => {
    const args = { ...context.req.valid('json'), personId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'mark-trained', args), 200);
  });
}

/** What people wrote and chose to share with coordinators: nothing else that anybody wrote can be had here. */
function sharedRoutes(api: OpenAPIHono<Env>, { core }: ApiParts): void {
  const shared = looking({
    path: '/v1/people/{id}/shared',
    summary: 'What somebody wrote and chose to share with coordinators, newest first.',
    description: 'Needs a token made for it: "token make NAME --scopes shared".',
    query: Page,
    params: Id('/v1/people'),
    answers: listOf(Shared),
  });
  api.openapi(shared, async (context) => {
    const { after, limit } = context.req.valid('query');
    const { id } = context.req.valid('param');
    if ((await core.read.desk.person(id)) === undefined)
      throw new Problem(404, 'person.unknown', 'There is nobody with that id.');
    const found = await core.read.reflections.sharedWithCoordinator({
      personId: id,
      most: limit,
      ...(after === undefined ? {} : { after }),
    });
    const items = found.map(({ reflection, text }) => ({
      id: reflection.id,
      personId: reflection.personId,
      meetingId: reflection.meetingId,
      createdAt: reflection.createdAt.toString(),
      changedAt: reflection.changedAt.toString(),
      text,
    }));
    return context.json(pageOf(items, limit), 200);
  });
}
