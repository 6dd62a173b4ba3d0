import { App, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { silent } from './slack-stand-in-bot.ts';
import { call, textIn } from './slack-stand-in-call.ts';

const frame = z.looseObject({
  type: z.string(),
  envelope_id: z.string().optional(),
  reason: z.string().optional(),
  retry_attempt: z.number().optional(),
  retry_reason: z.string().optional(),
  accepts_response_payload: z.boolean().optional(),
  payload: z
    .looseObject({
      event_id: z.string().optional(),
      event: z.looseObject({ text: z.string().optional() }).optional(),
    })
    .optional(),
});
type Frame = z.infer<typeof frame>;

let standIn: SlackStandIn;
let lines: Line[] = [];

beforeEach(async () => {
  standIn = await startSlackStandIn({ limits: 'off', ackTimeoutMs: 100, retryDelaysMs: [10, 10, 10] });
});
afterEach(async () => {
  for (const line of lines) line.socket.terminate();
  lines = [];
  await standIn.stop();
});

interface Line {
  socket: WebSocket;
  frames: Frame[];
  /** Settles once the server has said so much, or has hung up. */
  heard(count: number): Promise<Frame[]>;
}

async function newAddress(): Promise<string> {
  return textIn(await call(standIn, 'apps.connections.open', {}, standIn.appToken), 'url');
}

async function connect(acknowledges = true): Promise<Line> {
  const socket = new WebSocket(await newAddress());
  const frames: Frame[] = [];
  const listeners = new Set<() => void>();
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const listen of [...listeners]) listen();
  });
  socket.on('message', (data) => {
    const read = frame.parse(JSON.parse(String(data)));
    frames.push(read);
    if (acknowledges && read.envelope_id) socket.send(JSON.stringify({ envelope_id: read.envelope_id }));
    for (const listen of [...listeners]) listen();
  });
  const line: Line = {
    socket,
    frames,
    heard: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (frames.length < count && socket.readyState !== socket.CLOSED) return;
          listeners.delete(look);
          resolve(frames);
        };
        listeners.add(look);
        look();
      }),
  };
  lines.push(line);
  await line.heard(1);
  return line;
}

const words = (frames: readonly Frame[]) =>
  frames.flatMap(({ payload }) => (payload?.event?.text === undefined ? [] : [payload.event.text]));

describe('a connection', () => {
  it('is greeted, and its address opens no second', async () => {
    const address = await newAddress();
    const socket = new WebSocket(address);
    const first = await new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
    expect(JSON.parse(String(first))).toMatchObject({ type: 'hello', num_connections: 1 });
    const again = new WebSocket(address);
    const refused = await new Promise<Error>((resolve) => again.once('error', resolve));
    expect(refused.message).toContain('401');
    socket.terminate();
  });

  it('is one of ten', async () => {
    for (let count = 0; count < 10; count += 1) await connect();
    expect(standIn.connections).toBe(10);
    const eleventh = await connect();
    expect(eleventh.frames[0]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    expect(standIn.connections).toBe(10);
  });

  it('shares what happens with the others', async () => {
    const [one, two] = [await connect(), await connect()];
    const mia = standIn.user({ name: 'Mia' });
    for (const text of ['a', 'b', 'c', 'd']) mia.send(text);
    await standIn.idle();
    expect([words(one.frames).length, words(two.frames).length]).toEqual([2, 2]);
  });
});

describe('an envelope', () => {
  it('with an event comes three times more while nobody acknowledges it', async () => {
    const line = await connect(false);
    standIn.user({ name: 'Mia' }).send('hello');
    await standIn.idle();
    const envelopes = line.frames.filter(({ type }) => type === 'events_api');
    expect(envelopes.map((one) => [one.retry_attempt, one.retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    expect(new Set(envelopes.map((one) => one.payload?.event_id)).size).toBe(1);
    expect(standIn.journal.deliveries().map(({ outcome }) => outcome)).toEqual(new Array(4).fill('timeout'));
  });

  it('with a command comes once', async () => {
    const line = await connect(false);
    expect(await standIn.user({ name: 'Mia' }).command('/mentoring')).toBe('trouble');
    await standIn.idle();
    expect(line.frames.slice(1)).toMatchObject([{ type: 'slash_commands', accepts_response_payload: true }]);
  });

  it('comes twice when that is the fault', async () => {
    const line = await connect();
    standIn.faults.nextDelivery('duplicate');
    standIn.user({ name: 'Mia' }).send('hello');
    await standIn.idle();
    expect(words(line.frames)).toEqual(['hello', 'hello']);
    expect(line.frames[1]?.envelope_id).toBe(line.frames[2]?.envelope_id);
  });

  it('comes after the next when that is the fault', async () => {
    const line = await connect();
    standIn.faults.nextDelivery('reverse');
    const mia = standIn.user({ name: 'Mia' });
    mia.send('first');
    mia.send('second');
    await standIn.idle();
    expect(words(line.frames)).toEqual(['second', 'first']);
  });

  it('comes again when its acknowledgement is lost', async () => {
    const line = await connect();
    standIn.faults.nextDelivery('lose-ack');
    standIn.user({ name: 'Mia' }).send('hello');
    await standIn.idle();
    expect(words(line.frames)).toEqual(['hello', 'hello']);
    expect(line.frames[2]?.retry_attempt).toBe(1);
  });

  it('waits for nobody who has gone', async () => {
    const line = await connect();
    standIn.faults.nextDelivery('drop-socket');
    const mia = standIn.user({ name: 'Mia' });
    expect(await mia.command('/mentoring')).toBe('trouble');
    expect(standIn.connections).toBe(0);
    expect(line.frames).toHaveLength(1);
    expect(mia.see().at(-1)?.text).toContain('dispatch_failed');
  });

  it('is not sent for what the app did not ask for', async () => {
    const line = await connect();
    const mia = standIn.user({ name: 'Mia' });
    mia.inChannel(standIn.channel({ name: 'general' })).send(`hello @beenthere`);
    await standIn.idle();
    expect(line.frames).toHaveLength(1);
  });
});

describe('a real Bolt app', () => {
  it('comes back after a refresh, and after a cut', async () => {
    const clientOptions = { slackApiUrl: `${standIn.url}/api/` };
    const receiver = new SocketModeReceiver({
      appToken: standIn.appToken,
      clientPingTimeout: 50,
      installerOptions: { clientOptions },
      logger: silent,
    });
    const app = new App({ token: standIn.botToken, receiver, clientOptions, logger: silent });
    app.message(async ({ say, message }) => {
      if (message.subtype === undefined) await say(`You said ${message.text}`);
    });
    await app.start();
    const mia = standIn.user({ name: 'Mia' });
    for (const how of ['refresh', 'cut']) {
      if (how === 'refresh') standIn.refreshSockets();
      else standIn.dropSockets();
      await new Promise<void>((resolve) => {
        const look = () => (standIn.connections === 0 ? resolve() : setTimeout(look, 5));
        look();
      });
      await standIn.connected();
      mia.send(how);
      await mia.waitFor(`You said ${how}`);
    }
    await app.stop();
  });
});
