import { INVALID_REQUESTS } from './invalid-requests.ts';
import type { RateLimits } from './rate-limits.ts';

export interface StandInOptions {
  /** As the developer portal gives it: three parts with dots between. */
  readonly token?: string;
  /** A snowflake, also the id of the bot. */
  readonly applicationId?: string;
  readonly botName?: string;
  /** A free one unless given. */
  readonly port?: number;
  /** Epoch milliseconds; the machine's clock unless given. */
  readonly now?: () => number;
  /** Milliseconds of any beginning, by which the three seconds are measured; those that really pass unless given. */
  readonly stopwatch?: () => number;
  /** How fast the bot may call, measured by `now`. */
  readonly limits?: 'realistic' | 'off' | RateLimits;
  /** Milliseconds in which an interaction must be acknowledged. */
  readonly acknowledgeMs?: number;
  /** Milliseconds by `now` for which an interaction can be answered. */
  readonly tokenMs?: number;
  readonly heartbeatMs?: number;
  /** Milliseconds by `now` for which a gateway session waits. Discord does not document the time; this default is ours. */
  readonly resumeMs?: number;
  /** Privileged intents that the portal has switched on; none. */
  readonly privilegedIntents?: readonly ('guildMembers' | 'guildPresences' | 'messageContent')[];
  /** Refusals in ten minutes after which the bot's address is shut out. */
  readonly mostInvalidRequests?: number;
  /** Where the chats are kept while the stand-in is away; nowhere unless given. */
  readonly file?: string;
}

export const DEFAULTS = {
  token: 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.rehearsal.only-0000000000000000000000000000',
  applicationId: '1000000000000000001',
  botName: 'Beenthere',
  port: 0,
  now: Date.now,
  stopwatch: () => performance.now(),
  limits: 'realistic',
  acknowledgeMs: 3000,
  tokenMs: 15 * 60_000,
  heartbeatMs: 41_250,
  resumeMs: 3 * 60_000,
  privilegedIntents: [],
  mostInvalidRequests: INVALID_REQUESTS.most,
} satisfies Required<Omit<StandInOptions, 'file'>>;

export type Settled = Required<Omit<StandInOptions, 'file'>>;
