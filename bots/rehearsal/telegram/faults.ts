/**
 * What can go wrong with a call: refused (`400`, `403`, `429`, `500`), never heard (`cut-before`), done but the answer lost
 * (`cut-after`), or never answered (`hang`).
 */
export type FaultKind = '400' | '403' | '429' | '500' | 'cut-before' | 'cut-after' | 'hang';

export interface Fault {
  readonly kind: FaultKind;
  /** Only calls of this method; any but getUpdates, which goes on all the time, if none is named. */
  readonly method?: string;
  /** Only calls into this chat. */
  readonly chat?: number;
  /** How many calls it meets; one unless said otherwise. */
  readonly times?: number;
  /** Seconds, for 429; one unless said otherwise. */
  readonly retryAfter?: number;
}

/** What can go wrong with the way updates take: everything twice, or the last first. */
export type DeliveryFault = 'duplicate' | 'reverse';

/** Faults that wait for their moment. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];
  #deliveries: DeliveryFault[] = [];

  /** The next matching calls meet this fault. */
  next(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The next batches of updates meet this fault. With a webhook a batch is all that is waiting at that moment. */
  nextDelivery(fault: DeliveryFault, times = 1): void {
    this.#deliveries.push(...new Array<DeliveryFault>(times).fill(fault));
  }

  /** Faults that nothing met yet. */
  get waiting(): number {
    return this.#waiting.length + this.#deliveries.length;
  }

  clear(): void {
    this.#waiting = [];
    this.#deliveries = [];
  }

  /** Takes the fault that a call meets. */
  take(method: string, chatId: unknown): Fault | undefined {
    const met = this.#waiting.find(
      ({ fault }) =>
        isMeant(fault.method, method) && (fault.chat === undefined || String(fault.chat) === String(chatId)),
    );
    if (!met) return undefined;
    met.left -= 1;
    if (met.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== met);
    return met.fault;
  }

  /** The batch as it arrives; an empty one meets nothing. */
  disturb<T>(batch: readonly T[]): T[] {
    if (batch.length === 0) return [];
    const fault = this.#deliveries.shift();
    if (fault === 'duplicate') return batch.flatMap((update) => [update, update]);
    return fault === 'reverse' ? batch.toReversed() : [...batch];
  }
}

function isMeant(wanted: string | undefined, method: string): boolean {
  return wanted === undefined
    ? method.toLowerCase() !== 'getupdates'
    : wanted.toLowerCase() === method.toLowerCase();
}
