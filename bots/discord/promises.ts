import { type REST, Routes } from 'discord.js';
import type { Handle } from './read-interaction.ts';

/** Answers that were promised to interactions: until each comes, people see that the bot "is thinking". */
export type Promises = {
  /** An answer was promised. */
  make(handle: Handle): void;
  /** It has come. */
  keep(interactionId: string): void;
  /** All that follows from the interaction is decided: what has not come after a while does not come any more. */
  decided(handle: Handle): void;
  /** Takes back what is still promised. */
  stop(): Promise<void>;
};

/** Milliseconds after which an answer that has not come goes to the private chat, if it comes at all; our default. */
const LONGEST_THOUGHT_MS = 10_000;

export function openPromises(answers: REST, longestMs: number = LONGEST_THOUGHT_MS): Promises {
  const open = new Map<string, { readonly handle: Handle; timer?: NodeJS.Timeout }>();
  const takeBack = async ({ id, applicationId, token }: Handle): Promise<void> => {
    if (!open.delete(id)) return;
    // Whether that works or not: Discord itself ends it after fifteen minutes.
    await answers
      .delete(Routes.webhookMessage(applicationId, token, '@original'), { auth: false })
      .catch(() => undefined);
  };
  return {
    make(handle) {
      open.set(handle.id, { handle });
    },
    keep(interactionId) {
      clearTimeout(open.get(interactionId)?.timer);
      open.delete(interactionId);
    },
    decided(handle) {
      const promised = open.get(handle.id);
      if (promised === undefined || promised.timer !== undefined) return;
      promised.timer = setTimeout(() => takeBack(handle), longestMs);
      promised.timer.unref();
    },
    async stop() {
      const all = [...open.values()];
      for (const { timer } of all) clearTimeout(timer);
      await Promise.all(all.map(({ handle }) => takeBack(handle)));
    },
  };
}
