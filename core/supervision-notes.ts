import type { By } from './kernel/command.ts';
import { reaching } from './kernel/reaching.ts';
import type { Moment } from './moment.ts';
import { type Performer, perform } from './perform.ts';
import { overseenBy } from './supervision/may-oversee.ts';
import { MOST_NOTES, type OpenedNote, openedNotes } from './supervision/opened-notes.ts';

/** Whose supervision is read, and as which coordinator or cover. */
export type ReadSupervision = { readonly mentorId: string; readonly asId: string; readonly by: By };

/** What is said about a mentor's supervision: that it is read is written down first, or nothing is read. */
export async function supervisionNotes(
  performer: Performer,
  { by, ...args }: ReadSupervision,
  at: Moment,
): Promise<OpenedNote[] | undefined> {
  const noted = await perform(performer, { command: 'read-supervision', args, by }, at);
  if (noted.did !== 'done') return undefined;
  const { read } = performer.store;
  const { mentorId, asId } = args;
  const roles = await reaching(read, await read.people.rolesOf(asId), { mentorId });
  const mentor = await read.supervision.mentor(mentorId);
  const programmes = overseenBy({ id: asId, roles }, mentor);
  return await openedNotes(read, mentorId, await read.supervision.notes(mentorId, programmes, MOST_NOTES));
}
