import { parentPort } from 'node:worker_threads';
import { draftBoth } from './drafts.ts';
import { openCohort } from './packed-cohort.ts';

/** Runs in a thread of its own: see match-cohort.ts. */
const slices: Uint8Array[] = [];
parentPort?.on('message', (slice: Uint8Array | 'all') => {
  if (slice !== 'all') {
    slices.push(slice);
    return;
  }
  const drafts = draftBoth(openCohort(slices), (progress) =>
    parentPort?.postMessage({ is: 'progress', progress }),
  );
  const buffers = [drafts.optimum, drafts.greedy].flatMap(({ pairs, mentees, mentors }) => [
    pairs.buffer,
    mentees.buffer,
    mentors.buffer,
  ]);
  parentPort?.postMessage({ is: 'done', drafts }, buffers);
  parentPort?.close();
});
