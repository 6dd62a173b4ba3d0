import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { call } from './discord-stand-in-call.ts';
import { connect, gatewayOf, identified, identity, RawSocket } from './discord-stand-in-socket.ts';

let standIn: DiscordStandIn;
let clock = Date.UTC(2026, 2, 1, 9);

const GUILDS = 1;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;
const EVENTS = 1 << 16;
const ALL = GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES | EVENTS;

beforeEach(async () => {
  standIn = await startDiscordStandIn({ limits: 'off', now: () => clock });
  standIn.guild({ id: '500' }).channel({ id: '501' });
});
afterEach(() => standIn.stop());

function mia() {
  return standIn.user({ id: '11', name: 'Mia' });
}

describe('the gateway', () => {
  it('greets, and tells who the bot is and where', async () => {
    const { socket } = await identified(standIn, ALL);
    await socket.event('GUILD_CREATE');
    expect(socket.frames).toMatchObject([
      { op: 10, d: { heartbeat_interval: 41_250 } },
      {
        op: 0,
        s: 1,
        t: 'READY',
        d: { v: 10, user: { bot: true }, guilds: [{ id: '500', unavailable: true }] },
      },
      { op: 0, s: 2, t: 'GUILD_CREATE', d: { id: '500', channels: [{ id: '501' }] } },
    ]);
    socket.send(1, 2);
    expect(await socket.waitFor((frame) => frame.op === 11)).toMatchObject({ op: 11 });
  });

  it.each([
    ['a wrong token', 2, () => identity(standIn, ALL, 'wrong'), 4004],
    ['MessageContent', 2, () => identity(standIn, ALL | (1 << 15)), 4014],
    ['GuildMembers', 2, () => identity(standIn, ALL | (1 << 1)), 4014],
    ['Presences', 2, () => identity(standIn, ALL | (1 << 8)), 4014],
    ['intents that do not exist', 2, () => identity(standIn, 1 << 27), 4013],
    ['no intents', 2, () => ({ token: standIn.token }), 4002],
    ['an unknown opcode', 99, () => null, 4001],
    ['a presence before a name', 3, () => null, 4003],
    ['a resume with a wrong token', 6, () => ({ token: 'x', session_id: 'x', seq: 1 }), 4004],
  ])('closes on %s', async (_name, op, d, code) => {
    const socket = await connect(standIn);
    socket.send(op, d());
    expect(await socket.closed()).toBe(code);
  });

  it('closes on what cannot be read, a second name, another version and too many frames', async () => {
    const unreadable = await connect(standIn);
    unreadable.sendRaw('{');
    expect(await unreadable.closed()).toBe(4002);
    const { socket } = await identified(standIn, ALL);
    socket.send(2, identity(standIn, ALL));
    expect(await socket.closed()).toBe(4005);
    const old = new RawSocket(`${gatewayOf(standIn)}/?v=6&encoding=json`);
    expect(await old.closed()).toBe(4012);
    const loud = await connect(standIn);
    for (let count = 0; count <= 120; count += 1) loud.send(1, null);
    expect(await loud.closed()).toBe(4008);
  });

  it('closes on a bot whose heart does not beat', async () => {
    const quick = await startDiscordStandIn({ heartbeatMs: 20 });
    const socket = await connect(quick);
    expect(await socket.closed()).toBe(4009);
    await quick.stop();
  });

  it('allows the intents that the portal has switched on', async () => {
    const open = await startDiscordStandIn({ privilegedIntents: ['messageContent'] });
    open.guild({ id: '500' }).channel({ id: '501' });
    const { socket } = await identified(open, ALL | (1 << 15));
    open.user({ id: '11', name: 'Mia' }).inChannel('501').send('open words');
    expect(await socket.event('MESSAGE_CREATE')).toMatchObject({ d: { content: 'open words' } });
    await open.stop();
  });
});

describe('what a bot hears', () => {
  it('is hidden in a server, unless the bot is named or wrote it; private words are not', async () => {
    const { socket } = await identified(standIn, ALL);
    const room = mia().inChannel('501');
    const secret = room.send('a secret');
    room.send(`<@${standIn.applicationId}> for you`);
    mia().send('between us');
    const own = await call(standIn, 'POST /channels/501/messages', { content: 'mine' });
    room.send('yes', { replyTo: String(Object(own.body).id) });
    await expect.poll(() => socket.events.filter((name) => name === 'MESSAGE_CREATE')).toHaveLength(5);
    const heard = socket.frames
      .filter((frame) => frame.t === 'MESSAGE_CREATE')
      .map((frame) => Object(frame.d).content);
    expect(heard).toEqual(['', `<@${standIn.applicationId}> for you`, 'between us', 'mine', 'yes']);
    room.edit(secret, 'another secret');
    expect(await socket.event('MESSAGE_UPDATE')).toMatchObject({ d: { id: secret.messageId, content: '' } });
  });

  it('is only what it asked for', async () => {
    const { socket } = await identified(standIn, GUILDS);
    mia().inChannel('501').send('in the server');
    mia().send('between us');
    await call(standIn, `PUT /applications/${standIn.applicationId}/commands`, [
      { name: 'x', description: 'x' },
    ]);
    mia().slash('x');
    await socket.event('INTERACTION_CREATE');
    expect(socket.events).toEqual(['READY', 'GUILD_CREATE', 'INTERACTION_CREATE']);
  });

  it('is each change of channels, servers and events', async () => {
    const { socket } = await identified(standIn, ALL);
    const guild = standIn.guild({ id: '500' });
    guild.channel({ name: 'tea' }).remove();
    guild.removeBot();
    guild.addBot();
    await expect
      .poll(() => socket.events.slice(2))
      .toEqual(['CHANNEL_CREATE', 'CHANNEL_DELETE', 'GUILD_DELETE', 'GUILD_CREATE']);
  });

  it('can come twice, or the last first', async () => {
    const { socket } = await identified(standIn, ALL);
    const words = () =>
      socket.frames.filter((frame) => frame.t === 'MESSAGE_CREATE').map((frame) => Object(frame.d).content);
    standIn.faults.nextDelivery('duplicate');
    mia().send('one');
    await expect.poll(words).toEqual(['one', 'one']);
    standIn.faults.nextDelivery('reverse');
    mia().send('two');
    mia().send('three');
    await expect.poll(words).toEqual(['one', 'one', 'three', 'two']);
    expect(socket.frames.flatMap((frame) => frame.s ?? [])).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('a bot that comes back', () => {
  it('gets what it missed, in order, and then RESUMED', async () => {
    const { socket, sessionId } = await identified(standIn, ALL);
    await socket.event('GUILD_CREATE');
    standIn.gateway.drop();
    await socket.closed();
    mia().send('one');
    mia().send('two');
    await expect.poll(() => standIn.gateway.waiting).toBe(0);
    const back = await connect(standIn);
    back.send(6, { token: standIn.token, session_id: sessionId, seq: 2 });
    await back.event('RESUMED');
    expect(back.frames.slice(1).map((frame) => [frame.s, frame.t])).toEqual([
      [3, 'MESSAGE_CREATE'],
      [4, 'MESSAGE_CREATE'],
      [5, 'RESUMED'],
    ]);
    mia().send('three');
    expect(await back.waitFor((frame) => frame.s === 6)).toMatchObject({ d: { content: 'three' } });
  });

  it('has lost its session after a while, after goodbye, and when it never had one', async () => {
    const { socket, sessionId } = await identified(standIn, ALL);
    socket.close();
    await expect.poll(() => standIn.gateway.connected).toBe(0);
    clock += 4 * 60_000;
    const bye = await identified(standIn, ALL);
    bye.socket.close(1000);
    await expect.poll(() => standIn.gateway.connected).toBe(0);
    for (const id of [sessionId, bye.sessionId, 'none']) {
      const back = await connect(standIn);
      back.send(6, { token: standIn.token, session_id: id, seq: 1 });
      expect(await back.waitFor((frame) => frame.op === 9)).toMatchObject({ d: false });
    }
  });

  it('cannot have heard more than was said', async () => {
    const { socket, sessionId } = await identified(standIn, ALL);
    socket.close();
    const back = await connect(standIn);
    back.send(6, { token: standIn.token, session_id: sessionId, seq: 99 });
    expect(await back.closed()).toBe(4007);
  });

  it('is asked to come back, told that its session is over, or finds nobody', async () => {
    const { socket } = await identified(standIn, ALL);
    standIn.gateway.askToReconnect();
    await socket.waitFor((frame) => frame.op === 7);
    standIn.gateway.invalidate();
    expect(await socket.waitFor((frame) => frame.op === 9)).toMatchObject({ d: false });
    standIn.gateway.goAway();
    expect(await socket.closed()).toBe(1006);
    const nobody = new RawSocket(`${gatewayOf(standIn)}/?v=10&encoding=json`);
    expect(await nobody.closed()).toBe(1006);
    standIn.gateway.comeBack();
    await connect(standIn);
  });
});
