import { z } from 'zod';
import { type Change, change } from '../kernel/change.ts';
import { type By, command, personOf } from '../kernel/command.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Moment } from '../moment.ts';
import type { PersonKey } from '../store/keys.ts';
import { answerOf, cardOf } from './own-reflection.ts';
import type { Reflection } from './reflection.ts';
import { sealReflection } from './reflection-text.ts';

/**
 * Keeps what somebody wrote, private until they share it (REF-01, REF-02). A meeting it is said to be about is noted only
 * if it was theirs; what they wrote is kept either way.
 */
export const saveReflection = command({
  name: 'save-reflection',
  schema: z.object({ text: z.string().min(1), meetingId: z.uuid().optional() }),
  async load(read, { meetingId }, by) {
    const meeting = meetingId === undefined ? undefined : await read.meetings.meeting(meetingId);
    return { meeting, key: read.keys.of(personOf(by).person) };
  },
  decide({ meeting, key }, { text }, at, by) {
    return saving(text, meeting, key, at, by);
  },
});

/** The entry as it shall be kept, with its card as the answer. */
export function saving(text: string, about: Meeting | undefined, key: PersonKey, at: Moment, by: By): Change {
  const { person, account } = personOf(by);
  const id = at.newId();
  const theirs = about !== undefined && (about.mentorId === person.id || about.menteeId === person.id);
  const meeting = theirs ? about : undefined;
  const row: Reflection = {
    id,
    version: 1,
    programmeId: meeting?.programmeId ?? account.programmeId,
    personId: person.id,
    meetingId: meeting?.id ?? null,
    pairId: meeting?.pairId ?? null,
    textSealed: sealReflection(text, id, key, at.random(12)),
    sharedWithPartner: false,
    sharedWithCoordinator: false,
    createdAt: at.now,
    changedAt: at.now,
  };
  return change({
    saves: [{ table: 'reflection', row }],
    events: [
      { event: 'reflection.saved', ids: { reflectionId: id, personId: person.id, meetingId: row.meetingId } },
    ],
    outgoing: [{ ...cardOf(by, id, { after: 'saved' }), mode: 'new' }],
  });
}

/** The same answer for an entry that was kept already. */
export function nothingToKeep(by: By): Change {
  return change({ outgoing: [answerOf(by, 'my-reflections', {})] });
}
