import type { WireUpdate } from './wire.ts';

/** Kinds that a bot gets only if it asks for them by name. */
const ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count'];

export interface SavedQueue {
  readonly waiting: readonly WireUpdate[];
  readonly nextId: number;
  readonly allowed: readonly string[];
}

/** Updates that the bot has not confirmed yet. */
export class UpdateQueue {
  #waiting: WireUpdate[] = [];
  #nextId: number;
  #allowed: readonly string[] = [];
  #lastPushed = 0;
  readonly #pushed = new Set<() => void>();
  readonly #confirmed = new Set<() => void>();
  readonly #drained = new Set<() => void>();

  /** Real update ids begin anywhere; so do these. */
  constructor(firstId: number) {
    this.#nextId = firstId;
  }

  get length(): number {
    return this.#waiting.length;
  }

  get allowed(): readonly string[] {
    return this.#allowed;
  }

  /** What waits and the next number, to be taken up again by `restore`. */
  save(): SavedQueue {
    return { waiting: this.#waiting, nextId: this.#nextId, allowed: this.#allowed };
  }

  restore({ waiting, nextId, allowed }: SavedQueue): void {
    this.#waiting = [...waiting];
    this.#nextId = nextId;
    this.#lastPushed = nextId - 1;
    this.#allowed = allowed;
  }

  /** The list that the bot asked for; an empty one stands for the usual kinds. Tells only what comes from now on. */
  allow(kinds: readonly string[]): void {
    this.#allowed = kinds;
  }

  /** Puts something that happened into the queue under the next number; nothing if the bot did not ask for its kind. */
  push(content: Omit<WireUpdate, 'update_id'>): WireUpdate | undefined {
    const kind = Object.keys(content).find((key) => key !== 'update_id') ?? '';
    const wanted = this.#allowed.length > 0 ? this.#allowed.includes(kind) : !ON_REQUEST.includes(kind);
    if (!wanted) return undefined;
    const update: WireUpdate = { update_id: this.#nextId, ...content };
    this.#enqueue(update);
    return update;
  }

  /** Puts an update into the queue as it is, number and all: one that came before, or one made by hand. */
  inject(update: WireUpdate): void {
    this.#enqueue(update);
  }

  #enqueue(update: WireUpdate): void {
    this.#nextId = Math.max(this.#nextId, update.update_id + 1);
    this.#waiting.push(update);
    // Only something put back by hand breaks the order.
    if (update.update_id < this.#lastPushed) this.#waiting.sort((a, b) => a.update_id - b.update_id);
    this.#lastPushed = update.update_id;
    for (const wake of [...this.#pushed]) wake();
  }

  /** The number that the next update will have. */
  get nextId(): number {
    return this.#nextId;
  }

  /** Forgets everything before `offset`; a negative one keeps that many from the end. */
  confirm(offset: number): void {
    if (offset === 0 || this.#waiting.length === 0) return;
    const keptFrom =
      offset < 0
        ? Math.max(0, this.#waiting.length + offset)
        : this.#waiting.findIndex((update) => update.update_id >= offset);
    this.#waiting = keptFrom < 0 ? [] : this.#waiting.slice(keptFrom);
    this.#tellConfirmed();
  }

  /** Forgets one update that a webhook took. */
  confirmOne(update: WireUpdate): void {
    if (this.#waiting[0] === update) this.#waiting.shift();
    else this.#waiting = this.#waiting.filter((other) => other !== update);
    this.#tellConfirmed();
  }

  clear(): void {
    this.#waiting = [];
    this.#tellConfirmed();
  }

  peek(limit: number): WireUpdate[] {
    return this.#waiting.slice(0, limit);
  }

  /** Calls back whenever something was put into the queue. Returns the way to stop. */
  onPush(listener: () => void): () => void {
    this.#pushed.add(listener);
    return () => this.#pushed.delete(listener);
  }

  /** Calls back whenever something left the queue. Returns the way to stop. */
  onConfirm(listener: () => void): () => void {
    this.#confirmed.add(listener);
    return () => this.#confirmed.delete(listener);
  }

  /** Settles once the bot has confirmed everything. */
  drained(): Promise<void> {
    if (this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#drained.add(resolve));
  }

  #tellConfirmed(): void {
    for (const tell of [...this.#confirmed]) tell();
    if (this.#waiting.length > 0) return;
    for (const resolve of this.#drained) resolve();
    this.#drained.clear();
  }
}
