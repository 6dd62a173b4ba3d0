import type { Core } from '../core/index.ts';
import type { Log } from './logger.ts';

export type Loops = {
  /** Something was committed: look at once instead of at the next second. */
  wake(): void;
  /** Finishes what is in hand and stops. */
  stop(): Promise<void>;
};

const EVERY_MS = 1000;

/** Looks every second for what is due and what is to be sent. A fault (the database may be away) is waited out. */
export function startLoops(core: Core, log: Log): Loops {
  const ticking = repeated(async () => await core.tick(), log, 'tick');
  const delivering = repeated(async () => await core.deliver(), log, 'deliver');
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

function repeated(work: () => Promise<number>, log: Log, what: string): Loops {
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
    },
  };
}
