import { type By, personOf } from '../kernel/command.ts';
import type { Account, Person } from './person.ts';

/**
 * Whoever holds the phone, also while they act beside somebody else: help, silence and breaks are always about the one
 * who asks for them.
 */
export function holderOf(by: By): { readonly person: Person; readonly account: Account } {
  const { person, account } = personOf(by);
  return { person: by.is === 'person' ? (by.supporter ?? person) : person, account };
}
