import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import { type Core, openCore } from '../../core/index.ts';
import { openDatabase } from '../../core/store/open-database.ts';
import type { Store } from '../../core/store/store.ts';
import { masterKey } from '../../run/key-file.ts';
import { momentNow } from '../../run/moments.ts';
import { freshDatabase } from '../support/database.ts';
import { type AppUnderTest, endAllApps, startAppUnderTest } from './app-under-test.ts';

export type PairOfTwo = {
  readonly mentee: VirtualUser;
  readonly mentor: VirtualUser;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly pairId: string;
};

/** A database, a Bot API and people, for apps that run as processes of their own. */
export type Stage = {
  readonly url: string;
  readonly telegram: TelegramStandIn;
  /** The core in this process, for setting the scene and looking. Nothing is sent by it. */
  readonly core: Core;
  readonly store: Store;
  readonly settings: Readonly<Record<string, string>>;
  startApp(more?: Readonly<Record<string, string>>): AppUnderTest;
  pairUp(): Promise<PairOfTwo>;
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  count(sql: string, values?: readonly unknown[]): Promise<number>;
  /** What a runner that died had in hand is free for others at once, as it would be when its lease is over. */
  endLeases(): Promise<void>;
  /** Waits until nothing is waiting to be taken in, done or sent. */
  allDone(withinMs?: number): Promise<void>;
  close(): Promise<void>;
};

const migrations = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');
const coordinator = { is: 'coordinator', name: 'test' } as const;

export async function openStage(given?: { readonly url: string }): Promise<Stage> {
  const database = given === undefined ? await freshDatabase() : { ...given, drop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'bt-faults-'));
  const keyFile = join(folder, 'key');
  const { store } = await openDatabase({
    url: database.url,
    migrations,
    connections: 4,
    masterKey: (isEmpty) => masterKey(keyFile, isEmpty),
    sameKey: () => undefined,
    log: () => undefined,
  });
  const core = openCore({ store, channels: [], moment: () => momentNow(), onFault: () => undefined });
  await core.prepare();
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const rows = async (sql: string, values: readonly unknown[] = []) =>
    (await pool.query(sql, [...values])).rows;
  const count = async (sql: string, values: readonly unknown[] = []) =>
    Number((await rows(sql, values))[0]?.['count']);
  const telegram = await startTelegramStandIn({ limits: 'off', conflictPauseMs: 50 });
  const settings = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    BEENTHERE_KEY_FILE: keyFile,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    DATABASE_CONNECTIONS: '5',
  };
  let people = 9000;
  const join2 = async (name: string, role: string, programmeId: string) => {
    const known = new Set((await core.read.people.list({ most: 5000 })).map((each) => each.id));
    const args = { name, programmeId, role, agreed: true, adult: true };
    await core.perform({ command: 'enrol-person', args, by: coordinator });
    const person = (await core.read.people.list({ most: 5000 })).find((each) => !known.has(each.id));
    if (person === undefined) throw new Error('Nobody was enrolled');
    people += 1;
    const user = telegram.user({ id: people, firstName: name });
    // A bot may not write to somebody who never wrote to it.
    user.start();
    await pool.query(
      `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", "programmeId", reachable, "createdAt")
       VALUES ($1, 1, 'telegram', '', $2, $2, $3, $4, true, now())`,
      [randomUUID(), String(people), person.id, programmeId],
    );
    return { user, id: person.id };
  };
  return {
    url: database.url,
    telegram,
    core,
    store,
    settings,
    startApp: (more = {}) => startAppUnderTest({ ...settings, ...more }),
    async pairUp() {
      const programmeId = (await core.read.programmes.first())?.id ?? '';
      const mentor = await join2('Ruth', 'mentor', programmeId);
      const mentee = await join2('Aisha', 'mentee', programmeId);
      const pair = { programmeId, mentorId: mentor.id, menteeId: mentee.id };
      const made = await core.perform({ command: 'make-pair', args: pair, by: coordinator });
      if (made.did !== 'done') throw new Error(`Nobody was paired: ${JSON.stringify(made)}`);
      const [found] = await core.read.pairs.pairsOf(mentee.id);
      return {
        mentee: mentee.user,
        mentor: mentor.user,
        menteeId: mentee.id,
        mentorId: mentor.id,
        pairId: found?.id ?? '',
      };
    },
    rows,
    count,
    async endLeases() {
      await pool.query(
        `UPDATE outgoing SET "leaseUntil" = NULL WHERE state = 'waiting' AND "leaseUntil" IS NOT NULL`,
      );
      await pool.query('UPDATE due SET "leaseUntil" = NULL WHERE "leaseUntil" IS NOT NULL');
    },
    async allDone(withinMs = 30_000) {
      const open = `SELECT (SELECT count(*) FROM outgoing WHERE state = 'waiting' AND "dueAt" <= now())
        + (SELECT count(*) FROM due WHERE "dueAt" <= now()) AS count`;
      await until(
        async () => telegram.pending === 0 && (await count(open)) === 0,
        withinMs,
        'all work is done',
      );
    },
    async close() {
      await endAllApps();
      await telegram.stop();
      await store.close();
      await pool.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Looks again and again until it is so. @throws when it is not within the time. */
export async function until(
  isSo: () => Promise<boolean> | boolean,
  withinMs: number,
  what: string,
): Promise<number> {
  const began = performance.now();
  for (;;) {
    if (await isSo()) return performance.now() - began;
    if (performance.now() - began > withinMs) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
