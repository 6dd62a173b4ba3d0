/** Work that is under way, no more of it than there are places. */
export class InHand {
  readonly #places: number;
  readonly #faults: unknown[] = [];
  #count = 0;
  #onLeft = (): void => undefined;

  constructor(places: number) {
    this.#places = places;
  }

  /** Places that are free. */
  get room(): number {
    return this.#places - this.#count;
  }

  get isIdle(): boolean {
    return this.#count === 0;
  }

  /** Whether nothing has failed so far. */
  get isWell(): boolean {
    return this.#faults.length === 0;
  }

  take(work: Promise<void>): void {
    this.#count += 1;
    const leave = (): void => {
      this.#count -= 1;
      this.#onLeft();
    };
    work.then(leave, (error: unknown) => {
      this.#faults.push(error);
      leave();
    });
  }

  /** Settles when so many places are free. */
  async untilRoom(places: number): Promise<void> {
    while (this.room < places) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#onLeft = resolve;
      await promise;
    }
  }

  /** Settles when nothing is under way. @throws the first fault there was. */
  async untilIdle(): Promise<void> {
    await this.untilRoom(this.#places);
    if (this.#faults.length > 0) throw this.#faults[0];
  }
}
