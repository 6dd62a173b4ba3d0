import { disturbed, WaitingFaults } from '../waiting-faults.ts';

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
export type DeliveryFault = 'duplicate' | 'reverse';

/** Faults that wait for their moment. */
export class Faults extends WaitingFaults<Fault, DeliveryFault> {
  /** Takes the fault that a call meets. */
  take(route: string, channelId: string | undefined): Fault | undefined {
    return this.takeFirst(
      (fault) =>
        (fault.route === undefined || fault.route === route) &&
        (fault.channel === undefined || fault.channel === channelId),
    );
  }

  /** The batch of events as it arrives; an empty one meets nothing, and `reverse` waits for one of two or more. */
  disturb<T>(batch: readonly T[]): T[] {
    const isTooSmall = batch.length === 0 || (this.nextOfDeliveries === 'reverse' && batch.length < 2);
    return isTooSmall ? [...batch] : disturbed(batch, this.takeDelivery());
  }
}
