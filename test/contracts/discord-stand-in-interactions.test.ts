import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { EPHEMERAL, words } from './discord-stand-in-answers.ts';
import { COMMANDS } from './discord-stand-in-bot.ts';
import { call, callBack, faultsIn } from './discord-stand-in-call.ts';

let standIn: DiscordStandIn;
let clock = Date.UTC(2026, 2, 1, 9);
let stopwatch = 0;

beforeEach(async () => {
  stopwatch = 0;
  standIn = await startDiscordStandIn({ limits: 'off', now: () => clock, stopwatch: () => stopwatch });
  standIn.guild({ id: '500' }).channel({ id: '501' });
  await call(standIn, `PUT /applications/${standIn.applicationId}/commands`, COMMANDS);
});
afterEach(() => standIn.stop());

function room(id = '11') {
  return standIn.user({ id, name: `Mia${id}` }).inChannel('501');
}

function hook(token: string, rest = ''): string {
  return `/webhooks/${standIn.applicationId}/${token}${rest}`;
}

async function buttonMessage() {
  const asked = room().slash('hello');
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'Yes', custom_id: 'yes' }] }];
  await callBack(standIn, asked, { type: 4, data: { content: 'one', components } });
  return asked;
}

describe('an interaction', () => {
  it('is answered once, with 204 and no type', async () => {
    const asked = room().slash('hello');
    const first = await callBack(standIn, asked, words('Hello'));
    expect([first.status, first.body, first.headers.get('content-type')]).toEqual([204, undefined, null]);
    expect(await asked.answered).toMatchObject({ kind: 'message', shown: { text: 'Hello' } });
    expect(await callBack(standIn, asked, words('again'))).toMatchObject({
      status: 400,
      body: { code: 40060 },
    });
    expect(room().see()).toHaveLength(1);
  });

  it('tells what became of it when asked', async () => {
    const asked = room().slash('hello');
    const told = await callBack(standIn, asked, words('Hello', EPHEMERAL), '?with_response=true');
    expect(told).toMatchObject({
      status: 200,
      body: {
        interaction: {
          id: asked.interactionId,
          response_message_ephemeral: true,
          response_message_loading: false,
        },
        resource: { type: 4, message: { content: 'Hello', flags: EPHEMERAL } },
      },
    });
  });

  it('can be answered for three seconds', async () => {
    const inTime = room().slash('hello');
    stopwatch += 3000;
    expect(await callBack(standIn, inTime, words('Hello'))).toMatchObject({ status: 204 });
    const late = room().slash('hello');
    stopwatch += 3001;
    expect(await callBack(standIn, late, words('Hello'))).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
    expect(await late.answered).toEqual({ kind: 'failed' });
    expect(await call(standIn, `POST ${hook(late.token)}`, { content: 'x' }, null)).toMatchObject({
      body: { code: 10015 },
    });
  });

  it('is known by its id and its token', async () => {
    const { interactionId, token } = room().slash('hello');
    const wrong = [
      { interactionId, token: 'x' },
      { interactionId: '1', token },
    ];
    for (const one of wrong)
      expect(await callBack(standIn, one, words('x'))).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  it.each([
    ['an update', { type: 7, data: { content: 'x' } }, 'type BASE_TYPE_CHOICES'],
    ['a promised update', { type: 6 }, 'type BASE_TYPE_CHOICES'],
    ['choices', { type: 8, data: { choices: [] } }, 'type BASE_TYPE_CHOICES'],
    ['a pong', { type: 1 }, 'type BASE_TYPE_CHOICES'],
    ['a long text', words('x'.repeat(2001)), 'data/content BASE_TYPE_MAX_LENGTH'],
  ])('is not answered with %s, and still waits', async (_name, body, fault) => {
    const asked = room().slash('hello');
    const refused = await callBack(standIn, asked, body);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(faultsIn(refused.body)).toContain(fault);
    expect(await callBack(standIn, asked, words('Hello'))).toMatchObject({ status: 204 });
  });

  it('with nothing in its answer still waits', async () => {
    const asked = room().slash('hello');
    expect(await callBack(standIn, asked, { type: 4, data: {} })).toMatchObject({
      status: 400,
      body: { code: 50006 },
    });
  });
});

describe('a promised answer', () => {
  it('thinks until the answer comes, private as it was promised', async () => {
    const asked = room().slash('hello');
    await callBack(standIn, asked, { type: 5, data: { flags: EPHEMERAL } });
    expect(room().last()).toMatchObject({ isThinking: true, text: '', onlyFor: '11' });
    expect(standIn.pending).toBe(1);
    const edited = await call(
      standIn,
      `PATCH ${hook(asked.token, '/messages/%40original')}`,
      { content: 'Done' },
      null,
    );
    expect(edited).toMatchObject({ status: 200, body: { content: 'Done', flags: EPHEMERAL } });
    expect(room().last()).toMatchObject({ isThinking: false, text: 'Done', onlyFor: '11' });
    expect(room().last()?.editedAt).toBeUndefined();
    expect(room('12').see()).toEqual([]);
    await expect.poll(() => standIn.pending).toBe(0);
  });

  it('is kept by the first followup, and the next is a message of its own', async () => {
    const asked = room().slash('hello');
    await callBack(standIn, asked, { type: 5, data: { flags: EPHEMERAL } });
    await call(standIn, `POST ${hook(asked.token)}`, { content: 'Done' }, null);
    await call(standIn, `POST ${hook(asked.token)}`, { content: 'And more' }, null);
    expect(
      room()
        .see()
        .map(({ text, onlyFor }) => [text, onlyFor]),
    ).toEqual([
      ['Done', '11'],
      ['And more', undefined],
    ]);
  });

  it('can be given for fifteen minutes', async () => {
    const asked = room().slash('hello');
    await callBack(standIn, asked, { type: 5 });
    clock += 15 * 60_000;
    expect(
      await call(standIn, `PATCH ${hook(asked.token, '/messages/@original')}`, { content: 'a' }, null),
    ).toMatchObject({ status: 200 });
    clock += 1;
    expect(
      await call(standIn, `PATCH ${hook(asked.token, '/messages/@original')}`, { content: 'b' }, null),
    ).toMatchObject({ status: 401, body: { code: 50027 } });
    expect(await call(standIn, `POST ${hook(asked.token)}`, { content: 'b' }, null)).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });
});

describe('what was answered', () => {
  it('can be read, changed and taken back by its token alone', async () => {
    const { token } = await buttonMessage();
    const path = hook(token, '/messages/@original');
    expect(await call(standIn, `GET ${path}`, undefined, null)).toMatchObject({ body: { content: 'one' } });
    await call(standIn, `PATCH ${path}`, { content: 'two' }, null);
    expect(room().last()).toMatchObject({ text: 'two', buttons: [[{ label: 'Yes' }]] });
    expect(await call(standIn, `DELETE ${path}`, undefined, null)).toMatchObject({ status: 204 });
    expect(await call(standIn, `GET ${path}`, undefined, null)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
    expect(await call(standIn, `POST ${hook('nothing')}`, { content: 'x' }, null)).toMatchObject({
      status: 404,
      body: { code: 10015 },
    });
    expect(await call(standIn, `POST /webhooks/1/${token}`, { content: 'x' }, null)).toMatchObject({
      body: { code: 10015 },
    });
  });

  it('privately is not found in the channel, by nobody', async () => {
    const asked = room().slash('hello');
    await callBack(standIn, asked, words('secret', EPHEMERAL));
    const id = room().last()?.messageId;
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? { content: 'x' } : undefined;
      expect(await call(standIn, `${method} /channels/501/messages/${id}`, body)).toMatchObject({
        body: { code: 10008 },
      });
    }
    expect(await call(standIn, 'GET /channels/501/messages')).toMatchObject({ body: [] });
    expect(room('12').see()).toEqual([]);
  });
});

describe('a press', () => {
  it('changes the message it was on, at once or later', async () => {
    await buttonMessage();
    const first = room('12').press('Yes');
    await callBack(standIn, first, { type: 7, data: { content: 'two' } });
    expect(await first.answered).toMatchObject({ kind: 'update', shown: { text: 'two' } });
    const second = room('12').press('Yes');
    await callBack(standIn, second, { type: 6 });
    expect(await second.answered).toEqual({ kind: 'later' });
    await call(standIn, `PATCH ${hook(second.token, '/messages/@original')}`, { content: 'three' }, null);
    expect(
      room()
        .see()
        .map(({ text }) => text),
    ).toEqual(['three']);
  });

  it('is possible only on what one sees', async () => {
    const asked = room().slash('hello');
    await callBack(standIn, asked, words('secret', EPHEMERAL));
    const shown = room().last()?.messageId ?? '';
    expect(() => room('12').pressData('x', { message: shown })).toThrow('does not see message');
    expect(room().pressData('x', { message: shown }).data).toBe('x');
    await call(standIn, `DELETE ${hook(asked.token, '/messages/@original')}`, undefined, null);
    expect(() => room().pressData('x', { message: shown })).toThrow('does not see message');
  });

  it('tells who pressed what, where', async () => {
    await buttonMessage();
    room('12').press('Yes');
    const data = standIn.journal.events('INTERACTION_CREATE').at(-1)?.data;
    expect(data).toMatchObject({
      type: 3,
      guild_id: '500',
      channel_id: '501',
      context: 0,
      member: { user: { id: '12' }, roles: [] },
      message: { content: 'one' },
      data: { custom_id: 'yes', component_type: 2 },
    });
    expect(data).not.toHaveProperty('user');
    standIn.user({ id: '12', name: 'Mia12' }).slash('hello');
    expect(standIn.journal.events('INTERACTION_CREATE').at(-1)?.data).toMatchObject({
      user: { id: '12' },
      context: 1,
    });
  });
});
