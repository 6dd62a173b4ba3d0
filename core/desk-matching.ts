import type { Enquiry } from './enquiries/enquiry.ts';
import { isWithin, type Reach } from './kernel/reach.ts';
import { type Thread, threadsOf } from './matching/explain-drafts.ts';
import type { DraftSummary, Match, MatchDraft } from './matching/match.ts';
import { isAsking } from './matching/offer-mentors.ts';
import { whyInFull } from './matching/why-they-suit.ts';
import type { Person } from './people/person.ts';
import type { Programme } from './programmes/programme.ts';
import type { Reader } from './store/reader.ts';
import type { Text } from './texts/text.ts';

/** Somebody who waits for a match: since when, and why still. */
export type DeskWaiting = {
  readonly personId: string;
  readonly name: string | null;
  readonly since: string;
  /** away: not there or on a break. asking: a mentor is asked. to-confirm: a coordinator is. choosing: has a list. */
  readonly why:
    | 'away'
    | 'asking'
    | 'to-confirm'
    | 'choosing'
    | 'drafted'
    | 'again'
    | 'looking'
    | 'nobody-asks';
};

/** Two who may become a pair, by name. */
export type DeskMatch = Pick<Match, 'id' | 'state' | 'score' | 'menteeId' | 'mentorId' | 'programmeId'> & {
  readonly mentee: string | null;
  readonly mentor: string | null;
};

export type DeskMatchInFull = DeskMatch & {
  readonly why: readonly Text[];
  /** Mentees whom the mentor has. */
  readonly has: number;
  /** Who could be put beside the mentee instead, in a draft. */
  readonly others: readonly Named[];
};

type Named = { readonly id: string; readonly name: string | null };

export type DeskDraft = {
  readonly state: MatchDraft['state'] | 'none';
  readonly share: number;
  readonly why: MatchDraft['why'];
  readonly madeAt: string | null;
  /** Of all sites: only for whoever sees all of them. */
  readonly summary: DraftSummary | null;
  readonly pairs: readonly DeskMatch[];
  readonly threads: readonly Thread[];
  readonly names: ReadonlyMap<string, string | null>;
  /** Who waits and is in no pair of it. */
  readonly mentees: readonly Named[];
  readonly mentors: readonly Named[];
  /** Whether they may ask for a new one: it is made for all sites at once. */
  readonly mayAsk: boolean;
};

export type DeskMatching = {
  readonly id: string;
  readonly name: string;
  readonly toConfirm: readonly DeskMatch[];
  readonly mentees: readonly DeskWaiting[];
  readonly mentors: readonly DeskWaiting[];
};

type Seen = {
  readonly programme: Programme;
  readonly mentees: readonly Enquiry[];
  readonly mentors: readonly Enquiry[];
  readonly matches: readonly Match[];
  readonly people: ReadonlyMap<string, Person>;
};

/** What somebody who coordinates sees of the matching of a programme: of their site, where they have one. */
async function seenIn(read: Reader, reach: Reach, programmeId: string): Promise<Seen | undefined> {
  if (!reach.programmeIds.includes(programmeId)) return undefined;
  const programme = await read.programmes.programme(programmeId);
  if (programme === undefined) return undefined;
  const [mentees, mentors, matches] = await Promise.all([
    read.enquiries.waiting(programmeId, 'mentee'),
    read.enquiries.waiting(programmeId, 'mentor'),
    read.matches.inState(programmeId, ['drafted', 'offered', 'asked', 'accepted']),
  ]);
  const isTheirs = ({ site }: Enquiry): boolean => isWithin(reach, programmeId, site);
  const own = new Set(mentees.filter(isTheirs).map(({ personId }) => personId));
  const theirs = matches.filter(({ menteeId }) => own.has(menteeId));
  const ids = [
    ...[...mentees, ...mentors].filter(isTheirs).map(({ personId }) => personId),
    ...theirs.map(({ mentorId }) => mentorId),
  ];
  const people = await read.people.people([...new Set(ids)]);
  return {
    programme,
    mentees: mentees.filter(isTheirs),
    mentors: mentors.filter(isTheirs),
    matches: theirs,
    people: new Map(people.map((each) => [each.id, each])),
  };
}

function named({ people }: Pick<Seen, 'people'>, match: Match): DeskMatch {
  const { id, state, score, menteeId, mentorId, programmeId } = match;
  const nameOf = (of: string) => people.get(of)?.name ?? null;
  const two = { menteeId, mentorId, mentee: nameOf(menteeId), mentor: nameOf(mentorId) };
  return { id, state, score, programmeId, ...two };
}

/** Each of the programmes they coordinate: whom to confirm, who waits, and since when. */
export async function deskMatching(read: Reader, reach: Reach): Promise<DeskMatching[]> {
  const all = await Promise.all(reach.programmeIds.map((id) => seenIn(read, reach, id)));
  return all
    .flatMap((seen) => seen ?? [])
    .map((seen) => ({
      id: seen.programme.id,
      name: seen.programme.document.name,
      toConfirm: seen.matches.filter(({ state }) => state === 'accepted').map((each) => named(seen, each)),
      mentees: seen.mentees.map((enquiry) => waiting(seen, enquiry)),
      mentors: seen.mentors.map((enquiry) => waiting(seen, enquiry)),
    }));
}

function waiting({ people, matches }: Seen, enquiry: Enquiry): DeskWaiting {
  const { personId, as } = enquiry;
  const person = people.get(personId);
  const own = matches.filter((each) => (as === 'mentee' ? each.menteeId : each.mentorId) === personId);
  const since = (enquiry.againSince ?? enquiry.waitingSince ?? enquiry.createdAt).toString();
  return { personId, name: person?.name ?? null, since, why: whyStill(person, enquiry, own) };
}

function whyStill(
  person: Person | undefined,
  { as, againSince }: Enquiry,
  own: readonly Match[],
): DeskWaiting['why'] {
  if (person?.state !== 'active' || person.paused) return 'away';
  if (own.some(({ state }) => state === 'accepted')) return 'to-confirm';
  if (own.some(({ state }) => state === 'asked')) return 'asking';
  if (own.some(({ state }) => state === 'drafted')) return 'drafted';
  if (as === 'mentor') return 'nobody-asks';
  if (own.some(({ state }) => state === 'offered')) return 'choosing';
  return againSince == null ? 'looking' : 'again';
}

/** The draft of a programme, and who is in none of its pairs. Nothing of a programme, or a site, that is not theirs. */
export async function deskDraft(
  read: Reader,
  reach: Reach,
  programmeId: string,
): Promise<(DeskDraft & { readonly name: string }) | undefined> {
  const seen = await seenIn(read, reach, programmeId);
  if (seen === undefined) return undefined;
  const draft = await read.matches.draftOf(programmeId);
  const own = new Set(seen.mentees.map(({ personId }) => personId));
  const told = draft === undefined ? [] : await read.matches.differences(draft.id);
  const differs = told.filter(({ menteeId }) => own.has(menteeId));
  const drafted = seen.matches.filter(({ state }) => state === 'drafted');
  const taken = new Set([
    ...drafted.map(({ menteeId }) => menteeId),
    ...seen.matches.filter(isAsking).map(({ menteeId }) => menteeId),
  ]);
  const inDraft = new Set(drafted.map(({ mentorId }) => mentorId));
  const others = differs.flatMap(({ hereId, thereId }) => [hereId ?? [], thereId ?? []].flat());
  const missing = await read.people.people(others.filter((id) => !seen.people.has(id)));
  const isWhole = reach.sites[programmeId] === undefined;
  return {
    name: seen.programme.document.name,
    state: draft?.state ?? 'none',
    share: draft?.share ?? 0,
    why: draft?.why ?? null,
    madeAt: draft?.state === 'ready' ? (draft.movedAt?.toString() ?? null) : null,
    summary: isWhole ? (draft?.summary ?? null) : null,
    pairs: drafted.map((each) => named(seen, each)),
    threads: threadsOf(differs),
    names: new Map([...seen.people.values(), ...missing].map(({ id, name }) => [id, name])),
    mentees: freeIn(seen, seen.mentees, taken),
    mentors: freeIn(seen, seen.mentors, inDraft),
    mayAsk: isWhole,
  };
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
): Promise<DeskMatchInFull | undefined> {
  const match = await read.matches.match(matchId);
  if (match === undefined) return undefined;
  const seen = await seenIn(read, reach, match.programmeId);
  if (seen === undefined || !seen.matches.some(({ id }) => id === matchId)) return undefined;
  const pairs = await read.pairs.pairsOf(match.mentorId);
  const { matching } = seen.programme.document;
  const others = seen.mentors.flatMap(({ personId }) => {
    const person = seen.people.get(personId);
    return person === undefined || personId === match.mentorId ? [] : [{ id: person.id, name: person.name }];
  });
  return {
    ...named(seen, match),
    why: whyInFull(matching, match.reasons, match.score).flatMap((line) => ('id' in line ? [line] : [])),
    has: pairs.filter(
      ({ mentorId, programmeId }) => mentorId === match.mentorId && programmeId === match.programmeId,
    ).length,
    others,
  };
}
