import { REST } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import type { StandInOptions } from '../../bots/rehearsal/discord/stand-in-options.ts';
import { call } from './discord-stand-in-call.ts';

const SEND = 'POST /channels/:channel/messages';
let standIn: DiscordStandIn;
let clock = Date.UTC(2026, 2, 1, 9);

afterEach(() => standIn.stop());

async function begin(options: StandInOptions = {}) {
  standIn = await startDiscordStandIn({ now: () => clock, ...options });
  standIn.guild({ id: '500' }).channel({ id: '501' });
  return standIn.guild({ id: '500' }).channel({ id: '502', name: 'other' });
}

function send(channel = '501', content = 'x') {
  return call(standIn, `POST /channels/${channel}/messages`, { content });
}

function texts() {
  return standIn
    .guild({ id: '500' })
    .channel({ id: '501' })
    .messages.map((message) => message.text);
}

describe('rate limits', () => {
  it('are told in headers, and hold for one channel', async () => {
    await begin();
    const first = await send();
    const headers = (from: Headers) =>
      ['limit', 'remaining', 'reset-after'].map((name) => from.get(`x-ratelimit-${name}`));
    expect(headers(first.headers)).toEqual(['5', '4', '5.000']);
    expect(first.headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
    for (let count = 0; count < 4; count += 1) expect((await send()).status).toBe(200);
    clock += 2000;
    const refused = await send();
    expect(refused).toMatchObject({
      status: 429,
      body: { retry_after: 3, global: false, message: 'You are being rate limited.' },
    });
    expect(refused.headers.get('retry-after')).toBe('3');
    expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
    expect((await send('502')).status).toBe(200);
    expect((await call(standIn, 'GET /channels/501')).status).toBe(200);
    clock += 3000;
    expect((await send()).status).toBe(200);
  });

  it('hold for the whole bot, fifty a second; answers to interactions do not count', async () => {
    await begin({
      limits: { routes: {}, others: { calls: 1000, ms: 1000 }, overall: { calls: 50, ms: 1000 } },
    });
    for (let count = 0; count < 60; count += 1)
      await call(standIn, 'POST /interactions/1/x/callback', { type: 5 }, null);
    const heard = await Promise.all(Array.from({ length: 51 }, () => call(standIn, 'GET /users/@me')));
    const refused = heard.filter(({ status }) => status === 429);
    expect(refused).toMatchObject([{ body: { global: true, retry_after: 1 } }]);
    expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
    expect(refused[0]?.headers.get('x-ratelimit-scope')).toBe('global');
    expect((await call(standIn, 'POST /interactions/1/x/callback', { type: 5 }, null)).status).toBe(404);
  });

  it('are honoured by the real client, which loses nothing', async () => {
    await begin({
      now: Date.now,
      limits: {
        routes: { [SEND]: { calls: 2, ms: 150 } },
        others: { calls: 50, ms: 100 },
        overall: { calls: 50, ms: 1000 },
      },
    });
    const rest = new REST({ api: standIn.url }).setToken(standIn.token);
    standIn.faults.next({ kind: '429', route: SEND, retryAfter: 0.1 });
    const all = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(all.map((content) => rest.post('/channels/501/messages', { body: { content } })));
    expect(texts()).toEqual(all);
  });
});

describe('refusals', () => {
  it('are counted, and too many shut the bot out', async () => {
    const other = await begin({ limits: 'off', mostInvalidRequests: 3 });
    other.forbid('SendMessages');
    await call(standIn, 'GET /users/@me', undefined, 'wrong');
    await send('999');
    expect(standIn.invalidRequests).toBe(1);
    standIn.faults.next({ kind: '429' });
    await send();
    await send('502');
    expect(standIn.invalidRequests).toBe(3);
    const response = await fetch(`${standIn.url}/v10/users/@me`, {
      headers: { authorization: `Bot ${standIn.token}` },
    });
    expect([response.status, await response.text()]).toEqual([429, 'error code: 1015']);
    clock += 600_001;
    expect((await call(standIn, 'GET /users/@me')).status).toBe(200);
  });
});

describe('a fault', () => {
  it.each([
    ['403', 403, 50001],
    ['404', 404, 10003],
    ['429', 429, undefined],
    ['500', 500, 0],
  ] as const)('%s is met by the next matching call only, which does nothing', async (kind, status, code) => {
    await begin({ limits: 'off' });
    standIn.faults.next({ kind, route: SEND, channel: '501' });
    expect((await send('502')).status).toBe(200);
    expect((await call(standIn, 'GET /channels/501')).status).toBe(200);
    expect(await send()).toMatchObject({ status, body: code === undefined ? { retry_after: 1 } : { code } });
    expect(standIn.faults.waiting).toBe(0);
    expect((await send()).status).toBe(200);
    expect(texts()).toEqual(['x']);
    expect(standIn.journal.requests(SEND).map((entry) => entry.fault)).toEqual([undefined, kind, undefined]);
  });

  it('asks the whole bot to wait', async () => {
    await begin({ limits: 'off' });
    standIn.faults.next({ kind: '429', global: true, retryAfter: 2.5 });
    const refused = await send();
    expect(refused).toMatchObject({ status: 429, body: { global: true, retry_after: 2.5 } });
    expect(refused.headers.get('retry-after')).toBe('3');
  });

  it('cuts the line before or after the deed', async () => {
    await begin({ limits: 'off' });
    standIn.faults.next({ kind: 'cut-before' });
    await expect(send('501', 'a')).rejects.toThrow();
    standIn.faults.next({ kind: 'cut-after' });
    await expect(send('501', 'b')).rejects.toThrow();
    expect(texts()).toEqual(['b']);
    expect(standIn.journal.requests(SEND).map((entry) => entry.reply?.status)).toEqual([undefined, 200]);
  });

  it('never answers', async () => {
    await begin({ limits: 'off' });
    standIn.faults.next({ kind: 'hang', times: 2 });
    const url = `${standIn.url}/v10/users/@me`;
    const headers = { authorization: `Bot ${standIn.token}` };
    await expect(fetch(url, { headers, signal: AbortSignal.timeout(50) })).rejects.toThrow();
    expect(standIn.faults.waiting).toBe(1);
    standIn.faults.clear();
    expect((await call(standIn, 'GET /users/@me')).status).toBe(200);
    await standIn.idle();
  });
});
