/**
 * What can go wrong with a call: refused (`403`, `404`, `429`, `500`), never heard (`cut-before`), done but the answer lost
 * (`cut-after`), or never answered (`hang`).
 */
export type FaultKind = '403' | '404' | '429' | '500' | 'cut-before' | 'cut-after' | 'hang';

export interface Fault {
  readonly kind: FaultKind;
  /** Only calls of this route, as the journal writes it: `POST /channels/:channel/messages`. Any call if none is named. */
  readonly route?: string;
  /** Only calls into this channel. */
  readonly channel?: string;
  /** How many calls it meets; one unless said otherwise. */
  readonly times?: number;
  /** Seconds, for 429, also parts of one; one unless said otherwise. */
  readonly retryAfter?: number;
  /** For 429: the whole bot is asked to wait, not only this route. */
  readonly global?: boolean;
}

/** What can go wrong with the way events take: everything twice, or the last first. */
export type DispatchFault = 'duplicate' | 'reverse';

/** Faults that wait for their moment. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];
  #dispatches: DispatchFault[] = [];

  /** The next matching calls meet this fault. */
  next(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The next batches of events meet this fault. A batch is what happens in the same moment; `reverse` waits for one of two or more. */
  nextDispatch(fault: DispatchFault, times = 1): void {
    this.#dispatches.push(...new Array<DispatchFault>(times).fill(fault));
  }

  /** Faults that nothing met yet. */
  get waiting(): number {
    return this.#waiting.length + this.#dispatches.length;
  }

  clear(): void {
    this.#waiting = [];
    this.#dispatches = [];
  }

  /** Takes the fault that a call meets. */
  take(route: string, channelId: string | undefined): Fault | undefined {
    const met = this.#waiting.find(
      ({ fault }) =>
        (fault.route === undefined || fault.route === route) &&
        (fault.channel === undefined || fault.channel === channelId),
    );
    if (!met) return undefined;
    met.left -= 1;
    if (met.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== met);
    return met.fault;
  }

  /** The batch as it arrives; an empty one meets nothing. */
  disturb<T>(batch: readonly T[]): T[] {
    const next = this.#dispatches[0];
    if (batch.length === 0 || (next === 'reverse' && batch.length < 2)) return [...batch];
    const fault = this.#dispatches.shift();
    if (fault === 'duplicate') return batch.flatMap((event) => [event, event]);
    return fault === 'reverse' ? batch.toReversed() : [...batch];
  }
}
