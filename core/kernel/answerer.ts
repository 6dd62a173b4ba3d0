import type { Answerer, Concern } from '../concerns/concern.ts';
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

function actingId(by: By, asId: string | undefined): string | undefined {
  return by.is === 'coordinator' ? asId : themselves(by)?.id;
}
