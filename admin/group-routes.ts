import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { changing, ending, looking } from './describe.ts';
import type { Env } from './guard.ts';
import { listOf, Page, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Group, GroupMeeting, GroupMember, Id, idOf } from './shapes.ts';
import { write } from './write.ts';

const GroupId = Id('/v1/groups');

const NewGroup = z.object({
  programmeId: idOf('/v1/programmes').optional(),
  name: z.string().min(1).max(60).openapi({ example: 'Tuesday tea' }),
  ownRule: z.string().trim().max(300).optional(),
  capacity: z.int().min(2).max(500).optional(),
  leadId: idOf('/v1/people'),
  place: z
    .strictObject({
      platform: z.string().min(1),
      tenant: z.string().openapi({ description: 'The server it is in.' }),
      chatId: z.string().min(1).openapi({ description: 'The channel.' }),
    })
    .openapi({ example: { platform: 'discord', tenant: '1', chatId: '3' } }),
  leadTrained: z.boolean().optional(),
});

export function groupRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const { groups } = parts.core.read;
  const there = async (id: string) => {
    const found = await groups.group(id);
    if (found === undefined) throw new Problem(404, 'group.unknown', 'There is no group with that id.');
    return found;
  };
  const list = looking({
    path: '/v1/groups',
    summary: 'The peer groups, in the order in which they were made.',
    query: Page,
    params: z.object({}),
    answers: listOf(Group),
  });
  api.openapi(list, async (context) => {
    const { after, limit } = context.req.valid('query');
    return context.json(pageOf(await groups.list({ after, most: limit }), limit), 200);
  });

  const one = looking({
    path: '/v1/groups/{id}',
    summary: 'One group.',
    query: z.object({}),
    params: GroupId,
    answers: Group,
  });
  api.openapi(one, async (context) => context.json(await there(context.req.valid('param').id), 200));

  const members = looking({
    path: '/v1/groups/{id}/members',
    summary: 'Who is in a group, waits for a place or was asked whether they still want one.',
    query: Page,
    params: GroupId,
    answers: listOf(GroupMember),
  });
  api.openapi(members, async (context) => {
    const { after, limit } = context.req.valid('query');
    const { id } = await there(context.req.valid('param').id);
    return context.json(pageOf(await groups.members(id, { after, most: limit }), limit), 200);
  });

  const meetings = looking({
    path: '/v1/groups/{id}/meetings',
    summary: 'The meetings of a group, with counts: never what one of them answered.',
    query: Page,
    params: GroupId,
    answers: listOf(GroupMeeting),
  });
  api.openapi(meetings, async (context) => {
    const { after, limit } = context.req.valid('query');
    const { id } = await there(context.req.valid('param').id);
    return context.json(pageOf(await groups.meetings(id, { after, most: limit }), limit), 200);
  });
  groupChanges(api, parts);
}

function groupChanges(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const trained = ending({
    method: 'post',
    path: '/v1/groups/{id}/lead-trained',
    summary: 'Say that whoever leads a group is a trained mentor: it is so of the person from then on.',
    params: GroupId,
  });
  api.openapi(trained, async (context) => {
    const args = { groupId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'confirm-group-lead', args), 200);
  });

  const open = ending({
    method: 'post',
    path: '/v1/groups/{id}/open',
    summary: 'Open a group, once its lead is trained and has accepted the ground rules.',
    params: GroupId,
  });
  api.openapi(open, async (context) => {
    const args = { groupId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'open-group', args), 200);
  });

  const make = changing({
    method: 'post',
    path: '/v1/groups',
    summary: 'Make a group in a channel that many read. It opens once its lead is trained and has accepted.',
    params: z.object({}),
    body: NewGroup,
  });
  api.openapi(make, async (context) =>
    context.json(await write(parts, context, 'make-group', context.req.valid('json')), 200),
  );

  lookingAfter(api, parts);
}

function lookingAfter(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const capacity = changing({
    method: 'post',
    path: '/v1/groups/{id}/capacity',
    summary:
      'Change how many can be in a group. With more places those who wait are asked; nobody is ever put out.',
    params: GroupId,
    body: z.object({ capacity: z.int().min(2).max(500) }),
  });
  api.openapi(capacity, async (context) => {
    const args = { ...context.req.valid('json'), groupId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'change-group-capacity', args), 200);
  });

  const rule = changing({
    method: 'post',
    path: '/v1/groups/{id}/own-rule',
    summary:
      'Change the ground rule that a group has of its own. Everybody in it is asked to accept the rules anew.',
    params: GroupId,
    body: z.object({
      ownRule: z
        .string()
        .trim()
        .max(300)
        .openapi({ description: 'Empty: none of its own.', example: 'Tea first.' }),
    }),
  });
  api.openapi(rule, async (context) => {
    const args = { ...context.req.valid('json'), groupId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'change-group-rule', args), 200);
  });

  const offer = changing({
    method: 'post',
    path: '/v1/groups/{id}/lead-offers',
    summary: 'Offer the lead of a group to a trained mentor. Nothing changes before they agree in their app.',
    params: GroupId,
    body: z.object({ personId: idOf('/v1/people') }),
  });
  api.openapi(offer, async (context) => {
    const args = { ...context.req.valid('json'), groupId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'offer-group-lead', args), 200);
  });

  const close = ending({
    method: 'post',
    path: '/v1/groups/{id}/close',
    summary: 'Close a group: what was to come is called off, and everybody in it is told once.',
    params: GroupId,
  });
  api.openapi(close, async (context) => {
    const args = { groupId: context.req.valid('param').id };
    return context.json(await write(parts, context, 'close-group', args), 200);
  });
}
