import type { By } from '../kernel/command.ts';
import type { Person, Role } from '../people/person.ts';
import type { ActingRole, ActingState, Actor } from './access.ts';

/** How things stand with somebody. */
export function stateOf({ state, paused }: Pick<Person, 'state' | 'paused'>): ActingState {
  return state === 'active' && paused ? 'paused' : state;
}

/** A person, in every role they hold; somebody who acts beside them is only that, in both their states. */
export function personActing(
  person: Pick<Person, 'state' | 'paused'>,
  roles: readonly Role['role'][],
  supporter?: Pick<Person, 'state' | 'paused'>,
): Actor {
  if (supporter !== undefined) return { roles: ['supporter'], states: [stateOf(person), stateOf(supporter)] };
  return { roles: ['somebody', ...roles], states: [stateOf(person)] };
}

/** Whoever acts. `roles` are those of the person, where it is one. */
export function acting(by: By, roles: readonly Role['role'][]): Actor {
  if (by.is === 'person') return personActing(by.person, roles, by.supporter);
  if (by.is === 'at-desk') return personActing(by.person, roles);
  if (by.is === 'newcomer') return { roles: ['unknown'], states: [] };
  if (by.is === 'clock') return { roles: ['clock'], states: [] };
  return { roles: deskRoles(by), states: [] };
}

/** A token may what its scopes say, and no more; without a token it is the command line. */
function deskRoles({ tokenId, scopes = [] }: Extract<By, { is: 'coordinator' }>): ActingRole[] {
  return tokenId === undefined ? ['desk'] : scopes.map((scope): ActingRole => `token-${scope}`);
}
