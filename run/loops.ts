import { setTimeout as delay } from 'node:timers/promises';
import { type Core, Foreseen, KeyReplaced } from '../core/index.ts';
import type { Log } from './logger.ts';

type Loop = {
  /** Something was committed: look at once instead of at the next second. */
  wake(): void;
  /** Finishes what is in hand and stops. */
  stop(): Promise<void>;
};

export type Loops = Loop & {
  /** Says why, if it makes no sense to go on: the master key was replaced meanwhile. */
  readonly lost: Promise<string>;
};

const EVERY_MS = 1000;
/** Sending that takes longer, such as to a chat that does not answer, goes on by itself and holds nobody else up. */
const GIVES_WAY_AFTER_MS = 500;
/** So many may be under way, more than apps that do not answer can hold up; then the next waits after all. */
const DELIVERIES_AT_ONCE = 100;

/** Looks every second for what is due, what is to be sent and what the audit has to chain. A fault (the database may be away) is waited out. */
export function startLoops(core: Core, log: Log): Loops {
  const lost = Promise.withResolvers<string>();
  const chaining = repeated(
    async () => {
      try {
        return await core.chain();
      } catch (error) {
        if (error instanceof Foreseen) log.error({ fault: error.name }, error.message);
        if (error instanceof KeyReplaced) lost.resolve(error.message);
        throw error;
      }
    },
    log,
    'chain',
  );
  const ticking = repeated(async () => await core.tick(), log, 'tick');
  const held = alarm(() => delivering.wake());
  const delivering = repeated(
    sideBySide(
      async (more) => await core.deliver({ onHeld: held.in, more }),
      () => delivering.wake(),
    ),
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
      held.stop();
      await chaining.stop();
    },
    lost: lost.promise,
  };
}

/** Longer than this a look every second is exact enough. */
const LONGEST_ALARM_MS = 60_000;
/** The database counts the time from a little later than we do. */
const SPARE_MS = 5;

/** Calls after so many seconds, so that what is held does not wait for the next look as well. */
function alarm(ring: () => void): { in(seconds: number): void; stop(): void } {
  const timers = new Set<NodeJS.Timeout>();
  return {
    in(seconds) {
      const ms = seconds * 1000 + SPARE_MS;
      if (ms > LONGEST_ALARM_MS) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        ring();
      }, ms);
      timers.add(timer.unref());
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function repeated(work: Work, log: Log, what: string): Loop {
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
        done = await work(() => !stopped);
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

/** Says how much was done. It begins nothing new when it is not wanted any more. */
type Work = {
  (isWanted: () => boolean): Promise<number>;
  /** Settles when nothing of it is under way any more. */
  rest?(): Promise<unknown>;
};

/** Not known yet. */
const LATE = -1;

/**
 * Says how much was done as soon as that is known; one if it is not known yet, because there may be more. `onLate` is told when
 * something was done after that.
 */
function sideBySide(work: (more: () => boolean) => Promise<number>, onLate: () => void): Work {
  const underWay = new Set<Promise<number>>();
  const begin = async (isWanted: () => boolean): Promise<number> => {
    if (underWay.size >= DELIVERIES_AT_ONCE) return await Promise.race(underWay);
    const enough = new AbortController();
    let isLate = false;
    // What is late finishes what it has in hand: the next takes up what waits.
    const job = work(() => !isLate && isWanted());
    underWay.add(job);
    const leave = (done = 0): void => {
      underWay.delete(job);
      // What comes next in its chats could not be taken up before.
      if (isLate && done > 0) onLate();
    };
    job.then(leave, () => leave());
    const late = delay(GIVES_WAY_AFTER_MS, LATE, { signal: enough.signal }).catch(() => LATE);
    try {
      const done = await Promise.race([job, late]);
      isLate = done === LATE;
      return done === LATE ? 1 : done;
    } finally {
      enough.abort();
    }
  };
  return Object.assign(begin, { rest: () => Promise.allSettled(underWay) });
}
