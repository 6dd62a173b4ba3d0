import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { silent } from './slack-stand-in-bot.ts';
import { call, plain, textIn } from './slack-stand-in-call.ts';

let now: number;
let standIn: SlackStandIn;
let channel: string;

beforeEach(async () => {
  now = Date.parse('2026-03-02T10:00:00Z');
  standIn = await startSlackStandIn({ now: () => now, ackTimeoutMs: 10 });
  channel = standIn.user({ name: 'Mia' }).channel;
});
afterEach(() => standIn.stop());

const post = (params: object = {}) => call(standIn, 'chat.postMessage', { channel, text: 'x', ...params });

describe('limits how often', () => {
  it('a message goes into one channel: one a second, after a small burst', async () => {
    for (let count = 0; count < 3; count += 1) expect(await post()).toMatchObject({ ok: true });
    expect(await post()).toMatchObject({ ok: false, error: 'ratelimited', status: 429, retryAfter: '1' });
    expect(await post({ channel: standIn.user({ name: 'Bo' }).channel })).toMatchObject({ ok: true });
    now += 1000;
    expect(await post()).toMatchObject({ ok: true });
    expect(await post()).toMatchObject({ status: 429 });
    expect(standIn.journal.requests('chat.postMessage').map(({ reply }) => reply?.status ?? 200)).toEqual([
      200, 200, 200, 429, 200, 200, 429,
    ]);
  });

  it('a method is called, by its tier', async () => {
    for (let count = 0; count < 20; count += 1)
      expect(await call(standIn, 'users.list')).toMatchObject({ ok: true });
    const reply = await call(standIn, 'users.list');
    expect(reply).toMatchObject({ status: 429, retryAfter: '3' });
    now += 3000;
    expect(await call(standIn, 'users.list')).toMatchObject({ ok: true });
  });

  it('and the real client waits as long as it is told', async () => {
    const real = await startSlackStandIn();
    const client = new webApi.WebClient(real.botToken, {
      slackApiUrl: `${real.url}/api/`,
      logger: silent,
    });
    const mia = real.user({ name: 'Mia' });
    const begun = Date.now();
    for (let count = 0; count < 4; count += 1)
      await client.chat.postMessage({ channel: mia.id, text: `${count}` });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1000);
    expect(mia.see().map(({ text }) => text)).toEqual(['0', '1', '2', '3']);
    await real.stop();
  });
});

describe('meets the faults it is told', () => {
  const alone = () => ({ channel: standIn.user({ name: 'Bo' }).channel });

  it.each([
    [
      { kind: '429', retryAfter: 7 },
      { status: 429, retryAfter: '7', error: 'ratelimited' },
    ],
    [{ kind: '500' }, { status: 500, ok: false }],
    [
      { kind: 'error', error: 'account_inactive' },
      { status: 200, error: 'account_inactive' },
    ],
  ] as const)('%j', async (fault, expected) => {
    standIn.faults.next(fault);
    expect(await post()).toMatchObject(expected);
    expect(standIn.user({ name: 'Mia' }).see()).toEqual([]);
    expect(await post()).toMatchObject({ ok: true });
  });

  it('only where it was meant', async () => {
    standIn.faults.next({ kind: '500', method: 'chat.postMessage', channel, times: 2 });
    expect(await call(standIn, 'auth.test')).toMatchObject({ ok: true });
    expect(await post(alone())).toMatchObject({ ok: true });
    expect([await post(), await post(), await post()].map(({ status }) => status)).toEqual([500, 500, 200]);
    expect(standIn.faults.waiting).toBe(0);
  });

  it.each([
    ['cut-before', 0],
    ['cut-after', 1],
  ] as const)('%s: the message is there %i times', async (kind, times) => {
    standIn.faults.next({ kind });
    await expect(post()).rejects.toThrow();
    expect(standIn.user({ name: 'Mia' }).see()).toHaveLength(times);
  });

  it('hang: no answer, and nobody waits for it', async () => {
    standIn.faults.next({ kind: 'hang' });
    const headers = { authorization: `Bearer ${standIn.botToken}` };
    const hanging = fetch(`${standIn.url}/api/auth.test`, { headers, signal: AbortSignal.timeout(60) });
    await expect(hanging).rejects.toThrow();
    await standIn.idle();
  });
});

describe('files', () => {
  it('come in three steps by the real client', async () => {
    const client = new webApi.WebClient(standIn.botToken, {
      slackApiUrl: `${standIn.url}/api/`,
      logger: silent,
    });
    const file = Buffer.from('BEGIN:VCALENDAR');
    await client.files.uploadV2({ channel_id: channel, file, filename: 'a.ics', initial_comment: 'Keep it' });
    const shown = standIn.user({ name: 'Mia' }).last();
    expect(shown).toMatchObject({ text: 'Keep it', files: [{ name: 'a.ics', size: file.length }] });
    expect(standIn.file(shown?.files[0]?.id ?? '')).toEqual(file);
  });

  it('are those that were announced', async () => {
    const announced = await call(standIn, 'files.getUploadURLExternal', { filename: 'a.txt', length: 3 });
    const id = textIn(announced, 'file_id');
    const bring = (body: string) => fetch(textIn(announced, 'upload_url'), { method: 'POST', body });
    expect((await bring('longer')).status).toBe(400);
    const complete = () =>
      call(standIn, 'files.completeUploadExternal', { files: [{ id }], channel_id: channel });
    expect(await complete()).toMatchObject({ error: 'file_not_found' });
    expect((await bring('abc')).status).toBe(200);
    expect(await complete()).toMatchObject({ ok: true, files: [{ id, title: 'a.txt' }] });
  });
});

describe('is kept in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slack-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('and taken up again, buttons and all', async () => {
    const file = join(folder, 'slack.json');
    const before = await startSlackStandIn({ file, limits: 'off' });
    const bo = before.user({ name: 'Bo', timeZone: 'Asia/Tokyo' });
    before.channel({ name: 'general', isPrivate: true });
    const blocks = [{ type: 'actions', elements: [{ type: 'button', text: plain('Go'), action_id: 'go' }] }];
    await call(before, 'chat.postMessage', { channel: bo.id, text: 'x', blocks });
    await call(before, 'views.publish', { user_id: bo.id, view: { type: 'home', blocks } });
    const seen = bo.see();
    await before.stop();
    const after = await startSlackStandIn({ file, limits: 'off', ackTimeoutMs: 10 });
    const again = after.everybody().find(({ name }) => name === 'Bo');
    expect(again?.see()).toEqual(seen);
    expect(again?.timeZone).toBe('Asia/Tokyo');
    expect(again?.press('Go')).toMatchObject({ actionId: 'go' });
    expect(again?.pressHome('Go')).toMatchObject({ actionId: 'go' });
    expect(after.user({ name: 'New' }).id).not.toBe(bo.id);
    await after.stop();
    writeFileSync(file, readFileSync(file, 'utf8').replace('"v":1', '"v":2'));
    await expect(startSlackStandIn({ file })).rejects.toThrow('another stand-in');
  });
});

describe('people', () => {
  it('who are switched off do nothing, and who left are not there', async () => {
    const mia = standIn.user({ name: 'Mia' });
    const general = standIn.channel({ name: 'general' });
    const here = mia.inChannel(general);
    mia.leave(general);
    expect(() => here.send('hello')).toThrow('is not in general');
    expect(general.members).toEqual([standIn.botUserId]);
    mia.deactivate();
    expect(() => mia.send('hello')).toThrow('cannot sign in');
    expect(await post()).toMatchObject({ error: 'account_inactive' });
    mia.reactivate();
    expect(await post()).toMatchObject({ ok: true });
  });

  it('may be guests', async () => {
    const { id } = standIn.user({ name: 'Guest', isGuest: true });
    expect(await call(standIn, 'users.info', { user: id })).toMatchObject({ user: { is_restricted: true } });
  });
});
