import { randomBytes } from 'node:crypto';
import { paced } from '../../bots/pacing.ts';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import type { VirtualUser } from '../../bots/rehearsal/slack/virtual-user.ts';
import { slackBot } from '../../bots/slack/slack-bot.ts';
import { type Core, openCore } from '../../core/index.ts';
import { tieToKey } from '../../core/store/install.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { slackWayIn } from '../../run/connect-slack.ts';
import { serve } from '../../run/serve.ts';
import { freshDatabase } from '../support/database.ts';
import { type MovedClock, momentAt, movedClock } from '../support/world.ts';

export type SlackWorld = {
  readonly core: Core;
  readonly slack: SlackStandIn;
  readonly clock: MovedClock;
  readonly faults: Readonly<Record<string, string>>[];
  /** The address to which Slack posts, in HTTP mode. */
  readonly url: string | undefined;
  /** Takes in what people did, and sends what is waiting, until nothing is left to do now. */
  settle(): Promise<void>;
  coordinate(command: string, args: object): Promise<void>;
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

export type SlackWorldOptions = {
  readonly mode?: 'socket' | 'http';
  readonly limits?: 'realistic' | 'off';
  /** Whether the bot keeps to Slack's pace by itself. */
  readonly isPaced?: boolean;
};

/** The real core on a real PostgreSQL, with real Bolt talking to the stand-in, and a clock that we move. */
export async function openSlackWorld(options: SlackWorldOptions = {}): Promise<SlackWorld> {
  const { mode = 'socket', limits = 'off', isPaced = false } = options;
  const database = await freshDatabase();
  const clock = movedClock('2026-11-23T09:00:00Z');
  const keys = openKeys(randomBytes(32));
  const { pool } = database;
  await tieToKey(pool, keys.fingerprint);
  const slack = await startSlackStandIn({
    limits,
    now: () => clock.now().epochMilliseconds,
    retryDelaysMs: [50, 50, 50],
  });
  const faults: Readonly<Record<string, string>>[] = [];
  const onFault = (fault: Readonly<Record<string, string>>): void => {
    faults.push(fault);
  };
  const store = openStore({ url: database.url, pool, keys });
  const bot = slackBot({
    botToken: slack.botToken,
    apiRoot: `${slack.url}/api`,
    now: clock.now,
    onFault,
  });
  const pace = { perChat: { calls: 3, seconds: 3 }, overall: { calls: 20, seconds: 1 } };
  const channel = isPaced
    ? paced(bot.channel, { ...pace, now: () => clock.now().epochMilliseconds })
    : bot.channel;
  const core = openCore({ store, channels: [channel], moment: () => momentAt(clock), onFault });
  await core.prepare();
  const wayIn = slackWayIn(core, () => undefined, store.answers);
  const stopping = new AbortController();
  let listening: Promise<void> = Promise.resolve();
  let web: Awaited<ReturnType<typeof serve>> | undefined;
  if (mode === 'socket') {
    listening = bot.listen(wayIn, slack.appToken, stopping.signal);
    await slack.connected();
  } else {
    web = await serve({
      config: { host: '127.0.0.1', port: 0, publicUrl: undefined },
      core,
      moment: () => momentAt(clock),
      wake: () => undefined,
      databaseAnswers: store.answers,
      slack: await bot.web(wayIn, slack.signingSecret, () => Math.floor(Date.now() / 1000)),
    });
    await slack.useRequestUrls({ events: `${web.url}/slack/events` });
  }
  return {
    core,
    slack,
    clock,
    faults,
    url: web === undefined ? undefined : `${web.url}/slack/events`,
    async settle() {
      for (;;) {
        const before = slack.journal.entries.length;
        await slack.idle();
        await bot.idle();
        await core.settle();
        await slack.idle();
        if (slack.journal.entries.length === before) return;
      }
    },
    async coordinate(command, args) {
      const performed = await core.perform({ command, args, by: { is: 'coordinator', name: 'test' } });
      if (performed.did !== 'done') throw new Error(`${command}: ${JSON.stringify(performed)}`);
      await core.settle();
    },
    rows: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    async close() {
      stopping.abort();
      await listening;
      await web?.stop();
      await bot.stop();
      await slack.stop();
      await store.close();
      await database.drop();
    },
  };
}

/** Somebody in Slack and what they do; after each deed, what follows has happened. */
export type SlackHand = {
  readonly phone: VirtualUser;
  says(words: string): Promise<void>;
  presses(label: string | RegExp): Promise<void>;
  chooses(option: string): Promise<void>;
  /** What the bot showed last. */
  reads(): string;
  labels(): string[];
};

export function slackHand(world: SlackWorld, name: string): SlackHand {
  const phone = world.slack.user({ name });
  return {
    phone,
    async says(words) {
      phone.send(words);
      await world.settle();
    },
    async presses(label) {
      await phone.press(label).acknowledged;
      await world.settle();
    },
    async chooses(option) {
      await phone.choose(option).acknowledged;
      await world.settle();
    },
    reads: () => phone.last()?.text ?? '',
    labels: () =>
      phone
        .last()
        ?.buttons.flat()
        .map((button) => button.label) ?? [],
  };
}

/** Answers the first questions as most people would. Returns the person's id. */
export async function joinsInSlack(world: SlackWorld, hand: SlackHand, name: string): Promise<string> {
  await hand.says('hello');
  await hand.presses('Continue');
  await hand.presses('Yes');
  await hand.presses('Yes, I agree');
  await hand.says(name);
  await hand.presses(/^London/);
  await hand.presses('Plain English');
  await hand.presses(/9.*8/);
  await hand.presses(/rather not say/i);
  const rows = await world.rows('SELECT "personId" AS id FROM account WHERE "userId" = $1', [hand.phone.id]);
  return String(rows[0]?.['id']);
}
