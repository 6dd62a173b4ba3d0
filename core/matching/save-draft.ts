import { z } from 'zod';
import { change, next, type Removal, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../store/reader.ts';
import type { DraftedPair } from './draft.ts';
import type { Differs } from './explain-drafts.ts';
import { DraftDifference, DraftSummary, Match, MatchState } from './match.ts';
import { apartKey, freeOf, isThere, loadPool, type Pool } from './may-be-offered.ts';
import { isAsking } from './offer-mentors.ts';

const Pair = z.object({
  menteeId: z.uuid(),
  mentorId: z.uuid(),
  score: z.int(),
  reasons: Match.shape.reasons,
});

/** What came of it is kept for a coordinator to look at and change; the draft before it goes. Nobody else hears of it. */
export const saveDraft = command({
  name: 'save-draft',
  schema: z.object({
    draftId: z.uuid(),
    run: z.int(),
    pairs: z.array(Pair),
    summary: DraftSummary,
    differences: z.array(DraftDifference.omit({ id: true, version: true, draftId: true, programmeId: true })),
  }),
  async load(read, { draftId, pairs, differences }) {
    const draft = await read.matches.draft(draftId);
    if (draft === undefined) return undefined;
    const [known, told, there] = await Promise.all([
      read.matches.inState(draft.programmeId, MatchState.options),
      read.matches.differences(draftId),
      loadThere(read, draft.programmeId, pairs, differences),
    ]);
    return there === undefined ? undefined : { draft, known, told, there };
  },
  decide(data, { draftId, run, pairs: found, summary, differences }, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from being worked out, nobody does it');
    // Another run was begun meanwhile: what this one found is nothing any more.
    if (data?.draft.state !== 'drafting' || data.draft.run !== run) return change({});
    const { draft, known, told, there } = data;
    const { programmeId } = draft;
    const row = next(draft, { state: 'ready', summary, share: 100, movedAt: at.now });
    const ofTwo = new Map(known.map((each) => [`${each.menteeId}:${each.mentorId}`, each]));
    const asking = new Set(known.filter(isAsking).map(({ menteeId }) => menteeId));
    // What they decided themselves while it was worked out, and what became of them, goes before it.
    const holds = stillHolds(there, at);
    const open = found.filter(
      ({ menteeId, mentorId }) =>
        !asking.has(menteeId) &&
        isStillFree(ofTwo.get(`${menteeId}:${mentorId}`)) &&
        holds(menteeId, mentorId),
    );
    const pairs = withPlaces(there.pool, open);
    const drafted = new Set(pairs.map(({ menteeId, mentorId }) => `${menteeId}:${mentorId}`));
    const goes = known.filter(
      ({ state, menteeId, mentorId }) => state === 'drafted' && !drafted.has(`${menteeId}:${mentorId}`),
    );
    const of = { programmeId, draftId };
    const saves = pairs.flatMap((pair) =>
      savedAs(ofTwo.get(`${pair.menteeId}:${pair.mentorId}`), pair, of, at),
    );
    const hold = differences.filter(({ menteeId, hereId, thereId }) =>
      [hereId, thereId].every((mentorId) => mentorId === null || holds(menteeId, mentorId)),
    );
    const otherwise = differing(told, hold, of, at);
    return change({
      ...otherwise,
      saves: [
        { table: 'match_draft', row },
        ...saves,
        ...otherwise.saves,
        ...goes.map(
          (each): Save => ({ table: 'match', row: next(each, { state: 'withdrawn', draftId: null }) }),
        ),
      ],
      events: [{ event: 'draft.made', ids: { draftId, programmeId, pairs: pairs.length } }],
    });
  },
});

/** All that decides whether those whom it names may still be together; undefined: there is no such programme. */
async function loadThere(
  read: Reader,
  programmeId: string,
  pairs: readonly DraftedPair[],
  differences: readonly Differs[],
) {
  const programme = await read.programmes.programme(programmeId);
  if (programme === undefined) return undefined;
  const menteeIds = new Set([...pairs, ...differences].map(({ menteeId }) => menteeId));
  const mentorIds = new Set([
    ...pairs.map(({ mentorId }) => mentorId),
    ...differences.flatMap(({ hereId, thereId }) => [hereId ?? [], thereId ?? []].flat()),
  ]);
  const [people, enquiries, pool] = await Promise.all([
    read.people.people([...menteeIds]),
    read.enquiries.waiting(programmeId, 'mentee'),
    loadPool(read, programme, [...mentorIds]),
  ]);
  const siteOf = new Map(enquiries.map(({ personId, site }) => [personId, site]));
  const mentees = people.filter(
    ({ id, state, paused, wrappedKey }) =>
      state === 'active' && !paused && wrappedKey !== '' && siteOf.has(id),
  );
  return { pool, siteOf: new Map(mentees.map(({ id }) => [id, siteOf.get(id) ?? null])) };
}

type There = NonNullable<Awaited<ReturnType<typeof loadThere>>>;

/** Whether two are both there, at one site, and nothing is between them. */
function stillHolds({ pool, siteOf }: There, at: Moment): (menteeId: string, mentorId: string) => boolean {
  const mentors = new Map(
    pool.mentors.filter((each) => isThere(each, at.now)).map((each) => [each.id, each]),
  );
  return (menteeId, mentorId) => {
    const site = siteOf.get(menteeId);
    // Somebody who is not there has no site, and is not of none either.
    if (site === undefined || mentors.get(mentorId)?.enquiry.site !== site) return false;
    return !pool.apart.has(apartKey(menteeId, mentorId));
  };
}

/** Nobody is drafted with more than they have places for now. */
function withPlaces(pool: Pool, pairs: readonly DraftedPair[]): DraftedPair[] {
  const { capacity } = pool.plan.matching;
  const free = new Map(pool.mentors.map((each) => [each.id, freeOf(each, capacity)]));
  return pairs.filter(({ mentorId }) => {
    const places = free.get(mentorId) ?? 0;
    free.set(mentorId, places - 1);
    return places > 0;
  });
}

/** Somebody differs once in a draft: the row of the draft before is written over, or goes. */
function differing(
  told: readonly DraftDifference[],
  found: readonly Differs[],
  of: Pick<DraftDifference, 'draftId' | 'programmeId'>,
  at: Moment,
): { readonly saves: Save[]; readonly removals: Removal[] } {
  const before = new Map(told.map((row) => [row.menteeId, row]));
  const now = new Set(found.map(({ menteeId }) => menteeId));
  return {
    saves: found.map((each): Save => {
      const known = before.get(each.menteeId);
      const row = known === undefined ? { id: at.newId(), version: 1, ...of, ...each } : next(known, each);
      return { table: 'draft_difference', row };
    }),
    removals: told
      .filter(({ menteeId }) => !now.has(menteeId))
      .map(({ id }) => ({ table: 'draft_difference', id })),
  };
}

function isStillFree(known: Match | undefined): boolean {
  return known === undefined || !(isOver(known) || known.state === 'confirmed');
}

/** Decided against, by a mentor or a coordinator. */
export function isOver({ state, setAsideAt }: Match): boolean {
  return state === 'declined' || setAsideAt != null;
}

function savedAs(
  known: Match | undefined,
  { menteeId, mentorId, score, reasons }: DraftedPair,
  of: { readonly programmeId: string; readonly draftId: string },
  at: Moment,
): Save[] {
  // What is on somebody's list stays there, and is in the draft as well.
  const state = known?.state === 'offered' ? 'offered' : 'drafted';
  const how = { state, score, reasons, draftId: of.draftId } as const;
  if (known !== undefined) return [{ table: 'match', row: next(known, how) }];
  const row: Match = {
    id: at.newId(),
    version: 1,
    programmeId: of.programmeId,
    menteeId,
    mentorId,
    ...how,
    createdAt: at.now,
    askedAt: null,
    answeredAt: null,
    endsAt: null,
    confirmedAt: null,
    pairId: null,
  };
  return [{ table: 'match', row }];
}
