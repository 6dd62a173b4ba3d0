import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { change, next } from '../kernel/change.ts';
import { command } from '../kernel/command.ts';
import { mayCoordinate, nameOfActor, rolesOfActor } from '../kernel/coordinator.ts';
import { reachOf } from '../kernel/reach.ts';
import { text } from '../texts/text.ts';
import { MatchDraft, WhyNoDraft } from './match.ts';

/** A run that has not come further for so long has died: another begins anew. */
const SILENT = { minutes: 1 };
/** What ends three runs ends every run. */
const MOST_RUNS = 3;

/** Whether a new draft was asked for and is not there yet: the one before is about to go, and is changed by nobody. */
export function isBeingMade(draft: MatchDraft | undefined): boolean {
  return draft?.state === 'queued' || draft?.state === 'drafting';
}

/** Whether nobody works on a draft that was asked for. */
export function isLeft({ state, movedAt }: MatchDraft, now: Temporal.Instant): boolean {
  if (state === 'queued') return true;
  if (state !== 'drafting') return false;
  return movedAt === null || movedAt.add(SILENT).epochMilliseconds <= now.epochMilliseconds;
}

/**
 * A coordinator would like everybody of a programme who waits brought together at once. It is worked out apart from this:
 * whoever asks while one is being made has the same one.
 */
export const askForDraft = command({
  name: 'ask-for-draft',
  schema: z.object({ programmeId: z.uuid(), seed: MatchDraft.shape.seed.max(60).default('1') }),
  async load(read, { programmeId }, by) {
    const [programme, before, roles] = await Promise.all([
      read.programmes.programme(programmeId),
      read.matches.draftOf(programmeId),
      rolesOfActor(read, by, { programmeId }),
    ]);
    return { programme, before, roles };
  },
  decide({ programme, before, roles }, { programmeId, seed }, at, by) {
    if (!mayCoordinate(by, roles, programmeId))
      return { refused: 'draft.not-yours', say: text('coordinators-only') };
    // It brings everybody of every site together anew: for whoever sees all of them.
    if (by.is !== 'coordinator' && reachOf(roles).sites[programmeId] !== undefined)
      return { refused: 'draft.all-sites', say: text('draft-of-all-sites') };
    if (programme === undefined) return { refused: 'programme.unknown', say: text('programme-unknown') };
    if (before !== undefined && isBeingMade(before))
      return change({ events: [{ event: 'draft.in-hand', ids: { draftId: before.id, programmeId } }] });
    const asked = {
      programmeId,
      state: 'queued',
      seed,
      createdAt: at.now,
      by: nameOfActor(by),
      run: 0,
      share: 0,
      movedAt: null,
      why: null,
    } as const;
    // What was made before stays to be looked at until the new one is there.
    const row: MatchDraft =
      before === undefined ? { id: at.newId(), version: 1, summary: null, ...asked } : next(before, asked);
    return change({
      saves: [{ table: 'match_draft', row }],
      events: [{ event: 'draft.asked', ids: { draftId: row.id, programmeId } }],
    });
  },
});

const OfRun = z.object({ draftId: z.uuid(), run: z.int() });

/** Somebody begins to work it out; whoever did before, and died or was silent for long, is not listened to any more. */
export const beginDraft = command({
  name: 'begin-draft',
  schema: OfRun.pick({ draftId: true }),
  load: (read, { draftId }) => read.matches.draft(draftId),
  decide(draft, { draftId }, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from being asked for, nobody does it');
    if (draft === undefined || !isLeft(draft, at.now)) return change({});
    const { programmeId } = draft;
    const run = draft.run + 1;
    if (run > MOST_RUNS)
      return change({
        saves: [
          { table: 'match_draft', row: next(draft, { state: 'failed', why: 'fault', movedAt: at.now }) },
        ],
        events: [{ event: 'draft.failed', ids: { draftId, programmeId } }],
      });
    const row = next(draft, { state: 'drafting', run, share: 0, movedAt: at.now });
    return change({
      saves: [{ table: 'match_draft', row }],
      events: [{ event: 'draft.begun', ids: { draftId, programmeId, run } }],
    });
  },
});

/** How far a run has come. */
export const noteDraft = command({
  name: 'note-draft',
  schema: OfRun.extend({ share: MatchDraft.shape.share }),
  load: (read, { draftId }) => read.matches.draft(draftId),
  decide(draft, { run, share }, at, by) {
    if (by.is !== 'clock') throw new Error('It is noted as it goes, nobody does it');
    if (draft?.state !== 'drafting' || draft.run !== run) return change({});
    return change({ saves: [{ table: 'match_draft', row: next(draft, { share, movedAt: at.now }) }] });
  },
});

/** A run ends without a draft: it is left for another to begin anew, or it cannot be made. */
export const leaveDraft = command({
  name: 'leave-draft',
  schema: OfRun.extend({ why: z.enum([...WhyNoDraft.options, 'stopped']) }),
  load: (read, { draftId }) => read.matches.draft(draftId),
  decide(draft, { draftId, run, why }, at, by) {
    if (by.is !== 'clock') throw new Error('It follows from a run that ended, nobody does it');
    if (draft?.state !== 'drafting' || draft.run !== run) return change({});
    const { programmeId } = draft;
    if (why === 'stopped' || (why === 'fault' && run < MOST_RUNS)) {
      // Being asked to end is nobody's fault, and is not counted as a run.
      const back = { state: 'queued', run: why === 'stopped' ? run - 1 : run, movedAt: at.now } as const;
      return change({ saves: [{ table: 'match_draft', row: next(draft, back) }] });
    }
    return change({
      saves: [{ table: 'match_draft', row: next(draft, { state: 'failed', why, movedAt: at.now }) }],
      events: [{ event: 'draft.failed', ids: { draftId, programmeId } }],
    });
  },
});
