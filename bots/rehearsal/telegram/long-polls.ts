import type { UpdateQueue } from './update-queue.ts';
import { accept, type Reply, refuseAs, type WireUpdate } from './wire.ts';

/** The real server waits no longer than this, whatever a bot asks for. */
const LONGEST_WAIT_S = 50;

export const BY_OTHER_POLL =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
export const BY_WEBHOOK = 'Conflict: terminated by setWebhook request';
export const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export interface Poll {
  readonly offset: number;
  readonly limit: number;
  /** Seconds, in real time. */
  readonly timeout: number;
}

/** At most one request that waits for something to happen. It waits in real time, whatever the stand-in's clock says. */
export class LongPolls {
  readonly #queue: UpdateQueue;
  readonly #disturb: (batch: readonly WireUpdate[]) => WireUpdate[];
  readonly #conflictPauseMs: number;
  #waiting: ((reply: Reply) => void) | undefined;
  #nextConflictAt = 0;

  constructor(
    queue: UpdateQueue,
    disturb: (batch: readonly WireUpdate[]) => WireUpdate[],
    conflictPauseMs: number,
  ) {
    this.#queue = queue;
    this.#disturb = disturb;
    this.#conflictPauseMs = conflictPauseMs;
  }

  /** Confirms up to the offset, then answers as soon as there is something, or with nothing when the time is up. */
  poll({ offset, limit, timeout }: Poll, gone: AbortSignal): Promise<Reply> {
    this.#queue.confirm(offset);
    if (this.#queue.length > 0 || timeout <= 0) return Promise.resolve(this.#batch(limit));
    this.abort(BY_OTHER_POLL);
    return new Promise((resolve) => {
      const finish = (reply: Reply) => {
        clearTimeout(timer);
        clearImmediate(soon);
        stopListening();
        gone.removeEventListener('abort', leave);
        if (this.#waiting === finish) this.#waiting = undefined;
        resolve(reply);
      };
      const leave = () => finish(accept([]));
      let soon: NodeJS.Immediate | undefined;
      // What happens in the same moment is told in one answer.
      const stopListening = this.#queue.onPush(() => {
        soon ??= setImmediate(() => finish(this.#batch(limit)));
      });
      const timer = setTimeout(leave, Math.min(timeout, LONGEST_WAIT_S) * 1000);
      gone.addEventListener('abort', leave);
      this.#waiting = finish;
    });
  }

  /** Ends the request that waits, if there is one, with a conflict. */
  abort(description: string): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    this.conflict(description).then(waiting, () => undefined);
  }

  /** Ends the request that waits, because the server stops. */
  stop(): void {
    this.#waiting?.(accept([]));
  }

  /** 409. The first is said at once, those that follow within the pause are held back, so that rivals do not race in a loop. */
  async conflict(description: string): Promise<Reply> {
    const now = performance.now();
    if (now < this.#nextConflictAt) {
      await new Promise((resolve) => setTimeout(resolve, this.#conflictPauseMs).unref());
    }
    this.#nextConflictAt = performance.now() + this.#conflictPauseMs;
    return refuseAs(409, description);
  }

  #batch(limit: number): Reply {
    return accept(this.#disturb(this.#queue.peek(limit)));
  }
}
