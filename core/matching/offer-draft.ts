import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { type By, command } from '../kernel/command.ts';
import { isAbout, mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import { isWithin, reachOf } from '../kernel/reach.ts';
import type { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { beingMade } from './edit-draft.ts';
import { isBeingMade } from './make-draft.ts';
import type { Match } from './match.ts';
import { mayBePutOnList, type Thought, wordOfList } from './may-be-drafted.ts';
import { loadPool, seekerOf } from './may-be-offered.ts';
import { leftOverOf } from './tell-left-over.ts';

type Drafted = { readonly match: Match; readonly thought: Thought };

async function loadDrafted(read: Reader, programmeId: string): Promise<Drafted[]> {
  const [programme, open] = await Promise.all([
    read.programmes.programme(programmeId),
    read.matches.inState(programmeId, ['drafted', 'asked', 'accepted']),
  ]);
  const drafted = open.filter(({ state }) => state === 'drafted');
  if (programme === undefined || drafted.length === 0) return [];
  const menteeIds = drafted.map(({ menteeId }) => menteeId);
  const [people, enquiries, pool] = await Promise.all([
    read.people.people(menteeIds),
    read.enquiries.ofMany(menteeIds, programmeId, 'mentee'),
    loadPool(
      read,
      programme,
      drafted.map(({ mentorId }) => mentorId),
    ),
  ]);
  const personOf = new Map(people.map((each) => [each.id, each]));
  const wayOf = new Map(enquiries.map((each) => [each.personId, each]));
  const candidateOf = new Map(pool.mentors.map((each) => [each.id, each]));
  return drafted.map((match) => {
    const [mentee, enquiry] = [personOf.get(match.menteeId), wayOf.get(match.menteeId)];
    const isOpen = mentee !== undefined && mentee.wrappedKey !== '' && enquiry !== undefined;
    const candidate = candidateOf.get(match.mentorId);
    const thought = {
      pool,
      mentee,
      mentor: candidate?.person,
      seeker: isOpen ? seekerOf(read, mentee, enquiry) : undefined,
      candidate,
      ofMentee: open.filter(({ menteeId }) => menteeId === match.menteeId),
      ofMentor: [],
    };
    return { match, thought };
  });
}

/**
 * A coordinator puts everybody of a draft on the lists of those they are drafted with, each of whom hears so. Those who
 * cannot be offered as things are stay in the draft, and so does whoever presses: another decides that. Whoever coordinates one site offers those of it.
 */
export const offerDraft = command({
  name: 'offer-draft',
  schema: z.object({ programmeId: z.uuid() }),
  async load(read, { programmeId }, by) {
    const roles = await rolesOfActor(read, by, { programmeId });
    const isTheirs = mayCoordinate(by, roles, programmeId);
    const draft = await read.matches.draftOf(programmeId);
    return { roles, draft, drafted: isTheirs ? await loadDrafted(read, programmeId) : undefined };
  },
  decide({ roles, draft, drafted }, { programmeId }, at, by) {
    if (drafted === undefined) return { refused: 'match.not-yours', say: text('coordinators-only') };
    if (isBeingMade(draft)) return beingMade;
    const all = drafted.filter((each) => isOfTheirs(each, by, roles));
    const own = all.filter(({ match }) => !isAbout(match, by));
    if (own.length === 0 && all.length > 0)
      return { refused: 'match.your-own', say: text('match-not-your-own') };
    const offered = own.flatMap(({ match, thought }) => {
      const fits = mayBePutOnList(thought, at.now);
      return 'refused' in fits ? [] : [{ row: next(match, { state: 'offered', ...fits }), thought }];
    });
    if (offered.length === 0) return { refused: 'draft.nobody', say: text('draft-nobody-to-offer') };
    return change({
      saves: offered.map(({ row }): Save => ({ table: 'match', row })),
      due: draft?.state === 'ready' ? [leftOverOf(draft, sitesOf(by, roles, programmeId), at)] : [],
      events: offered.map(({ row }) => ({ event: 'match.offered', ids: { matchId: row.id, programmeId } })),
      outgoing: offered.map(({ row, thought }) => wordOfList(thought, row, at)),
    });
  },
});

/** The sites of whoever coordinates some alone; null: all of them. */
function sitesOf(by: By, roles: readonly Role[], programmeId: string): readonly string[] | null {
  return by.is === 'coordinator' ? null : (reachOf(roles).sites[programmeId] ?? null);
}

function isOfTheirs({ match, thought }: Drafted, by: By, roles: readonly Role[]): boolean {
  if (by.is === 'coordinator') return true;
  return isWithin(reachOf(roles), match.programmeId, thought.seeker?.enquiry.site ?? null);
}
