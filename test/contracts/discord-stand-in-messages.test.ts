import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { call } from './discord-stand-in-call.ts';

let standIn: DiscordStandIn;
let clock = Date.UTC(2026, 2, 1, 9);

beforeEach(async () => {
  standIn = await startDiscordStandIn({ limits: 'off', now: () => clock });
  standIn.guild({ id: '500' }).channel({ id: '501', name: 'tea' });
  standIn.user({ id: '11', name: 'Mia' }).joinGuild('500');
});
afterEach(() => standIn.stop());

async function send(body: object, channel = '501') {
  const { body: message } = await call(standIn, `POST /channels/${channel}/messages`, body);
  return { id: String(Reflect.get(Object(message), 'id')), message };
}

function seen() {
  return standIn.user({ id: '11', name: 'Mia' }).inChannel('501').see();
}

describe('the door', () => {
  it.each([null, 'wrong'])('refuses the token %s', async (token) => {
    expect(await call(standIn, 'GET /users/@me', undefined, token)).toMatchObject({
      status: 401,
      body: { code: 0, message: '401: Unauthorized' },
    });
  });

  it('knows what it does not know', async () => {
    expect(await call(standIn, 'GET /nothing')).toMatchObject({ status: 404, body: { code: 0 } });
    expect(await call(standIn, 'DELETE /users/@me')).toMatchObject({ status: 405, body: { code: 0 } });
    const old = await fetch(`${standIn.url}/v6/users/@me`, {
      headers: { authorization: `Bot ${standIn.token}` },
    });
    expect(old.status).toBe(404);
  });

  it('refuses what is no JSON', async () => {
    const headers = { authorization: `Bot ${standIn.token}`, 'content-type': 'application/json' };
    const url = `${standIn.url}/v10/channels/501/messages`;
    const response = await fetch(url, { method: 'POST', headers, body: '{"content":' });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 50109 }]);
  });
});

describe('the bot learns about', () => {
  it.each([
    ['/users/@me', { id: '1000000000000000001', bot: true }],
    ['/applications/@me', { id: '1000000000000000001', interactions_endpoint_url: null }],
    ['/users/11', { id: '11', global_name: 'Mia' }],
    ['/guilds/500', { id: '500', name: 'Mentoring' }],
    ['/guilds/500/channels', [{ id: '501', name: 'tea', guild_id: '500' }]],
    ['/guilds/500/roles', [{ id: '500', name: '@everyone' }]],
    ['/guilds/500/members/11', { user: { id: '11' }, roles: [] }],
    ['/channels/501', { id: '501', type: 0 }],
    ['/users/@me/guilds', [{ id: '500' }]],
  ])('%s', async (path, expected) => {
    expect(await call(standIn, `GET ${path}`)).toMatchObject({ status: 200, body: expected });
  });

  it.each([
    ['GET /channels/9', 404, 10003],
    ['GET /guilds/9', 404, 10004],
    ['GET /guilds/500/members/9', 404, 10007],
    ['GET /channels/501/messages/9', 404, 10008],
    ['GET /users/9', 404, 10013],
    ['GET /guilds/500/scheduled-events/9', 404, 10070],
    ['PUT /guilds/500/members/11/roles/9', 403, 50013],
  ])('%s: %i, %i', async (route, status, code) => {
    expect(await call(standIn, route)).toMatchObject({ status, body: { code } });
  });
});

describe('a message', () => {
  it('is changed in place, field by field', async () => {
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'Yes', custom_id: 'yes' }] }];
    const { id } = await send({ content: 'one', components });
    clock += 1000;
    const edited = await call(standIn, `PATCH /channels/501/messages/${id}`, { content: 'two' });
    expect(edited).toMatchObject({ status: 200, body: { id, content: 'two' } });
    expect(seen()).toMatchObject([{ text: 'two', buttons: [[{ label: 'Yes' }]], editedAt: clock }]);
    await call(standIn, `PATCH /channels/501/messages/${id}`, { components: [] });
    expect(seen()).toMatchObject([{ text: 'two', buttons: [] }]);
    expect(await call(standIn, `PATCH /channels/501/messages/${id}`, { content: null })).toMatchObject({
      body: { code: 50006 },
    });
  });

  it('is deleted with an answer that has neither body nor type', async () => {
    const { id } = await send({ content: 'one' });
    const gone = await call(standIn, `DELETE /channels/501/messages/${id}`);
    expect([gone.status, gone.body, gone.headers.get('content-type')]).toEqual([204, undefined, null]);
    expect(seen()).toEqual([]);
    expect(await call(standIn, `DELETE /channels/501/messages/${id}`)).toMatchObject({
      body: { code: 10008 },
    });
  });

  it('of somebody else can neither be changed nor deleted', async () => {
    const { messageId } = standIn.user({ id: '11', name: 'Mia' }).inChannel('501').send('mine');
    const path = `/channels/501/messages/${messageId}`;
    expect(await call(standIn, `PATCH ${path}`, { content: 'x' })).toMatchObject({
      status: 403,
      body: { code: 50005 },
    });
    expect(await call(standIn, `DELETE ${path}`)).toMatchObject({ status: 403, body: { code: 50013 } });
    const own = standIn.user({ id: '11', name: 'Mia' }).send('mine');
    const inDm = `/channels/${own.channelId}/messages/${own.messageId}`;
    expect(await call(standIn, `DELETE ${inDm}`)).toMatchObject({ status: 403, body: { code: 50003 } });
  });

  it('with a nonce that is enforced is sent once, for a few minutes', async () => {
    const body = { content: 'one', nonce: 'a', enforce_nonce: true };
    const first = await send(body);
    expect((await send({ ...body, content: 'again' })).message).toEqual(first.message);
    expect(seen()).toHaveLength(1);
    expect((await send({ ...body, enforce_nonce: false })).id).not.toBe(first.id);
    clock += 4 * 60_000;
    expect((await send(body)).id).not.toBe(first.id);
    expect(seen()).toHaveLength(3);
  });

  it('brings files, which can be described, fetched, kept and dropped', async () => {
    const form = new FormData();
    form.set(
      'payload_json',
      JSON.stringify({ content: 'x', attachments: [{ id: 1, description: 'A date' }] }),
    );
    form.set('files[0]', new Blob(['BEGIN'], { type: 'text/calendar' }), 'a.ics');
    form.set('files[1]', new Blob(['PNG'], { type: 'image/png' }), 'a.png');
    const { body } = await call(standIn, 'POST /channels/501/messages', form);
    expect(body).toMatchObject({
      attachments: [
        { filename: 'a.ics', size: 5 },
        { filename: 'a.png', description: 'A date' },
      ],
    });
    expect(seen()[0]?.files.map((file) => file.kind)).toEqual(['document', 'photo']);
    const { id, attachments } = Object(body);
    const kept = [{ id: attachments[1].id }];
    await call(standIn, `PATCH /channels/501/messages/${id}`, { attachments: kept });
    expect(seen()[0]?.files.map((file) => file.name)).toEqual(['a.png']);
  });

  it('may not be larger than ten megabytes', async () => {
    const form = new FormData();
    form.set('payload_json', '{}');
    form.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'big');
    expect(await call(standIn, 'POST /channels/501/messages', form)).toMatchObject({
      status: 413,
      body: { code: 40005 },
    });
  });

  it('needs the permissions of the channel', async () => {
    const channel = standIn.guild({ id: '500' }).channel({ id: '501' });
    channel.forbid('SendMessages');
    expect(await call(standIn, 'POST /channels/501/messages', { content: 'x' })).toMatchObject({
      status: 403,
      body: { code: 50013 },
    });
    channel.forbid('ViewChannel');
    expect(await call(standIn, 'POST /channels/501/messages', { content: 'x' })).toMatchObject({
      status: 403,
      body: { code: 50001 },
    });
    channel.remove();
    expect(await call(standIn, 'POST /channels/501/messages', { content: 'x' })).toMatchObject({
      status: 404,
      body: { code: 10003 },
    });
  });

  it('cannot be sent to a server that put the bot out', async () => {
    standIn.guild({ id: '500' }).removeBot();
    expect(await call(standIn, 'POST /channels/501/messages', { content: 'x' })).toMatchObject({
      body: { code: 50001 },
    });
    expect(await call(standIn, 'GET /guilds/500')).toMatchObject({ status: 403, body: { code: 50001 } });
  });
});

describe('a private chat', () => {
  it('is the same each time it is opened', async () => {
    const first = await call(standIn, 'POST /users/@me/channels', { recipient_id: '11' });
    expect(first).toMatchObject({ status: 200, body: { type: 1, recipients: [{ id: '11' }] } });
    expect((await call(standIn, 'POST /users/@me/channels', { recipient_id: '11' })).body).toEqual(
      first.body,
    );
    const { id } = Object(first.body);
    await send({ content: 'Hello' }, id);
    expect(standIn.user({ id: '11', name: 'Mia' }).last()?.text).toBe('Hello');
  });

  it.each([{ recipient_id: '99' }, { recipient_id: '1000000000000000001' }])(
    'is not opened with %j',
    async (body) => {
      expect(await call(standIn, 'POST /users/@me/channels', body)).toMatchObject({
        status: 400,
        body: { code: 50033 },
      });
    },
  );
});

describe('history', () => {
  it.each(['messages', 'pins', 'messages/pins'])('is answered, and the journal knows: %s', async (path) => {
    await send({ content: 'one' });
    expect(standIn.journal.historyReads()).toEqual([]);
    expect(await call(standIn, `GET /channels/501/${path}`)).toMatchObject({
      status: 200,
      body: [{ content: 'one' }],
    });
    expect(standIn.journal.historyReads()).toHaveLength(1);
  });

  it('counts single messages of others too', async () => {
    const { id } = await send({ content: 'one' });
    await call(standIn, `GET /channels/501/messages/${id}`);
    expect(standIn.journal.historyReads()).toHaveLength(1);
  });
});
