/** How often something may be done; a bucket that holds `burst` and refills with time. */
export interface Bucket {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * What the documentation says: about one message a second in a channel, short bursts allowed; every other method so many times a
 * minute, by its tier. How long a burst may be is not documented: three messages is our figure, and a whole minute's worth for
 * the tiers.
 */
export const POSTING: Bucket = { burst: 3, perSecond: 1 };

interface Level {
  readonly left: number;
  readonly at: number;
}

/** Counts calls by the stand-in's clock. */
export class RateLimiter {
  readonly #now: () => number;
  readonly #levels = new Map<string, Level>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one call. Returns the whole seconds to wait if it may not be made yet. */
  take(key: string, bucket: Bucket): number | undefined {
    const left = this.#refilled(key, bucket);
    if (left < 1) return Math.max(1, Math.ceil((1 - left) / bucket.perSecond));
    this.#levels.set(key, { left: left - 1, at: this.#now() });
    return undefined;
  }

  #refilled(key: string, bucket: Bucket): number {
    const level = this.#levels.get(key);
    if (!level) return bucket.burst;
    const seconds = Math.max(0, this.#now() - level.at) / 1000;
    return Math.min(bucket.burst, level.left + seconds * bucket.perSecond);
  }
}
