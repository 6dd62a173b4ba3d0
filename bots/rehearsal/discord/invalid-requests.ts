/** Ten thousand refusals in ten minutes, says the documentation, and the address is shut out for a while. */
export const INVALID_REQUESTS = { most: 10_000, ms: 600_000 } as const;

/** Counts the answers 401, 403 and 429, by the stand-in's clock. */
export class InvalidRequests {
  readonly #most: number;
  readonly #now: () => number;
  #at: number[] = [];

  constructor(most: number, now: () => number) {
    this.#most = most;
    this.#now = now;
  }

  get count(): number {
    const since = this.#now() - INVALID_REQUESTS.ms;
    this.#at = this.#at.filter((at) => at > since);
    return this.#at.length;
  }

  get isShutOut(): boolean {
    return this.count >= this.#most;
  }

  add(status: number): void {
    if (status === 401 || status === 403 || status === 429) this.#at.push(this.#now());
  }
}
