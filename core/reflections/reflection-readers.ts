import type { Pair } from '../pairs/pair.ts';
import type { Person } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import type { Reflection } from './reflection.ts';

/** Somebody an entry can be shared with, and the pair that makes them so. */
export type Partner = { readonly pairId: string; readonly personId: string; readonly name: string };

/** How texts speak of somebody who has not chosen a name yet. */
export function nameOf(person: Pick<Person, 'name'> | undefined): string {
  return person?.name ?? 'unnamed';
}

export function otherIn(pair: Pair, personId: string): string | undefined {
  if (pair.mentorId === personId) return pair.menteeId;
  return pair.menteeId === personId ? pair.mentorId : undefined;
}

/**
 * Whom a person can share an entry with: the other one of each pair that has not ended. An entry about one pair's meeting
 * is offered to that pair only.
 */
export async function partnersFor(read: Reader, row: Reflection): Promise<readonly Partner[]> {
  const pairs = await read.pairs.pairsOf(row.personId);
  const others = pairs.flatMap((pair) => {
    const personId = otherIn(pair, row.personId);
    return personId === undefined || (row.pairId !== null && row.pairId !== pair.id)
      ? []
      : [{ pairId: pair.id, personId }];
  });
  const people = await read.people.people(others.map(({ personId }) => personId));
  return others.map((other) => ({ ...other, name: nameOf(people.find(({ id }) => id === other.personId)) }));
}

/** Whether the other one of the pair may read it: only while it is shared and the pair has not ended. */
export function partnerMayRead(row: Reflection, pair: Pair | undefined, readerId: string): boolean {
  if (!row.sharedWithPartner || pair === undefined || pair.id !== row.pairId || pair.state === 'ended')
    return false;
  return otherIn(pair, row.personId) === readerId;
}
