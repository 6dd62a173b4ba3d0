import { randomBytes } from 'node:crypto';
import {
  type Core,
  type Intent,
  type Moment,
  openCore,
  type Received,
  type Store,
} from '../../core/index.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { freshDatabase } from './database.ts';
import { type MovedClock, momentAt, movedClock } from './moved-clock.ts';
import { telling, UNASKED } from './on-a-locked-screen.ts';
import { type Message, type RecordingChannel, recordingChannel } from './recording-channel.ts';

/** The whole core on a database of its own, with a clock that is moved and a channel that keeps what it shows. */
export type Stage = {
  readonly core: Core;
  readonly store: Store;
  readonly url: string;
  /** Of the first app; `channels` has those of all. */
  readonly channel: RecordingChannel;
  readonly channels: readonly RecordingChannel[];
  readonly faults: Readonly<Record<string, string>>[];
  readonly clock: MovedClock;
  at(): Moment;
  /** Somebody with a chat of their own, in the first app or the one that is named; `userId` is their chat too. */
  phone(userId: string, platform?: string): Phone;
  /** Rows of any table, for looking at what is kept. */
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

export type Phone = {
  readonly userId: string;
  readonly platform: string;
  /** Opens the bot, perhaps by a link that carries something. */
  opens(payload?: string): Promise<Received>;
  /** A command of the menu, with what follows it. */
  commands(name: string, rest?: string): Promise<Received>;
  says(text: string): Promise<Received>;
  /** Presses a button by its label, on the newest message that has one. @throws when none has. */
  presses(label: string): Promise<Received>;
  /** The token under a label, for pressing it later when it is gone from the screen. */
  tokenOf(label: string): string;
  pressesToken(token: string): Promise<Received>;
  messages(): Message[];
  last(): Message;
  /** The newest message that has such a text in it. */
  reads(text: string): Message | undefined;
};

export async function openStage(
  startsAt: string,
  platforms: readonly [string, ...string[]] = ['telegram'],
): Promise<Stage> {
  const database = await freshDatabase();
  const keys = openKeys(randomBytes(32));
  const { pool } = database;
  const store = openStore({ url: database.url, pool, keys });
  const [first, ...others] = platforms;
  const channel = recordingChannel(first);
  const channels = [channel, ...others.map((each) => recordingChannel(each))];
  const faults: Readonly<Record<string, string>>[] = [];
  const clock = movedClock(startsAt);
  const at = (): Moment => momentAt(clock);
  const core = openCore({
    store,
    channels,
    moment: at,
    onFault(fault) {
      faults.push(fault);
    },
  });
  let updates = 0;
  async function send(userId: string, platform: string, intent: Intent): Promise<Received> {
    updates += 1;
    const account = { platform, tenant: '', userId };
    const received = await core.receive({
      key: `update:${updates}`,
      account,
      chat: { id: userId, private: true },
      intent,
    });
    await core.settle();
    return received;
  }
  return {
    core,
    store,
    url: database.url,
    channel,
    channels,
    faults,
    clock,
    at,
    phone(userId, platform = channel.platform) {
      const found = channels.find((each) => each.platform === platform);
      if (found === undefined) throw new Error(`There is no app "${platform}" on this stage`);
      return phoneOf(userId, found, send);
    },
    rows: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    async close() {
      const all = channels.flatMap((each) => each.all());
      const told = telling((await pool.query(UNASKED)).rows, all);
      await store.close();
      await database.drop();
      // Whatever a test is about: nothing that comes unasked says on a locked screen what this is (ENR-07).
      if (told.length > 0) throw new Error(`On a locked screen:\n${[...new Set(told)].join('\n')}`);
    },
  };
}

function phoneOf(
  userId: string,
  channel: RecordingChannel,
  send: (userId: string, platform: string, intent: Intent) => Promise<Received>,
): Phone {
  const messages = () => channel.chat(userId);
  const sends = (intent: Intent) => send(userId, channel.platform, intent);
  const tokenOf = (label: string): string => {
    const buttons = messages()
      .toReversed()
      .flatMap(({ shown }) => shown.buttons.flat());
    const found = buttons.find((each) => each.label === label);
    if (found === undefined)
      throw new Error(`No button "${label}" among: ${buttons.map((each) => each.label).join(' | ')}`);
    return found.token;
  };
  return {
    userId,
    platform: channel.platform,
    opens: (payload) => sends({ is: 'start', ...(payload === undefined ? {} : { payload }) }),
    commands: (name, rest = '') => sends({ is: 'command', name, rest }),
    says: (text) => sends({ is: 'text', text }),
    presses: (label) => sends({ is: 'press', token: tokenOf(label) }),
    tokenOf,
    pressesToken: (token) => sends({ is: 'press', token }),
    messages,
    last() {
      const last = messages().at(-1);
      if (last === undefined) throw new Error('Nothing was said in this chat');
      return last;
    },
    reads: (text) => messages().findLast(({ shown }) => shown.paragraphs.some((each) => each.includes(text))),
  };
}
