/**
 * What can go wrong with a call: refused (`429`, `500`, or any of Slack's words by `error`), never heard (`cut-before`), done but
 * the answer lost (`cut-after`), or never answered (`hang`).
 */
export type FaultKind = '429' | '500' | 'error' | 'cut-before' | 'cut-after' | 'hang';

export interface Fault {
  readonly kind: FaultKind;
  /** Only calls of this method; `response_url` stands for the addresses of answers. */
  readonly method?: string;
  /** Only calls that name this channel or person. */
  readonly channel?: string;
  /** How many calls it meets; one unless said otherwise. */
  readonly times?: number;
  /** Seconds, for 429; one unless said otherwise. */
  readonly retryAfter?: number;
  /** Slack's word, for `error`: `account_inactive`, `fatal_error`, … */
  readonly error?: string;
}

/**
 * What can go wrong with an envelope: it comes twice, after those that follow it, its acknowledgement is lost, or the socket
 * drops before it is sent.
 */
export type DeliveryFault = 'duplicate' | 'reverse' | 'lose-ack' | 'drop-socket';

/** Faults that wait for their moment. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];
  #deliveries: DeliveryFault[] = [];

  /** The next matching calls meet this fault. */
  next(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The next envelopes meet this fault. */
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
  take(method: string, channel: unknown): Fault | undefined {
    const met = this.#waiting.find(
      ({ fault }) =>
        (fault.method === undefined ? method !== 'apps.connections.open' : fault.method === method) &&
        (fault.channel === undefined || fault.channel === channel),
    );
    if (!met) return undefined;
    met.left -= 1;
    if (met.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== met);
    return met.fault;
  }

  /** Takes the fault that an envelope meets. */
  takeDelivery(): DeliveryFault | undefined {
    return this.#deliveries.shift();
  }
}
