import { z } from 'zod';
import { change, next, type Removal, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import { compareDrafts } from './compare-drafts.ts';
import type { DraftedPair, Placed } from './draft.ts';
import type { DraftFound } from './draft-cohort.ts';
import { type Differs, differencesOf } from './explain-drafts.ts';
import { type DraftDifference, type DraftSummary, isOver, Match, MatchState } from './match.ts';
import { isAsking } from './offer-mentors.ts';
import { loadThere, stillHolds, type There, withPlaces } from './still-holds.ts';

const TwoPlaced = z.object({ menteeId: z.uuid(), mentorId: z.uuid(), score: z.int() });

/**
 * What came of it is kept for a coordinator to look at and change; the draft before it goes. Nobody else hears of it. It is
 * kept as it still can be: what is said of it in sums, and beside the other one, is said of what is kept.
 */
export const saveDraft = command({
  name: 'save-draft',
  schema: z.object({
    draftId: z.uuid(),
    run: z.int(),
    pairs: z.array(TwoPlaced.extend({ reasons: Match.shape.reasons })),
    greedy: z.array(TwoPlaced),
    turns: z.array(z.uuid()),
  }),
  async load(read, { draftId, pairs, greedy, turns }) {
    const draft = await read.matches.draft(draftId);
    if (draft === undefined) return undefined;
    const mentorIds = new Set([...pairs, ...greedy].map(({ mentorId }) => mentorId));
    const [known, told, there] = await Promise.all([
      read.matches.inState(draft.programmeId, MatchState.options),
      read.matches.differences(draftId),
      loadThere(read, draft.programmeId, turns, [...mentorIds]),
    ]);
    return there === undefined ? undefined : { draft, known, told, there };
  },
  decide(data, { draftId, run, ...found }, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from being worked out, nobody does it');
    // Another run was begun meanwhile: what this one found is nothing any more.
    if (data?.draft.state !== 'drafting' || data.draft.run !== run) return change({});
    const { draft, known, told } = data;
    const { programmeId } = draft;
    const { pairs, summary, differences } = asItCanBe(data, found, at);
    const row = next(draft, { state: 'ready', summary, share: 100, movedAt: at.now });
    const ofTwo = byTwo(known);
    const of = { programmeId, draftId };
    const kept = new Set(pairs.map(keyOf));
    const otherwise = differing(told, differences, of, at);
    return change({
      ...otherwise,
      saves: [
        { table: 'match_draft', row },
        ...pairs.flatMap((pair) => savedAs(ofTwo.get(keyOf(pair)), pair, of, at)),
        ...otherwise.saves,
        ...known.filter((each) => !kept.has(keyOf(each))).flatMap(noMoreIn),
      ],
      events: [{ event: 'draft.made', ids: { draftId, programmeId, pairs: pairs.length } }],
    });
  },
});

type Found = Pick<DraftFound, 'pairs' | 'greedy' | 'turns'>;

/** Both drafts without those who cannot be in them any more, and what is to be said of the two as they then are. */
function asItCanBe(
  { known, there }: { readonly known: readonly Match[]; readonly there: There },
  found: Found,
  at: Moment,
) {
  const ofTwo = byTwo(known);
  const asking = new Set(known.filter(isAsking).map(({ menteeId }) => menteeId));
  // What they decided themselves while it was worked out, and what became of them, goes before it.
  const holds = stillHolds(there, at);
  const canBe = (pair: Placed): boolean =>
    !asking.has(pair.menteeId) && isStillFree(ofTwo.get(keyOf(pair))) && holds(pair);
  const [pairs, greedy] = [
    withPlaces(there.pool, found.pairs.filter(canBe)),
    withPlaces(there.pool, found.greedy.filter(canBe)),
  ];
  const turns = found.turns.filter((id) => there.siteOf.has(id) && !asking.has(id));
  const summary = summaryOf(pairs, greedy, turns.length - pairs.length);
  return { pairs, summary, differences: differencesOf({ pairs }, { pairs: greedy }, turns) };
}

function summaryOf(pairs: readonly Placed[], greedy: readonly Placed[], leftOver: number): DraftSummary {
  const total = (all: readonly Placed[]): number => all.reduce((sum, { score }) => sum + score, 0);
  const one = { pairs, total: total(pairs) };
  const other = { pairs: greedy, total: total(greedy) };
  const { same, another, onlyInOne, onlyInOther } = compareDrafts(one, other);
  return {
    v: 1,
    pairs: pairs.length,
    total: one.total,
    greedyPairs: greedy.length,
    greedyTotal: other.total,
    same,
    another: another.length,
    onlyHere: onlyInOne.length,
    onlyGreedy: onlyInOther.length,
    leftOver,
  };
}

type Two = Pick<Match, 'menteeId' | 'mentorId'>;

function keyOf({ menteeId, mentorId }: Two): string {
  return `${menteeId}:${mentorId}`;
}

function byTwo(known: readonly Match[]): Map<string, Match> {
  return new Map(known.map((each) => [keyOf(each), each]));
}

/** The draft before goes: nobody has heard of those in it. What became of the others of it stays so, and is in no draft. */
function noMoreIn(known: Match): Save[] {
  if (known.state === 'drafted')
    return [{ table: 'match', row: next(known, { state: 'withdrawn', draftId: null }) }];
  return known.draftId == null ? [] : [{ table: 'match', row: next(known, { draftId: null }) }];
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
