import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change } from '../kernel/change.ts';
import { command, type Refusal } from '../kernel/command.ts';
import { answerOnBoard, mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import { Pair } from '../pairs/pair.ts';
import type { Person, Role } from '../people/person.ts';
import { text } from '../texts/text.ts';
import { type HeldBack, heldBack, loadStandings, type Standing } from '../training/held-back.ts';
import { inWords, type Whom } from '../training/training-stands.ts';

/**
 * A coordinator brings a mentor and a mentee together. Both are told, with what they can do now. Not before everything that
 * the programme asks of each of them is there (TRN-02).
 */
export const makePair = command({
  name: 'make-pair',
  schema: z.object({
    programmeId: z.uuid(),
    mentorId: z.uuid(),
    menteeId: z.uuid(),
    rhythmDays: Pair.shape.rhythmDays.default(null),
  }),
  async load(read, { programmeId, mentorId, menteeId }, by) {
    const [programme, mentor, mentee, mentorRoles, pairs, roles] = await Promise.all([
      read.programmes.programme(programmeId),
      read.people.person(mentorId),
      read.people.person(menteeId),
      read.people.rolesOf(mentorId),
      read.pairs.pairsOf(menteeId),
      rolesOfActor(read, by),
    ]);
    const standing = async (person: Person | undefined, whom: Whom) =>
      person === undefined || programme === undefined
        ? undefined
        : (await loadStandings(read, programme, [person], whom)).get(person.id);
    const two = { mentor: await standing(mentor, 'mentor'), mentee: await standing(mentee, 'mentee') };
    return { programme, mentor, mentee, mentorRoles, pairs, roles, two };
  },
  decide(
    { programme, mentor, mentee, mentorRoles, pairs, roles, two },
    { programmeId, mentorId, menteeId, rhythmDays },
    at,
    by,
  ) {
    if (!mayCoordinate(by, roles, programmeId))
      return { refused: 'pair.not-yours', say: text('coordinators-only') };
    const refusal = notReady(mentor, mentee, mentorRoles, programmeId);
    if (refusal !== undefined) return refusal;
    if (pairs.some((pair) => pair.mentorId === mentorId && pair.programmeId === programmeId)) {
      return { refused: 'pair.already', say: text('pair-already') };
    }
    const held = holding(two.mentor, 'mentor', at.now) ?? holding(two.mentee, 'mentee', at.now);
    if (held !== undefined) return held;
    const row: Pair = {
      id: at.newId(),
      version: 1,
      programmeId,
      mentorId,
      menteeId,
      state: 'active',
      rhythmDays,
      lastHeldAt: null,
      createdAt: at.now,
      endedAt: null,
      agreedNumber: programme?.version ?? null,
    };
    const said = text('board-pair-said', { mentor: mentor?.name ?? '', name: mentee?.name ?? '' });
    const told = (to: string) =>
      ({ to, screen: 'pair-made', args: { pairId: row.id }, mode: 'new' }) as const;
    return change({
      saves: [{ table: 'pair', row }],
      events: [{ event: 'pair.made', ids: { pairId: row.id, mentorId, menteeId } }],
      outgoing: [told(menteeId), told(mentorId), ...answerOnBoard(by, 'form', said)],
    });
  },
});

function notReady(
  mentor: Person | undefined,
  mentee: Person | undefined,
  mentorRoles: readonly Role[],
  programmeId: string,
): Refusal | undefined {
  if (mentor === undefined || mentee === undefined)
    return { refused: 'person.unknown', say: text('person-unknown') };
  if (mentor.id === mentee.id) return { refused: 'pair.same-person', say: text('pair-same-person') };
  if (mentor.state !== 'active' || mentee.state !== 'active')
    return { refused: 'person.not-ready', say: text('person-not-ready') };
  const isMentor = mentorRoles.some(
    (each) => each.programmeId === programmeId && ['mentor', 'volunteer'].includes(each.role),
  );
  return isMentor ? undefined : { refused: 'pair.no-mentor', say: text('pair-no-mentor') };
}

/** What is still to come of one of the two, by name; nobody is brought together before. */
function holding(standing: Standing | undefined, whom: Whom, now: Temporal.Instant): Refusal | undefined {
  const held = standing === undefined ? undefined : heldBack(standing, whom, now);
  if (standing === undefined || held === undefined) return undefined;
  const args = { name: standing.person.name ?? '', what: inWords(toCome(held)) };
  const say = whom === 'mentor' ? text('pair-mentor-not-yet', args) : text('pair-mentee-not-yet', args);
  return { refused: held.training.length > 0 ? 'pair.not-trained' : 'pair.gate-shut', say };
}

function toCome({ training, gates }: HeldBack): string[] {
  return [...training, ...gates];
}
