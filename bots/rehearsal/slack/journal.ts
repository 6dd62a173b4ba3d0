import { KeptJournal } from '../kept-journal.ts';
import type { FaultKind } from './faults.ts';
import type { Fields, Reply } from './wire.ts';

/** A call of the bot and what it heard. */
export interface RequestEntry {
  readonly kind: 'request';
  readonly at: number;
  /** The method; `response_url` for an answer to an address that came with something a person did. */
  readonly method: string;
  /** As they were read: JSON inside a form is still its text. Without the token. */
  readonly params: Fields;
  /** What the server decided; after `cut-after` the bot never heard it, and where nothing was decided there is none. */
  readonly reply: Reply | undefined;
  readonly fault: FaultKind | undefined;
}

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** Something that happened and is meant for the bot. */
export interface EnvelopeEntry {
  readonly kind: 'envelope';
  readonly at: number;
  readonly id: string;
  readonly type: EnvelopeType;
  readonly payload: Fields;
}

/** One attempt to bring an envelope to the bot. */
export interface DeliveryEntry {
  readonly kind: 'delivery';
  readonly at: number;
  readonly id: string;
  readonly via: 'socket' | 'http';
  /** 0 for the first. */
  readonly attempt: number;
  readonly outcome: 'acknowledged' | 'timeout' | 'http_error' | 'connection_failed';
  /** What came with the acknowledgement. */
  readonly answer: unknown;
}

/** Something in an answer of the bot that Slack would have ignored or shown as trouble. */
export interface WarningEntry {
  readonly kind: 'warning';
  readonly at: number;
  readonly words: string;
}

export type JournalEntry = RequestEntry | EnvelopeEntry | DeliveryEntry | WarningEntry;

/** Everything that went over the wire, in its order. */
export class Journal extends KeptJournal<JournalEntry> {
  /** Calls of the bot, of one method and into one channel if asked. */
  requests(method?: string, channel?: string): RequestEntry[] {
    return this.entries.filter(
      (entry): entry is RequestEntry =>
        entry.kind === 'request' &&
        (method === undefined || entry.method === method) &&
        (channel === undefined || entry.params['channel'] === channel),
    );
  }

  envelopes(type?: EnvelopeType): EnvelopeEntry[] {
    return this.entries.filter(
      (entry): entry is EnvelopeEntry =>
        entry.kind === 'envelope' && (type === undefined || entry.type === type),
    );
  }

  deliveries(): DeliveryEntry[] {
    return this.entries.filter((entry): entry is DeliveryEntry => entry.kind === 'delivery');
  }

  warnings(): string[] {
    return this.entries.flatMap((entry) => (entry.kind === 'warning' ? [entry.words] : []));
  }
}
