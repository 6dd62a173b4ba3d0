import { type REST, Routes } from 'discord.js';
import type { Handle } from './read-interaction.ts';

/** Answers that were promised to interactions: until each comes, people see that the bot "is thinking". */
export type Promises = {
  /** An answer was promised. */
  make(handle: Handle): void;
  /** An answer is about to be sent: nothing is taken back from under it. Settles when it can go. */
  begin(interactionId: string): Promise<void>;
  /** It has come. */
  keep(interactionId: string): void;
  /** It did not get there, and may be tried again. */
  failed(interactionId: string): void;
  /** All that follows from the interaction is decided: what has not come after a while does not come any more. */
  decided(handle: Handle): void;
  /** Takes back what is still promised. */
  stop(): Promise<void>;
};

/** Milliseconds after which an answer that has not come goes to the private chat, if it comes at all; our default. */
const LONGEST_THOUGHT_MS = 10_000;

type Open = {
  readonly handle: Handle;
  timer?: NodeJS.Timeout | undefined;
  isDecided: boolean;
  isOnItsWay: boolean;
};

export function openPromises(
  answers: Pick<REST, 'delete'>,
  longestMs: number = LONGEST_THOUGHT_MS,
): Promises {
  const open = new Map<string, Open>();
  const leaving = new Map<string, Promise<void>>();
  const takeBack = async ({ id, applicationId, token }: Handle): Promise<void> => {
    if (!open.delete(id)) return;
    // Whether that works or not: Discord itself ends it after fifteen minutes.
    const left = answers
      .delete(Routes.webhookMessage(applicationId, token, '@original'), { auth: false })
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => leaving.delete(id));
    leaving.set(id, left);
    await left;
  };
  const wait = (promised: Open): void => {
    clearTimeout(promised.timer);
    promised.timer = undefined;
    if (!promised.isDecided || promised.isOnItsWay) return;
    promised.timer = setTimeout(() => takeBack(promised.handle), longestMs);
    promised.timer.unref();
  };
  const change = (id: string, fields: Partial<Pick<Open, 'isDecided' | 'isOnItsWay'>>): void => {
    const promised = open.get(id);
    if (promised !== undefined) wait(Object.assign(promised, fields));
  };
  return {
    make(handle) {
      open.set(handle.id, { handle, isDecided: false, isOnItsWay: false });
    },
    async begin(interactionId) {
      change(interactionId, { isOnItsWay: true });
      await leaving.get(interactionId);
    },
    keep(interactionId) {
      clearTimeout(open.get(interactionId)?.timer);
      open.delete(interactionId);
    },
    failed: (interactionId) => change(interactionId, { isOnItsWay: false }),
    decided(handle) {
      if (open.get(handle.id)?.isDecided === false) change(handle.id, { isDecided: true });
    },
    async stop() {
      const all = [...open.values()];
      for (const { timer } of all) clearTimeout(timer);
      await Promise.all(all.map(({ handle }) => takeBack(handle)));
    },
  };
}
