import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Channel, type Core, openCore } from '../../core/index.ts';
import { tieToKey } from '../../core/store/install.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { openLog } from '../../run/logger.ts';
import { type Loops, startLoops } from '../../run/loops.ts';
import type { AppName } from '../support/apps/app.ts';
import { freshDatabase } from '../support/database.ts';
import { type MovedClock, momentAt, movedClock } from '../support/moved-clock.ts';
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
  readonly apps: readonly SendingApp[];
  readonly calls: readonly (Call & { readonly app: AppName })[];
  readonly faults: readonly Readonly<Record<string, string>>[];
  /** The first app, for what is about one alone. */
  readonly app: SendingApp;
  readers(count: number, inApps?: readonly AppName[]): Promise<Reader[]>;
  /** Puts that many messages for each of them into the queue, in turn; each begins with a number of its own, from 1. */
  queue(readers: readonly Reader[], each: number): Promise<void>;
  start(): Loops;
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  waiting(): Promise<number>;
  close(): Promise<void>;
};

export type SendingOptions = {
  readonly limits?: 'off' | 'realistic';
  /** What the core sees instead of the channel. */
  readonly around?: (channel: Channel) => Channel;
};

const coordinator = { is: 'coordinator', name: 'test' } as const;

export async function openSendingStage(
  names: readonly AppName[],
  { limits = 'off', around = (channel) => channel }: SendingOptions = {},
): Promise<SendingStage> {
  const database = await freshDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const keys = openKeys(randomBytes(32));
  await tieToKey(pool, keys.fingerprint);
  const apps = await Promise.all(names.map((name) => sendingApp(name, limits)));
  const store = openStore({ url: database.url, keys, connections: 6 });
  const clock = movedClock('2026-11-23T12:00:00Z');
  const faults: Readonly<Record<string, string>>[] = [];
  const channels = apps.map(({ connected }) => around(connected.channel));
  const onFault = (fault: Readonly<Record<string, string>>): unknown => faults.push(fault);
  const core = openCore({ store, channels, moment: () => momentAt(clock), onFault });
  await core.prepare();
  const calls: (Call & { app: AppName })[] = [];
  for (const app of apps) app.onCall((call) => calls.push({ ...call, app: app.name }));
  const rows = async (sql: string, values: readonly unknown[] = []) =>
    (await pool.query(sql, [...values])).rows;
  let loops: Loops | undefined;
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
    async queue(readers, each) {
      await pool.query(
        `INSERT INTO outgoing (chat, "personId", screen, args, mode, always, "dueAt", state, attempts, "createdAt")
         SELECT p, p::uuid, 'say', jsonb_build_object('id', 'letter-from', 'args', jsonb_build_object('name', n::text)),
           'new', false, $3, 'waiting', 0, $3
         FROM generate_series(1, $2::int) n, unnest($1::text[]) WITH ORDINALITY AS r(p, i) ORDER BY n, i`,
        [readers.map(({ id }) => id), each, clock.now().toString()],
      );
    },
    start() {
      loops = startLoops(core, openLog('silent'));
      return loops;
    },
    async waiting() {
      const [found] = await rows(`SELECT count(*)::int AS n FROM outgoing WHERE state = 'waiting'`);
      return Number(found?.['n']);
    },
    async close() {
      const stopped = loops?.stop();
      // Ends the calls that hang, too.
      await Promise.all(apps.map((each) => each.stop()));
      await stopped;
      await store.close();
      await pool.end();
      await database.drop();
    },
  };
}

/** The numbers of the messages that somebody was shown, in their order. */
export function numbersSeen({ users }: Reader): number[] {
  return users.flatMap((user) => user.says()).map((says) => Number.parseInt(says.replace(/^\D*/, ''), 10));
}
