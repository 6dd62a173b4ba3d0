import { setTimeout as pause } from 'node:timers/promises';
import { Foreseen } from '../core/kernel/foreseen.ts';
import type { Log } from './logger.ts';

export type Reaching = {
  /** The chat app's name, for the log. */
  readonly app: string;
  readonly signal: AbortSignal;
  readonly log: Log;
};

/**
 * Makes a bot known to its chat app: tried once now, and again by itself while the app is away, so that everything else
 * goes on. What comes back settles once it is done, or when told to stop.
 * @throws what no other try can mend, such as a token that is not known, now or later.
 */
export async function whenReached(
  introduce: () => Promise<void>,
  { app, signal, log }: Reaching,
): Promise<() => Promise<void>> {
  try {
    await introduce();
    return async () => undefined;
  } catch (error) {
    if (error instanceof Foreseen) throw error;
    log.warn(
      { fault: `${app.toLowerCase()}-away`, name: error instanceof Error ? error.name : 'fault' },
      `${app} cannot be reached. Check the network, and ${app.toUpperCase()}_API_ROOT if it is set. It is tried again by itself`,
    );
    return () => untilReached(introduce, signal);
  }
}

/** Seconds between tries: twice as long each time, up to half a minute. */
const FIRST_WAIT = 1;
const LONGEST_WAIT = 30;

async function untilReached(introduce: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const ended = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  for (let wait = FIRST_WAIT; !signal.aborted; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    await pause(wait * 1000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      // A call that hangs does not hold up the end.
      await Promise.race([introduce(), ended]);
      return;
    } catch (error) {
      if (error instanceof Foreseen) throw error;
    }
  }
}
