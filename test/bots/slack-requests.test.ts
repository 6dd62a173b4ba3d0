import { type App, LogLevel } from '@slack/bolt';
import { beforeEach, describe, expect, it } from 'vitest';
import { signatureOf } from '../../bots/rehearsal/slack/http-carrier.ts';
import { NotTakenIn, PatientApp } from '../../bots/slack/patient-app.ts';
import { WebRequests } from '../../bots/slack/web-requests.ts';

const SECRET = '0123456789abcdef';
const NOW = 1_795_424_400;

let heard: unknown[];
let faults: string[];
/** What becomes of what is heard. */
let work: () => Promise<void>;
let requests: WebRequests;

beforeEach(() => {
  heard = [];
  faults = [];
  work = async () => undefined;
  requests = new WebRequests({
    signingSecret: SECRET,
    now: () => NOW,
    onFault: ({ fault = '' }) => faults.push(fault),
  });
  const app: App = new PatientApp({
    receiver: requests,
    authorize: async () => ({ botToken: 'x', botId: 'B1', botUserId: 'U0' }),
    logLevel: LogLevel.ERROR,
    convoStore: false,
  });
  app.use(async ({ body }) => {
    heard.push(body);
    await work();
  });
  app.error(async (error) => {
    throw error;
  });
});

type Sent = { at?: number; signature?: string; headers?: Record<string, string>; type?: string };

function post(body: string, { at = NOW, signature, headers = {}, type = 'application/json' }: Sent = {}) {
  const request = new Request('http://localhost/slack/events', {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': signature ?? signatureOf(SECRET, String(at), body),
      ...headers,
    },
  });
  return requests.answer(request);
}

const form = 'application/x-www-form-urlencoded';
const event = (id: string) =>
  JSON.stringify({
    type: 'event_callback',
    event_id: id,
    team_id: 'T1',
    event: { type: 'message', user: 'U1' },
  });
const press = new URLSearchParams({
  payload: JSON.stringify({ type: 'block_actions', user: { id: 'U1' }, team: { id: 'T1' }, actions: [{}] }),
}).toString();

describe('what Slack posts', () => {
  it('is taken in when it is signed', async () => {
    expect((await post(event('Ev1'))).status).toBe(200);
    expect((await post(press, { type: form })).status).toBe(200);
    const command = new URLSearchParams({ command: '/mentoring', text: 'a b', user_id: 'U1', team_id: 'T1' });
    expect((await post(command.toString(), { type: form })).status).toBe(200);
    expect(heard).toHaveLength(3);
    expect(heard[2]).toMatchObject({ command: '/mentoring', text: 'a b' });
  });

  it.each([
    ['signed with another secret', { signature: signatureOf('another', String(NOW), event('Ev1')) }],
    ['signed for another body', { signature: signatureOf(SECRET, String(NOW), event('Ev2')) }],
    ['older than five minutes', { at: NOW - 301 }],
    ['from the future', { at: NOW + 301 }],
    ['signed with something short', { signature: 'v0=1' }],
  ])('is refused when it is %s', async (_what, sent) => {
    expect((await post(event('Ev1'), sent)).status).toBe(401);
    expect(heard).toEqual([]);
  });

  it('is refused without a signature or a time', async () => {
    const bare = new Request('http://localhost/slack/events', { method: 'POST', body: event('Ev1') });
    expect((await requests.answer(bare)).status).toBe(401);
    expect((await post(event('Ev1'), { headers: { 'x-slack-request-timestamp': 'NaN' } })).status).toBe(401);
    expect(heard).toEqual([]);
  });

  it('is refused the second time, but not a retry of what failed', async () => {
    expect((await post(event('Ev1'))).status).toBe(200);
    expect((await post(event('Ev1'))).status).toBe(401);
    expect(heard).toHaveLength(1);
    work = async () => {
      throw new NotTakenIn('The database is away');
    };
    expect((await post(event('Ev2'))).status).toBe(503);
    expect(faults).toEqual(['slack-request-not-taken-in']);
    work = async () => undefined;
    expect((await post(event('Ev2'), { headers: { 'x-slack-retry-num': '1' } })).status).toBe(200);
  });

  it('is answered at once when somebody waits, and an event when it is done', async () => {
    const done = Promise.withResolvers<void>();
    work = () => done.promise;
    expect((await post(press, { type: form })).status).toBe(200);
    let answered = false;
    const pending = post(event('Ev1')).then((response) => {
      answered = true;
      return response;
    });
    await expect.poll(() => heard.length).toBe(2);
    expect(answered).toBe(false);
    done.resolve();
    expect((await pending).status).toBe(200);
  });

  it('may be a challenge, a look at the certificate, or garbage', async () => {
    const challenge = await post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(await challenge.json()).toEqual({ challenge: 'abc' });
    const unsigned = await post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }), {
      signature: 'v0=1',
    });
    expect(unsigned.status).toBe(401);
    expect((await post('ssl_check=1&token=x', { type: form, signature: '' })).status).toBe(200);
    expect((await post('{', {})).status).toBe(200);
    expect((await post('[]', {})).status).toBe(200);
    expect((await post('payload=%7B', { type: form })).status).toBe(200);
    expect((await post('x'.repeat(1_000_001))).status).toBe(413);
    expect(heard).toEqual([]);
  });
});
