import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { call, callAsForm, long, readReply, textIn } from './slack-stand-in-call.ts';

let standIn: SlackStandIn;
let own: string;

beforeAll(async () => {
  const scopes = 'chat:write,users:read,im:write,channels:read,channels:join,im:history,files:write'.split(
    ',',
  );
  standIn = await startSlackStandIn({ limits: 'off', scopes });
  const mia = standIn.user({ id: 'U0MIA', name: 'Mia' });
  mia.send('hello');
  standIn.user({ id: 'U0GONE', name: 'Gone' }).deactivate();
  standIn.user({ id: 'U0HUSH', name: 'Hush' }).deactivate({ silently: true });
  standIn.channel({ id: 'C0OUT', name: 'outside', hasBot: false });
  standIn.channel({ id: 'C0HID', name: 'hidden', hasBot: false, isPrivate: true });
  standIn.channel({ id: 'C0IN', name: 'inside' });
  standIn.channel({ id: 'C0OLD', name: 'old' }).archive();
  own = textIn(await call(standIn, 'chat.postMessage', { channel: 'D0MIA', text: 'mine' }), 'ts');
});
afterAll(() => standIn.stop());

describe('looks at the token first', () => {
  it.each([
    ['', 'auth.test', 'not_authed'],
    ['xoxb-wrong', 'auth.test', 'invalid_auth'],
    ['app', 'chat.postMessage', 'not_allowed_token_type'],
    ['bot', 'apps.connections.open', 'not_allowed_token_type'],
  ])('%s for %s: %s', async (token, method, error) => {
    const real = { app: standIn.appToken, bot: standIn.botToken }[token] ?? token;
    expect(await call(standIn, method, {}, real)).toMatchObject({ ok: false, error, status: 200 });
  });

  it('knows what the workspace has allowed', async () => {
    expect(await call(standIn, 'team.info')).toMatchObject({ error: 'missing_scope', needed: 'team:read' });
    expect(await call(standIn, 'users.lookupByEmail', { email: 'a@b.c' })).toMatchObject({
      error: 'missing_scope',
    });
    const reply = await call(standIn, 'users.info', { user: 'U0MIA' });
    expect(textIn(reply, 'user', 'tz')).toBe('Europe/London');
    expect(JSON.stringify(reply)).not.toContain('@example.org');
  });

  it('takes no token out of JSON', async () => {
    expect(await call(standIn, 'auth.test', { token: standIn.botToken }, '')).toMatchObject({
      error: 'not_authed',
    });
    expect(await callAsForm(standIn, 'auth.test', {})).toMatchObject({ ok: true, team_id: standIn.teamId });
  });
});

describe('refuses in Slack’s own words', () => {
  const cases: [error: string, method: string, params: () => object][] = [
    ['unknown_method', 'chat.shout', () => ({})],
    ['channel_not_found', 'chat.postMessage', () => ({ text: 'x' })],
    ['channel_not_found', 'chat.postMessage', () => ({ channel: 'D0NOBODY', text: 'x' })],
    ['channel_not_found', 'chat.postMessage', () => ({ channel: 'U0NOBODY', text: 'x' })],
    ['channel_not_found', 'chat.postMessage', () => ({ channel: 'C0HID', text: 'x' })],
    ['not_in_channel', 'chat.postMessage', () => ({ channel: 'C0OUT', text: 'x' })],
    ['is_archived', 'chat.postMessage', () => ({ channel: 'C0OLD', text: 'x' })],
    ['account_inactive', 'chat.postMessage', () => ({ channel: 'U0GONE', text: 'x' })],
    ['no_text', 'chat.postMessage', () => ({ channel: 'U0MIA' })],
    ['no_text', 'chat.postMessage', () => ({ channel: 'U0MIA', text: ' \n', blocks: [] })],
    ['msg_too_long', 'chat.postMessage', () => ({ channel: 'U0MIA', text: long(40_001) })],
    ['invalid_metadata_format', 'chat.postMessage', () => ({ channel: 'U0MIA', text: 'x', metadata: '{' })],
    ['invalid_metadata_schema', 'chat.postMessage', () => ({ channel: 'U0MIA', text: 'x', metadata: {} })],
    ['invalid_attachments', 'chat.postMessage', () => ({ channel: 'U0MIA', text: 'x', attachments: '[' })],
    ['message_not_found', 'chat.update', () => ({ channel: 'D0MIA', ts: '1.000001', text: 'x' })],
    ['channel_not_found', 'chat.update', () => ({ channel: 'U0MIA', ts: own, text: 'x' })],
    ['msg_too_long', 'chat.update', () => ({ channel: 'D0MIA', ts: own, text: long(4001) })],
    ['no_text', 'chat.update', () => ({ channel: 'D0MIA', ts: own })],
    ['cant_update_message', 'chat.update', () => ({ channel: 'D0MIA', ts: written(), text: 'x' })],
    ['cant_delete_message', 'chat.delete', () => ({ channel: 'D0MIA', ts: written() })],
    ['message_not_found', 'chat.delete', () => ({ channel: 'D0MIA', ts: '1.000001' })],
    ['user_not_found', 'chat.postEphemeral', () => ({ channel: 'C0IN', user: 'U0NOBODY', text: 'x' })],
    ['user_not_in_channel', 'chat.postEphemeral', () => ({ channel: 'C0IN', user: 'U0MIA', text: 'x' })],
    ['time_in_past', 'chat.scheduleMessage', () => ({ channel: 'D0MIA', text: 'x', post_at: 1 })],
    ['time_too_far', 'chat.scheduleMessage', () => ({ channel: 'D0MIA', text: 'x', post_at: 9e9 })],
    ['invalid_time', 'chat.scheduleMessage', () => ({ channel: 'D0MIA', text: 'x' })],
    ['user_not_found', 'users.info', () => ({ user: 'U0NOBODY' })],
    ['users_list_not_supplied', 'conversations.open', () => ({})],
    ['user_not_found', 'conversations.open', () => ({ users: 'U0NOBODY' })],
    ['user_not_found', 'conversations.open', () => ({ users: 'U0GONE' })],
    ['cannot_dm_bot', 'conversations.open', () => ({ users: standIn.botUserId })],
    ['channel_not_found', 'conversations.info', () => ({ channel: 'C0HID' })],
    ['is_archived', 'conversations.join', () => ({ channel: 'C0OLD' })],
    ['invalid_cursor', 'users.list', () => ({ cursor: 'zzz' })],
    ['invalid_limit', 'users.list', () => ({ limit: 0 })],
    ['bot_not_found', 'bots.info', () => ({ bot: 'B0OTHER' })],
    ['user_not_found', 'views.publish', () => ({ user_id: 'U0NOBODY' })],
    ['invalid_arguments', 'views.publish', () => ({ user_id: 'U0MIA' })],
    ['invalid_arguments', 'files.getUploadURLExternal', () => ({ filename: 'a.ics' })],
    ['invalid_arguments', 'files.completeUploadExternal', () => ({})],
    ['file_not_found', 'files.completeUploadExternal', () => ({ files: [{ id: 'F0NONE' }] })],
  ];
  it.each(cases)('%s: %s', async (error, method, params) => {
    expect(await call(standIn, method, params())).toMatchObject({ ok: false, error, status: 200 });
  });

  const written = () => standIn.user({ name: 'Mia' }).see()[0]?.ts;

  it.each([
    ['{', 'invalid_json'],
    ['[1]', 'json_not_object'],
  ])('%s for a body: %s', async (body, error) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${standIn.botToken}` };
    const response = await fetch(`${standIn.url}/api/auth.test`, { method: 'POST', headers, body });
    expect(await readReply(response)).toMatchObject({ ok: false, error });
  });

  it('lets a message to somebody who has silently gone pass', async () => {
    expect(await call(standIn, 'chat.postMessage', { channel: 'U0HUSH', text: 'x' })).toMatchObject({
      ok: true,
    });
    const reply = await call(standIn, 'users.info', { user: 'U0HUSH' });
    expect(reply).toMatchObject({ user: { deleted: true } });
  });

  it('keeps what only one person saw from being changed', async () => {
    const mia = standIn.user({ name: 'Mia' });
    mia.inChannel({ id: 'C0IN' });
    const reply = await call(standIn, 'chat.postEphemeral', { channel: 'C0IN', user: 'U0MIA', text: 'psst' });
    const ts = textIn(reply, 'message_ts');
    expect(await call(standIn, 'chat.update', { channel: 'C0IN', ts, text: 'x' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  it('joins before it writes', async () => {
    expect(await call(standIn, 'conversations.join', { channel: 'C0OUT' })).toMatchObject({ ok: true });
    expect(await call(standIn, 'chat.postMessage', { channel: '#outside', text: 'x' })).toMatchObject({
      ok: true,
    });
  });

  it('gives long lists in pages', async () => {
    const first = await call(standIn, 'users.list', { limit: 2 });
    const cursor = textIn(first, 'response_metadata', 'next_cursor');
    expect(await call(standIn, 'users.list', { limit: 100, cursor })).toMatchObject({
      members: [{ id: 'U0GONE' }, { id: 'U0HUSH' }],
      response_metadata: { next_cursor: '' },
    });
  });
});
