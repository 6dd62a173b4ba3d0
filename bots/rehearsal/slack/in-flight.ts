import type { ServerResponse } from 'node:http';

/** Requests that are being answered. */
export class InFlight {
  readonly #settled = new Set<() => void>();
  readonly #hanging = new Set<ServerResponse>();
  #count = 0;

  /** Those that will be answered. */
  get size(): number {
    return this.#count - this.#hanging.size;
  }

  begin(): void {
    this.#count += 1;
  }

  end(): void {
    this.#count -= 1;
    this.#tell();
  }

  /** Leaves a request without an answer, for good. */
  hang(response: ServerResponse): void {
    this.#hanging.add(response);
    response.on('close', () => {
      this.#hanging.delete(response);
    });
    this.#tell();
  }

  /** Calls back whenever nothing is being answered any more. Returns the way to stop. */
  onSettled(listener: () => void): () => void {
    this.#settled.add(listener);
    return () => this.#settled.delete(listener);
  }

  #tell(): void {
    if (this.size > 0) return;
    for (const listener of [...this.#settled]) listener();
  }
}
