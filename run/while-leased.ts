import { setTimeout as pause } from 'node:timers/promises';
import { takeLease } from '../core/store/lease.ts';
import type { Log } from './logger.ts';

const TRY_AGAIN_MS = 1000;

/**
 * Does something that one program of several with the same database may do at a time, such as listening for a bot; another
 * takes over when it ends. Settles when told to stop.
 */
export async function whileLeased(
  work: (signal: AbortSignal) => Promise<void>,
  { name, url, signal, log }: { name: string; url: string; signal: AbortSignal; log: Log },
): Promise<void> {
  while (!signal.aborted) {
    const lease = await takeLease(url, name).catch(() => undefined);
    if (lease === undefined) {
      await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
      continue;
    }
    try {
      await work(AbortSignal.any([signal, lease.lost]));
    } catch (error) {
      log.warn({ fault: name, name: error instanceof Error ? error.name : 'fault' });
      await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    } finally {
      await lease.release().catch(() => undefined);
    }
  }
}
