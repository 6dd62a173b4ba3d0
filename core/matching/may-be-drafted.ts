import type { Temporal } from 'temporal-polyfill';
import type { OutgoingNew } from '../kernel/change.ts';
import type { Refusal } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Person } from '../people/person.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { nextLoud } from '../time/quiet.ts';
import type { Match, Reasons } from './match.ts';
import {
  apartKey,
  type Candidate,
  freeOf,
  isThere,
  loadPool,
  type Pool,
  type Seeker,
  seekerOf,
} from './may-be-offered.ts';
import { isAsking } from './offer-mentors.ts';
import { scorePair } from './score-pair.ts';

/** Two of whom a coordinator thinks together, with everything that decides whether they can be. */
export type Thought = {
  readonly pool: Pool;
  readonly mentee: Person | undefined;
  readonly mentor: Person | undefined;
  /** Undefined: they did not come in here as a mentee. */
  readonly seeker: Seeker | undefined;
  readonly candidate: Candidate | undefined;
  /** All that was ever thought of for the mentee, and for the mentor. */
  readonly ofMentee: readonly Match[];
  readonly ofMentor: readonly Match[];
};

export type Fits = { readonly score: number; readonly reasons: Reasons };

export async function loadThought(
  read: Reader,
  programme: Programme,
  { menteeId, mentorId }: { readonly menteeId: string; readonly mentorId: string },
): Promise<Thought> {
  const [people, enquiry, pool, ofMentee, ofMentor] = await Promise.all([
    read.people.people([menteeId, mentorId]),
    read.enquiries.of(menteeId, programme.id, 'mentee'),
    loadPool(read, programme, [mentorId]),
    read.matches.of(menteeId, programme.id),
    read.matches.of(mentorId, programme.id),
  ]);
  const mentee = people.find(({ id }) => id === menteeId);
  const isOpen = mentee !== undefined && mentee.wrappedKey !== '' && enquiry !== undefined;
  return {
    pool,
    mentee,
    mentor: people.find(({ id }) => id === mentorId),
    seeker: isOpen ? seekerOf(read, mentee, enquiry) : undefined,
    candidate: pool.mentors.find(({ id }) => id === mentorId),
    ofMentee: ofMentee.filter((each) => each.menteeId === menteeId),
    ofMentor: ofMentor.filter((each) => each.mentorId === mentorId),
  };
}

/** What stands in the way of two people in a draft, said to a coordinator; or how they suit one another. Pure. */
export function mayBeDrafted(thought: Thought, now: Temporal.Instant): Fits | Refusal {
  const { pool, mentee, mentor, seeker, candidate, ofMentee, ofMentor } = thought;
  const [one, two] = [nameOf(mentee), nameOf(mentor)];
  if (seeker?.enquiry.state !== 'waiting' || mentee?.state !== 'active')
    return { refused: 'match.not-waiting', say: text('match-mentee-not-waiting') };
  if (mentee.paused) return { refused: 'match.on-a-break', say: text('draft-on-a-break', { name: one }) };
  if (ofMentee.some(isAsking)) return { refused: 'match.asking', say: text('draft-asking', { name: one }) };
  if (candidate?.person.paused === true)
    return { refused: 'match.on-a-break', say: text('draft-on-a-break', { name: two }) };
  if (candidate === undefined || !isThere(candidate, now))
    return { refused: 'match.not-there', say: text('draft-not-there', { name: two }) };
  if (candidate.enquiry.site !== seeker.enquiry.site)
    return { refused: 'match.other-site', say: text('draft-other-site', { one, two }) };
  const never = pool.apart.has(apartKey(mentee.id, candidate.id));
  const scored = scorePair(pool.plan, seeker, candidate, { never });
  if (scored.is !== 'open') return { refused: 'match.blocked', say: text('match-blocked') };
  const taken = ofMentor.filter(
    ({ state, menteeId }) => state === 'drafted' && menteeId !== mentee.id,
  ).length;
  if (freeOf(candidate, pool.plan.matching.capacity, mentee.id) - taken <= 0)
    return { refused: 'match.no-place', say: text('draft-no-place', { name: two, count: taken }) };
  return { score: scored.score, reasons: scored.reasons };
}

/** States from which two may be thought of again by a coordinator. */
const AGAIN: readonly Match['state'][] = ['withdrawn', 'passed', 'expired'];

/** Whether two who were thought of before may be put in a draft by a coordinator again. */
export function mayBeAgain({ state }: Match): boolean {
  return AGAIN.includes(state);
}

/** The same for putting a mentor on the mentee's list, where somebody has to have agreed to be read about. */
export function mayBePutOnList(thought: Thought, now: Temporal.Instant): Fits | Refusal {
  // Whoever is in the draft with somebody else too may be shown to both: who asks first has the place.
  const fits = mayBeDrafted({ ...thought, ofMentor: [] }, now);
  if ('refused' in fits || thought.candidate?.enquiry.outlineAgreedAt !== null) return fits;
  return {
    refused: 'match.not-agreed',
    say: text('draft-not-agreed', { one: nameOf(thought.mentee), two: nameOf(thought.mentor) }),
  };
}

/** The first word to a mentee of who is on their list; it waits for them to wake. */
export function wordOfList(
  { mentee }: Thought,
  { menteeId, programmeId }: Pick<Match, 'menteeId' | 'programmeId'>,
  at: Moment,
): OutgoingNew {
  const when =
    mentee === undefined ? {} : { at: nextLoud(at.now, mentee.zone, mentee.quietFrom, mentee.quietTo) };
  return { to: menteeId, screen: 'short-list', args: { programmeId }, mode: 'new', ...when };
}

function nameOf(person: Person | undefined): string {
  return person?.name ?? 'unnamed';
}
