import type { Enquiry } from './enquiries/enquiry.ts';
import { isWithin, type Reach } from './kernel/reach.ts';
import type { Match } from './matching/match.ts';
import type { Person } from './people/person.ts';
import type { Programme } from './programmes/programme.ts';
import type { Reader } from './store/reader.ts';

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
  /** Whether it came from the draft of everybody, wherever it has got to. */
  readonly isOfDraft: boolean;
  readonly mentee: string | null;
  readonly mentor: string | null;
};

export type DeskMatching = {
  readonly id: string;
  readonly name: string;
  readonly toConfirm: readonly DeskMatch[];
  readonly mentees: readonly DeskWaiting[];
  readonly mentors: readonly DeskWaiting[];
};

export type Seen = {
  readonly programme: Programme;
  readonly mentees: readonly Enquiry[];
  readonly mentors: readonly Enquiry[];
  readonly matches: readonly Match[];
  /** Those of a draft, by their mentors, of all sites. */
  readonly draftedWith: ReadonlyMap<string, readonly Match[]>;
  readonly people: ReadonlyMap<string, Person>;
};

/** What somebody who coordinates sees of the matching of a programme: of their site, where they have one. */
export async function seenIn(read: Reader, reach: Reach, programmeId: string): Promise<Seen | undefined> {
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
    draftedWith: Map.groupBy(
      matches.filter(({ state }) => state === 'drafted'),
      ({ mentorId }) => mentorId,
    ),
    people: new Map(people.map((each) => [each.id, each])),
  };
}

export function named({ people }: Pick<Seen, 'people'>, match: Match): DeskMatch {
  const { id, state, score, menteeId, mentorId, programmeId } = match;
  const nameOf = (of: string) => people.get(of)?.name ?? null;
  const two = { menteeId, mentorId, mentee: nameOf(menteeId), mentor: nameOf(mentorId) };
  const isOfDraft = state === 'drafted' || match.draftId != null;
  return { id, state, score, programmeId, isOfDraft, ...two };
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
