import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Keys } from '../store/keys.ts';
import { textPlace } from './contact.ts';

type Two = { readonly writer: Person; readonly reader: Person };

/** Sealed with the writer's key and, around that, the reader's: without either of them it is gone, in every backup too. */
export function sealMessage(
  keys: Keys,
  { writer, reader }: Two,
  text: string,
  messageId: string,
  at: Moment,
): string {
  const place = textPlace(messageId);
  const inner = keys.of(writer).seal(text, place, at.random(12));
  return keys.of(reader).seal(inner, place, at.random(12));
}

/**
 * When its reader was erased it is sealed with the writer's own key twice.
 * @throws when it is not sealed for these two, or was taken back.
 */
export function openMessage(keys: Keys, { writer, reader }: Two, sealed: string, messageId: string): string {
  const place = textPlace(messageId);
  const outer = reader.state === 'erased' ? writer : reader;
  return keys.of(writer).open(keys.of(outer).open(sealed, place), place);
}
