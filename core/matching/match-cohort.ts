import { setImmediate as breath } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Cohort } from './cohort.ts';
import type { BothDrafts, Progress } from './drafts.ts';
import { packCohort } from './packed-cohort.ts';

export type MatchCohort = {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run at once, wherever it is. */
  readonly signal?: AbortSignal;
};

type Word = { is: 'progress'; progress: Progress } | { is: 'done'; drafts: BothDrafts };

/**
 * Both drafts of a whole cohort, made in a thread of their own: whoever writes in the meantime is answered as ever. The same
 * cohort with the same seed gives the same drafts. For a draft in full see draftOf.
 *
 * @throws the signal's reason when it was called off; what went wrong in the thread
 */
export async function matchCohort(
  cohort: Cohort,
  { onProgress, signal }: MatchCohort = {},
): Promise<BothDrafts> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./cohort-worker.ts', import.meta.url));
  const ended = new AbortController();
  try {
    const told = hear(worker, { onProgress, signal, until: ended.signal });
    // Waited for below; a fault before that is not to go unheard.
    told.catch(() => undefined);
    for (const slice of packCohort(cohort)) {
      worker.postMessage(slice, [slice.buffer]);
      await breath();
      signal?.throwIfAborted();
    }
    worker.postMessage('all');
    return await told;
  } finally {
    ended.abort();
    await worker.terminate();
  }
}

type Hearing = {
  readonly onProgress: MatchCohort['onProgress'];
  readonly signal: AbortSignal | undefined;
  readonly until: AbortSignal;
};

function hear(worker: Worker, { onProgress, signal, until }: Hearing): Promise<BothDrafts> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true, signal: until });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The thread ended before it had a draft')));
    worker.on('message', (word: Word) => {
      if (word.is === 'done') resolve(word.drafts);
      else onProgress?.(word.progress);
    });
  });
}
