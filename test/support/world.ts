import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { DiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import type { SlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import type { TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import type { VirtualUser } from '../../bots/rehearsal/telegram/virtual-user.ts';
import { type Core, openCore, type Performed } from '../../core/index.ts';
import { tieToKey } from '../../core/store/install.ts';
import { type Keys, openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import type { App, AppName, Mode, OnFault, Phone, StartApp } from './apps/app.ts';
import type { DiscordApp } from './apps/discord-app.ts';
import type { SlackApp } from './apps/slack-app.ts';
import type { TelegramApp } from './apps/telegram-app.ts';
import { freshDatabase } from './database.ts';
import { type MovedClock, momentAt, movedClock } from './moved-clock.ts';

export { type MovedClock, momentAt, movedClock };

export type World = {
  readonly core: Core;
  readonly store: Store;
  /** Each is there only where the world was opened with it. */
  readonly telegram: TelegramStandIn;
  readonly discord: DiscordStandIn;
  readonly slack: SlackStandIn;
  readonly clock: MovedClock;
  readonly url: string;
  /** Where the first of the apps sends what people do, in webhook mode. */
  readonly hook: { readonly url: string; readonly secret: string } | undefined;
  readonly faults: Readonly<Record<string, string>>[];
  /** Takes in what people did, does what is due and sends what is waiting, until nothing is left to do now. */
  settle(): Promise<void>;
  /** Moves the clock forward and settles; stops at each thing that is due on the way, as time would. */
  later(by: Temporal.DurationLike): Promise<void>;
  /** Ends the core, its store and the bots, and starts all of them anew on the same database with the same key. */
  restart(): Promise<void>;
  /** A person with Telegram who has never written before. */
  stranger(name: string): VirtualUser;
  /** A person with any app who has never written before. */
  phone(name: string, app: AppName): Phone;
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
  /** Which chat apps there are: Telegram alone unless told. */
  readonly apps?: readonly AppName[];
  /** How what people do comes in: by long polling, gateway or socket unless told. */
  readonly mode?: Mode;
};

/**
 * The real core on a real PostgreSQL, with the real clients (grammY, discord.js, Bolt) talking to the stand-ins of their apps,
 * and a clock that we move.
 */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const database = await freshDatabase();
  const clock = movedClock(options.at ?? '2026-11-23T09:00:00Z');
  const keys = openKeys(randomBytes(32));
  const { pool } = database;
  await tieToKey(pool, keys.fingerprint);
  const apps = await startApps(options, { clock, moment: () => momentAt(clock) });
  const faults: Readonly<Record<string, string>>[] = [];
  const parts: Parts = {
    url: database.url,
    pool,
    keys,
    clock,
    apps: apps.all,
    onFault: (fault) => faults.push(fault),
  };
  let house = await startHouse(parts);
  const settle = async (): Promise<void> => {
    await Promise.all(apps.all.map((app) => app.idle()));
    await house.core.settle();
  };
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
      return house.hook();
    },
    get telegram() {
      return there(apps.telegram).standIn;
    },
    get discord() {
      return there(apps.discord).standIn;
    },
    get slack() {
      return there(apps.slack).standIn;
    },
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
    stranger: (name) => there(apps.telegram).stranger(name),
    phone: (name, app) => there(apps.all.find((each) => each.name === app)).phone(name),
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
      await Promise.all(apps.all.map((app) => app.stop()));
      await database.drop();
    },
  };
}

type Apps = {
  readonly all: readonly App[];
  readonly telegram: TelegramApp | undefined;
  readonly discord: DiscordApp | undefined;
  readonly slack: SlackApp | undefined;
};

/** Loads only what is asked for: a client takes a good part of a second. */
async function startApps(
  { apps = ['telegram'], mode = 'polling' }: WorldOptions,
  parts: StartApp,
): Promise<Apps> {
  const wants = (name: AppName): boolean => apps.includes(name);
  const telegram = wants('telegram')
    ? await (await import('./apps/telegram-app.ts')).telegramApp(parts, mode)
    : undefined;
  const discord = wants('discord')
    ? await (await import('./apps/discord-app.ts')).discordApp(parts, mode)
    : undefined;
  const slack = wants('slack')
    ? await (await import('./apps/slack-app.ts')).slackApp(parts, mode)
    : undefined;
  return { all: [telegram, discord, slack].filter((app) => app !== undefined), telegram, discord, slack };
}

function there<T>(app: T | undefined): T {
  if (app === undefined) throw new Error('This world was opened without that app');
  return app;
}

type Parts = {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly keys: Keys;
  readonly clock: MovedClock;
  readonly apps: readonly App[];
  readonly onFault: OnFault;
};

type House = Pick<World, 'core' | 'store'> & { hook(): World['hook']; stop(): Promise<void> };

/** What a start of the program puts together, on a database that is there already. */
async function startHouse({ url, pool, keys, clock, apps, onFault }: Parts): Promise<House> {
  const store = openStore({ url, pool, keys });
  const clients = apps.map((app) => app.connect(onFault));
  const channels = clients.map(({ channel }) => channel);
  const core = openCore({ store, channels, moment: () => momentAt(clock), onFault });
  await core.prepare();
  for (const client of clients) await client.start(core, store);
  return {
    core,
    store,
    hook: () => clients.map((client) => client.hook).find((hook) => hook !== undefined),
    async stop() {
      await Promise.all(clients.map((client) => client.stop()));
      await store.close();
    },
  };
}
