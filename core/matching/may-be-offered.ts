import type { Temporal } from 'temporal-polyfill';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { answersOf } from '../enquiries/sealed-enquiry.ts';
import type { Person, Role } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { heldBack, loadStandings, type Standing } from '../training/held-back.ts';
import type { Match, Reasons } from './match.ts';
import { type Answering, type Plan, scorePair } from './score-pair.ts';

/** Somebody who supports people, with everything that decides whether a mentee may be shown them. */
export type Candidate = Answering & {
  readonly person: Person;
  readonly role: Pick<Role, 'capacity'>;
  readonly enquiry: Enquiry;
  /** Pairs they are in. */
  readonly has: number;
  /** Mentees who ask them just now. */
  readonly askedBy: readonly string[];
  /** Whether anything reaches them at all. */
  readonly reachable: boolean;
  /** What decides whether a module, a check or a gate holds them back; undefined: nothing is asked. */
  readonly standing: Standing | undefined;
};

/** The same without a word of what they answered. */
export type Unread = Omit<Candidate, 'answers'>;

/** How many more somebody takes; whoever asks them just now keeps a place. */
export function freeOf({ role, has, askedBy }: Unread, capacity: number, menteeId?: string): number {
  return (role.capacity ?? capacity) - has - askedBy.filter((each) => each !== menteeId).length;
}

/** Whether somebody can be a mentor to one person more, now. What the two are to one another is asked apart. */
export function isThere({ person, enquiry, reachable, standing }: Unread, now: Temporal.Instant): boolean {
  if (person.state !== 'active' || person.paused || person.adult === false) return false;
  // Nobody is proposed with a module missing, or a gate shut (TRN-02).
  if (standing !== undefined && heldBack(standing, 'mentor', now) !== undefined) return false;
  return reachable && (enquiry.state === 'waiting' || enquiry.state === 'matched');
}

/**
 * Whether somebody may be offered to anybody as a mentor. They agreed that who may be matched with them reads their words,
 * they are there, and have a place.
 */
export function mayBeOffered(
  candidate: Candidate,
  capacity: number,
  menteeId: string,
  now: Temporal.Instant,
): boolean {
  if (candidate.enquiry.outlineAgreedAt === null) return false;
  return isThere(candidate, now) && freeOf(candidate, capacity, menteeId) > 0;
}

/** A mentee who waits, to be scored. */
export type Seeker = Answering & { readonly enquiry: Enquiry };

export type Pool = {
  readonly plan: Plan & Pick<Programme['document'], 'matching'>;
  readonly mentors: readonly Candidate[];
  /** Ids of two who are never together, or were a pair before, in their order, with a colon between. */
  readonly apart: ReadonlySet<string>;
};

export type Suits = { readonly candidate: Candidate; readonly score: number; readonly reasons: Reasons };

/** How one mentor suits one mentee; undefined: they are not to be offered. Both belong to one site (ELG-03). */
export function suits(
  pool: Pool,
  seeker: Seeker,
  candidate: Candidate,
  now: Temporal.Instant,
): Suits | undefined {
  const { capacity } = pool.plan.matching;
  if (!mayBeOffered(candidate, capacity, seeker.id, now)) return undefined;
  if (candidate.enquiry.site !== seeker.enquiry.site) return undefined;
  const never = pool.apart.has(apartKey(seeker.id, candidate.id));
  const scored = scorePair(pool.plan, seeker, candidate, { never });
  return scored.is === 'open' ? { candidate, score: scored.score, reasons: scored.reasons } : undefined;
}

/**
 * Who may be on a mentee's short list, best first. Between equals whoever has nobody yet, then who waited longest (MAT-15,
 * D33). Whom a coordinator decided against is not among them, nor who said that they are not free for this mentee.
 */
export function whoSuits(
  pool: Pool,
  seeker: Seeker,
  known: readonly Match[],
  now: Temporal.Instant,
): Suits[] {
  const over = new Set(
    known
      .filter(({ state, setAsideAt }) => setAsideAt != null || state === 'declined' || state === 'confirmed')
      .map(({ mentorId }) => mentorId),
  );
  return pool.mentors
    .filter(({ id }) => !over.has(id))
    .flatMap((candidate) => suits(pool, seeker, candidate, now) ?? [])
    .toSorted((a, b) => b.score - a.score || inTurn(a.candidate, b.candidate));
}

function inTurn(a: Candidate, b: Candidate): number {
  const since = ({ enquiry }: Candidate): number =>
    (enquiry.waitingSince ?? enquiry.createdAt).epochMilliseconds;
  return a.has - b.has || since(a) - since(b) || (a.id < b.id ? -1 : 1);
}

export function apartKey(one: string, other: string): string {
  return [one, other].toSorted().join(':');
}

/** Everybody who could be a mentor in a programme; where only a few are in question, these alone are read. */
export async function loadPool(read: Reader, programme: Programme, only?: readonly string[]): Promise<Pool> {
  const [found, never, together] = await Promise.all([
    read.matches.mentors(programme.id, only),
    read.matches.neverWith(programme.id),
    read.matches.wereTogether(programme.id),
  ]);
  const open = found.filter(({ person }) => person.wrappedKey !== '');
  const answers = new Map(
    open.map(({ person, enquiry }) => [person.id, answersOf(enquiry, read.keys.of(person))]),
  );
  const people = open.map(({ person }) => person);
  const standings = await loadStandings(read, programme, people, 'mentor', answers);
  const mentors = found.map(
    (each): Candidate => ({
      ...each,
      id: each.person.id,
      answers: answers.get(each.person.id) ?? {},
      standing: standings.get(each.person.id),
    }),
  );
  return {
    plan: programme.document,
    mentors,
    apart: new Set([
      ...never.map(({ firstId, secondId }) => apartKey(firstId, secondId)),
      ...together.map(({ mentorId, menteeId }) => apartKey(mentorId, menteeId)),
    ]),
  };
}

/** Everybody who could be a mentor in a programme, where only is asked who is there and has room: nothing is opened for it. */
export async function loadUnread(read: Reader, programme: Programme): Promise<Unread[]> {
  const found = await read.matches.mentors(programme.id);
  const people = found.map(({ person }) => person).filter(({ wrappedKey }) => wrappedKey !== '');
  const standings = await loadStandings(read, programme, people, 'mentor');
  return found.map((each) => ({ ...each, id: each.person.id, standing: standings.get(each.person.id) }));
}

/** Somebody who waits for a mentor, to be scored. */
export function seekerOf(read: Reader, person: Person, enquiry: Enquiry): Seeker {
  return { id: person.id, enquiry, answers: answersOf(enquiry, read.keys.of(person)) };
}
