import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { WhyRead } from '../core/index.ts';
import { changing, ending, looking } from './describe.ts';
import { byHolder, type Env } from './guard.ts';
import { listOf, Page, pageFrom, pageOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { Problem } from './problem.ts';
import { Id, idOf, Report, Task, Token } from './shapes.ts';
import { write } from './write.ts';

export function taskRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const tasks = looking({
    path: '/v1/tasks',
    summary: 'What there is for coordinators to do.',
    query: Page.extend({ done: z.enum(['true', 'false']).default('false') }),
    params: z.object({}),
    answers: listOf(Task),
  });
  api.openapi(tasks, async (context) => {
    const { after, limit, done } = context.req.valid('query');
    const found = await parts.core.read.desk.tasks({ after, most: limit, done: done === 'true' });
    return context.json(pageOf(found, limit), 200);
  });

  const one = looking({
    path: '/v1/tasks/{id}',
    summary: 'One task, done or not.',
    query: z.object({}),
    params: Id('/v1/tasks'),
    answers: Task,
  });
  api.openapi(one, async (context) => {
    const found = await parts.core.read.desk.task(context.req.valid('param').id);
    if (found === undefined) throw new Problem(404, 'task.unknown', 'There is no task with that id.');
    return context.json(found, 200);
  });

  const done = ending({
    method: 'post',
    path: '/v1/tasks/{id}/done',
    summary: 'A task was dealt with.',
    params: Id('/v1/tasks'),
  });
  api.openapi(done, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await write(parts, context, 'finish-task', { taskId: id }), 200);
  });

  const taken = changing({
    method: 'post',
    path: '/v1/tasks/{id}/taken',
    summary: 'A coordinator takes a task on, so that the others know that somebody does.',
    params: Id('/v1/tasks'),
    body: z.object({ personId: idOf('/v1/people').openapi({ description: 'The coordinator.' }) }),
  });
  api.openapi(taken, async (context) => {
    const args = { taskId: context.req.valid('param').id, takerId: context.req.valid('json').personId };
    return context.json(await write(parts, context, 'take-task', args), 200);
  });
  reportRoutes(api, parts);
}

/** The one message that a task of a report is about. Each look is written down first, with who and why. */
function reportRoutes(api: OpenAPIHono<Env>, { core }: ApiParts): void {
  const report = looking({
    path: '/v1/tasks/{id}/reported-message',
    summary:
      'The one message that a report is about. That it was read is written down, with which token, and why.',
    description: 'Needs a token made for it: "token make NAME --scopes shared".',
    query: z.object({ why: WhyRead.default('report') }),
    params: Id('/v1/tasks'),
    answers: Report,
  });
  api.openapi(report, async (context) => {
    const taskId = context.req.valid('param').id;
    const by = byHolder(context.get('holder'));
    const args = { taskId, why: context.req.valid('query').why };
    const written = await core.perform({ command: 'open-report', args, by });
    const opened = written.did === 'done' ? await core.openedReport(taskId) : undefined;
    if (opened === undefined)
      throw new Problem(
        404,
        'message-report.unknown',
        core.texts.render('en', { id: 'report-unknown', args: {} }),
      );
    return context.json({ taskId, ...opened }, 200);
  });
}

export function tokenRoutes(api: OpenAPIHono<Env>, parts: ApiParts): void {
  const tokens = looking({
    path: '/v1/tokens',
    summary: 'The tokens: who they are for and how long they last, never the tokens themselves.',
    query: Page,
    params: z.object({}),
    answers: listOf(Token),
  });
  api.openapi(tokens, async (context) => {
    const page = pageFrom(await parts.core.read.tokens.all(), context.req.valid('query'));
    const items = page.items.map((each) => ({
      id: each.id,
      name: each.name,
      scopes: each.scopes,
      source: each.source,
      programmeId: each.programmeId,
      site: each.site,
      createdAt: each.createdAt.toString(),
      expiresAt: each.expiresAt?.toString() ?? null,
      lastUsedAt: each.lastUsedAt?.toString() ?? null,
      revokedAt: each.revokedAt?.toString() ?? null,
    }));
    return context.json({ items, next: page.next }, 200);
  });

  const revoke = ending({
    method: 'delete',
    path: '/v1/tokens/{id}',
    summary: 'End a token at once.',
    description:
      'Any token may end itself. Others are ended by one made for it: "token make NAME --scopes tokens".',
    params: Id('/v1/tokens'),
  });
  api.openapi(revoke, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await write(parts, context, 'revoke-token', { tokenId: id }), 200);
  });
}
