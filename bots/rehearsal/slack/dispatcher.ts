import { randomUUID } from 'node:crypto';
import type { Faults } from './faults.ts';
import type { EnvelopeType, Journal } from './journal.ts';
import type { Fields } from './wire.ts';

export interface Envelope {
  readonly id: string;
  readonly type: EnvelopeType;
  readonly payload: Fields;
  /** Whether an answer may come with the acknowledgement. */
  readonly acceptsAnswer: boolean;
}

export type Failure = 'timeout' | 'http_error' | 'connection_failed';

export type Outcome =
  | { readonly kind: 'acknowledged'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly reason: Failure; readonly isLast?: boolean };

export interface Attempt {
  /** 0 for the first. */
  readonly number: number;
  /** Why the one before failed. */
  readonly reason: Failure | undefined;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** A way to bring envelopes to the bot. */
export interface Carrier {
  readonly via: 'socket' | 'http';
  deliver(envelope: Envelope, attempt: Attempt): Promise<Outcome>;
  /** Breaks the line, where there is one. */
  drop(): void;
}

export interface DispatcherOptions {
  readonly now: () => number;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly carrier: () => Carrier;
  /** Real milliseconds before each retry of an event. */
  readonly retryDelaysMs: readonly number[];
}

/** How long an envelope that is to come late waits for the next one, in real milliseconds. */
const HOLD_MS = 150;

/** Brings what happened to the bot, events several times if need be. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stopped = new AbortController();
  readonly #settled = new Set<() => void>();
  #held: { release: () => void; timer: NodeJS.Timeout } | undefined;
  #pending = 0;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Envelopes that are neither acknowledged nor given up. */
  get pending(): number {
    return this.#pending;
  }

  /** Calls back whenever nothing is pending any more. Returns the way to stop. */
  onSettled(listener: () => void): () => void {
    this.#settled.add(listener);
    return () => this.#settled.delete(listener);
  }

  /** Sends an envelope. Settles with the outcome of the first attempt; events are tried again on their own. */
  async dispatch(type: EnvelopeType, payload: Fields, acceptsAnswer: boolean): Promise<Outcome> {
    const envelope: Envelope = { id: randomUUID(), type, payload, acceptsAnswer };
    const { journal, now } = this.#options;
    journal.add({ kind: 'envelope', at: now(), id: envelope.id, type, payload });
    this.#pending += 1;
    try {
      const outcome = await this.#disturbed(envelope);
      if (type === 'events_api') this.#retryLater(envelope, outcome, 0);
      return outcome;
    } finally {
      this.#done();
    }
  }

  /** Writes down something that Slack would have shown as trouble. */
  warn(words: string): void {
    this.#options.journal.add({ kind: 'warning', at: this.#options.now(), words });
  }

  /** Waits for nobody any more. */
  stop(): void {
    this.#stopped.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#release();
  }

  async #disturbed(envelope: Envelope): Promise<Outcome> {
    const fault = this.#options.faults.takeDelivery();
    if (fault === 'reverse') {
      await new Promise<void>((resolve) => this.#hold(resolve));
      return this.#attempt(envelope, 0, undefined);
    }
    const first = this.#attempt(envelope, 0, undefined, fault === 'drop-socket');
    this.#release();
    if (fault === 'duplicate') await Promise.all([first, this.#attempt(envelope, 0, undefined)]);
    const outcome = await first;
    return fault === 'lose-ack' ? { kind: 'failed', reason: 'timeout' } : outcome;
  }

  #hold(release: () => void): void {
    this.#release();
    this.#held = { release, timer: setTimeout(() => this.#release(), HOLD_MS) };
  }

  #release(): void {
    const held = this.#held;
    if (!held) return;
    this.#held = undefined;
    clearTimeout(held.timer);
    held.release();
  }

  async #attempt(
    envelope: Envelope,
    number: number,
    reason: Failure | undefined,
    drops = false,
  ): Promise<Outcome> {
    const { journal, now, carrier } = this.#options;
    const way = carrier();
    if (drops) way.drop();
    const outcome = await way.deliver(envelope, { number, reason, signal: this.#stopped.signal });
    journal.add({
      kind: 'delivery',
      at: now(),
      id: envelope.id,
      via: way.via,
      attempt: number,
      outcome: outcome.kind === 'acknowledged' ? 'acknowledged' : outcome.reason,
      answer: outcome.kind === 'acknowledged' ? outcome.answer : undefined,
    });
    return outcome;
  }

  #retryLater(envelope: Envelope, outcome: Outcome, attempt: number): void {
    const delay = this.#options.retryDelaysMs[attempt];
    if (outcome.kind === 'acknowledged' || outcome.isLast) return;
    if (delay === undefined || this.#stopped.signal.aborted) return;
    // What comes again at once is still the same delivery; what comes in a minute is nobody's to wait for.
    const counts = delay < 1000;
    if (counts) this.#pending += 1;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!counts) this.#pending += 1;
      this.#attempt(envelope, attempt + 1, outcome.reason)
        .then((next) => this.#retryLater(envelope, next, attempt + 1))
        .finally(() => this.#done())
        .catch(() => {});
    }, delay);
    this.#timers.add(timer);
  }

  #done(): void {
    this.#pending -= 1;
    if (this.#pending > 0) return;
    for (const tell of [...this.#settled]) tell();
  }
}
