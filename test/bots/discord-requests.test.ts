import { generateKeyPairSync, sign } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { httpInteractions } from '../../bots/discord/http-interactions.ts';

const NOW = 1_795_424_400;
const { publicKey, privateKey } = generateKeyPairSync('ed25519');

let heard: unknown[];
let answer: (request: Request) => Promise<Response>;
beforeEach(() => {
  heard = [];
  answer = httpInteractions({
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    now: () => NOW * 1000,
    onInteraction: async (raw) => heard.push(raw),
  });
});

async function post(given: object): Promise<number> {
  const body = JSON.stringify(given);
  const headers = {
    'x-signature-ed25519': sign(null, Buffer.from(`${NOW}${body}`), privateKey).toString('hex'),
    'x-signature-timestamp': String(NOW),
  };
  return (await answer(new Request('http://localhost/discord', { method: 'POST', headers, body }))).status;
}

test('an interaction is heard once, and refused when it comes again', async () => {
  expect(await post({ id: '1000000000000000001', type: 3 })).toBe(202);
  expect(await post({ id: '1000000000000000001', type: 3 })).toBe(401);
  expect(heard).toHaveLength(1);
});

test.each([
  '__proto__',
  '/',
  "'; DROP TABLE person; --",
  '{"$ne":null}',
  '/nothing@nobody what',
  '',
  'x'.repeat(50_000),
])(
  'what is signed and goes by the id %j is nothing, however many go by it: passed over each time',
  async (id) => {
    expect(await post({ id, type: 3, number: 1 })).toBe(202);
    expect(await post({ id, type: 2, number: 2 })).toBe(202);
    expect(heard).toEqual([]);
  },
);
