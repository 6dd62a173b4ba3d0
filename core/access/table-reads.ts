import { Scope } from '../kernel/admin-token.ts';
import { type Entry, each, RELATIONS, type Table, tableOf } from './access.ts';
import * as who from './audiences.ts';
import { USUAL } from './audiences.ts';

/**
 * What is read at the desk, by its address in the API; the command line shows the same. Names that people chose and what
 * happened: what anybody wrote is read only where they shared or reported it.
 */
export const readTable: Table = tableOf(
  each(who.reads, USUAL, '/v1/programmes /v1/programmes/{slug} /v1/programmes/{slug}/board'),
  each(
    who.reads,
    USUAL,
    '/v1/people /v1/people/{id} /v1/pairs /v1/pairs/{id} /v1/meetings /v1/meetings/{id}',
  ),
  each(who.reads, USUAL, '/v1/groups /v1/groups/{id} /v1/groups/{id}/members /v1/groups/{id}/meetings'),
  each(who.reads, USUAL, '/v1/group-meetings /v1/group-meetings/{id}/register'),
  each(who.reads, USUAL, '/v1/tasks /v1/tasks/{id} /v1/outgoing /v1/tokens /v1/retention /v1/openings'),
  each(
    who.reads,
    USUAL,
    '/v1/programmes/{slug}/readiness /v1/programmes/{slug}/training /v1/programmes/{slug}/match-report',
  ),
  each(who.reads, USUAL, '/v1/matches /v1/programmes/{slug}/matches/draft'),
  each(who.reads, USUAL, '/v1/training-records /v1/training-meetings /v1/training-meetings/{id}/register'),
  each(who.reads, USUAL, '/v1/enquiries /v1/programmes/{slug}/training-survey'),
  each(who.shared, USUAL, '/v1/programmes/{slug}/training-survey/words'),
  each(who.reads, USUAL, '/v1/programmes/{slug}/ways-in /v1/programmes/{slug}/sites /v1/referrals'),
  each(who.refers, USUAL, '/v1/referrals/{id} /v1/programmes/{slug}/for-referrers'),
  each(who.shared, USUAL, '/v1/enquiries/{id}/answers'),
  each(who.concernsAtDesk, USUAL, '/v1/concerns /v1/concerns/{id}'),
  each(who.shared, USUAL, '/v1/people/{id}/shared /v1/tasks/{id}/reported-message /v1/openings/{id}/words'),
  each(who.shared, USUAL, '/v1/people/{id}/supervision'),
);

/** What is nobody's own, and what is written down by a command of its own before it is read. */
const NOT_NOTED: readonly string[] = [
  ...['/v1/programmes', '/v1/programmes/{slug}', '/v1/programmes/{slug}/readiness', '/v1/retention'],
  ...['/v1/programmes/{slug}/for-referrers', '/v1/programmes/{slug}/matches/draft'],
  ...['/v1/tokens', '/v1/concerns/{id}', '/v1/tasks/{id}/reported-message', '/v1/openings/{id}/words'],
];

/** What is changed at the desk by a token that is made for more than writing. */
export const changeTable: Table = tableOf(
  each(who.opens, USUAL, '/v1/people/{id}/openings /v1/openings/{id}/confirm /v1/openings/{id}/stop'),
  each(who.opens, USUAL, '/v1/openings/{id}/tell'),
  each(who.concernsAtDesk, USUAL, '/v1/concerns/{id}/seen /v1/concerns/{id}/taken /v1/concerns/{id}/closed'),
  each(who.concernsAtDesk, USUAL, '/v1/concerns/{id}/pause /v1/concerns/{id}/resume'),
  each(who.endsTokens, USUAL, '/v1/tokens/{id}'),
  each(who.keepsAccess, USUAL, '/v1/people/{id}/audit-head'),
  each(who.refers, USUAL, '/v1/referrals'),
);

/** What a token has to be good for to read at an address that is written as in the table. @throws when it is not in it. */
export function scopeToRead(path: string): Scope {
  const entry = readTable.get(path);
  if (entry === undefined)
    throw new Error(`Nobody may read "${path}": it is not in the table of who may what`);
  return scopeIn(entry);
}

/** The same for a change. */
export function scopeToChange(path: string): Scope {
  const entry = changeTable.get(path);
  return entry === undefined ? 'write' : scopeIn(entry);
}

function scopeIn({ may }: Entry): Scope {
  const all = Scope.options.filter((scope) => may[`token-${scope}`].length === RELATIONS.length);
  return all[0] ?? 'write';
}

const patternsOf = (table: Table) =>
  [...table].map(([path, entry]) => ({
    path,
    scope: scopeIn(entry),
    pattern: new RegExp(`${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
const reads = patternsOf(readTable);
const changes = patternsOf(changeTable);

/** What is needed at an address as it is asked for. Where there is nothing, any reader or writer hears so. */
export function scopeAt(address: string, looks: boolean): Scope {
  const found = (looks ? reads : changes).find(({ pattern }) => pattern.test(address));
  return found?.scope ?? (looks ? 'read' : 'write');
}

/** The line of the table that an address is of, with the id or short name in it; undefined where there is nothing. */
export function lineAt(address: string, looks: boolean): { path: string; id?: string } | undefined {
  const found = (looks ? reads : changes).find(({ pattern }) => pattern.test(address));
  if (found === undefined) return undefined;
  const at = found.path.split('/').findIndex((part) => part.startsWith('{'));
  const id = at < 0 ? undefined : address.slice(address.indexOf('/v1/')).split('/')[at];
  return { path: found.path, ...(id !== undefined && ID.test(id) ? { id } : {}) };
}

/** An id, or a short name: nothing that anybody wrote. */
const ID = /^([0-9a-f-]{36}|[a-z0-9-]{1,40})$/;

/** Whether that somebody read it is to be written down by the door it is read at. */
export function isNoted(path: string): boolean {
  return !NOT_NOTED.includes(path);
}
