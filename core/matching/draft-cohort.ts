import type { Moment } from '../moment.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { type Cohort, turnsOf } from './cohort.ts';
import { compareDrafts } from './compare-drafts.ts';
import { type Draft, type DraftedPair, draftOf } from './draft.ts';
import type { Progress } from './drafts.ts';
import { type Differs, differencesOf } from './explain-drafts.ts';
import type { DraftSummary } from './match.ts';
import { matchCohort } from './match-cohort.ts';
import { type Candidate, freeOf, isThere, loadPool, seekerOf } from './may-be-offered.ts';
import { isAsking } from './offer-mentors.ts';
import { isOver } from './save-draft.ts';

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

/**
 * Everybody of a programme who waits, brought together at once in a thread of its own: the best for all together, and what
 * would be different if whoever waited longest picked first. Each site has its own. Nothing is written, and nobody hears.
 */
export async function draftFor(read: Reader, asked: AsksDraft) {
  const programme = await read.programmes.programme(asked.programmeId);
  if (programme === undefined) return undefined;
  const pairs: DraftedPair[] = [];
  const differences: Differs[] = [];
  let summary = NOTHING;
  const cohorts = await cohortsOf(read, programme, asked);
  const all = cohorts.reduce((sum, { mentees }) => sum + mentees.length, 0);
  let before = 0;
  for (const cohort of cohorts) {
    const both = await matchCohort(cohort, {
      onProgress: (progress) => asked.onProgress?.({ ...progress, share: shareOf(progress, before, all) }),
      ...(asked.signal === undefined ? {} : { signal: asked.signal }),
    });
    before += cohort.mentees.length;
    const [best, greedy] = [draftOf(cohort, both.optimum), draftOf(cohort, both.greedy)];
    pairs.push(...best.pairs);
    summary = withSums(summary, best, greedy);
    differences.push(...after(differences, differencesOf(best, greedy, turnsOf(cohort))));
  }
  return { pairs, summary, differences };
}

/** The threads of one site come after those of the one before. */
function after(known: readonly Differs[], own: readonly Differs[]): Differs[] {
  const first = (known.at(-1)?.thread ?? -1) + 1;
  return own.map((each) => ({ ...each, thread: first + each.thread }));
}

const NOTHING: DraftSummary = {
  v: 1,
  pairs: 0,
  total: 0,
  greedyPairs: 0,
  greedyTotal: 0,
  same: 0,
  another: 0,
  onlyHere: 0,
  onlyGreedy: 0,
  leftOver: 0,
};

function withSums(sums: DraftSummary, best: Draft, greedy: Draft): DraftSummary {
  const difference = compareDrafts(best, greedy);
  return {
    v: 1,
    pairs: sums.pairs + best.pairs.length,
    total: sums.total + best.total,
    greedyPairs: sums.greedyPairs + greedy.pairs.length,
    greedyTotal: sums.greedyTotal + greedy.total,
    same: sums.same + difference.same,
    another: sums.another + difference.another.length,
    onlyHere: sums.onlyHere + difference.onlyInOne.length,
    onlyGreedy: sums.onlyGreedy + difference.onlyInOther.length,
    leftOver: sums.leftOver + best.mentees.length,
  };
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
