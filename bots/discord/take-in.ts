import { setTimeout as pause } from 'node:timers/promises';
import type { Incoming } from '../../core/index.ts';
import type { DiscordWayIn, OnFault } from './way-in.ts';

export type TakeIn = {
  /** Takes in one thing after those that the same person did before. Settles when it is committed or put aside. */
  take(incoming: Incoming): Promise<void>;
  /** Settles when nothing is in hand. */
  idle(): Promise<void>;
};

const PAUSE_MS = 1000;
/** What fails this often while the database is well is put aside, so that it cannot stand in its person's way. */
const TRIES = 3;

/**
 * Hands what people do to the core, in each person's order. Discord sends nothing twice: while the database is away, it is kept
 * here, for as long as this program runs.
 */
export function openTakeIn(wayIn: DiscordWayIn, onFault: OnFault, signal: AbortSignal): TakeIn {
  const lines = new Map<string, Promise<void>>();
  const takeOne = async (incoming: Incoming): Promise<void> => {
    for (let tries = 1, name = ''; ; ) {
      try {
        await wayIn.receive(incoming);
        wayIn.onReceived();
        return;
      } catch (error) {
        name = error instanceof Error ? error.name : 'fault';
        onFault({ fault: 'discord-update-failed', update: incoming.key, name });
      }
      const isWell = await wayIn.databaseAnswers().catch(() => false);
      if (isWell) tries += 1;
      else await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
      if (tries > TRIES || signal.aborted) {
        onFault({ fault: 'discord-update-put-aside', update: incoming.key, name });
        return;
      }
    }
  };
  return {
    async take(incoming) {
      const { userId } = incoming.account;
      const before = lines.get(userId) ?? Promise.resolve();
      const mine = before.then(() => takeOne(incoming));
      lines.set(userId, mine);
      await mine;
      if (lines.get(userId) === mine) lines.delete(userId);
    },
    async idle() {
      while (lines.size > 0) await Promise.all(lines.values());
    },
  };
}
