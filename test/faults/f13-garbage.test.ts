import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readUpdate } from '../../bots/telegram/read-update.ts';
import { telegramBot } from '../../bots/telegram/telegram-bot.ts';
import { pairUp, type Two } from '../support/arrive.ts';
import { openWorld, type World } from '../support/world.ts';
import { chanceOf } from './chance.ts';
import { anyJson, mutated, plausible } from './fuzz.ts';
import { bookAndCallOff } from './in-one-process.ts';
import { figure, LONGEST_MS, seed, sized } from './size.ts';
import { whatIsKept } from './what-is-kept.ts';

const SECRET = 'a-secret-of-this-test';
/** What an answer to anything at all writes, be it "I did not understand". */
const ANSWERS = ['outgoing', 'button', 'shown', 'sent_message', 'due', 'journal'];

let world: World;
let two: Two;
const rejections: unknown[] = [];
const onRejection = (why: unknown): void => {
  rejections.push(why);
};

beforeEach(async () => {
  process.on('unhandledRejection', onRejection);
  world = await openWorld();
  two = await pairUp(world);
  await bookAndCallOff(world, two, 1);
});

afterEach(async () => {
  process.off('unhandledRejection', onRejection);
  await world.close();
});

describe('F13: updates that are garbage', () => {
  it(
    'change nothing when they are no update at all, by polling and by webhook',
    async () => {
      const chance = chanceOf(seed);
      const count = sized(200, 5000);
      const hook = webhook();
      const before = await whatIsKept(world, ['outgoing', 'shown']);
      const statuses: Record<number, number> = {};
      for (let made = 0; made < count; made += 1) {
        const given = anyJson(chance);
        const update =
          typeof given === 'object' && given !== null && !Array.isArray(given) ? given : { message: given };
        // Once in thousands chance makes what anybody could have sent: that is somebody's, and to be answered.
        if (readUpdate({ ...update, update_id: 1 }) !== undefined) continue;
        if (made % 2 === 0) world.telegram.inject(JSON.parse(JSON.stringify(update)));
        else {
          const { status } = await hook({ ...update, update_id: 900_000_000 + made });
          statuses[status] = (statuses[status] ?? 0) + 1;
        }
        if (made % 100 === 0) await world.settle();
      }
      await world.settle();
      figure('F13', 'shapeless updates', count);
      figure('F13', 'answers to them over the webhook', JSON.stringify(statuses), 'all 2xx');
      expect(Object.keys(statuses)).toEqual(['200']);
      expect(await whatIsKept(world, ['outgoing', 'shown'])).toEqual(before);
      await stillWell();
    },
    LONGEST_MS,
  );

  it(
    'change nothing of anybody when they look like updates, and each is answered 2xx',
    async () => {
      const chance = chanceOf(seed + 1);
      const count = sized(300, 6000);
      const hook = webhook();
      const users = [two.mentee.id, two.mentor.id];
      const before = await keptOfTheTwo();
      const refused: unknown[] = [];
      for (let made = 0; made < count; made += 1) {
        const whole = plausible(chance, chance.of(users));
        const update = made % 3 === 0 ? whole : mutated(whole, chance);
        // Once in thousands chance makes what anybody could have sent: that is somebody's, and to be answered.
        if (readUpdate({ ...update, update_id: 1 }) !== undefined) continue;
        if (made % 2 === 0) world.telegram.inject(update);
        else {
          const { status } = await hook({ ...update, update_id: 910_000_000 + made });
          if (status !== 200) refused.push({ status, update: JSON.stringify(update).slice(0, 300) });
        }
        if (made % 50 === 0) await world.settle();
      }
      await world.settle();
      figure('F13', 'updates with parts changed', count);
      figure('F13', 'of these not answered 2xx', refused.length, '0');
      expect(refused).toEqual([]);
      expect(await keptOfTheTwo()).toEqual(before);
      await stillWell();
    },
    LONGEST_MS,
  );
});

/** Everything, but for answers; somebody whom nobody knew, such as a changed number, is rightly greeted. */
async function keptOfTheTwo(): Promise<unknown> {
  const ours = [[two.menteeId, two.mentorId]];
  const people = await world.rows(
    'SELECT to_jsonb(p) AS row FROM person p WHERE id = ANY($1) ORDER BY id',
    ours,
  );
  const accounts = await world.rows(
    'SELECT to_jsonb(a) AS row FROM account a WHERE "personId" = ANY($1) ORDER BY id',
    ours,
  );
  return [people, accounts, await whatIsKept(world, [...ANSWERS, 'draft', 'person', 'account'])];
}

/** No update was put aside, nothing was thrown that nobody caught, and people are served. */
async function stillWell(): Promise<void> {
  figure('F13', 'unhandled rejections', rejections.length, '0');
  const failed = world.faults.filter(({ fault }) => fault !== undefined);
  figure('F13', 'updates that had to be put aside', failed.length, '0');
  expect(rejections).toEqual([]);
  expect(failed).toEqual([]);
  const since = two.mentee.mark();
  two.mentee.send('help');
  await world.settle();
  expect(two.mentee.see().some((each) => each.revision > since && each.text.includes('999'))).toBe(true);
}

function webhook(): (update: object) => Promise<Response> {
  const bot = telegramBot({
    token: world.telegram.token,
    apiRoot: world.telegram.url,
    onFault: (fault) => world.faults.push(fault),
  });
  const answer = bot.webhook(
    { receive: world.core.receive, databaseAnswers: world.store.answers, onReceived: () => undefined },
    SECRET,
  );
  const headers = { 'content-type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': SECRET };
  return (update) =>
    answer(
      new Request('http://localhost/telegram', { method: 'POST', headers, body: JSON.stringify(update) }),
    );
}
