import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './kernel/instant.ts';
import { openMessage } from './pair-messages/seal-message.ts';
import type { Person } from './people/person.ts';
import { textOf } from './reflections/reflection-text.ts';
import type { Reader } from './store/reader.ts';

/** Something of somebody's in the clear. `at` is when it was written, as ISO text in UTC. */
export type OpenedWords = {
  readonly kind: 'reflection' | 'message';
  readonly at: string;
  readonly text: string;
};

/** More than anybody writes. */
const MOST = 10_000;

/** The words of an opening, while it is open and after "read-opening" wrote down that they are read; otherwise nothing. */
export async function openedWords(
  read: Reader,
  openingId: string,
  now: Temporal.Instant,
): Promise<OpenedWords[] | undefined> {
  const opening = await read.openings.opening(openingId);
  if (opening === undefined || opening.state !== 'open' || opening.readAt === null) return undefined;
  if (opening.openUntil === null || !isBefore(now, opening.openUntil)) return undefined;
  const person = await read.people.person(opening.personId);
  if (person === undefined) return undefined;
  return [
    ...(opening.what === 'messages' ? [] : await reflectionsOf(read, person)),
    ...(opening.what === 'reflections' ? [] : await messagesOf(read, person)),
  ];
}

async function reflectionsOf(read: Reader, person: Person): Promise<OpenedWords[]> {
  const entries = await read.reflections.ofPerson(person.id, { skip: 0, most: MOST });
  return entries.map((row) => ({
    kind: 'reflection',
    at: row.createdAt.toString(),
    text: textOf(row, read.keys.of(person)),
  }));
}

/** What the person wrote to others; what others wrote to them is theirs. */
async function messagesOf(read: Reader, writer: Person): Promise<OpenedWords[]> {
  const rows = await read.openings.messagesBy(writer.id);
  const readers = await read.people.people([...new Set(rows.map(({ toId }) => toId))]);
  return rows.flatMap((row): OpenedWords[] => {
    const reader = readers.find(({ id }) => id === row.toId);
    if (reader === undefined) return [];
    const text = openMessage(read.keys, { writer, reader }, row.textSealed, row.id);
    return [{ kind: 'message', at: row.createdAt.toString(), text }];
  });
}
