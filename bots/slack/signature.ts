import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which a request may be older or newer than now; Slack's own advice. */
const WINDOW = 5 * 60;
/** Requests that were answered and are remembered, so that a copy of one is refused. */
const REMEMBERED = 20_000;

export type Signed = {
  readonly body: string;
  readonly timestamp: string | null;
  readonly signature: string | null;
};

/** Tells Slack's requests from others': by its signature of the raw body, by their age, and each once. */
export class Seal {
  readonly #secret: string;
  readonly #now: () => number;
  /** By signature, when it was made in seconds. */
  readonly #answered = new Map<string, number>();

  /** `now` in epoch seconds. */
  constructor(secret: string, now: () => number) {
    this.#secret = secret;
    this.#now = now;
  }

  isGood({ body, timestamp, signature }: Signed): boolean {
    if (timestamp === null || signature === null || !/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(this.#now() - Number(timestamp)) > WINDOW || this.#answered.has(signature)) return false;
    const expected = Buffer.from(
      `v0=${createHmac('sha256', this.#secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
    );
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  /** What was answered is not taken a second time; what failed may be sent again within the same second. */
  noteAnswered({ timestamp, signature }: Signed): void {
    if (timestamp === null || signature === null) return;
    const now = this.#now();
    for (const [old, at] of this.#answered) {
      if (now - at <= WINDOW && this.#answered.size < REMEMBERED) break;
      this.#answered.delete(old);
    }
    this.#answered.set(signature, Number(timestamp));
  }
}
