import { z } from 'zod';
import { change, next, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { mayCoordinate, nameOfActor, rolesOfActor } from '../kernel/coordinator.ts';
import type { Moment } from '../moment.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import type { Cohort } from './cohort.ts';
import { compareDrafts } from './compare-drafts.ts';
import { type DraftedPair, draftOf } from './draft.ts';
import type { Progress } from './drafts.ts';
import { Match, MatchDraft, MatchState } from './match.ts';
import { matchCohort } from './match-cohort.ts';
import { type Candidate, freeOf, isThere, loadPool, seekerOf } from './may-be-offered.ts';
import { isAsking } from './offer-mentors.ts';

const Pair = z.object({
  menteeId: z.uuid(),
  mentorId: z.uuid(),
  score: z.int(),
  reasons: Match.shape.reasons,
});
const Summary = MatchDraft.shape.summary.unwrap();
export type DraftSummary = z.infer<typeof Summary>;

export type AsksDraft = {
  readonly programmeId: string;
  /** The same people with the same seed come to the same draft. */
  readonly seed: string;
  readonly now: Moment['now'];
  readonly onProgress?: (progress: Progress) => void;
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
  const sums = { v: 1 as const, ...{ pairs: 0, total: 0, greedyPairs: 0, greedyTotal: 0, same: 0 } };
  const summary: DraftSummary = { ...sums, another: 0, onlyHere: 0, onlyGreedy: 0, leftOver: 0 };
  for (const cohort of await cohortsOf(read, programme, asked)) {
    const { onProgress, signal } = asked;
    const both = await matchCohort(cohort, {
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(signal === undefined ? {} : { signal }),
    });
    const [best, greedy] = [draftOf(cohort, both.optimum), draftOf(cohort, both.greedy)];
    const difference = compareDrafts(best, greedy);
    pairs.push(...best.pairs);
    summary.pairs += best.pairs.length;
    summary.total += best.total;
    summary.greedyPairs += greedy.pairs.length;
    summary.greedyTotal += greedy.total;
    summary.same += difference.same;
    summary.another += difference.another.length;
    summary.onlyHere += difference.onlyInOne.length;
    summary.onlyGreedy += difference.onlyInOther.length;
    summary.leftOver += best.mentees.length;
  }
  return { pairs, summary };
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

/** What came of it is kept for a coordinator to look at and change; the draft before it goes. Nobody else hears of it. */
export const saveDraft = command({
  name: 'save-draft',
  schema: z.object({
    programmeId: z.uuid(),
    seed: z.string().max(60),
    pairs: z.array(Pair),
    summary: Summary,
  }),
  async load(read, { programmeId }, by) {
    const [known, before, roles] = await Promise.all([
      read.matches.inState(programmeId, MatchState.options),
      read.matches.draftOf(programmeId),
      rolesOfActor(read, by, {}),
    ]);
    return { known, before, roles };
  },
  decide({ known, before, roles }, { programmeId, seed, pairs: found, summary }, at, by) {
    if (!mayCoordinate(by, roles, programmeId))
      return { refused: 'draft.not-yours', say: text('coordinators-only') };
    const draft = {
      programmeId,
      state: 'ready',
      seed,
      summary,
      createdAt: at.now,
      by: nameOfActor(by),
    } as const;
    const row: MatchDraft =
      before === undefined ? { id: at.newId(), version: 1, ...draft } : next(before, draft);
    const ofTwo = new Map(known.map((each) => [`${each.menteeId}:${each.mentorId}`, each]));
    const asking = new Set(known.filter(isAsking).map(({ menteeId }) => menteeId));
    // What they decided themselves while it was worked out goes before it.
    const pairs = found.filter(
      ({ menteeId, mentorId }) => !asking.has(menteeId) && isStillFree(ofTwo.get(`${menteeId}:${mentorId}`)),
    );
    const drafted = new Set(pairs.map(({ menteeId, mentorId }) => `${menteeId}:${mentorId}`));
    const goes = known.filter(
      ({ state, menteeId, mentorId }) => state === 'drafted' && !drafted.has(`${menteeId}:${mentorId}`),
    );
    const saves: Save[] = pairs.map((pair) => ({
      table: 'match',
      row: asDrafted(
        ofTwo.get(`${pair.menteeId}:${pair.mentorId}`),
        pair,
        { programmeId, draftId: row.id },
        at,
      ),
    }));
    return change({
      saves: [
        { table: 'match_draft', row },
        ...saves,
        ...goes.map(
          (each): Save => ({ table: 'match', row: next(each, { state: 'withdrawn', draftId: null }) }),
        ),
      ],
      events: [{ event: 'draft.made', ids: { draftId: row.id, programmeId, pairs: pairs.length } }],
    });
  },
});

function isStillFree(known: Match | undefined): boolean {
  return known === undefined || !(isOver(known) || known.state === 'confirmed');
}

/** Decided against, by a mentor or a coordinator. */
function isOver({ state, setAsideAt }: Match): boolean {
  return state === 'declined' || setAsideAt != null;
}

function asDrafted(
  known: Match | undefined,
  { menteeId, mentorId, score, reasons }: DraftedPair,
  of: { readonly programmeId: string; readonly draftId: string },
  at: Moment,
): Match {
  // What is on somebody's list stays there, and is in the draft as well.
  const state = known?.state === 'offered' ? 'offered' : 'drafted';
  const how = { state, score, reasons, draftId: of.draftId } as const;
  if (known !== undefined) return next(known, how);
  const when = { createdAt: at.now, askedAt: null, answeredAt: null, endsAt: null, confirmedAt: null };
  return { id: at.newId(), version: 1, ...of, menteeId, mentorId, ...how, ...when, pairId: null };
}

/** A coordinator puts a drafted match on the mentee's list: from there on it goes like any other. */
export const offerDrafted = command({
  name: 'offer-drafted',
  schema: z.object({ matchId: z.uuid() }),
  async load(read, { matchId }, by) {
    const [match, roles] = await Promise.all([
      read.matches.match(matchId),
      rolesOfActor(read, by, { matchId }),
    ]);
    return { match, roles };
  },
  decide({ match, roles }, { matchId }, _at, by) {
    if (!mayCoordinate(by, roles, match?.programmeId ?? null))
      return { refused: 'match.not-yours', say: text('coordinators-only') };
    if (match === undefined) return { refused: 'match.unknown', say: text('match-unknown') };
    if (match.state === 'offered') return change({});
    if (match.state !== 'drafted') return { refused: 'match.not-open', say: text('match-not-open') };
    const { programmeId, menteeId } = match;
    return change({
      saves: [{ table: 'match', row: next(match, { state: 'offered' }) }],
      events: [{ event: 'match.offered', ids: { matchId, programmeId } }],
      outgoing: [{ to: menteeId, screen: 'short-list', args: { programmeId }, mode: 'new' }],
    });
  },
});
