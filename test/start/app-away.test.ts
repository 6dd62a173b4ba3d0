import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { startTelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { type Core, openCore, type Store } from '../../core/index.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { connectDiscord } from '../../run/connect-discord.ts';
import { connectSlack } from '../../run/connect-slack.ts';
import { connectTelegram } from '../../run/connect-telegram.ts';
import type { Connected, WebHandler } from '../../run/connected.ts';
import { openLog } from '../../run/logger.ts';
import { momentNow } from '../../run/moments.ts';
import { APPS, type AppName } from '../support/apps/app.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { closedPort } from './closed-port.ts';

const TELEGRAM = '7000000001:AAF-rehearsal_0000000000000000000';
const DISCORD = 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.rehearsal.only-0000000000000000000000000000';
const SLACK = ['xoxb', '1000000000', 'rehearsal', 'only'].join('-');
const SECRET = '0123456789abcdef0123456789abcdef';
const WITHIN = { timeout: 20_000, interval: 50 };

const log = openLog('silent');
let database: FreshDatabase;
let store: Store;
let core: Core;
let connected: Connected | undefined;

beforeAll(async () => {
  database = await freshDatabase();
  store = openStore({ url: database.url, keys: openKeys(randomBytes(32)), connections: 3 });
  core = openCore({ store, channels: [], moment: () => momentNow(), onFault: () => undefined });
  await core.prepare();
});
afterEach(async () => {
  await connected?.stop();
  connected = undefined;
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** The bot of an app that sends its requests to us, with the app itself at this port. */
async function connect(app: AppName, port: number): Promise<Connected> {
  const root = `http://127.0.0.1:${port}`;
  if (app === 'telegram') {
    const webhook = { url: 'https://mentoring.example.org/telegram', secret: SECRET };
    return await connectTelegram(
      { token: TELEGRAM, apiRoot: root, mode: 'webhook', webhook },
      database.url,
      log,
    );
  }
  if (app === 'slack')
    return await connectSlack(
      { botToken: SLACK, apiRoot: `${root}/api`, mode: 'http', signingSecret: SECRET },
      database.url,
      log,
    );
  const settings = { token: DISCORD, applicationId: '1000000000000000001', publicKey: '00'.repeat(32) };
  return await connectDiscord({ ...settings, apiRoot: `${root}/api`, mode: 'http' }, database.url, log);
}

async function comesBack(app: AppName, port: number): Promise<{ stop(): Promise<void> }> {
  if (app === 'telegram') return await startTelegramStandIn({ port, token: TELEGRAM });
  return app === 'slack' ? await startSlackStandIn({ port }) : await startDiscordStandIn({ port });
}

const knock = (answer: WebHandler | undefined): Promise<Response> => {
  if (answer === undefined) throw new Error('It answers no requests');
  return answer(new Request('https://mentoring.example.org/', { method: 'POST', body: '{}' }));
};

describe.each(APPS)('%s sends its requests to us, and is away when the app starts', (app) => {
  it('is asked to come again until it has been reached, and is heard from then on', async () => {
    const port = await closedPort();
    connected = await connect(app, port);
    const answer = await connected.start(core, () => undefined, store.answers);
    const early = await knock(answer);
    expect(early.status).toBe(503);
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0);
    const back = await comesBack(app, port);
    // It has been reached: what is not signed is refused for that alone.
    await expect.poll(async () => (await knock(answer)).status, WITHIN).toBe(401);
    await connected.stop();
    await back.stop();
  });
});

it('an app that answers only after we were told to end is not heard of any more', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const asked = Promise.withResolvers<void>();
  const answers = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    asked.resolve();
    const result = request.url?.endsWith('getMe') === true ? { id: 1, is_bot: true, first_name: 'B' } : true;
    answers.promise.then(() => response.end(JSON.stringify({ ok: true, result }))).catch(() => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  const heard: string[] = [];
  const listening: Core = {
    ...core,
    async hear(app) {
      heard.push(app);
    },
  };
  try {
    const bot = await connect('telegram', at === null || typeof at === 'string' ? 0 : at.port);
    const starting = bot.start(listening, () => undefined, store.answers);
    await asked.promise;
    await bot.stop();
    answers.resolve();
    await starting;
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual([]);
  } finally {
    vi.useRealTimers();
    server.close();
    server.closeAllConnections();
  }
});
