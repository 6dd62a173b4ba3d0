/** Entries that are kept; older ones are forgotten, so that a rehearsal may run for weeks. */
const KEPT = 100_000;

/** Everything that went over an app's wire, in its order. */
export class KeptJournal<Entry extends { readonly kind: string }> {
  #entries: Entry[] = [];
  readonly #listeners = new Set<(entry: Entry) => void>();

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Calls back at every entry from now on. Returns the way to stop. */
  onEntry(listener: (entry: Entry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length > KEPT * 1.2) this.#entries = this.#entries.slice(-KEPT);
    for (const listener of [...this.#listeners]) listener(entry);
  }

  clear(): void {
    this.#entries = [];
  }
}
