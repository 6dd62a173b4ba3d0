import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { AccountKey } from '../kernel/incoming.ts';
import { readWebAddress } from '../kernel/web-address.ts';
import { type Admission, openAdmission } from './admission.ts';
import { type AuditTrail, openAudit } from './audit/audit.ts';
import { type Commit, openCommit } from './commit.ts';
import { type ErasedList, rememberedErased } from './erased-list.ts';
import { PrismaClient } from './generated/client.ts';
import type { Keys } from './keys.ts';
import { openPool } from './open-pool.ts';
import { openQueues, type Queues } from './queues.ts';
import { openReader, type Reader } from './reader.ts';
import { openRetention, type Retention } from './retention.ts';
import { openShowing, type Showing } from './shown.ts';
import { readWayIn, type WayIn } from './way-in.ts';

/** The database, as the core sees it. */
export type Store = {
  readonly read: Reader;
  readonly queues: Queues;
  readonly showing: Showing;
  readonly admit: Admission;
  readonly audit: AuditTrail;
  readonly retention: Retention;
  wayIn(key: string, account: AccountKey, token: string | undefined): Promise<WayIn>;
  readonly commit: Commit;
  /** Those who were erased, kept outside the database. */
  readonly erased: ErasedList;
  /** Whether the database answers now. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
};

export type StoreOptions = {
  readonly url: string;
  /** Connections to it that are open already; whoever opened them ends them. */
  readonly pool?: pg.Pool;
  readonly keys: Keys;
  /** Most connections at once. */
  readonly connections?: number;
  /** Seconds after which work of a runner that died is taken up by another. */
  readonly leaseSeconds?: number;
  /** Where those who were erased are written down; in memory unless told. */
  readonly erased?: ErasedList;
  /** Where the desk stands on the web; shown where it is https. */
  readonly deskUrl?: string | undefined;
  /** Told of a connection that broke while idle; the next use opens a new one. */
  readonly onBroken?: (error: Error) => void;
};

export function openStore(options: StoreOptions): Store {
  const pool = options.pool ?? openPool(options.url, options.connections ?? 10, options.onBroken);
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  const erased = options.erased ?? rememberedErased();
  return {
    read: openReader(db, options.keys, pool, readWebAddress(options.deskUrl ?? '')),
    queues: openQueues(pool, options.leaseSeconds ?? 15),
    showing: openShowing(pool),
    admit: openAdmission(pool),
    audit: openAudit(pool, options.keys),
    retention: openRetention(pool),
    wayIn: (key, account, token) => readWayIn(pool, key, account, token),
    commit: openCommit(pool, erased, options.keys.forget),
    erased,
    async answers() {
      try {
        await pool.query('SELECT 1');
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      await db.$disconnect();
      if (options.pool === undefined) await pool.end();
    },
  };
}
