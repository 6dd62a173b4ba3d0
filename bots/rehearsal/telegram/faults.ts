import { disturbed, WaitingFaults } from '../waiting-faults.ts';

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
  /** How many such calls go well first. */
  readonly after?: number;
  /** Seconds, for 429; one unless said otherwise. */
  readonly retryAfter?: number;
}

/** What can go wrong with the way updates take: everything twice, or the last first. */
export type DeliveryFault = 'duplicate' | 'reverse';

/** Faults that wait for their moment. */
export class Faults extends WaitingFaults<Fault, DeliveryFault> {
  /** Takes the fault that a call meets. */
  take(method: string, chatId: unknown): Fault | undefined {
    return this.takeFirst(
      (fault) =>
        isMeant(fault.method, method) && (fault.chat === undefined || String(fault.chat) === String(chatId)),
    );
  }

  /** The batch of updates as it arrives; an empty one meets nothing. With a webhook a batch is all that is waiting at that moment. */
  disturb<T>(batch: readonly T[]): T[] {
    return batch.length === 0 ? [] : disturbed(batch, this.takeDelivery());
  }
}

function isMeant(wanted: string | undefined, method: string): boolean {
  return wanted === undefined
    ? method.toLowerCase() !== 'getupdates'
    : wanted.toLowerCase() === method.toLowerCase();
}
