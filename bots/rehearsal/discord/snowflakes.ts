/** The moment at which Discord's ids begin: the first of January 2015, in epoch milliseconds. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Makes ids as Discord does: they carry their time, and a later one is greater, also when the clock stands still or goes back. */
export class Snowflakes {
  readonly #now: () => number;
  #last = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  get last(): string {
    return String(this.#last);
  }

  /** Every id from now on is greater than this one. */
  goOnAfter(id: string): void {
    const given = BigInt(id);
    if (given > this.#last) this.#last = given;
  }

  next(): string {
    const byClock = BigInt(Math.max(0, Math.floor(this.#now() - DISCORD_EPOCH))) << 22n;
    this.#last = byClock > this.#last ? byClock : this.#last + 1n;
    return String(this.#last);
  }
}
