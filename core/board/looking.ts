import type { Temporal } from 'temporal-polyfill';
import type { PressedOn } from '../kernel/coordinator.ts';
import type { Person } from '../people/person.ts';
import { whenParts } from '../time/say-when.ts';
import type { Named } from './board.ts';

/** Who looks, and where the board stands: a button knows what it is to bring up to date. */
export type Looking = {
  readonly me: Pick<Person, 'id' | 'zone'>;
  readonly now: Temporal.Instant;
  readonly pressedOn: PressedOn;
  readonly page: number;
};

/** How somebody is named in a text; the texts have a word for whoever has no name yet. */
export function nameIn({ name }: Pick<Named, 'name'>): string {
  return name ?? 'unnamed';
}

/** A moment as "since when", on the reader's clock. */
export function sinceIn(instant: Temporal.Instant, { me, now }: Looking) {
  const { weekday, day, month } = whenParts(instant, me.zone, now);
  return { weekday, day, month };
}
