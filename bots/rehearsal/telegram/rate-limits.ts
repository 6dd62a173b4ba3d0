/** How fast a bot may send; each is a bucket that holds `burst` and refills with time. */
export interface RateLimits {
  readonly perChat: Bucket;
  readonly perGroup: Bucket;
  readonly overall: Bucket;
}

export interface Bucket {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * What the documentation's FAQ advises: one message a second in a chat, twenty a minute in a group, thirty a second overall.
 * The small bursts are ours: the real server tolerates some, and says not how many.
 */
export const REALISTIC: RateLimits = {
  perChat: { burst: 3, perSecond: 1 },
  perGroup: { burst: 20, perSecond: 20 / 60 },
  overall: { burst: 30, perSecond: 30 },
};

interface Level {
  left: number;
  at: number;
}

/** Counts messages by the stand-in's clock. */
export class RateLimiter {
  readonly #limits: RateLimits | undefined;
  readonly #now: () => number;
  readonly #levels = new Map<string, Level>();

  constructor(limits: RateLimits | undefined, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Counts one message into a chat. Returns the whole seconds to wait if it may not be sent yet. */
  take(chatId: number): number | undefined {
    if (!this.#limits) return undefined;
    const own = chatId < 0 ? this.#limits.perGroup : this.#limits.perChat;
    const needed: readonly [string, Bucket][] = [
      [String(chatId), own],
      ['overall', this.#limits.overall],
    ];
    const levels = needed.map(([key, bucket]) => ({ key, bucket, left: this.#refilled(key, bucket) }));
    const waits = levels.map(({ bucket, left }) => (left >= 1 ? 0 : (1 - left) / bucket.perSecond));
    const wait = Math.max(...waits);
    if (wait > 0) return Math.max(1, Math.ceil(wait));
    for (const { key, left } of levels) this.#levels.set(key, { left: left - 1, at: this.#now() });
    return undefined;
  }

  #refilled(key: string, bucket: Bucket): number {
    const level = this.#levels.get(key);
    if (!level) return bucket.burst;
    const seconds = Math.max(0, this.#now() - level.at) / 1000;
    return Math.min(bucket.burst, level.left + seconds * bucket.perSecond);
  }
}
