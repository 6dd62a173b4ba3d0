/** Faults of an app's calls, and of the way in which it tells the bot what people do, that wait for their moment. */
export class WaitingFaults<
  Fault extends { readonly times?: number; readonly after?: number },
  Delivery extends string,
> {
  #waiting: { readonly fault: Fault; left: number; passes: number }[] = [];
  #deliveries: Delivery[] = [];

  /** The next matching calls meet this fault. */
  next(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1, passes: fault.after ?? 0 });
  }

  /** What the app tells the bot next meets this fault. */
  nextDelivery(fault: Delivery, times = 1): void {
    this.#deliveries.push(...new Array<Delivery>(times).fill(fault));
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
  protected takeFirst(meets: (fault: Fault) => boolean): Fault | undefined {
    const met = this.#waiting.find(({ fault }) => meets(fault));
    if (!met) return undefined;
    if (met.passes > 0) {
      met.passes -= 1;
      return undefined;
    }
    met.left -= 1;
    if (met.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== met);
    return met.fault;
  }

  protected get nextOfDeliveries(): Delivery | undefined {
    return this.#deliveries[0];
  }

  /** Takes the fault that a delivery meets. */
  takeDelivery(): Delivery | undefined {
    return this.#deliveries.shift();
  }
}

/** What happens in the same moment, as it arrives: everything twice, or the last first. */
export function disturbed<T>(batch: readonly T[], fault: 'duplicate' | 'reverse' | undefined): T[] {
  if (fault === 'duplicate') return batch.flatMap((one) => [one, one]);
  return fault === 'reverse' ? batch.toReversed() : [...batch];
}
