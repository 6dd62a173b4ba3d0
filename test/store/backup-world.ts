import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { home } from '../../config.ts';
import { speakFirst } from '../../core/commands.ts';
import { openCore } from '../../core/index.ts';
import { backUp } from '../../core/store/backup.ts';
import { tieToKey } from '../../core/store/install.ts';
import { type Keys, openKeys } from '../../core/store/keys.ts';
import { type Restored, restore } from '../../core/store/restore.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';
import { recordingChannel } from '../support/recording-channel.ts';

export const migrations = join(home, 'prisma', 'migrations');
export const CANARY = 'canary words that somebody wrote';

/** A database with a story in it, and a folder for backups of it. */
export type BackupWorld = Awaited<ReturnType<typeof openBackupWorld>>;

export async function openBackupWorld() {
  const clock = movedClock('2026-11-23T09:00:00Z');
  const keys = openKeys(randomBytes(32));
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'beenthere-backup-'));
  const opened: { close(): Promise<unknown> }[] = [];
  const at = () => momentAt(clock);
  const storeOn = (url: string): Store => {
    const store = openStore({ url, keys, connections: 3 });
    opened.unshift(store);
    return store;
  };
  const store = storeOn(database.url);
  await tell(database.url, (pool) => tieToKey(pool, keys.fingerprint));
  let files = 0;
  return {
    clock,
    keys,
    database,
    folder,
    store,
    at,
    storeOn,
    core: coreOn(store).core,
    coreOn,
    newFile: () => join(folder, `${++files}.backup`),
    async backup(): Promise<string> {
      const file = join(folder, `${++files}.backup`);
      await backUp(database.url, keys, file, at());
      return file;
    },
    restore: (url: string, file: string, own: Keys = keys): Promise<Restored> =>
      restore({ url, keys: own, file, at: at(), migrations, speakFirst }),
    /** A database as a charity's server would hand it out. */
    async emptyDatabase(): Promise<FreshDatabase> {
      const empty = await freshDatabase({ empty: true });
      opened.push({ close: empty.drop });
      return empty;
    },
    async close() {
      for (const each of opened) await each.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function coreOn(of: Store) {
    const channel = recordingChannel();
    const core = openCore({ store: of, channels: [channel], moment: at, onFault: () => undefined });
    return { core, channel };
  }
}

/** Two people with a chat each, a pair, a meeting, something sealed, something due and something to send. */
export async function tellAStory({ core, database, keys, at }: BackupWorld): Promise<void> {
  await core.prepare();
  const by = { is: 'coordinator', name: 'test' } as const;
  const perform = async (command: string, args: object): Promise<Record<string, unknown>> => {
    const performed = await core.perform({ command, args, by });
    if (performed.did !== 'done') throw new Error(`${command}: ${JSON.stringify(performed)}`);
    return Object.assign({}, ...performed.happened.map(({ ids }) => ids));
  };
  const programmeId = (await core.read.programmes.first())?.id;
  const enrol = (name: string, role: string) =>
    perform('enrol-person', { name, programmeId, role, agreed: true, adult: true });
  const { personId: mentorId } = await enrol('Ada', 'mentor');
  const { personId: menteeId } = await enrol('Bea', 'mentee');
  await tell(database.url, async (pool) => {
    // Stranger than anybody can be called here, so that nothing that is kept can be too strange.
    await pool.query('UPDATE person SET name = $2 WHERE id = $1', [
      menteeId,
      'Bea "B" O\'Néill\u2028\\n 👋🏽',
    ]);
    for (const [personId, chat] of [
      [mentorId, '1'],
      [menteeId, '2'],
    ])
      await pool.query(
        `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", reachable, "createdAt")
         VALUES (gen_random_uuid(), 1, 'telegram', '', $1, $1, $2, true, now())`,
        [chat, personId],
      );
  });
  const { pairId } = await perform('make-pair', { programmeId, mentorId, menteeId, rhythmDays: 14 });
  await perform('book-for-pair', { pairId, wall: '2026-12-01T14:30', mode: 'in-person', place: CANARY });
  await perform('make-token', { name: 'desk', hash: 'h'.repeat(43), scopes: ['read'], days: 30 });
  const person = await core.read.people.person(String(menteeId));
  if (person === undefined) throw new Error('Nobody was enrolled');
  const id = at().newId();
  const sealed = keys
    .of(person)
    .seal(CANARY, { table: 'reflection', row: id, column: 'textSealed' }, at().random(12));
  await tell(database.url, async (pool) => {
    await pool.query(
      `INSERT INTO reflection (id, version, "personId", "textSealed", "sharedWithPartner", "sharedWithCoordinator", "createdAt", "changedAt")
       VALUES ($1, 1, $2, $3, false, false, now(), now())`,
      [id, menteeId, sealed],
    );
    const due = `INSERT INTO due (id, key, command, args, "dueAt") VALUES (gen_random_uuid(), $1, 'remind', '{"n": 12345678901234567890.10}', $2)`;
    await pool.query(due, ['soon', '2026-11-23T10:00:00Z']);
    await pool.query(due, ['later', '2027-01-01T10:00:00Z']);
  });
}

export async function tell<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** Every row of every table, as the database itself writes it. */
export async function contentsOf(url: string): Promise<Record<string, string[]>> {
  return await tell(url, async (pool) => {
    const tables = await pool.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const rows = await pool.query(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
      all[name] = rows.rows.map(({ row }) => row);
    }
    return all;
  });
}
