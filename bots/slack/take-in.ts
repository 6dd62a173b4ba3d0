import { setTimeout as delay } from 'node:timers/promises';
import { crashpoint, type Incoming } from '../../core/index.ts';
import type { OnFault, SlackWayIn } from './way-in.ts';

/** What fails this often while the database is well is put aside, so that it cannot stand in somebody's way. */
const TRIES = 3;
const PAUSE_MS = 1000;

/** Takes in what people did: each person's in its order, and nothing lost while the database is away. */
export type Intake = {
  /** True once it is committed or put aside; false when it was given up because we are to stop. */
  take(incoming: Incoming): Promise<boolean>;
  /** Tries nothing again; settles when nothing is under way. */
  stop(): Promise<void>;
};

/** What Slack was told we heard, it does not send again: it is held until the database takes it. */
export function openIntake(wayIn: SlackWayIn, onFault: OnFault): Intake {
  const stopping = new AbortController();
  const byKey = new Map<string, Promise<boolean>>();
  const byPerson = new Map<string, Promise<unknown>>();
  const attempt = async (incoming: Incoming): Promise<boolean> => {
    for (let tries = 1; !stopping.signal.aborted; ) {
      try {
        await wayIn.receive(incoming);
        crashpoint('slack.received');
        wayIn.onReceived();
        return true;
      } catch (error) {
        const name = error instanceof Error ? error.name : 'fault';
        onFault({ fault: 'slack-not-taken-in', key: incoming.key, name });
        if (!(await wayIn.databaseAnswers())) await pause(stopping.signal);
        else if (tries === TRIES) {
          onFault({ fault: 'slack-put-aside', key: incoming.key, name });
          return true;
        } else tries += 1;
      }
    }
    return false;
  };
  return {
    take(incoming) {
      const { key, account } = incoming;
      const known = byKey.get(key);
      if (known !== undefined) return known;
      const before = byPerson.get(account.userId) ?? Promise.resolve();
      const job = before.then(() => attempt(incoming));
      byKey.set(key, job);
      byPerson.set(account.userId, job);
      const leave = (): void => {
        byKey.delete(key);
        if (byPerson.get(account.userId) === job) byPerson.delete(account.userId);
      };
      return job.finally(leave);
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(byKey.values());
    },
  };
}

async function pause(signal: AbortSignal): Promise<void> {
  await delay(PAUSE_MS, undefined, { signal }).catch(() => undefined);
}
