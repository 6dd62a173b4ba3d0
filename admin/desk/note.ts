import type { Asked } from './handler.ts';
import { idOf } from './handler.ts';
import { type Route, WHO_MAY } from './who-may.ts';

/**
 * Writes down what somebody who is signed in saw of others, or was refused: one entry a page, before it goes out. What they
 * change is written down by what does it.
 */
export async function noteDesk(asked: Asked, route: Route, status: number): Promise<void> {
  const { holder, parts } = asked;
  if (holder === undefined || !['coordinates', 'answers'].includes(WHO_MAY[route])) return;
  const by = { is: 'coordinator', name: `person:${holder.person.id}` } as const;
  const id = idOf(asked);
  const [, kind] = /^\w+ \/(\w+)/.exec(route) ?? [];
  const ids = { at: route, ...(id === undefined ? {} : { [kind === 'people' ? 'personId' : 'id']: id }) };
  const { core } = parts;
  // What is there and not for them reads like what is not there.
  if (status === 404) await core.noteAudit({ by, action: 'desk.refused', ids, reason: 'desk.not-theirs' });
  else if (status === 200 && route.startsWith('GET')) await core.noteAudit({ by, action: 'desk.read', ids });
}
