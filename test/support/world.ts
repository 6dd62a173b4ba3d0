import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import { telegramBot } from '../../bots/telegram/telegram-bot.ts';
import { type Core, type Moment, openCore, type Performed } from '../../core/index.ts';
import { tieToKey } from '../../core/store/install.ts';
import { type Keys, openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { serve } from '../../run/serve.ts';
import { freshDatabase } from './database.ts';

/** A clock that stands still until it is moved. */
export type MovedClock = {
  readonly now: () => Temporal.Instant;
  set(to: string): void;
  forward(by: Temporal.DurationLike): void;
};

export type World = {
  readonly core: Core;
  readonly store: Store;
  readonly telegram: TelegramStandIn;
  readonly clock: MovedClock;
  readonly url: string;
  /** Where Telegram sends updates, in webhook mode. */
  readonly hook: { readonly url: string; readonly secret: string } | undefined;
  readonly faults: Readonly<Record<string, string>>[];
  /** Takes in what people did, does what is due and sends what is waiting, until nothing is left to do now. */
  settle(): Promise<void>;
  /** Moves the clock forward and settles; stops at each thing that is due on the way, as time would. */
  later(by: Temporal.DurationLike): Promise<void>;
  /** Ends the core, its store and the bot, and starts all of them anew on the same database with the same key. */
  restart(): Promise<void>;
  /** A person with a phone who has never written before. */
  stranger(name: string): VirtualUser;
  /** What a coordinator does. @throws when it is refused. */
  coordinate(command: string, args: object): Promise<void>;
  refusedTo(command: string, args: object): Promise<string>;
  /** Rows of any table, for looking at what is kept. */
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

export type WorldOptions = {
  /** When it begins: "2026-11-23T09:00:00Z" unless told. */
  readonly at?: string;
  /** How updates come in: by long polling unless told. */
  readonly mode?: 'polling' | 'webhook';
};

/** The real core on a real PostgreSQL, with real grammY talking to the stand-in, and a clock that we move. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const database = await freshDatabase();
  const clock = movedClock(options.at ?? '2026-11-23T09:00:00Z');
  const keys = openKeys(randomBytes(32));
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  await tieToKey(pool, keys.fingerprint);
  const telegram = await startTelegramStandIn({
    limits: 'off',
    now: () => clock.now().epochMilliseconds,
    conflictPauseMs: 20,
  });
  const faults: Readonly<Record<string, string>>[] = [];
  const parts: Parts = {
    url: database.url,
    keys,
    clock,
    telegram,
    mode: options.mode ?? 'polling',
    onFault: (fault) => faults.push(fault),
  };
  let house = await startHouse(parts);
  const settle = async (): Promise<void> => {
    await telegram.idle();
    await house.core.settle();
  };
  let strangers = 5000;
  const perform = (command: string, args: object): Promise<Performed> =>
    house.core.perform({ command, args, by: { is: 'coordinator', name: 'test' } });
  return {
    get core() {
      return house.core;
    },
    get store() {
      return house.store;
    },
    get hook() {
      return house.hook;
    },
    telegram,
    clock,
    url: database.url,
    faults,
    settle,
    async later(by) {
      await settle();
      const end = clock.now().add(by);
      for (;;) {
        const next = await house.store.queues.nextMoment(clock.now());
        if (next === undefined || Temporal.Instant.compare(next, end) > 0) break;
        clock.set(next.toString());
        await settle();
      }
      clock.set(end.toString());
      await settle();
    },
    async restart() {
      await house.stop();
      house = await startHouse(parts);
    },
    stranger(name) {
      strangers += 1;
      return telegram.user({ id: strangers, firstName: name });
    },
    async coordinate(command, args) {
      const performed = await perform(command, args);
      if (performed.did !== 'done') throw new Error(`${command}: ${JSON.stringify(performed)}`);
      await settle();
    },
    async refusedTo(command, args) {
      const performed = await perform(command, args);
      return performed.did === 'refused' ? performed.refusal.refused : performed.did;
    },
    rows: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    async close() {
      await house.stop();
      await telegram.stop();
      await pool.end();
      await database.drop();
    },
  };
}

type Parts = {
  readonly url: string;
  readonly keys: Keys;
  readonly clock: MovedClock;
  readonly telegram: TelegramStandIn;
  readonly mode: 'polling' | 'webhook';
  onFault(fault: Readonly<Record<string, string>>): void;
};

type House = Pick<World, 'core' | 'store' | 'hook'> & { stop(): Promise<void> };

const SECRET = 'a-secret-that-only-these-two-know';

/** What a start of the app puts together, on a database that is there already. */
async function startHouse({ url, keys, clock, telegram, mode, onFault }: Parts): Promise<House> {
  const store = openStore({ url, keys, connections: 6 });
  const bot = telegramBot({ token: telegram.token, apiRoot: telegram.url, onFault });
  const core = openCore({ store, channels: [bot.channel], moment: () => momentAt(clock), onFault });
  await core.prepare();
  await bot.me();
  await bot.setMenu(core.menu());
  const wayIn = { receive: core.receive, databaseAnswers: store.answers, onReceived: () => undefined };
  if (mode === 'polling') {
    const stopping = new AbortController();
    const polling = bot.poll(wayIn, stopping.signal);
    const stop = async (): Promise<void> => {
      stopping.abort();
      await polling;
      await store.close();
    };
    return { core, store, hook: undefined, stop };
  }
  const web = await serve({
    config: { host: '127.0.0.1', port: 0, publicUrl: undefined },
    core,
    moment: () => momentAt(clock),
    wake: () => undefined,
    databaseAnswers: store.answers,
    telegram: bot.webhook(wayIn, SECRET),
  });
  const hook = { url: `${web.url}/telegram`, secret: SECRET };
  await bot.setWebhook(hook.url, SECRET);
  const stop = async (): Promise<void> => {
    await web.stop();
    await store.close();
  };
  return { core, store, hook, stop };
}

export function movedClock(from: string): MovedClock {
  let now = Temporal.Instant.from(from);
  return {
    now: () => now,
    set(to) {
      now = Temporal.Instant.from(to);
    },
    forward(by) {
      now = now.add(by);
    },
  };
}

let made = 0;

/** A moment of a moved clock, with ids that sort in the order in which they were made. */
export function momentAt(clock: MovedClock): Moment {
  return {
    now: clock.now(),
    newId() {
      made += 1;
      const hex = `${made.toString(16).padStart(12, '0')}7000a000${randomBytes(6).toString('hex')}`;
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
    random: (bytes) => randomBytes(bytes),
  };
}
