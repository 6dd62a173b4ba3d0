import { type By, personOf } from '../kernel/command.ts';
import type { Account, Person } from '../people/person.ts';

/** Whoever holds the phone: the chat is theirs, also while they act beside somebody. */
export function whoHolds(by: By): { person: Person; account: Account } {
  const { person, account } = personOf(by);
  return { person: by.is === 'person' ? (by.supporter ?? person) : person, account };
}
