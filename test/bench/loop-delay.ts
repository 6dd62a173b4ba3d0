import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 2;

/** Milliseconds that the loop was late at the 99th percentile, beyond the timer's own period. */
export async function latest(work: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  await work();
  delays.disable();
  return Math.max(0, delays.percentile(99) / 1e6 - RESOLUTION_MS);
}
