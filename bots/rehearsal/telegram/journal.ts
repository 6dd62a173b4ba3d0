import { KeptJournal } from '../kept-journal.ts';
import type { FaultKind } from './faults.ts';
import type { Params, Reply, WireUpdate } from './wire.ts';

/** A call of the bot and what it heard. */
export interface RequestEntry {
  readonly kind: 'request';
  readonly at: number;
  readonly method: string;
  readonly params: Params;
  /** Names of the uploaded files. */
  readonly files: readonly string[];
  /** What the server decided; after `cut-after` the bot never heard it, and where nothing was decided there is none. */
  readonly reply: Reply | undefined;
  readonly fault: FaultKind | undefined;
  readonly via: 'http' | 'webhook-reply';
  readonly warnings: readonly string[];
}

/** Something that happened to a person's chat and waits for the bot. */
export interface UpdateEntry {
  readonly kind: 'update';
  readonly at: number;
  readonly update: WireUpdate;
}

/** One attempt to bring updates to the bot. */
export interface DeliveryEntry {
  readonly kind: 'delivery';
  readonly at: number;
  readonly updateIds: readonly number[];
  readonly via: 'polling' | 'webhook';
  /** The status that a webhook answered; 0 if it could not be reached. */
  readonly status?: number;
}

export type JournalEntry = RequestEntry | UpdateEntry | DeliveryEntry;

/** Everything that went over the wire, in its order. */
export class Journal extends KeptJournal<JournalEntry> {
  /** Calls of the bot, of one method and into one chat if asked. */
  requests(method?: string, chatId?: number): RequestEntry[] {
    return this.entries.filter(
      (entry): entry is RequestEntry =>
        entry.kind === 'request' &&
        (method === undefined || entry.method === method) &&
        (chatId === undefined || String(entry.params['chat_id']) === String(chatId)),
    );
  }

  updates(): WireUpdate[] {
    return this.entries.flatMap((entry) => (entry.kind === 'update' ? [entry.update] : []));
  }

  /** What the bot sent and Telegram would have ignored. */
  warnings(): string[] {
    return this.entries.flatMap((entry) => (entry.kind === 'request' ? entry.warnings : []));
  }
}
