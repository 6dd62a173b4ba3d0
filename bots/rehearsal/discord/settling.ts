import type { Journal } from './journal.ts';

export interface Settling {
  /** Real milliseconds without anything on the wire; fifty unless given. A bot over the gateway never says that it is done. */
  readonly quietMs?: number;
  /** Real milliseconds after which it is over in any case, such as when a promised answer never comes; ten seconds unless given. */
  readonly longestMs?: number;
}

/** Settles once nothing is pending and the wire was quiet for a while. */
export async function untilQuiet(
  countPending: () => number,
  journal: Journal,
  { quietMs = 50, longestMs = 10_000 }: Settling = {},
): Promise<void> {
  const begin = performance.now();
  let last = begin;
  const stop = journal.onEntry(() => {
    last = performance.now();
  });
  try {
    while (performance.now() - begin < longestMs) {
      if (countPending() > 0) last = performance.now();
      if (performance.now() - last >= quietMs) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    stop();
  }
}
