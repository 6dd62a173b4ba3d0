import type { Faults } from './faults.ts';
import type { GatewaySession } from './gateway-session.ts';
import type { GatewayEntry } from './journal.ts';
import type { OutEvent } from './world.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly now: () => number;
  /** Milliseconds between two heartbeats; a bot that misses two is put out. */
  readonly heartbeatMs: number;
  /** Milliseconds by the clock for which a session waits for a bot that is away. */
  readonly resumeMs: number;
  /** Bits that a bot may not ask for, since nobody switched them on in the portal. */
  readonly refusedIntents: number;
  readonly faults: Faults;
  /** What READY tells. */
  ready(session: GatewaySession): Readonly<Record<string, unknown>>;
  /** What follows READY: the servers the bot is in. */
  greetings(): readonly OutEvent[];
  write(entry: Omit<GatewayEntry, 'kind' | 'at'>): void;
}

/** What a connection needs of the gateway. */
export interface GatewayDesk {
  readonly options: GatewayOptions;
  readonly isMute: boolean;
  open(intents: number): GatewaySession;
  find(id: string): GatewaySession | undefined;
  forget(session: GatewaySession): void;
}
