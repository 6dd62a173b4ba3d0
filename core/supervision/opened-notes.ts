import type { Reader } from '../store/reader.ts';
import { notePlace, type SupervisionNote } from './supervision-note.ts';

/** More than anybody reads at once. */
export const MOST_NOTES = 50;

/** A note in the clear, for whoever may read it. */
export type OpenedNote = {
  readonly id: string;
  readonly at: SupervisionNote['createdAt'];
  readonly by: string | null;
  readonly isOwn: boolean;
  readonly words: string;
};

/** Opens notes. Only for the mentor, or for what has written down who reads. */
export async function openedNotes(
  read: Reader,
  mentorId: string,
  notes: readonly SupervisionNote[],
): Promise<OpenedNote[]> {
  const mentor = await read.people.person(mentorId);
  if (mentor === undefined || mentor.state === 'erased') return [];
  const writers = await read.people.people([...new Set(notes.map(({ byId }) => byId))]);
  const key = read.keys.of(mentor);
  return notes.map(({ id, byId, createdAt, textSealed }) => ({
    id,
    at: createdAt,
    by: writers.find((each) => each.id === byId)?.name ?? null,
    isOwn: byId === mentorId,
    words: key.open(textSealed, notePlace(id)),
  }));
}
