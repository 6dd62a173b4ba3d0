import { setTimeout as pause } from 'node:timers/promises';
import { type Lease, takeLease } from '../core/store/lease.ts';
import type { Log } from './logger.ts';

const TRY_AGAIN_MS = 1000;

/**
 * Does something that one program of several with the same database may do at a time, such as listening for a bot; another
 * takes over when it ends. While the database is away nobody can take it over, so it goes on: help does not wait for the
 * database. Settles when told to stop.
 */
export async function whileLeased(
  work: (signal: AbortSignal) => Promise<void>,
  { name, url, signal, log }: { name: string; url: string; signal: AbortSignal; log: Log },
): Promise<void> {
  while (!signal.aborted) {
    const lease = await takeLease(url, name).catch(() => undefined);
    if (lease === undefined) {
      await again(signal);
      continue;
    }
    const ended = new AbortController();
    const held = holding(lease, { name, url, signal: AbortSignal.any([signal, ended.signal]) });
    try {
      await work(AbortSignal.any([signal, held.lost]));
    } catch (error) {
      log.warn({ fault: name, name: error instanceof Error ? error.name : 'fault' });
      await again(signal);
    } finally {
      ended.abort();
      await held.release();
    }
  }
}

type Holding = { readonly name: string; readonly url: string; readonly signal: AbortSignal };

/** A lease that is taken anew when the database comes back; lost only once somebody else has it. */
function holding(first: Lease, { name, url, signal }: Holding) {
  const lost = new AbortController();
  let lease = first;
  const keep = async (): Promise<void> => {
    while (!signal.aborted && !lost.signal.aborted) {
      await aborted(AbortSignal.any([signal, lease.lost]));
      if (signal.aborted) return;
      const taken = await takeLease(url, name).catch(() => 'away' as const);
      if (taken === undefined) lost.abort();
      else if (taken === 'away') await again(signal);
      else lease = taken;
    }
  };
  const kept = keep();
  return {
    lost: lost.signal,
    async release(): Promise<void> {
      await kept;
      await lease.release().catch(() => undefined);
    },
  };
}

async function again(signal: AbortSignal): Promise<void> {
  await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
