import type { Answerer, Concern } from '../concerns/concern.ts';
import { next, type Save } from './change.ts';
import { type By, themselves } from './command.ts';

/**
 * Who acts, if they answer for safeguarding and the concern is none of theirs; by the API and the command line somebody acts
 * as one of them (`asId`).
 */
export function answererOf(
  team: readonly Answerer[],
  { notFor }: Pick<Concern, 'notFor'>,
  by: By,
  asId: string | undefined,
): Answerer | undefined {
  const id = actingId(by, asId);
  return team.find(({ personId }) => personId === id && !notFor.includes(personId));
}

/**
 * Written along with what they do about it where they have it in hand: a new version and nothing else. So it counts, or it has
 * gone on to the next before, and not both.
 */
export function stillInHand(concern: Concern, who: Answerer): Save[] {
  return hasInHand(concern, who) ? [{ table: 'concern', row: next(concern, {}) }] : [];
}

export function hasInHand({ state, takenById }: Concern, { personId }: Answerer): boolean {
  return state === 'taken' && takenById === personId;
}

function actingId(by: By, asId: string | undefined): string | undefined {
  return by.is === 'coordinator' ? asId : themselves(by)?.id;
}
