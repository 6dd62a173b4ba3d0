import { afterEach, describe, expect, it } from 'vitest';
import { APPS } from '../support/apps/app.ts';
import { type Chance, chanceOf } from './chance.ts';
import { BURST, leastMs } from './least-time.ts';
import type { Call } from './sending-apps.ts';
import { numbersSeen, openSendingStage, type SendingStage } from './sending-stage.ts';
import { figure, isFull, LONGEST_MS, seed, sized } from './size.ts';
import { until } from './stage.ts';

let stage: SendingStage;

afterEach(() => stage.close());

/** Every third call or so is refused, with the seconds to wait that Slack and Telegram round and Discord does not. */
function stormOf(stage: SendingStage, chance: Chance, longestSeconds: number): void {
  const { app } = stage;
  app.onCall(({ userId }) => {
    if (chance.next() > 0.3) return;
    const seconds = chance.whole(1, longestSeconds);
    app.meet({ is: 'wait', seconds }, userId);
  });
}

/** Calls that came before the time that an earlier one was told, in the same chat. */
function tooEarly(calls: readonly Call[]): number {
  const shut = new Map<string, number>();
  let early = 0;
  for (const { at, userId, wait } of calls) {
    if (at < (shut.get(userId) ?? 0)) early += 1;
    if (wait !== undefined) shut.set(userId, at + wait * 1000);
  }
  return early;
}

describe.each(APPS)('F6: %s says that it is too fast', (name) => {
  it(
    'is waited for to the letter in each chat, in order, while other chats go on; nothing is lost or said twice',
    async () => {
      stage = await openSendingStage([name]);
      const readers = await stage.readers(sized(5, 40));
      const each = sized(3, 25);
      await stage.queue(readers, each);
      stormOf(stage, chanceOf(seed), isFull ? 8 : 1);
      const began = performance.now();
      stage.start();
      await until(async () => (await stage.waiting()) === 0, LONGEST_MS, 'everything is sent');
      const took = (stage.calls.at(-1)?.at ?? 0) - began;
      const refused = stage.calls.filter(({ wait }) => wait !== undefined).length;
      const ratio = took / leastMs(stage.calls, BURST[name]);
      const inOrder = Array.from({ length: each }, (_, n) => n + 1);
      const seen = readers.map(numbersSeen);
      figure('F6', `${name}: calls, and those told to wait`, `${stage.calls.length}, ${refused}`);
      figure('F6', `${name}: calls before their time`, tooEarly(stage.calls), '0');
      figure('F6', `${name}: time to send all, by the shortest possible`, ratio.toFixed(2), '<= 1.2');
      // Whom chance tells to wait goes by the order of the calls: more than none is sure, how many is not.
      expect(refused).toBeGreaterThan(0);
      expect(tooEarly(stage.calls)).toBe(0);
      expect(seen).toEqual(readers.map(() => inOrder));
      // To be told to wait is no try: what fails after that is tried again soon.
      expect(await stage.rows('SELECT max(attempts) AS tries FROM outgoing')).toEqual([{ tries: 1 }]);
      if (isFull) expect(ratio).toBeLessThan(1.2);
    },
    LONGEST_MS,
  );

  it(
    'in one chat, for long: nobody else waits for it',
    async () => {
      stage = await openSendingStage([name]);
      const readers = await stage.readers(6);
      const [slow, ...others] = readers;
      await stage.queue(readers, 2);
      stage.app.meet({ is: 'wait', seconds: 60 }, slow?.users[0]?.userId);
      const began = performance.now();
      stage.start();
      await until(
        () => others.every((reader) => numbersSeen(reader).length === 2),
        10_000,
        'others are told',
      );
      const took = performance.now() - began;
      const toSlow = () => stage.calls.filter(({ userId }) => userId === slow?.users[0]?.userId);
      // Its turn may come after theirs.
      await until(() => toSlow().length > 0, 10_000, 'the slow one is tried');
      figure('F6', `${name}: others, while one chat waits 60 s (ms)`, Math.round(took), '<= 2000');
      expect(took).toBeLessThan(2000);
      expect(toSlow()).toHaveLength(1);
    },
    LONGEST_MS,
  );
});

describe('F6: Discord names a part of a second', () => {
  it(
    'and the message is sent when that is over, not at the next full one',
    async () => {
      stage = await openSendingStage(['discord']);
      const readers = await stage.readers(1);
      stage.start();
      await stage.queue(readers, 1);
      await until(() => stage.calls.length === 1, 10_000, 'one is sent');
      await stage.queue(readers, 1);
      stage.app.meet({ is: 'wait', seconds: 0.25 });
      await until(() => stage.calls.length === 3, 10_000, 'it is sent after all');
      const waited = (stage.calls[2]?.at ?? 0) - (stage.calls[1]?.at ?? 0);
      figure('F6', 'discord: sent again after being told to wait 250 ms (ms)', Math.round(waited), '>= 250');
      expect(waited).toBeGreaterThanOrEqual(250);
      expect(waited).toBeLessThan(800);
    },
    LONGEST_MS,
  );
});

describe('F6: Discord says that the whole bot is too fast', () => {
  it(
    'then nobody is written to before the time it names, and everybody after it',
    async () => {
      stage = await openSendingStage(['discord']);
      const readers = await stage.readers(12);
      await stage.queue(readers, 1);
      const seconds = sized(1, 10);
      stage.app.meet({ is: 'wait', seconds, everywhere: true });
      stage.start();
      await until(() => readers.every((reader) => numbersSeen(reader).length === 1), 30_000, 'all are told');
      const shut = stage.calls.find(({ wait }) => wait !== undefined);
      // What was on its way at the same moment could not know yet.
      const early = stage.calls.filter(
        ({ at }) => at > (shut?.at ?? 0) + 100 && at < (shut?.at ?? 0) + seconds * 1000,
      );
      figure('F6', 'discord: calls while the whole bot has to wait', early.length, '0');
      expect(shut?.wait).toBe(seconds);
      expect(early).toEqual([]);
    },
    LONGEST_MS,
  );
});
