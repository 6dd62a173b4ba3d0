import type { OutgoingNew } from '../kernel/change.ts';
import { type By, personOf, type Refusal } from '../kernel/command.ts';
import type { JsonObject } from '../kernel/json.ts';
import { text } from '../texts/text.ts';
import type { Reflection } from './reflection.ts';

/**
 * The entry, if it is the writer's own. Somebody else's and one that never was get the same answer, so that nobody can
 * find out what is there.
 */
export function ownOrRefused(row: Reflection | undefined, by: By): { readonly row: Reflection } | Refusal {
  if (row !== undefined && row.personId === personOf(by).person.id) return { row };
  return { refused: 'reflection.not-yours', say: text('reflection-not-here') };
}

/** A screen as the answer to what the writer just did, in the same chat. */
export function answerOf(by: By, screen: string, args: JsonObject): OutgoingNew {
  const { person, account } = personOf(by);
  return { to: person.id, account: account.id, screen, args, mode: 'new', evenIfStopped: true };
}

/** The entry's card, brought up to date where it stands. */
export function cardOf(by: By, reflectionId: string, args: JsonObject = {}): OutgoingNew {
  return {
    ...answerOf(by, 'reflection', { reflectionId, ...args }),
    mode: 'card',
    card: `reflection:${reflectionId}`,
  };
}
