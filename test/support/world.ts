import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import { telegramBot } from '../../bots/telegram/telegram-bot.ts';
import { type Core, type Moment, openCore, type Performed } from '../../core/index.ts';
import { tieToKey } from '../../core/store/install.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
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
  readonly faults: Readonly<Record<string, string>>[];
  /** Takes in what people did, does what is due and sends what is waiting, until nothing is left to do now. */
  settle(): Promise<void>;
  /** Moves the clock forward and settles; stops at each thing that is due on the way, as time would. */
  later(by: Temporal.DurationLike): Promise<void>;
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
};

/** The real core on a real PostgreSQL, with real grammY talking to the stand-in, and a clock that we move. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const database = await freshDatabase();
  const clock = movedClock(options.at ?? '2026-11-23T09:00:00Z');
  const keys = openKeys(randomBytes(32));
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  await tieToKey(pool, keys.fingerprint);
  const store = openStore({ url: database.url, keys, connections: 6 });
  const telegram = await startTelegramStandIn({
    limits: 'off',
    now: () => clock.now().epochMilliseconds,
    conflictPauseMs: 20,
  });
  const faults: Readonly<Record<string, string>>[] = [];
  const onFault = (fault: Readonly<Record<string, string>>) => faults.push(fault);
  const bot = telegramBot({ token: telegram.token, apiRoot: telegram.url, onFault });
  const core = openCore({ store, channels: [bot.channel], moment: () => momentAt(clock), onFault });
  await core.prepare();
  await bot.me();
  await bot.setMenu(core.menu());
  const stopping = new AbortController();
  const wayIn = { receive: core.receive, databaseAnswers: store.answers, onReceived: () => undefined };
  const polling = bot.poll(wayIn, stopping.signal);
  const settle = async (): Promise<void> => {
    await telegram.idle();
    await core.settle();
  };
  let strangers = 5000;
  const perform = (command: string, args: object): Promise<Performed> =>
    core.perform({ command, args, by: { is: 'coordinator', name: 'test' } });
  return {
    core,
    store,
    telegram,
    clock,
    url: database.url,
    faults,
    settle,
    async later(by) {
      await settle();
      const end = clock.now().add(by);
      for (;;) {
        const next = await store.queues.nextMoment(clock.now());
        if (next === undefined || Temporal.Instant.compare(next, end) > 0) break;
        clock.set(next.toString());
        await settle();
      }
      clock.set(end.toString());
      await settle();
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
      stopping.abort();
      await polling;
      await telegram.stop();
      await store.close();
      await pool.end();
      await database.drop();
    },
  };
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
