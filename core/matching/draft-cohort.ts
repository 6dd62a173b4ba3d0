import type { Moment } from '../moment.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { type Cohort, turnsOf } from './cohort.ts';
import { type DraftedPair, draftOf, type Placed } from './draft.ts';
import type { Progress } from './drafts.ts';
import { isOver } from './match.ts';
import { matchCohort } from './match-cohort.ts';
import { type Candidate, freeOf, isThere, loadPool, seekerOf } from './may-be-offered.ts';
import { isAsking } from './offer-mentors.ts';

/** How far a draft has come: of one site after the other, and in whole hundredths of all. */
export type DraftProgress = Progress & { readonly share: number };

export type AsksDraft = {
  readonly programmeId: string;
  /** The same people with the same seed come to the same draft. */
  readonly seed: string;
  readonly now: Moment['now'];
  readonly onProgress?: (progress: DraftProgress) => void;
  readonly signal?: AbortSignal;
};

export type DraftFound = {
  /** The best for all together. */
  readonly pairs: readonly DraftedPair[];
  /** What would be if whoever waited longest picked first. */
  readonly greedy: readonly Placed[];
  /** Ids of all mentees, one site after the other, whose turn it is first. */
  readonly turns: readonly string[];
};

/**
 * Everybody of a programme who waits, brought together at once in a thread of its own: the best for all together, and what
 * would be if whoever waited longest picked first. Each site has its own. Nothing is written, and nobody hears.
 */
export async function draftFor(read: Reader, asked: AsksDraft): Promise<DraftFound | undefined> {
  const programme = await read.programmes.programme(asked.programmeId);
  if (programme === undefined) return undefined;
  const [pairs, greedy, turns]: [DraftedPair[], Placed[], string[]] = [[], [], []];
  const cohorts = await cohortsOf(read, programme, asked);
  const all = cohorts.reduce((sum, { mentees }) => sum + mentees.length, 0);
  let before = 0;
  for (const cohort of cohorts) {
    const both = await matchCohort(cohort, {
      onProgress: (progress) => asked.onProgress?.({ ...progress, share: shareOf(progress, before, all) }),
      ...(asked.signal === undefined ? {} : { signal: asked.signal }),
    });
    before += cohort.mentees.length;
    pairs.push(...draftOf(cohort, both.optimum).pairs);
    greedy.push(...draftOf(cohort, both.greedy).pairs.map(placed));
    turns.push(...turnsOf(cohort));
  }
  return { pairs, greedy, turns };
}

function placed({ menteeId, mentorId, score }: DraftedPair): Placed {
  return { menteeId, mentorId, score };
}

/** Scoring and placing count alike. Never a hundred: that it has when it is kept. */
function shareOf({ at, done, of }: Progress, before: number, all: number): number {
  const own = at === 'scores' ? done / 2 : (of + done) / 2;
  return Math.min(99, Math.floor((100 * (before + own)) / all));
}

async function cohortsOf(read: Reader, programme: Programme, { seed, now }: AsksDraft): Promise<Cohort[]> {
  const [enquiries, pool, matches] = await Promise.all([
    read.enquiries.waiting(programme.id, 'mentee'),
    loadPool(read, programme),
    read.matches.inState(programme.id, ['asked', 'accepted', 'declined', 'withdrawn']),
  ]);
  const people = new Map(
    (await read.people.people(enquiries.map(({ personId }) => personId))).map((each) => [each.id, each]),
  );
  const asking = new Set(matches.filter(isAsking).map(({ menteeId }) => menteeId));
  const over = matches.filter(isOver);
  const neverWith = [
    ...[...pool.apart].map(twoOf),
    ...over.map(({ menteeId, mentorId }) => [menteeId, mentorId] as const),
  ];
  const mentees = enquiries.flatMap((enquiry) => {
    const person = people.get(enquiry.personId);
    if (person?.state !== 'active' || person.paused || asking.has(person.id)) return [];
    const since = (enquiry.waitingSince ?? enquiry.createdAt).epochMilliseconds;
    // Whoever waits for a different match goes before everybody who waits for a first one (MAT-13).
    const first = enquiry.againSince == null ? 0 : Number.MIN_SAFE_INTEGER / 2;
    return [{ ...seekerOf(read, person, enquiry), site: enquiry.site, since: since + first }];
  });
  const { capacity } = programme.document.matching;
  const mentors = pool.mentors.filter((each) => isThere(each, now)).map((each) => waiting(each, capacity));
  const sites = [...new Set(mentees.map(({ site }) => site))];
  return sites.map((site) => ({
    plan: { matching: programme.document.matching, intake: programme.document.intake },
    mentees: mentees.filter((each) => each.site === site).map(plain),
    mentors: mentors.filter((each) => each.site === site),
    neverWith,
    seed,
  }));
}

function twoOf(key: string): [string, string] {
  const [one = '', other = ''] = key.split(':');
  return [one, other];
}

function plain<T extends { id: string; answers: Candidate['answers']; since: number }>({
  id,
  answers,
  since,
}: T) {
  return { id, answers, since };
}

function waiting(candidate: Candidate, capacity: number) {
  const { id, answers, enquiry, has } = candidate;
  const since = (enquiry.waitingSince ?? enquiry.createdAt).epochMilliseconds;
  return { id, answers, since, has, free: Math.max(0, freeOf(candidate, capacity)), site: enquiry.site };
}
