import { Bot, GrammyError } from 'grammy';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { call, idsOf } from './telegram-stand-in-call.ts';

let standIn: TelegramStandIn;
const FIRST = 500;

beforeEach(async () => {
  standIn = await startTelegramStandIn({ limits: 'off', firstUpdateId: FIRST, conflictPauseMs: 30 });
});
afterEach(() => standIn.stop());

function mia() {
  return standIn.user({ id: 11, firstName: 'Mia' });
}

it('waits until something happens, and tells it at once', async () => {
  const poll = call(standIn, 'getUpdates', { timeout: 30 });
  const early = await Promise.race([
    poll,
    new Promise((resolve) => setTimeout(() => resolve('waiting'), 80)),
  ]);
  expect(early).toBe('waiting');
  mia().send('hello');
  expect((await poll).result).toMatchObject([
    { update_id: FIRST, message: { text: 'hello', from: { first_name: 'Mia' } } },
  ]);
});

it('answers with nothing when the time is up, and at once without a time', async () => {
  const begin = performance.now();
  expect((await call(standIn, 'getUpdates', { timeout: 1 })).result).toEqual([]);
  expect(performance.now() - begin).toBeGreaterThan(900);
  expect((await call(standIn, 'getUpdates')).result).toEqual([]);
});

it('repeats what was not confirmed, and forgets what was', async () => {
  for (const text of ['one', 'two', 'three']) mia().send(text);
  expect(idsOf(await call(standIn, 'getUpdates'))).toEqual([FIRST, FIRST + 1, FIRST + 2]);
  expect(idsOf(await call(standIn, 'getUpdates'))).toEqual([FIRST, FIRST + 1, FIRST + 2]);
  expect(idsOf(await call(standIn, 'getUpdates', { offset: FIRST + 1 }))).toEqual([FIRST + 1, FIRST + 2]);
  expect(idsOf(await call(standIn, 'getUpdates'))).toEqual([FIRST + 1, FIRST + 2]);
  expect(standIn.pending).toBe(2);
});

it('takes a negative offset from the end, and forgets the rest', async () => {
  for (let count = 0; count < 5; count += 1) mia().send(`${count}`);
  expect(idsOf(await call(standIn, 'getUpdates', { offset: -2 }))).toEqual([FIRST + 3, FIRST + 4]);
  expect(standIn.pending).toBe(2);
});

it('gives at most 100 at once, or as many as asked, whatever is asked', async () => {
  for (let count = 0; count < 130; count += 1) mia().send(`${count}`);
  expect(idsOf(await call(standIn, 'getUpdates'))).toHaveLength(100);
  expect(idsOf(await call(standIn, 'getUpdates', { limit: 3 }))).toHaveLength(3);
  expect(idsOf(await call(standIn, 'getUpdates', { limit: 1000 }))).toHaveLength(100);
  expect(idsOf(await call(standIn, 'getUpdates', { limit: 0 }))).toHaveLength(1);
});

it('tells only the kinds that were asked for, from then on', async () => {
  mia().send('before');
  await call(standIn, 'getUpdates', { allowed_updates: ['my_chat_member'] });
  mia().send('not wanted');
  mia().block();
  const kinds = (await call(standIn, 'getUpdates')).result;
  expect(kinds).toMatchObject([
    { message: { text: 'before' } },
    { my_chat_member: { new_chat_member: { status: 'kicked' } } },
  ]);
  await call(standIn, 'getUpdates', { allowed_updates: [] });
  mia().start();
  expect(idsOf(await call(standIn, 'getUpdates', { offset: FIRST + 2 }))).toHaveLength(2);
});

it('ends the earlier of two polls, and lets the later wait', async () => {
  const earlier = call(standIn, 'getUpdates', { timeout: 30 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const later = call(standIn, 'getUpdates', { timeout: 30 });
  expect(await earlier).toEqual({
    status: 409,
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  mia().send('hello');
  expect(idsOf(await later)).toEqual([FIRST]);
});

it('refuses polls while a webhook is set, and ends the one that waits', async () => {
  const waiting = call(standIn, 'getUpdates', { timeout: 30 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const set = await call(standIn, 'setWebhook', { url: 'http://127.0.0.1:9/hook' });
  expect(set).toMatchObject({ result: true, description: 'Webhook was set' });
  expect(await waiting).toMatchObject({
    status: 409,
    description: 'Conflict: terminated by setWebhook request',
  });
  expect(await call(standIn, 'getUpdates')).toMatchObject({
    status: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  expect(await call(standIn, 'deleteWebhook')).toMatchObject({
    result: true,
    description: 'Webhook was deleted',
  });
  expect(await call(standIn, 'getUpdates')).toMatchObject({ ok: true });
});

it('stops a second grammY with 409', async () => {
  const bots = [1, 2].map(() => new Bot(standIn.token, { client: { apiRoot: standIn.url } }));
  const ends = bots.map((bot) =>
    bot.start().then(
      () => undefined,
      (error: unknown) => error,
    ),
  );
  const ended = await Promise.race(ends);
  expect(ended).toBeInstanceOf(GrammyError);
  expect(ended).toMatchObject({ error_code: 409 });
  await Promise.all(bots.map((bot) => bot.stop()));
  await Promise.all(ends);
});

it('brings everything to a polling grammY once, and is idle when it has confirmed', async () => {
  const bot = new Bot(standIn.token, { client: { apiRoot: standIn.url } });
  const heard: string[] = [];
  bot.on('message:text', (ctx) => {
    heard.push(ctx.message.text);
  });
  const running = bot.start();
  const sent = Array.from({ length: 250 }, (_, index) => `message ${index}`);
  for (const text of sent) mia().send(text);
  await standIn.idle();
  expect(heard).toEqual(sent);
  expect(standIn.pending).toBe(0);
  await bot.stop();
  await running;
});

it('numbers updates upwards, also after one that was put in by hand', async () => {
  standIn.inject({ update_id: FIRST + 40, poll: { id: '1' } });
  mia().send('after');
  expect(idsOf(await call(standIn, 'getUpdates'))).toEqual([FIRST + 40, FIRST + 41]);
});

it('takes 20,000 updates through real grammY in a few seconds', { timeout: 60_000 }, async () => {
  const bot = new Bot(standIn.token, { client: { apiRoot: standIn.url } });
  let heard = 0;
  bot.on('message', () => {
    heard += 1;
  });
  for (let count = 0; count < 20_000; count += 1) mia().send('again');
  const begin = performance.now();
  const running = bot.start();
  await standIn.idle();
  expect(heard).toBe(20_000);
  expect(performance.now() - begin).toBeLessThan(20_000);
  await bot.stop();
  await running;
});
