import { createPublicKey, verify } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { COMMANDS } from './discord-stand-in-bot.ts';
import { call, callBack } from './discord-stand-in-call.ts';
import { identified } from './discord-stand-in-socket.ts';

interface Told {
  status: number;
  body?: object | FormData;
}

let standIn: DiscordStandIn;
let server: Server;
let address: string;
/** What the bot says to an interaction. */
let answer: (interaction: { id: string; token: string; type: number }) => Told | Promise<Told>;
let checksSignatures: boolean;
const heard: { signature: string; timestamp: string; body: string }[] = [];

beforeEach(async () => {
  heard.length = 0;
  checksSignatures = true;
  answer = () => ({ status: 200, body: { type: 4, data: { content: 'Hello' } } });
  standIn = await startDiscordStandIn({ limits: 'off', acknowledgeMs: 300 });
  await call(standIn, `PUT /applications/${standIn.applicationId}/commands`, COMMANDS);
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const signature = String(request.headers['x-signature-ed25519']);
    const timestamp = String(request.headers['x-signature-timestamp']);
    const body = Buffer.concat(parts).toString();
    heard.push({ signature, timestamp, body });
    const told = await respond(signature, timestamp, body);
    const form = new Response(told.body instanceof FormData ? told.body : JSON.stringify(told.body ?? {}));
    const type = told.body instanceof FormData ? form.headers.get('content-type') : 'application/json';
    response
      .writeHead(told.status, { 'content-type': type ?? '' })
      .end(Buffer.from(await form.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`;
});
afterEach(async () => {
  await standIn.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function respond(signature: string, timestamp: string, body: string): Promise<Told> {
  if (checksSignatures && !isSigned(signature, timestamp, body)) return { status: 401 };
  const interaction = JSON.parse(body);
  return interaction.type === 1 ? { status: 200, body: { type: 1 } } : answer(interaction);
}

/** As the documentation tells bots to check: over the timestamp and the body as it came. */
function isSigned(signature: string, timestamp: string, body: string): boolean {
  const der = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(standIn.publicKey, 'hex'),
  ]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(timestamp + body), key, Buffer.from(signature, 'hex'));
}

function mia() {
  return standIn.user({ id: '11', name: 'Mia' });
}

describe('an address for interactions', () => {
  it('is taken when it answers a ping and refuses a forged one', async () => {
    expect(await standIn.setEndpoint(address)).toBe(true);
    expect(heard.map(({ signature, timestamp, body }) => isSigned(signature, timestamp, body))).toEqual([
      true,
      false,
    ]);
  });

  it('is not taken when it believes everything, or nobody is there', async () => {
    checksSignatures = false;
    expect(await standIn.setEndpoint(address)).toBe(false);
    expect(await standIn.setEndpoint('http://127.0.0.1:1/')).toBe(false);
    const refused = await call(standIn, 'PATCH /applications/@me', { interactions_endpoint_url: address });
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    checksSignatures = true;
    const taken = await call(standIn, 'PATCH /applications/@me', { interactions_endpoint_url: address });
    expect(taken).toMatchObject({ status: 200, body: { interactions_endpoint_url: address } });
  });

  it('gets what the gateway would have got, signed; the gateway no longer does', async () => {
    await standIn.setEndpoint(address);
    const { socket } = await identified(standIn, 1 << 12);
    expect(await mia().slash('hello').answered).toMatchObject({ kind: 'message', shown: { text: 'Hello' } });
    mia().send('Hi');
    await socket.event('MESSAGE_CREATE');
    expect(socket.events).not.toContain('INTERACTION_CREATE');
    const last = heard.at(-1);
    expect(JSON.parse(last?.body ?? '')).toMatchObject({
      type: 2,
      data: { name: 'hello' },
      user: { id: '11' },
    });
    expect(standIn.journal.requests().at(-1)).toMatchObject({ via: 'inline', params: { type: 4 } });
    await standIn.setEndpoint(undefined);
    mia().slash('hello');
    await socket.event('INTERACTION_CREATE');
  });

  it('may bring files in its answer', async () => {
    await standIn.setEndpoint(address);
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ type: 4, data: { content: 'Keep it' } }));
    form.set('files[0]', new Blob(['BEGIN']), 'a.ics');
    answer = () => ({ status: 200, body: form });
    await mia().slash('hello').answered;
    expect(mia().last()).toMatchObject({ text: 'Keep it', file: { name: 'a.ics', size: 5 } });
  });

  it('may say 202 and answer by the callback', async () => {
    await standIn.setEndpoint(address);
    answer = ({ id, token }) => {
      setTimeout(() => callBack(standIn, { interactionId: id, token }, { type: 5 }), 20);
      return { status: 202 };
    };
    expect(await mia().slash('hello').answered).toMatchObject({ kind: 'thinking' });
  });

  it.each([
    ['says 500', () => ({ status: 500 })],
    ['says 401', () => ({ status: 401 })],
    ['answers what is refused', () => ({ status: 200, body: { type: 4, data: { content: '' } } })],
    ['answers in the wrong way', () => ({ status: 200, body: { type: 7, data: { content: 'x' } } })],
    ['is silent', () => new Promise<Told>(() => {})],
    ['says 202 and no more', () => ({ status: 202 })],
  ])('fails when it %s', async (_name, told) => {
    await standIn.setEndpoint(address);
    answer = told;
    expect(await mia().slash('hello').answered).toEqual({ kind: 'failed' });
    expect(mia().see()).toEqual([]);
  });

  it('can be sent anything with a signature', async () => {
    const body = JSON.stringify({ type: 1 });
    const headers = standIn.sign(body);
    expect(isSigned(headers['x-signature-ed25519'] ?? '', headers['x-signature-timestamp'] ?? '', body)).toBe(
      true,
    );
    expect(
      isSigned(headers['x-signature-ed25519'] ?? '', headers['x-signature-timestamp'] ?? '', `${body} `),
    ).toBe(false);
  });
});
