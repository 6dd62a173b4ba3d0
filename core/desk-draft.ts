import type { Temporal } from 'temporal-polyfill';
import { type DeskMatch, named, type Seen, seenIn } from './desk-matching.ts';
import type { Enquiry } from './enquiries/enquiry.ts';
import { isWithin, type Reach } from './kernel/reach.ts';
import { type Thread, threadsOf } from './matching/explain-drafts.ts';
import { isBeingMade } from './matching/make-draft.ts';
import type { DraftSummary, Match, MatchDraft } from './matching/match.ts';
import { mayBeAgain, mayBeDrafted } from './matching/may-be-drafted.ts';
import { type Candidate, freeOf, isThere, loadPool, seekerOf } from './matching/may-be-offered.ts';
import { isAsking } from './matching/offer-mentors.ts';
import { whyInFull } from './matching/why-they-suit.ts';
import type { Reader } from './store/reader.ts';
import type { Text } from './texts/text.ts';

type Named = { readonly id: string; readonly name: string | null };

export type DeskMatchInFull = DeskMatch & {
  readonly why: readonly Text[];
  /** Mentees whom the mentor has. */
  readonly has: number;
  /** Who could be put beside the mentee instead, in a draft: those who suit best first. */
  readonly others: readonly Named[];
  /** A new draft is being worked out: this one is not to be changed any more. */
  readonly isBeingMade: boolean;
};

export type DeskDraft = {
  readonly state: MatchDraft['state'] | 'none';
  readonly share: number;
  readonly why: MatchDraft['why'];
  readonly madeAt: string | null;
  /** Of all sites: only for whoever sees all of them. */
  readonly summary: DraftSummary | null;
  /** Those who are still only drafted, and those who are on a list from it or further. */
  readonly pairs: readonly DeskMatch[];
  readonly threads: readonly Thread[];
  readonly names: ReadonlyMap<string, string | null>;
  /** Who waits and is in no pair of it, longest first. */
  readonly mentees: readonly Named[];
  /** Who has room for one more beside those drafted with them. */
  readonly mentors: readonly Named[];
  /** Whether they may ask for a new one: it is made for all sites at once. */
  readonly mayAsk: boolean;
};

/** The draft of a programme, and who is in none of its pairs. Nothing of a programme, or a site, that is not theirs. */
export async function deskDraft(
  read: Reader,
  reach: Reach,
  programmeId: string,
  now: Temporal.Instant,
): Promise<(DeskDraft & { readonly name: string }) | undefined> {
  const seen = await seenIn(read, reach, programmeId);
  if (seen === undefined) return undefined;
  const [draft, pool] = await Promise.all([
    read.matches.draftOf(programmeId),
    loadPool(read, seen.programme),
  ]);
  const own = new Set(seen.mentees.map(({ personId }) => personId));
  const told = draft === undefined ? [] : await read.matches.differences(draft.id);
  const differs = told.filter(({ menteeId }) => own.has(menteeId));
  const pairs = seen.matches.filter((match) => isOf(draft, match));
  const taken = new Set([...pairs, ...seen.matches.filter(isAsking)].map(({ menteeId }) => menteeId));
  const others = differs.flatMap(({ hereId, thereId }) => [hereId ?? [], thereId ?? []].flat());
  const missing = await read.people.people(others.filter((id) => !seen.people.has(id)));
  const isWhole = reach.sites[programmeId] === undefined;
  const { capacity } = seen.programme.document.matching;
  return {
    name: seen.programme.document.name,
    state: draft?.state ?? 'none',
    share: draft?.share ?? 0,
    why: draft?.why ?? null,
    madeAt: draft?.state === 'ready' ? (draft.movedAt?.toString() ?? null) : null,
    summary: isWhole ? (draft?.summary ?? null) : null,
    pairs: pairs.map((each) => named(seen, each)),
    threads: threadsOf(differs),
    names: new Map([...seen.people.values(), ...missing].map(({ id, name }) => [id, name])),
    mentees: freeIn(seen, seen.mentees, taken),
    mentors: pool.mentors
      .filter((each) => isWithin(reach, programmeId, each.enquiry.site) && isThere(each, now))
      .filter((each) => freeOf(each, capacity) > (seen.draftedWith.get(each.id)?.length ?? 0))
      .map(namedAs),
    mayAsk: isWhole,
  };
}

/** What is drafted; and what was put on a list from this draft, wherever it has got to. */
function isOf(draft: MatchDraft | undefined, { state, draftId }: Match): boolean {
  return state === 'drafted' || (draft !== undefined && draftId === draft.id);
}

function namedAs({ person: { id, name } }: Candidate): Named {
  return { id, name };
}

function freeIn({ people }: Seen, enquiries: readonly Enquiry[], taken: ReadonlySet<string>): Named[] {
  return enquiries
    .map(({ personId }) => people.get(personId))
    .flatMap((person) =>
      person?.state === 'active' && !person.paused && !taken.has(person.id)
        ? [{ id: person.id, name: person.name }]
        : [],
    );
}

/** One match, and why it was suggested, factor by factor. */
export async function deskMatch(
  read: Reader,
  reach: Reach,
  matchId: string,
  now: Temporal.Instant,
): Promise<DeskMatchInFull | undefined> {
  const match = await read.matches.match(matchId);
  if (match === undefined) return undefined;
  const { programmeId, mentorId } = match;
  const seen = await seenIn(read, reach, programmeId);
  if (seen === undefined || !seen.matches.some(({ id }) => id === matchId)) return undefined;
  const [pairs, draft] = await Promise.all([read.pairs.pairsOf(mentorId), read.matches.draftOf(programmeId)]);
  const { matching } = seen.programme.document;
  return {
    ...named(seen, match),
    why: whyInFull(matching, match.reasons, match.score).flatMap((line) => ('id' in line ? [line] : [])),
    has: pairs.filter((pair) => pair.mentorId === mentorId && pair.programmeId === programmeId).length,
    others: match.state === 'drafted' ? await othersFor(read, seen, match, now) : [],
    isBeingMade: isBeingMade(draft),
  };
}

/** Whom the core would let them be put together with instead, by the same look. */
async function othersFor(
  read: Reader,
  { programme, mentees, people, draftedWith }: Seen,
  { menteeId, mentorId }: Match,
  now: Temporal.Instant,
): Promise<Named[]> {
  const mentee = people.get(menteeId);
  const enquiry = mentees.find(({ personId }) => personId === menteeId);
  if (mentee === undefined || enquiry === undefined || mentee.wrappedKey === '') return [];
  const [pool, ofMentee] = await Promise.all([
    loadPool(read, programme),
    read.matches.ofMentees([menteeId], programme.id),
  ]);
  const seeker = seekerOf(read, mentee, enquiry);
  const over = new Set(ofMentee.filter((each) => !mayBeAgain(each)).map((each) => each.mentorId));
  return pool.mentors
    .filter(({ id }) => id !== mentorId && !over.has(id))
    .flatMap((candidate) => {
      const ofMentor = draftedWith.get(candidate.id) ?? [];
      const { person: mentor } = candidate;
      const fits = mayBeDrafted({ pool, mentee, mentor, seeker, candidate, ofMentee, ofMentor }, now);
      return 'refused' in fits ? [] : [{ ...namedAs(candidate), score: fits.score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ id, name }) => ({ id, name }));
}
