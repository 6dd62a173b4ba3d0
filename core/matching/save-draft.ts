import { z } from 'zod';
import { change, next, type Removal, type Save } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import type { Moment } from '../moment.ts';
import type { DraftedPair } from './draft.ts';
import type { Differs } from './explain-drafts.ts';
import { DraftDifference, DraftSummary, Match, MatchState } from './match.ts';
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
  async load(read, { draftId }) {
    const draft = await read.matches.draft(draftId);
    if (draft === undefined) return undefined;
    const [known, told] = await Promise.all([
      read.matches.inState(draft.programmeId, MatchState.options),
      read.matches.differences(draftId),
    ]);
    return { draft, known, told };
  },
  decide(data, { draftId, run, pairs: found, summary, differences }, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from being worked out, nobody does it');
    // Another run was begun meanwhile: what this one found is nothing any more.
    if (data?.draft.state !== 'drafting' || data.draft.run !== run) return change({});
    const { draft, known, told } = data;
    const { programmeId } = draft;
    const row = next(draft, { state: 'ready', summary, share: 100, movedAt: at.now });
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
    const of = { programmeId, draftId };
    const saves = pairs.flatMap((pair) =>
      savedAs(ofTwo.get(`${pair.menteeId}:${pair.mentorId}`), pair, of, at),
    );
    const otherwise = differing(told, differences, of, at);
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
