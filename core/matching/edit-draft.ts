import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { type By, command, type Refusal } from '../kernel/command.ts';
import { isAbout, mayCoordinate, rolesOfActor } from '../kernel/coordinator.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../people/person.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { writtenAlong } from './draft-row.ts';
import { isBeingMade } from './make-draft.ts';
import type { Match, MatchDraft } from './match.ts';
import {
  type Fits,
  loadThought,
  mayBeAgain,
  mayBeDrafted,
  mayBePutOnList,
  type Thought,
  wordOfList,
} from './may-be-drafted.ts';

const OfMatch = z.object({ matchId: z.uuid() });

/** A match, with the mentor it is of or another one in their place. */
async function loadEdited(read: Reader, matchId: string, mentorId: string | undefined, by: By) {
  const about = mentorId === undefined ? { matchId } : { matchId, mentorId };
  const [match, roles] = await Promise.all([read.matches.match(matchId), rolesOfActor(read, by, about)]);
  const programme = match === undefined ? undefined : await read.programmes.programme(match.programmeId);
  if (match === undefined || programme === undefined) return { match: undefined, thought: undefined, roles };
  const two = { menteeId: match.menteeId, mentorId: mentorId ?? match.mentorId };
  const draft = await read.matches.draftOf(match.programmeId);
  return { match, thought: await loadThought(read, programme, two), roles, draft };
}

type Edited = {
  readonly match: Match | undefined;
  readonly thought: Thought | undefined;
  readonly roles: readonly Role[];
  readonly draft?: MatchDraft | undefined;
};

/** The match where it is theirs to change, or why not. */
function theirs({ match, thought, roles }: Edited, by: By): { match: Match; thought: Thought } | Refusal {
  if (!mayCoordinate(by, roles, match?.programmeId ?? null))
    return { refused: 'match.not-yours', say: text('coordinators-only') };
  if (match === undefined || thought === undefined)
    return { refused: 'match.unknown', say: text('match-unknown') };
  const { menteeId, mentorId } = match;
  if (isAbout(match, by) || isAbout({ menteeId, mentorId: thought.mentor?.id ?? mentorId }, by))
    return yourOwn;
  return { match, thought };
}

const yourOwn: Refusal = { refused: 'match.your-own', say: text('match-not-your-own') };

/** What is changed by hand while a new one is made would be gone with the old one, unsaid. */
export const beingMade: Refusal = { refused: 'draft.being-made', say: text('draft-being-made') };

const notOpen: Refusal = { refused: 'match.not-open', say: text('match-not-open') };

/** A coordinator puts a drafted match on the mentee's list: from there on it goes like any other. */
export const offerDrafted = command({
  name: 'offer-drafted',
  schema: OfMatch,
  load: (read, { matchId }, by) => loadEdited(read, matchId, undefined, by),
  decide(data, { matchId }, at, by) {
    const own = theirs(data, by);
    if ('refused' in own) return own;
    const { match, thought } = own;
    if (match.state === 'offered') return change({});
    if (match.state !== 'drafted') return notOpen;
    const fits = mayBePutOnList(thought, at.now);
    if ('refused' in fits) return fits;
    const { programmeId } = match;
    return change({
      saves: [{ table: 'match', row: next(match, { state: 'offered', ...fits }) }],
      events: [{ event: 'match.offered', ids: { matchId, programmeId } }],
      outgoing: [wordOfList(thought, match, at)],
    });
  },
});

/** In a draft a coordinator puts another mentor beside a mentee. What blocks two people blocks them here as well. */
export const swapDrafted = command({
  name: 'swap-drafted',
  schema: OfMatch.extend({ mentorId: z.uuid() }),
  load: (read, { matchId, mentorId }, by) => loadEdited(read, matchId, mentorId, by),
  decide(data, { mentorId }, at, by) {
    const own = theirs(data, by);
    if ('refused' in own) return own;
    const { match, thought } = own;
    if (match.state !== 'drafted') return notOpen;
    if (isBeingMade(data.draft)) return beingMade;
    if (match.mentorId === mentorId) return change({});
    const fits = mayBeDrafted(thought, at.now);
    if ('refused' in fits) return fits;
    const { programmeId, menteeId, draftId } = match;
    const put = putIn(thought, { programmeId, menteeId, mentorId, draftId: draftId ?? null }, fits, at);
    if ('refused' in put) return put;
    const out: Save = { table: 'match', row: next(match, { state: 'withdrawn', draftId: null }) };
    return change({
      saves: [out, { table: 'match', row: put }, ...writtenAlong(data.draft)],
      events: [{ event: 'draft.changed', ids: { matchId: put.id, programmeId } }],
    });
  },
});

/** A coordinator puts two more people together in a draft. */
export const addDrafted = command({
  name: 'add-drafted',
  schema: z.object({ programmeId: z.uuid(), menteeId: z.uuid(), mentorId: z.uuid() }),
  async load(read, { programmeId, ...two }, by) {
    const [programme, draft, roles] = await Promise.all([
      read.programmes.programme(programmeId),
      read.matches.draftOf(programmeId),
      rolesOfActor(read, by, two),
    ]);
    const thought = programme === undefined ? undefined : await loadThought(read, programme, two);
    return { draft, thought, roles };
  },
  decide({ draft, thought, roles }, { programmeId, menteeId, mentorId }, at, by) {
    if (!mayCoordinate(by, roles, programmeId))
      return { refused: 'match.not-yours', say: text('coordinators-only') };
    if (thought?.mentee === undefined || thought.mentor === undefined)
      return { refused: 'person.unknown', say: text('person-unknown') };
    if (isAbout({ menteeId, mentorId }, by)) return yourOwn;
    if (isBeingMade(draft)) return beingMade;
    const drafted = thought.ofMentee.find(({ state }) => state === 'drafted');
    if (drafted?.mentorId === mentorId) return change({});
    if (drafted !== undefined) return { refused: 'match.drafted', say: text('draft-has-one') };
    const fits = mayBeDrafted(thought, at.now);
    if ('refused' in fits) return fits;
    const put = putIn(thought, { programmeId, menteeId, mentorId, draftId: idOf(draft) }, fits, at);
    if ('refused' in put) return put;
    return change({
      saves: [{ table: 'match', row: put }, ...writtenAlong(draft)],
      events: [{ event: 'draft.changed', ids: { matchId: put.id, programmeId } }],
    });
  },
});

function idOf(draft: MatchDraft | undefined): string | null {
  return draft === undefined || draft.state === 'gone' ? null : draft.id;
}

/** A coordinator takes two people out of a draft. They may be in the next one; see "set-match-aside". */
export const takeOutDrafted = command({
  name: 'take-out-drafted',
  schema: OfMatch,
  async load(read, { matchId }, by) {
    const [match, roles] = await Promise.all([
      read.matches.match(matchId),
      rolesOfActor(read, by, { matchId }),
    ]);
    const draft = match === undefined ? undefined : await read.matches.draftOf(match.programmeId);
    return { match, roles, draft };
  },
  decide({ match, roles, draft }, { matchId }, _at, by) {
    if (!mayCoordinate(by, roles, match?.programmeId ?? null))
      return { refused: 'match.not-yours', say: text('coordinators-only') };
    if (match === undefined) return { refused: 'match.unknown', say: text('match-unknown') };
    if (isAbout(match, by)) return yourOwn;
    if (match.state === 'withdrawn') return change({});
    if (match.state !== 'drafted') return notOpen;
    if (isBeingMade(draft)) return beingMade;
    return change({
      saves: [
        { table: 'match', row: next(match, { state: 'withdrawn', draftId: null }) },
        ...writtenAlong(draft),
      ],
      events: [{ event: 'draft.changed', ids: { matchId, programmeId: match.programmeId } }],
    });
  },
});

/** The row of two who are put into a draft; what was decided against stays so. */
function putIn(
  { ofMentee }: Thought,
  of: Pick<Match, 'programmeId' | 'menteeId' | 'mentorId'> & { readonly draftId: string | null },
  { score, reasons }: Fits,
  at: Moment,
): Match | Refusal {
  const known = ofMentee.find(({ mentorId }) => mentorId === of.mentorId);
  const how = { state: 'drafted' as const, score, reasons, draftId: of.draftId };
  const when = { createdAt: at.now, askedAt: null, answeredAt: null, endsAt: null };
  if (known !== undefined)
    return mayBeAgain(known) ? next(known, { ...how, ...when, setAsideAt: null }) : notOpen;
  return { id: at.newId(), version: 1, ...of, ...how, ...when, confirmedAt: null, pairId: null };
}
