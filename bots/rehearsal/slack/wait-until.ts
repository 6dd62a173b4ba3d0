import { postDue } from './posting.ts';
import type { WorkspaceChange } from './workspace.ts';
import type { World } from './world.ts';

/** Whether a change may be what somebody waits for. */
export type Concern = (change: Parameters<WorkspaceChange>[0]) => boolean;

/** What is looked for, as soon as it is there. Rejects when the time is up, with what `describe` says. */
export function waitUntil<T>(
  world: World,
  look: () => T | undefined,
  describe: () => string,
  timeoutMs: number,
  concerns: Concern,
): Promise<T> {
  postDue(world);
  const already = look();
  if (already !== undefined) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const stop = world.workspace.onChange((change) => {
      const found = concerns(change) ? look() : undefined;
      if (found === undefined) return;
      clearTimeout(timer);
      stop();
      // The call that showed it is still being written down.
      setImmediate(resolve, found);
    });
    const timer = setTimeout(() => {
      stop();
      reject(new Error(describe()));
    }, timeoutMs);
  });
}
