import { join } from 'node:path';
import { type Config, home } from '../config.ts';
import { startEmbeddedPostgres } from '../core/store/embedded-postgres/start-embedded-postgres.ts';
import { type OpenDatabase, openDatabase } from '../core/store/open-database.ts';
import { masterKey, sameKey } from './key-file.ts';
import type { Log } from './logger.ts';
import { momentNow } from './moments.ts';
import { type ReplacedKey, takeOverKey } from './replace-key.ts';

export type StartedDatabase = OpenDatabase & {
  readonly url: string;
  /** Sentences for whoever started it. */
  readonly notes: readonly string[];
  /** A master key that took over just now. */
  readonly replacedKey: ReplacedKey | undefined;
  /** Says why when the built-in server is gone for good. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
};

/** Starts the built-in database, or uses the server that DATABASE_URL names; up to date and with its key either way. */
export async function startDatabase(config: Config, log: Log): Promise<StartedDatabase> {
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbeddedPostgres({
          dataDir: config.dataDir,
          log: (line) => log.debug({ server: line }, 'database'),
        })
      : undefined;
  const url = embedded?.url ?? config.databaseUrl ?? '';
  try {
    let replacedKey: ReplacedKey | undefined;
    const database = await openDatabase({
      url,
      migrations: join(home, 'prisma', 'migrations'),
      connections: config.connections,
      erasedList: config.erasedList,
      deskUrl: config.publicUrl === undefined ? undefined : `${config.publicUrl}/desk`,
      async prepareKey(alone) {
        replacedKey = await takeOverKey(alone, config.keyFile, momentNow());
        if (replacedKey !== undefined)
          log.info({ rewrapped: replacedKey.rewrapped }, 'the master key was replaced');
      },
      masterKey: (isEmpty) => masterKey(config.keyFile, isEmpty),
      sameKey: (expected, got) => sameKey(expected, got, config.keyFile),
      log: (line) => log.info(line),
    });
    return {
      ...database,
      url,
      notes: [...(embedded?.notes ?? []), ...(replacedKey === undefined ? [] : [keptNote(replacedKey)])],
      replacedKey,
      lost: embedded?.lost ?? new Promise(() => undefined),
      async stop() {
        await database.store.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function keptNote({ keptAt }: ReplacedKey): string {
  return `The master key was replaced. The one before is kept at ${keptAt}: move it to where you keep the backups' key, as long as you keep backups that were made with it, and destroy it here.`;
}
