import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { discordBot, type Ears } from '../../bots/discord/discord-bot.ts';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import type { StandInOptions } from '../../bots/rehearsal/discord/stand-in-options.ts';
import type { VirtualUser } from '../../bots/rehearsal/discord/virtual-user.ts';
import { type Channel, type Core, openCore } from '../../core/index.ts';
import { tieToKey } from '../../core/store/install.ts';
import { type Keys, openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { serve } from '../../run/serve.ts';
import { freshDatabase } from './database.ts';
import { type MovedClock, momentAt, movedClock } from './world.ts';

export type DiscordWorld = {
  readonly core: Core;
  readonly store: Store;
  readonly keys: Keys;
  readonly discord: DiscordStandIn;
  readonly channel: Channel;
  readonly clock: MovedClock;
  /** Where Discord sends interactions, in HTTP mode. */
  readonly hook: string | undefined;
  readonly faults: Readonly<Record<string, string>>[];
  /** How often Discord was said to have kept nothing for us. */
  readonly missed: number;
  /** Takes in what people did, does what is due and sends what is waiting, until nothing is left to do now. */
  settle(): Promise<void>;
  /** A person with Discord who has never written before. */
  stranger(name: string): VirtualUser;
  /** What a coordinator does. @throws when it is refused. */
  coordinate(command: string, args: object): Promise<void>;
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

export type DiscordWorldOptions = {
  readonly at?: string;
  readonly mode?: 'gateway' | 'http';
  readonly standIn?: StandInOptions;
  /** What the core sees instead of the bot's own channel. */
  readonly around?: (channel: Channel) => Channel;
  /** Told that something was taken in; unless told otherwise, all that follows is then done at once. */
  readonly onReceived?: () => void;
  /** Milliseconds after which a promise that nobody keeps is taken back: few unless told. */
  readonly longestThoughtMs?: number;
};

const LONGEST_THOUGHT_MS = 300;

/** The real core on a real PostgreSQL, with real discord.js talking to the stand-in, and a clock that we move. */
export async function openDiscordWorld(options: DiscordWorldOptions = {}): Promise<DiscordWorld> {
  const database = await freshDatabase();
  const clock = movedClock(options.at ?? '2026-11-23T09:00:00Z');
  const keys = openKeys(randomBytes(32));
  const { pool } = database;
  await tieToKey(pool, keys.fingerprint);
  const now = () => clock.now().epochMilliseconds;
  const discord = await startDiscordStandIn({ limits: 'off', now, ...options.standIn });
  const faults: Readonly<Record<string, string>>[] = [];
  const house = await startHouse({ url: database.url, pool, keys, clock, discord, options, faults });
  const settle = async (): Promise<void> => {
    await discord.idle();
    await house.quiet();
    await discord.idle({ quietMs: 15 });
  };
  let strangers = 7_000_000_000_000_000n;
  return {
    ...house,
    keys,
    get missed() {
      return house.missed();
    },
    discord,
    clock,
    faults,
    settle,
    stranger(name) {
      strangers += 1n;
      const user = discord.user({ id: String(strangers), name });
      user.install();
      return user;
    },
    async coordinate(command, args) {
      const by = { is: 'coordinator', name: 'test' } as const;
      const performed = await house.core.perform({ command, args, by });
      if (performed.did !== 'done') throw new Error(`${command}: ${JSON.stringify(performed)}`);
      await settle();
    },
    rows: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    async close() {
      await house.stop();
      await discord.stop();
      await database.drop();
    },
  };
}

type Parts = {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly keys: Keys;
  readonly clock: MovedClock;
  readonly discord: DiscordStandIn;
  readonly options: DiscordWorldOptions;
  readonly faults: Readonly<Record<string, string>>[];
};

async function startHouse({ url, pool, keys, clock, discord, options, faults }: Parts) {
  const store = openStore({ url, pool, keys });
  const onFault = (fault: Readonly<Record<string, string>>): void => {
    faults.push(fault);
  };
  const { token, applicationId, url: apiRoot } = discord;
  const bot = discordBot({
    token,
    applicationId,
    apiRoot,
    onFault,
    longestThoughtMs: options.longestThoughtMs ?? LONGEST_THOUGHT_MS,
  });
  const channel = options.around?.(bot.channel) ?? bot.channel;
  const core = openCore({ store, channels: [channel], moment: () => momentAt(clock), onFault });
  await core.prepare();
  await bot.me();
  await bot.setMenu(core.menu(), core.texts);
  let settling: Promise<unknown> = Promise.resolve();
  let missed = 0;
  const ears = bot.open({
    receive: core.receive,
    sheet: core.sheet,
    menu: core.menu(),
    databaseAnswers: store.answers,
    onReceived() {
      if (options.onReceived !== undefined) return options.onReceived();
      settling = settling
        .then(() => core.settle())
        .catch((error: unknown) => onFault({ fault: String(error) }));
    },
    onMissed() {
      missed += 1;
    },
  });
  const stopping = new AbortController();
  const listening = ears.listen(stopping.signal);
  await until(() => discord.gateway.connected === 1);
  const web = options.mode === 'http' ? await httpSide({ core, clock, store, ears, discord }) : undefined;
  return {
    core,
    store,
    channel,
    hook: web?.hook,
    missed: () => missed,
    async quiet() {
      await ears.idle();
      await settling;
      await core.settle();
    },
    async stop() {
      stopping.abort();
      await listening;
      await ears.stop();
      await web?.stop();
      await store.close();
    },
  };
}

async function httpSide(parts: {
  core: Core;
  clock: MovedClock;
  store: Store;
  ears: Ears;
  discord: DiscordStandIn;
}) {
  const { core, clock, store, ears, discord } = parts;
  const web = await serve({
    config: { host: '127.0.0.1', port: 0, publicUrl: undefined },
    core,
    moment: () => momentAt(clock),
    wake: () => undefined,
    databaseAnswers: store.answers,
    discord: ears.http(discord.publicKey, () => clock.now().epochMilliseconds),
  });
  const hook = `${web.url}/discord/interactions`;
  if (!(await discord.setEndpoint(hook))) throw new Error('Discord did not take the address');
  return { hook, stop: web.stop };
}

/** Waits for something that happens by itself. @throws when it does not. */
export async function until(isSo: () => boolean, longestMs = 10_000): Promise<void> {
  const begin = performance.now();
  while (!isSo()) {
    if (performance.now() - begin > longestMs) throw new Error(`Not so after ${longestMs} ms: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
