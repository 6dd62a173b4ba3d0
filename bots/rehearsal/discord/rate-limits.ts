import { createHash } from 'node:crypto';

/** So many calls in so many milliseconds, as Discord counts them: in windows that begin with the first call. */
export interface Window {
  readonly calls: number;
  readonly ms: number;
}

export interface RateLimits {
  /** By route as the journal writes it; routes that are not named share `others`. Counted for each channel, guild or webhook apart. */
  readonly routes: Readonly<Record<string, Window>>;
  readonly others: Window;
  readonly overall: Window;
}

/**
 * Fifty calls a second overall is documented. The windows of single routes are not, and change: these are ours, of the size that
 * bots report, and a bot must go by the headers.
 */
export const REALISTIC: RateLimits = {
  routes: {
    'POST /channels/:channel/messages': { calls: 5, ms: 5000 },
    'PATCH /channels/:channel/messages/:message': { calls: 5, ms: 5000 },
    'DELETE /channels/:channel/messages/:message': { calls: 5, ms: 1000 },
    'POST /webhooks/:app/:token': { calls: 5, ms: 2000 },
    'PATCH /webhooks/:app/:token/messages/:message': { calls: 5, ms: 2000 },
    'PUT /applications/:app/commands': { calls: 2, ms: 20_000 },
    'POST /guilds/:guild/scheduled-events': { calls: 5, ms: 60_000 },
  },
  others: { calls: 30, ms: 10_000 },
  overall: { calls: 50, ms: 1000 },
};

export interface Counted {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait, if the call may not be made yet. */
  readonly wait?: { readonly seconds: number; readonly global: boolean };
}

const KEPT_LEVELS = 10_000;

interface Level {
  left: number;
  endsAt: number;
}

/** Counts calls by the stand-in's clock. */
export class RateLimiter {
  readonly #limits: RateLimits | undefined;
  readonly #now: () => number;
  readonly #levels = new Map<string, Level>();

  constructor(limits: RateLimits | undefined, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Counts one call. `major` is the channel, guild or webhook it is about; `exempt` calls do not count towards the whole. */
  take(route: string, major: string, exempt: boolean): Counted {
    if (!this.#limits) return { headers: {} };
    const overall = this.#level('overall', this.#limits.overall);
    if (!exempt && overall.left <= 0) {
      const seconds = this.#secondsTo(overall.endsAt);
      return { headers: { 'x-ratelimit-global': 'true' }, wait: { seconds, global: true } };
    }
    const window = this.#limits.routes[route] ?? this.#limits.others;
    const own = this.#level(`${route} ${major}`, window);
    const isEmpty = own.left <= 0;
    if (!isEmpty) own.left -= 1;
    if (!isEmpty && !exempt) overall.left -= 1;
    const seconds = this.#secondsTo(own.endsAt);
    const headers = {
      'x-ratelimit-limit': String(window.calls),
      'x-ratelimit-remaining': String(own.left),
      'x-ratelimit-reset': (own.endsAt / 1000).toFixed(3),
      'x-ratelimit-reset-after': seconds.toFixed(3),
      'x-ratelimit-bucket': bucketOf(route),
    };
    return isEmpty ? { headers, wait: { seconds, global: false } } : { headers };
  }

  #level(key: string, window: Window): Level {
    const now = this.#now();
    const known = this.#levels.get(key);
    if (known && known.endsAt > now) return known;
    if (this.#levels.size > KEPT_LEVELS) this.#forgetEnded(now);
    const fresh = { left: window.calls, endsAt: now + window.ms };
    this.#levels.set(key, fresh);
    return fresh;
  }

  #forgetEnded(now: number): void {
    for (const [key, level] of this.#levels) if (level.endsAt <= now) this.#levels.delete(key);
  }

  #secondsTo(endsAt: number): number {
    return Math.max(0, endsAt - this.#now()) / 1000;
  }
}

/** A name for the window of a route, the same at every start. */
function bucketOf(route: string): string {
  return createHash('sha256').update(route).digest('hex').slice(0, 32);
}
