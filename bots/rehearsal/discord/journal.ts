import { KeptJournal } from '../kept-journal.ts';
import type { FaultKind } from './faults.ts';
import type { Params, Reply } from './wire.ts';

/** A call of the bot and what it heard. */
export interface RequestEntry {
  readonly kind: 'request';
  readonly at: number;
  /** As the documentation writes it: `POST /channels/:channel/messages`. Where there is no such route, the path itself. */
  readonly route: string;
  /** The path after `/api/v10`, decoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Params;
  /** Names of the uploaded files. */
  readonly files: readonly string[];
  /** What the server decided; after `cut-after` the bot never heard it, and where nothing was decided there is none. */
  readonly reply: Reply | undefined;
  readonly fault: FaultKind | undefined;
  /** `inline`: what the bot said in its answer to an interaction over HTTP. */
  readonly via: 'http' | 'inline';
  readonly warnings: readonly string[];
}

/** Something that happened and that the bot may hear of. */
export interface EventEntry {
  readonly kind: 'event';
  readonly at: number;
  readonly name: string;
  readonly data: unknown;
}

/** One attempt to bring an interaction to the bot's address. */
export interface DeliveryEntry {
  readonly kind: 'delivery';
  readonly at: number;
  readonly interactionId: string;
  /** What the address answered; 0 if it could not be reached in time. */
  readonly status: number;
}

/** A frame of the gateway. */
export interface GatewayEntry {
  readonly kind: 'gateway';
  readonly at: number;
  /** `open`, `closed`: the connection itself. */
  readonly way: 'sent' | 'received' | 'open' | 'closed';
  readonly op?: number;
  readonly event?: string;
  readonly seq?: number;
  readonly code?: number;
}

export type JournalEntry = RequestEntry | EventEntry | DeliveryEntry | GatewayEntry;

/** Routes that read what was said earlier. A bot of ours has no business there. */
const HISTORY = /^GET \/channels\/:channel\/(messages(\/search)?|pins|messages\/pins|messages\/:message)$/;

/** Everything that went over the wire, in its order. */
export class Journal extends KeptJournal<JournalEntry> {
  /** Calls of the bot, of one route if asked: `POST /channels/:channel/messages`. */
  requests(route?: string): RequestEntry[] {
    return this.entries.filter(
      (entry): entry is RequestEntry =>
        entry.kind === 'request' && (route === undefined || entry.route === route),
    );
  }

  /** Calls that read what was said earlier. */
  historyReads(): RequestEntry[] {
    return this.requests().filter((entry) => HISTORY.test(entry.route));
  }

  events(name?: string): EventEntry[] {
    return this.entries.filter(
      (entry): entry is EventEntry => entry.kind === 'event' && (name === undefined || entry.name === name),
    );
  }

  gateway(way?: GatewayEntry['way']): GatewayEntry[] {
    return this.entries.filter(
      (entry): entry is GatewayEntry => entry.kind === 'gateway' && (way === undefined || entry.way === way),
    );
  }

  /** What the bot sent and Discord would have ignored. */
  warnings(): string[] {
    return this.entries.flatMap((entry) => (entry.kind === 'request' ? entry.warnings : []));
  }
}
