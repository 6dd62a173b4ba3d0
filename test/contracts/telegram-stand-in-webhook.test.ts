import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { call, fieldOf } from './telegram-stand-in-call.ts';

let standIn: TelegramStandIn;
const servers: Server[] = [];

beforeEach(async () => {
  standIn = await startTelegramStandIn({ limits: 'off', webhookBackoff: { firstMs: 10, longestMs: 40 } });
});
afterEach(async () => {
  await standIn.stop();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

function mia() {
  return standIn.user({ id: 11, firstName: 'Mia' });
}

async function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = z.object({ port: z.number() }).parse(server.address());
  return `http://127.0.0.1:${address.port}/hook`;
}

const update = z.looseObject({ update_id: z.number(), message: z.looseObject({ text: z.string() }) });

async function readUpdate(request: IncomingMessage) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return update.parse(JSON.parse(Buffer.concat(parts).toString()));
}

/** A webhook that takes each update in its own time, and then says 200. */
function listenForUpdates(take: (taken: z.infer<typeof update>) => Promise<void>): Promise<string> {
  return listen((request, response) => {
    readUpdate(request)
      .then(take)
      .then(
        () => response.end(),
        () => response.writeHead(500).end(),
      );
  });
}

function deliveries() {
  return standIn.journal.entries.flatMap((entry) => (entry.kind === 'delivery' ? [entry] : []));
}

it('brings updates with the secret to a real grammY', async () => {
  const bot = new Bot(standIn.token, { client: { apiRoot: standIn.url } });
  bot.command('start', (ctx) => ctx.reply('Welcome'));
  const url = await listen(webhookCallback(bot, 'http', { secretToken: 'quiet-please' }));
  await bot.api.setWebhook(url, { secret_token: 'quiet-please' });
  mia().start();
  expect((await mia().waitFor('Welcome')).text).toBe('Welcome');
  await standIn.idle();
  expect(deliveries()).toMatchObject([{ via: 'webhook', status: 200 }]);
  expect(await bot.api.getWebhookInfo()).toMatchObject({ url, pending_update_count: 0, max_connections: 40 });
});

it('keeps what a webhook with another secret refuses, and says so', async () => {
  const bot = new Bot(standIn.token, { client: { apiRoot: standIn.url } });
  const url = await listen(webhookCallback(bot, 'http', { secretToken: 'the-right-one' }));
  await call(standIn, 'setWebhook', { url, secret_token: 'a-wrong-one' });
  mia().start();
  await expect.poll(() => deliveries().length).toBeGreaterThan(2);
  expect(new Set(deliveries().map((entry) => entry.status))).toEqual(new Set([401]));
  const info = await call(standIn, 'getWebhookInfo');
  expect(info.result).toMatchObject({
    pending_update_count: 1,
    last_error_message: 'Wrong response from the webhook: 401 Unauthorized',
  });
});

it('tries again, later and later, until it hears 2xx', async () => {
  const times: number[] = [];
  const url = await listen((request, response) => {
    request.resume();
    times.push(performance.now());
    response.writeHead(times.length < 4 ? 503 : 200).end();
  });
  await call(standIn, 'setWebhook', { url });
  mia().send('hello');
  await standIn.idle();
  expect(deliveries().map((entry) => entry.status)).toEqual([503, 503, 503, 200]);
  const [first = 0, second = 0, third = 0, fourth = 0] = times;
  expect(second - first).toBeGreaterThanOrEqual(9);
  expect(third - second).toBeGreaterThanOrEqual(19);
  expect(fourth - third).toBeGreaterThanOrEqual(39);
});

it('keeps the order in a chat and lets another chat pass a slow one', async () => {
  const heard: string[] = [];
  const released = Promise.withResolvers<void>();
  const url = await listenForUpdates(async ({ message }) => {
    heard.push(message.text);
    if (message.text === 'slow') await released.promise;
  });
  await call(standIn, 'setWebhook', { url });
  mia().send('slow');
  await expect.poll(() => heard).toEqual(['slow']);
  mia().send('after slow');
  standIn.user({ id: 12, firstName: 'Bo' }).send('from another');
  await expect.poll(() => heard.includes('from another')).toBe(true);
  expect(heard).not.toContain('after slow');
  released.resolve();
  await standIn.idle();
  expect(heard).toEqual(['slow', 'from another', 'after slow']);
});

it('does what the bot puts into its answer, except asking', async () => {
  const answers = [
    { method: 'sendMessage', chat_id: 11, text: 'In the answer' },
    { method: 'getMe' },
    { method: 'sendMessage', chat_id: 999, text: 'to nobody' },
  ];
  const url = await listen((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers.shift()));
  });
  await call(standIn, 'setWebhook', { url });
  for (let count = 0; count < 3; count += 1) mia().send('hello');
  await standIn.idle();
  expect(mia().last()?.text).toBe('In the answer');
  const replies = standIn.journal.requests().filter((entry) => entry.via === 'webhook-reply');
  expect(replies.map((entry) => [entry.method, entry.reply?.ok])).toEqual([
    ['sendMessage', true],
    ['sendMessage', false],
  ]);
});

it('lets grammY answer in the webhook response', async () => {
  const bot = new Bot(standIn.token, { client: { apiRoot: standIn.url, canUseWebhookReply: () => true } });
  bot.on('message', (ctx) => ctx.reply('By reply'));
  const url = await listen(webhookCallback(bot, 'http'));
  await call(standIn, 'setWebhook', { url });
  mia().send('hello');
  await mia().waitFor('By reply');
  await standIn.idle();
  expect(standIn.journal.requests('sendMessage')).toMatchObject([{ via: 'webhook-reply' }]);
});

it('can drop what is waiting, and says when nothing changes', async () => {
  mia().send('old');
  expect(
    await call(standIn, 'setWebhook', { url: 'http://localhost:9', drop_pending_updates: true }),
  ).toMatchObject({
    description: 'Webhook was set',
  });
  expect(standIn.pending).toBe(0);
  expect(await call(standIn, 'setWebhook', { url: 'http://localhost:9' })).toMatchObject({
    description: 'Webhook is already set',
  });
  expect(await call(standIn, 'setWebhook', {})).toMatchObject({ description: 'Webhook was deleted' });
  expect(await call(standIn, 'deleteWebhook')).toMatchObject({ description: 'Webhook is already deleted' });
  expect(fieldOf(await call(standIn, 'getWebhookInfo'), 'url')).toBe('');
});

it('delivers twice or backwards when told to', async () => {
  const heard: number[] = [];
  const url = await listenForUpdates((taken) => {
    heard.push(taken.update_id);
    return Promise.resolve();
  });
  await call(standIn, 'setWebhook', { url });
  standIn.faults.nextDelivery('duplicate');
  mia().send('one');
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[0]).toBe(heard[1]);
  standIn.faults.nextDelivery('reverse');
  mia().send('two');
  mia().send('three');
  await expect.poll(() => heard.length).toBe(4);
  expect(heard[2]).toBe((heard[3] ?? 0) + 1);
});
