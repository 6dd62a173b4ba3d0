import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signatureOf } from '../../bots/rehearsal/slack/http-carrier.ts';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { silent, teach } from './slack-stand-in-bot.ts';

const servers: Server[] = [];

async function serve(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
}

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('a real Bolt app behind its own address', () => {
  let standIn: SlackStandIn;
  const heard: string[] = [];

  beforeAll(async () => {
    standIn = await startSlackStandIn({ limits: 'off', ackTimeoutMs: 1000, retryDelaysMs: [] });
    const receiver = new HTTPReceiver({
      signingSecret: standIn.signingSecret,
      endpoints: '/slack/events',
      unhandledRequestTimeoutMillis: 900,
      logger: silent,
    });
    const clientOptions = { slackApiUrl: `${standIn.url}/api/` };
    const app = new App({ token: standIn.botToken, receiver, clientOptions, logger: silent });
    teach(app, heard);
    const events = await serve((request, response) => receiver.requestListener(request, response));
    await standIn.useRequestUrls({ events });
  });
  afterAll(() => standIn.stop());

  it('hears words, presses, commands and forms, and answers them', async () => {
    const mia = standIn.user({ name: 'Mia' });
    mia.send('hello');
    await mia.waitFor('You said hello');
    expect(await mia.command('/mentoring', 'help')).toBe('acknowledged');
    await mia.waitFor('Heard help');
    mia.press('Form');
    await mia.waitForModal('First');
    mia.fillIn({ 'Your name': 'bad' });
    expect(await mia.submit()).toMatchObject({ outcome: 'errors' });
    mia.fillIn({ 'Your name': 'Mia' });
    expect(await mia.submit()).toMatchObject({ outcome: 'closed' });
    await mia.waitFor('Welcome, Mia');
    mia.press('Yes');
    await mia.waitFor('Thank you');
    mia.openHome();
    await mia.waitForHome('Your board');
    await standIn.idle();
    expect(standIn.journal.deliveries().every(({ via }) => via === 'http')).toBe(true);
    expect(heard.filter((words) => words.startsWith('error'))).toEqual([]);
  });

  it('is found to be too slow', async () => {
    const mia = standIn.user({ name: 'Mia' });
    expect(await mia.command('/mentoring', 'silence')).toBe('trouble');
  });
});

describe('an address', () => {
  let standIn: SlackStandIn;
  let requests: { headers: IncomingMessage['headers']; body: string }[] = [];
  /** What the next request hears: a status, or the end of its connection. */
  let mood: 'good' | 'bad' | 'cut' | 'last' = 'good';

  beforeEach(async () => {
    requests = [];
    mood = 'good';
    standIn = await startSlackStandIn({ limits: 'off', ackTimeoutMs: 300, retryDelaysMs: [10, 10, 10] });
    const events = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const challenge = /"challenge":"([^"]+)"/.exec(body)?.[1];
        if (challenge !== undefined) return response.end(challenge);
        requests.push({ headers: request.headers, body });
        if (mood === 'cut') return request.socket.destroy();
        if (mood === 'last') response.setHeader('x-slack-no-retry', '1');
        return response.writeHead(mood === 'good' ? 200 : 500).end();
      });
    });
    await standIn.useRequestUrls({ events });
  });
  afterEach(() => standIn.stop());

  it('has to answer the challenge', async () => {
    const wrong = await serve((_request, response) => response.end('hello'));
    await expect(standIn.useRequestUrls({ events: wrong })).rejects.toThrow('challenge');
    const absent = 'http://127.0.0.1:1/slack/events';
    await expect(standIn.useRequestUrls({ events: absent })).rejects.toThrow();
  });

  it('gets everything signed', async () => {
    standIn.user({ name: 'Mia' }).send('hello');
    await standIn.user({ name: 'Mia' }).command('/mentoring', 'a&b');
    await standIn.idle();
    expect(requests).toHaveLength(2);
    for (const { headers, body } of requests) {
      const timestamp = String(headers['x-slack-request-timestamp']);
      expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
      expect(headers['x-slack-signature']).toBe(signatureOf(standIn.signingSecret, timestamp, body));
    }
    expect(
      signatureOf('8f742231b10e8888abcd99yyyzzz85a5', '1531420618', 'token=xyzz0WbapA4vBCDEFasx0q6G'),
    ).toMatch(/^v0=[0-9a-f]{64}$/);
  });

  it.each([
    ['bad', 'http_error'],
    ['cut', 'connection_failed'],
  ] as const)('that fails (%s) gets events three times more, with the reason', async (kind, reason) => {
    mood = kind;
    standIn.user({ name: 'Mia' }).send('hello');
    await standIn.idle();
    expect(requests.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(requests.map(({ headers }) => headers['x-slack-retry-reason'])).toEqual([
      undefined,
      reason,
      reason,
      reason,
    ]);
    const ids = requests.map(({ body }) => /"event_id":"(\w+)"/.exec(body)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });

  it('may ask for no more', async () => {
    mood = 'last';
    standIn.user({ name: 'Mia' }).send('hello');
    await standIn.idle();
    expect(requests).toHaveLength(1);
  });

  it('gets a command only once', async () => {
    mood = 'bad';
    expect(await standIn.user({ name: 'Mia' }).command('/mentoring')).toBe('trouble');
    await standIn.idle();
    expect(requests).toHaveLength(1);
  });
});
