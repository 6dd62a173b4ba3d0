import { mkdirSync } from 'node:fs';
import { type Config, hasChatApp } from '../../config.ts';
import { type Core, type Event, type Moment, openCore, type Store } from '../../core/index.ts';
import { loggable } from '../../core/kernel/fault.ts';
import { runningDatabase } from '../../core/store/embedded-postgres/running-database.ts';
import type { Keys } from '../../core/store/keys.ts';
import { openLog } from '../logger.ts';
import { momentNow } from '../moments.ts';
import { rehearsalClock } from '../rehearsal-clock.ts';
import { rehearsalConfig } from '../rehearsal-config.ts';
import { startDatabase } from '../start-database.ts';
import { NotDone } from './not-done.ts';

/** The coordinator's place at the command line: the database, and the core's door. */
export type Desk = {
  /** As it was given, or the rehearsal's own. */
  readonly config: Config;
  readonly url: string;
  readonly keys: Keys;
  readonly core: Core;
  readonly store: Store;
  /** Whether an app runs on this database's folder just now; undefined where that cannot be known. */
  readonly isRunning: boolean | undefined;
  readonly isRehearsal: boolean;
  moment(): Moment;
  /** Does one command for a coordinator. Returns the ids it made known. @throws NotDone when the core says no. */
  perform(command: string, args: object): Promise<Readonly<Record<string, unknown>>>;
  /** The same. Returns everything that happened. */
  happened(command: string, args: object): Promise<readonly Event[]>;
  /** A sentence for whoever typed, kept apart from the answer. */
  note(sentence: string): void;
  close(): Promise<void>;
};

/** Who a change is put down to. */
export const COMMAND_LINE = { is: 'coordinator', name: 'command line' } as const;

/** With no chat app configured there is only the rehearsal. */
export function configOfDesk(given: Config): { config: Config; isRehearsal: boolean } {
  if (hasChatApp(given)) return { config: given, isRehearsal: false };
  return { config: rehearsalConfig(given), isRehearsal: true };
}

export function momentOfDesk(config: Config, isRehearsal: boolean): () => Moment {
  if (!isRehearsal) return () => momentNow();
  return rehearsalClock(config.dataDir, () => {
    throw new Error('The command line does not move the clock');
  }).moment;
}

/** The database of the app that runs on this folder; else the one that DATABASE_URL names; else undefined. */
export async function databaseInUse(config: Config): Promise<string | undefined> {
  return config.databaseUrl ?? (await runningDatabase(config.dataDir));
}

/** Attaches to the app's database: the running one, or one that is started for the moment. */
export async function openDesk(given: Config, note: (sentence: string) => void): Promise<Desk> {
  const { config, isRehearsal } = configOfDesk(given);
  const inUse = await databaseInUse(config);
  // Root's database server runs as another user, who must be able to pass through.
  mkdirSync(config.dataDir, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 });
  const database = await startDatabase(
    { ...config, databaseUrl: inUse, connections: 2 },
    openLog('error', 'stderr'),
  );
  for (const sentence of database.notes) note(sentence);
  if (isRehearsal) note('No chat app is configured, so this is the rehearsal.');
  const moment = momentOfDesk(config, isRehearsal);
  const faults = openLog('error', 'stderr');
  const core = openCore({
    store: database.store,
    channels: [],
    moment,
    onFault: (fault) => faults.error(fault),
  });
  return {
    config,
    url: database.url,
    keys: database.keys,
    core,
    store: database.store,
    isRunning: config.databaseUrl === undefined ? inUse !== undefined : undefined,
    isRehearsal,
    moment,
    happened: (command, args) => happened(core, command, args),
    async perform(command, args) {
      return Object.assign({}, ...(await happened(core, command, args)).map(({ ids }) => ids));
    },
    note,
    async close() {
      // Where no app runs, nobody else would chain what was done here.
      await core.chain().catch((error: unknown) => faults.error({ fault: 'chain', why: loggable(error) }));
      await database.stop();
    },
  };
}

async function happened(core: Core, command: string, args: object): Promise<readonly Event[]> {
  const result = await core.perform({ command, args, by: COMMAND_LINE });
  if (result.did === 'refused') throw new NotDone(core.texts.render('en', result.refusal.say));
  if (result.did === 'done') return result.happened;
  throw new NotDone(
    'Somebody else changed the same thing at the same moment. Nothing was done; type it again.',
  );
}
