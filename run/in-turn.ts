import type { Core } from '../core/index.ts';

/**
 * The same core, in which one thing that is due or to be sent is done after the other. When `settle` returns, nothing that was
 * due is still in somebody else's hands: so a clock can be moved on, and a page can show the answer.
 */
export function inTurn(core: Core): Core {
  let last: Promise<unknown> = Promise.resolve();
  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    ...core,
    tick: () => after(core.tick),
    deliver: () => after(core.deliver),
    settle: () => after(core.settle),
  };
}
