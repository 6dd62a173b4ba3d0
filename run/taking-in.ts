import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '../core/index.ts';

/** How long nothing may come in before it counts as quiet, in real milliseconds. */
const QUIET_MS = 15;

/**
 * The same core, which also says when nothing is being taken in: a bot tells its app at once that it heard something, and hands
 * it on a moment later.
 */
export function takingIn(core: Core): { readonly core: Core; quiet(): Promise<void> } {
  let underWay = 0;
  let begun = 0;
  return {
    core: {
      ...core,
      async receive(incoming) {
        underWay += 1;
        begun += 1;
        try {
          return await core.receive(incoming);
        } finally {
          underWay -= 1;
        }
      },
    },
    async quiet() {
      for (let seen = -1; seen !== begun || underWay > 0; ) {
        seen = begun;
        await pause(QUIET_MS);
      }
    },
  };
}
