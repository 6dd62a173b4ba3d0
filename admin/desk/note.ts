import type { Asked } from './handler.ts';
import { idOf } from './handler.ts';
import { type Route, WHO_MAY } from './who-may.ts';

/** What an id in an address is of, as the audit calls it. */
const OF: Readonly<Record<string, string>> = {
  people: 'personId',
  tasks: 'taskId',
  concerns: 'concernId',
  drafts: 'programmeId',
  matches: 'matchId',
};

/**
 * Writes down what somebody who is signed in saw of others, or was refused: one entry a page, before it goes out. What they
 * change is written down by what does it.
 */
export async function noteDesk(asked: Asked, route: Route, status: number): Promise<void> {
  const { holder, parts } = asked;
  if (holder === undefined || !['coordinates', 'answers'].includes(WHO_MAY[route])) return;
  const id = idOf(asked);
  const [, kind = ''] = /^\w+ \/(\w+)/.exec(route) ?? [];
  const ids = { at: route, ...(id === undefined ? {} : { [OF[kind] ?? 'id']: id }) };
  const { desk } = parts.core;
  // What is there and not for them reads like what is not there.
  if (status === 404) await desk.note(holder, { action: 'desk.refused', ids, reason: 'desk.not-theirs' });
  else if (status === 200 && route.startsWith('GET')) await desk.note(holder, { action: 'desk.read', ids });
}
