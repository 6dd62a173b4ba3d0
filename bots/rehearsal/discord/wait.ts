import type { Shown } from './shown.ts';
import type { World } from './world.ts';

/** What a person looks for: some of the words, or a test of their own. */
export type Wanted = string | RegExp | ((message: Shown) => boolean);

export interface WaitOptions {
  readonly timeoutMs?: number;
  /** Only what was shown or changed after this mark. */
  readonly since?: number;
}

interface Waiting {
  readonly timeoutMs?: number;
  readonly who: string;
  readonly wanted: string;
  seen(): string;
}

export function fits(message: Shown, wanted: Wanted): boolean {
  if (typeof wanted === 'string') return message.text.includes(wanted);
  return wanted instanceof RegExp ? wanted.test(message.text) : wanted(message);
}

/** Looks again after every change. Rejects when the time is up, saying what was seen. */
export function waitUntil<T>(world: World, look: () => T | undefined, waiting: Waiting): Promise<T> {
  const { timeoutMs = 5000, who, wanted, seen } = waiting;
  const already = look();
  if (already !== undefined) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const stop = world.chats.onChange(() => {
      const found = look();
      if (found === undefined) return;
      clearTimeout(timer);
      stop();
      // The call that showed it is still being written down.
      setImmediate(resolve, found);
    });
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${who} waited ${timeoutMs} ms for ${wanted} and saw ${seen()}`));
    }, timeoutMs);
  });
}
