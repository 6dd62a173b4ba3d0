import { z } from 'zod';
import { change, type OutgoingNew } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import type { Role } from '../people/person.ts';
import { text } from '../texts/text.ts';
import { NOTICE_HOURS, OpenedWhat, type Opening, reasonPlace, subjectOf } from './opening.ts';

const RESPONSIBLE: readonly Role['role'][] = ['safeguarding-lead', 'safeguarding-deputy'];

/** Who asks and confirms, so that one hand cannot do both. */
export function handOf(by: By): string {
  if (by.is === 'coordinator') return by.tokenId === undefined ? by.name : `token:${by.tokenId}`;
  return by.is === 'person' || by.is === 'at-desk' ? `person:${by.person.id}` : by.is;
}

export const noOpening: Refusal = { refused: 'opening.unknown', say: text('opening-unknown') };

export const needsLead: Refusal = { refused: 'opening.not-theirs', say: text('opening-needs-lead') };

/**
 * Asks to open what a person wrote and did not share. With `notice` it opens by itself after a day unless somebody stops
 * it; otherwise a second person has to confirm it. Everybody who could confirm or stop it is told, and so is the person
 * where a notice runs and telling is safe.
 */
export const askToOpen = command({
  name: 'ask-to-open',
  schema: z.object({
    personId: z.uuid(),
    /** The lead or deputy who will read. */
    readerId: z.uuid(),
    what: OpenedWhat,
    /** In words: nobody opens anything for a code. */
    reason: z.string().trim().min(20).max(2000),
    notice: z.boolean().default(false),
    safeToTell: z.boolean().default(true),
  }),
  async load(read, { personId, readerId }) {
    const [person, held, theirs, watching] = await Promise.all([
      read.people.person(personId),
      read.people.rolesOf(readerId),
      read.people.rolesOf(personId),
      read.openings.watching(personId),
    ]);
    return { person, held, theirs, watching, keys: read.keys };
  },
  decide({ person, held, theirs, watching, keys }, args, at, by) {
    if (person === undefined || person.state === 'erased')
      return { refused: 'person.unknown', say: text('nobody-by-that-id') };
    const { personId, readerId, what, reason, notice, safeToTell } = args;
    if (personId === readerId || !answersFor(held, theirs)) return needsLead;
    const id = at.newId();
    const opensAt = notice ? at.now.add({ hours: NOTICE_HOURS }) : null;
    const row: Opening = {
      id,
      version: 1,
      personId,
      readerId,
      askedBy: handOf(by),
      what,
      how: notice ? 'notice' : 'second-person',
      reasonSealed: keys.of(person).seal(reason, reasonPlace(id), at.random(12)),
      state: 'asked',
      safeToTell,
      askedAt: at.now,
      opensAt,
      confirmedBy: null,
      openUntil: null,
      readAt: null,
      toldAt: notice && safeToTell ? at.now : null,
      endedAt: null,
    };
    const asked = watching
      .filter((each) => each !== personId)
      .map((to): OutgoingNew => ({ to, screen: 'opening-asked', args: { openingId: id }, mode: 'new' }));
    const told: OutgoingNew = { to: personId, screen: 'opening-told', args: { openingId: id }, mode: 'new' };
    const due = { command: 'open-after-notice', args: { openingId: id }, subject: subjectOf(row) };
    return change({
      saves: [{ table: 'opening', row }],
      due: opensAt === null ? [] : [{ ...due, key: `opening:${id}`, at: opensAt }],
      // Not by the person's id: what happened stands in their own copy, and telling may not be safe.
      events: [{ event: 'opening.asked', ids: { openingId: id, readerId } }],
      outgoing: row.toldAt === null ? asked : [...asked, told],
    });
  },
});

/** Whether somebody answers for safeguarding where the person takes part; whoever is in no programme yet is everybody's. */
export function answersFor(held: readonly Role[], theirs: readonly Role[]): boolean {
  const own = held.filter(({ role, endedAt }) => RESPONSIBLE.includes(role) && endedAt === null);
  return own.some(
    ({ programmeId }) => theirs.length === 0 || theirs.some((each) => each.programmeId === programmeId),
  );
}
