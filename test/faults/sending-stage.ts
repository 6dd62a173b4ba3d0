import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Pacing } from '../../bots/pacing.ts';
import { type Channel, type Core, openCore } from '../../core/index.ts';
import { tieToKey } from '../../core/store/install.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import type { Connected } from '../../run/connected.ts';
import { openLog } from '../../run/logger.ts';
import { type Loops, startLoops } from '../../run/loops.ts';
import type { AppName } from '../support/apps/app.ts';
import { freshDatabase } from '../support/database.ts';
import { type MovedClock, momentAt, movedClock } from '../support/moved-clock.ts';
import { type AppUnderTest, endAllApps, startAppUnderTest } from './app-under-test.ts';
import { type AppUser, type Call, type SendingApp, sendingApp } from './sending-apps.ts';

/** Somebody to whom messages go, in one app or more. */
export type Reader = {
  readonly id: string;
  readonly users: readonly (AppUser & { readonly app: AppName })[];
};

/** The core's queue and its loops, with the real clients at their real pace, and stand-ins that can be in trouble. */
export type SendingStage = {
  readonly core: Core;
  readonly store: Store;
  readonly clock: MovedClock;
  readonly databaseUrl: string;
  readonly apps: readonly SendingApp[];
  readonly calls: readonly (Call & { readonly app: AppName })[];
  readonly faults: readonly Readonly<Record<string, string>>[];
  /** The first app, for what is about one alone. */
  readonly app: SendingApp;
  readers(count: number, inApps?: readonly AppName[]): Promise<Reader[]>;
  /** Puts that many messages for each of them into the queue, in turn; each begins with a number of its own, from 1 unless told. */
  queue(readers: readonly Reader[], each: number, from?: number): Promise<void>;
  start(): Loops;
  /** The whole program, as a process of its own. Its clock is the machine's. */
  startApp(): AppUnderTest;
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  waiting(): Promise<number>;
  close(): Promise<void>;
};

export type SendingOptions = {
  readonly limits?: 'off' | 'realistic';
  /** How fast the apps may be called; as in earnest unless told. */
  readonly pace?: Omit<Pacing, 'now'>;
  /** How many instances send, each with clients of its own. */
  readonly instances?: number;
  /** What the core sees instead of the channel. */
  readonly around?: (channel: Channel) => Channel;
};

const coordinator = { is: 'coordinator', name: 'test' } as const;

export async function openSendingStage(
  names: readonly AppName[],
  { limits = 'off', pace, instances = 1, around = (channel) => channel }: SendingOptions = {},
): Promise<SendingStage> {
  const database = await freshDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const key = randomBytes(32);
  const keys = openKeys(key);
  await tieToKey(pool, keys.fingerprint);
  const apps = await Promise.all(names.map((name) => sendingApp(name, limits, pace)));
  const stores = Array.from({ length: instances }, () =>
    openStore({ url: database.url, keys, connections: 6 }),
  );
  const clock = movedClock('2026-11-23T12:00:00Z');
  const faults: Readonly<Record<string, string>>[] = [];
  const onFault = (fault: Readonly<Record<string, string>>): unknown => faults.push(fault);
  const others: Connected[] = [];
  const cores = await Promise.all(
    stores.map(async (store, n) => {
      const clients = await Promise.all(apps.map((app) => (n === 0 ? app.connected : app.another())));
      if (n > 0) others.push(...clients);
      const channels = clients.map(({ channel }) => around(channel));
      return openCore({ store, channels, moment: () => momentAt(clock), onFault });
    }),
  );
  const [core] = cores;
  const [store] = stores;
  if (core === undefined || store === undefined) throw new Error('At least one instance is needed');
  await core.prepare();
  const calls: (Call & { app: AppName })[] = [];
  for (const app of apps) app.onCall((call) => calls.push({ ...call, app: app.name }));
  const rows = async (sql: string, values: readonly unknown[] = []) =>
    (await pool.query(sql, [...values])).rows;
  let loops: Loops | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'bt-sending-'));
  writeFileSync(join(folder, 'key'), key.toString('base64'));
  let made = 0;
  const readerIn = async (inApps: readonly AppName[], programmeId: string): Promise<Reader> => {
    made += 1;
    const name = `Reader ${made}`;
    const args = { name, programmeId, role: 'mentee', agreed: true, adult: true };
    await core.perform({ command: 'enrol-person', args, by: coordinator });
    const [person] = await rows('SELECT id FROM person ORDER BY "createdAt" DESC, id DESC LIMIT 1');
    const id = String(person?.['id']);
    const users = apps
      .filter((app) => inApps.includes(app.name))
      .map((app) => ({ ...app.user(name), app: app.name }));
    for (const { app, tenant, userId } of users)
      await pool.query(
        `INSERT INTO account (id, version, platform, tenant, "userId", "chatId", "personId", "programmeId", reachable, "createdAt")
         VALUES ($1, 1, $2, $3, $4, $4, $5, $6, true, now())`,
        [randomUUID(), app, tenant, userId, id, programmeId],
      );
    return { id, users };
  };
  const [app] = apps;
  if (app === undefined) throw new Error('At least one app is needed');
  return {
    core,
    store,
    clock,
    databaseUrl: database.url,
    apps,
    app,
    calls,
    faults,
    rows,
    async readers(count, inApps = names) {
      const programmeId = (await core.read.programmes.first())?.id ?? '';
      const found: Reader[] = [];
      for (let n = 0; n < count; n += 1) found.push(await readerIn(inApps, programmeId));
      return found;
    },
    async queue(readers, each, from = 1) {
      await pool.query(
        `INSERT INTO outgoing (chat, "personId", screen, args, mode, always, "dueAt", state, attempts, "createdAt")
         SELECT p, p::uuid, 'say', jsonb_build_object('id', 'letter-from', 'args', jsonb_build_object('name', n::text)),
           'new', false, $3, 'waiting', 0, $3
         FROM generate_series($4::int, $4::int + $2::int - 1) n, unnest($1::text[]) WITH ORDINALITY AS r(p, i) ORDER BY n, i`,
        [readers.map(({ id }) => id), each, clock.now().toString(), from],
      );
    },
    start() {
      const all = cores.map((each) => startLoops(each, openLog('silent')));
      const together: Loops = {
        lost: Promise.race(all.map(({ lost }) => lost)),
        wake() {
          for (const each of all) each.wake();
        },
        async stop() {
          await Promise.all(all.map((each) => each.stop()));
        },
      };
      loops = together;
      return together;
    },
    startApp: () =>
      startAppUnderTest(
        {
          DATABASE_URL: database.url,
          DATA_DIR: folder,
          BEENTHERE_KEY_FILE: join(folder, 'key'),
          DATABASE_CONNECTIONS: '5',
          ...Object.assign({}, ...apps.map(({ settings }) => settings)),
        },
        names,
      ),
    async waiting() {
      const [found] = await rows(`SELECT count(*)::int AS n FROM outgoing WHERE state = 'waiting'`);
      return Number(found?.['n']);
    },
    async close() {
      await endAllApps();
      const stopped = loops?.stop();
      // Ends the calls that hang, too.
      await Promise.all(apps.map((each) => each.stop()));
      await Promise.all(others.map((each) => each.stop()));
      await stopped;
      await Promise.all(stores.map((each) => each.close()));
      rmSync(folder, { recursive: true, force: true });
      await pool.end();
      await database.drop();
    },
  };
}

/** The numbers of the queued messages that somebody was shown, in their order. */
export function numbersSeen({ users }: Reader): number[] {
  const numbers = users.flatMap((user) => user.says()).map((says) => /(\d+)\S* writes:/.exec(says)?.[1]);
  return numbers.filter((number) => number !== undefined).map(Number);
}
