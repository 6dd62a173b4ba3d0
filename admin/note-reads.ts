import type { Context } from 'hono';
import { z } from 'zod';
import { type By, isNoted, lineAt } from '../core/index.ts';
import type { ApiParts } from './parts.ts';

/** What an id in an address is of, as the audit calls it. */
const OF: Readonly<Record<string, string>> = {
  people: 'personId',
  pairs: 'pairId',
  meetings: 'meetingId',
  'group-meetings': 'meetingId',
  groups: 'groupId',
  tasks: 'taskId',
  programmes: 'programme',
};

type Parts = Pick<ApiParts, 'core'>;

const Answered = z.object({ items: z.array(z.unknown()) });
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Writes down that somebody read what is personal: one entry an answer, with how many there were in it. It is written before
 * the answer goes; what cannot be written down is not given.
 */
export async function noteRead({ core }: Parts, context: Context, by: By): Promise<void> {
  const line = lineAt(context.req.path, true);
  if (line === undefined || !isNoted(line.path)) return;
  const answered = Answered.safeParse(await context.res.clone().json());
  const count = answered.success ? { count: answered.data.items.length } : {};
  const asked = Object.entries(context.req.query()).filter(([, value]) => UUID.test(value));
  const ids = { at: line.path, ...idIn(line), ...count, ...Object.fromEntries(asked) };
  await core.noteAudit({ by, action: 'desk.read', ids });
}

/** Writes down that somebody with a good token asked for what it is not good for. */
export async function noteRefused({ core }: Parts, context: Context, by: By): Promise<void> {
  const { method, path } = context.req;
  const line = lineAt(path, method === 'GET' || method === 'HEAD');
  const ids = {
    at: line?.path ?? 'elsewhere',
    method: methodOf(method),
    ...(line === undefined ? {} : idIn(line)),
  };
  await core.noteAudit({ by, action: 'desk.refused', ids, reason: 'token.may-not' });
}

function idIn({ path, id }: { path: string; id?: string }): Record<string, string> {
  const [, , kind = ''] = path.split('/');
  return id === undefined ? {} : { [OF[kind] ?? 'id']: id };
}

/** Whoever asks may call a method what they like. */
function methodOf(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'].includes(method) ? method : 'other';
}
