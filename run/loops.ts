import { setTimeout as delay } from 'node:timers/promises';
import type { Core } from '../core/index.ts';
import type { Log } from './logger.ts';

export type Loops = {
  /** Something was committed: look at once instead of at the next second. */
  wake(): void;
  /** Finishes what is in hand and stops. */
  stop(): Promise<void>;
};

const EVERY_MS = 1000;
/** Sending that takes longer, such as to a chat that does not answer, goes on by itself and holds nobody else up. */
const GIVES_WAY_AFTER_MS = 500;
/** So many may be under way; then the next waits after all. */
const DELIVERIES_AT_ONCE = 8;

/** Looks every second for what is due and what is to be sent. A fault (the database may be away) is waited out. */
export function startLoops(core: Core, log: Log): Loops {
  const ticking = repeated(async () => await core.tick(), log, 'tick');
  const delivering = repeated(
    sideBySide(async () => await core.deliver()),
    log,
    'deliver',
  );
  return {
    wake() {
      ticking.wake();
      delivering.wake();
    },
    async stop() {
      await Promise.all([ticking.stop(), delivering.stop()]);
    },
  };
}

function repeated(work: Work, log: Log, what: string): Loops {
  let wanted = true;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let wakeUp: (() => void) | undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      wakeUp = resolve;
      timer = setTimeout(resolve, EVERY_MS);
    });
  const run = async (): Promise<void> => {
    while (!stopped) {
      wanted = false;
      let done = 0;
      try {
        done = await work();
      } catch (error) {
        log.error(
          { loop: what, fault: error instanceof Error ? error.name : 'fault' },
          'waiting to try again',
        );
      }
      if (done === 0 && !wanted && !stopped) await pause();
      clearTimeout(timer);
    }
  };
  const running = run();
  return {
    wake() {
      wanted = true;
      wakeUp?.();
    },
    async stop() {
      stopped = true;
      wakeUp?.();
      await running;
      await work.rest?.();
    },
  };
}

/** Says how much was done. */
type Work = {
  (): Promise<number>;
  /** Settles when nothing of it is under way any more. */
  rest?(): Promise<unknown>;
};

/** Says how much was done as soon as that is known; one if it is not known yet, because there may be more. */
function sideBySide(work: () => Promise<number>): Work {
  const underWay = new Set<Promise<number>>();
  const begin = async (): Promise<number> => {
    if (underWay.size >= DELIVERIES_AT_ONCE) return await Promise.race(underWay);
    const job = work();
    underWay.add(job);
    const leave = (): boolean => underWay.delete(job);
    job.then(leave, leave);
    const enough = new AbortController();
    const late = delay(GIVES_WAY_AFTER_MS, 1, { signal: enough.signal }).catch(() => 0);
    try {
      return await Promise.race([job, late]);
    } finally {
      enough.abort();
    }
  };
  return Object.assign(begin, { rest: () => Promise.allSettled(underWay) });
}
