import { WaitingFaults } from '../waiting-faults.ts';

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
  /** How many such calls go well first. */
  readonly after?: number;
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
export class Faults extends WaitingFaults<Fault, DeliveryFault> {
  /** Takes the fault that a call meets. */
  take(method: string, channel: unknown): Fault | undefined {
    return this.takeFirst(
      (fault) =>
        (fault.method === undefined ? method !== 'apps.connections.open' : fault.method === method) &&
        (fault.channel === undefined || fault.channel === channel),
    );
  }
}
