import { each, type Table, tableOf } from './access.ts';
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
  each(who.reads, USUAL, '/v1/tasks /v1/tasks/{id} /v1/outgoing /v1/tokens /v1/retention'),
  each(who.shared, USUAL, '/v1/people/{id}/shared /v1/tasks/{id}/reported-message'),
);

/** What a token has to be good for to read at an address that is written as in the table. @throws when it is not in it. */
export function scopeToRead(path: string): 'read' | 'shared' {
  const entry = readTable.get(path);
  if (entry === undefined)
    throw new Error(`Nobody may read "${path}": it is not in the table of who may what`);
  return entry.may['token-read'].length > 0 ? 'read' : 'shared';
}

const patterns = [...readTable.keys()].map((path) => ({
  path,
  pattern: new RegExp(`^.*${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The same for an address as it is asked for. Where there is nothing to read, any reader hears so. */
export function scopeToReadAt(address: string): 'read' | 'shared' {
  const found = patterns.filter(({ pattern }) => pattern.test(address)).map(({ path }) => scopeToRead(path));
  return found.includes('shared') ? 'shared' : 'read';
}
