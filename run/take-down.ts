import type { Log } from './logger.ts';

/** What was started, to be ended again. */
export type TakeDown = {
  /** Ended before everything that was added earlier. */
  add(step: () => Promise<unknown>): void;
  /** Ends all of it once, the last first; a step that fails does not keep the others from ending. */
  all(): Promise<void>;
};

export function takeDown(log: Log): TakeDown {
  const steps: (() => Promise<unknown>)[] = [];
  return {
    add: (step) => steps.push(step),
    async all() {
      for (const step of steps.splice(0).reverse()) {
        await step().catch((error: unknown) =>
          log.error({ fault: error instanceof Error ? error.name : 'fault' }, 'while stopping'),
        );
      }
    },
  };
}
