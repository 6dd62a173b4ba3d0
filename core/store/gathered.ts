import { setImmediate as turn } from 'node:timers/promises';

/** Most that are written in one statement. */
const MOST = 200;

type Waiting<T> = { readonly item: T; resolve(): void; reject(why: unknown): void };

/**
 * Writes what comes alone by itself, and what comes while something is being written together, in one statement: a database
 * takes twenty rows at once in hardly more time than one. What is written is written when its promise is kept. Where some
 * cannot be written together each is tried by itself, so that nobody pays for another's fault.
 */
export function gathered<T>(write: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let isWriting = false;
  const writeAll = async (): Promise<void> => {
    isWriting = true;
    // What else this turn of the event loop brings comes along.
    await turn();
    while (waiting.length > 0) await writeSome(write, waiting.splice(0, MOST));
    isWriting = false;
  };
  return async (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.push({ item, resolve, reject });
    if (!isWriting) await Promise.all([promise, writeAll()]);
    else await promise;
  };
}

async function writeSome<T>(
  write: (items: readonly T[]) => Promise<void>,
  some: readonly Waiting<T>[],
): Promise<void> {
  try {
    await write(some.map(({ item }) => item));
    for (const { resolve } of some) resolve();
  } catch (error) {
    if (some.length === 1) some[0]?.reject(error);
    else for (const each of some) await writeSome(write, [each]);
  }
}
