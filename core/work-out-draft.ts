import type { Temporal } from 'temporal-polyfill';
import { crashpoint } from './delivery/crashpoint.ts';
import { loggable } from './kernel/fault.ts';
import { TOO_MANY } from './matching/assignment.ts';
import { type DraftProgress, draftFor } from './matching/draft-cohort.ts';
import { isLeft } from './matching/make-draft.ts';
import type { WhyNoDraft } from './matching/match.ts';
import type { Moment } from './moment.ts';
import { type Performed, type Performer, perform } from './perform.ts';

/** Others changed the same people each time it was to be kept. */
const OVERTAKEN = 'overtaken';

/** No more writes of how far it has come than one in this time. */
const NOTED_EVERY = { seconds: 2 };

export type WorksOut = {
  readonly onProgress?: (progress: DraftProgress) => void;
  /** Ends the run at once, wherever it is; another begins anew. */
  readonly signal?: AbortSignal;
};

/** not-ours: somebody else works on it, or it is made. left: it ended early, and is begun anew by whoever comes next. */
export type WorkedOut = 'ready' | 'failed' | 'left' | 'not-ours';

type Working = {
  readonly performer: Performer;
  readonly moment: () => Moment;
  readonly onFault: (fault: Readonly<Record<string, string>>) => void;
};

/** Drafts that were asked for and on which nobody works. */
export async function draftsLeft({ performer, moment }: Omit<Working, 'onFault'>): Promise<string[]> {
  const open = await performer.store.read.matches.draftsToMake();
  const { now } = moment();
  return open.filter((draft) => isLeft(draft, now)).map(({ id }) => id);
}

/**
 * Works out a draft that was asked for, in a thread of its own, and keeps it. However many do it at once, and wherever they
 * die, one of them is kept.
 */
export async function workOutDraft(
  working: Working,
  draftId: string,
  { onProgress, signal }: WorksOut,
): Promise<WorkedOut> {
  const begun = await byClock(working, 'begin-draft', { draftId });
  const run = begun.find(({ event }) => event === 'draft.begun')?.ids['run'];
  if (typeof run !== 'number') return begun.length === 0 ? 'not-ours' : 'failed';
  const draft = await working.performer.store.read.matches.draft(draftId);
  if (draft === undefined) return 'not-ours';
  const note = noteOf(working, { draftId, run });
  try {
    const found = await draftFor(working.performer.store.read, {
      programmeId: draft.programmeId,
      seed: draft.seed,
      now: working.moment().now,
      onProgress(progress) {
        onProgress?.(progress);
        note.at(progress.share);
      },
      ...(signal === undefined ? {} : { signal }),
    });
    if (found === undefined) throw new Error('A draft of no programme');
    await note.ended();
    crashpoint('draft.worked-out');
    const saved = await inTurn(working, 'save-draft', { draftId, run, ...found });
    if (saved.did === 'conflict') throw new Error(OVERTAKEN);
    return happenedIn(saved).length === 0 ? 'not-ours' : 'ready';
  } catch (error) {
    await note.ended();
    const stopped = signal?.aborted === true;
    if (!stopped) working.onFault({ fault: 'draft', why: loggable(error) });
    const why = whyNot(error);
    const left = await byClock(working, 'leave-draft', { draftId, run, why: stopped ? 'stopped' : why });
    return left.length === 0 ? 'left' : 'failed';
  }
}

function whyNot(error: unknown): WhyNoDraft {
  if (error instanceof RangeError && error.message === TOO_MANY) return 'too-many';
  return error instanceof Error && error.message === OVERTAKEN ? 'overtaken' : 'fault';
}

async function inTurn({ performer, moment }: Working, command: string, args: object): Promise<Performed> {
  return await perform(performer, { command, args, by: { is: 'clock' } }, moment());
}

function happenedIn(done: Performed) {
  return done.did === 'done' ? done.happened : [];
}

async function byClock(working: Working, command: string, args: object) {
  return happenedIn(await inTurn(working, command, args));
}

/** Writes how far it has come, now and then, one after the other. */
function noteOf(working: Working, of: { readonly draftId: string; readonly run: number }) {
  let last: Temporal.Instant = working.moment().now;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    at(share: number): void {
      const { now } = working.moment();
      if (last.add(NOTED_EVERY).epochMilliseconds > now.epochMilliseconds) return;
      last = now;
      // A word that is not written is no reason to end: the next one is.
      const write = () => byClock(working, 'note-draft', { ...of, share }).catch(() => undefined);
      writing = writing.then(write);
    },
    ended: async (): Promise<void> => {
      await writing;
    },
  };
}
