import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInteraction } from '../../bots/discord/read-interaction.ts';
import { readMessage } from '../../bots/discord/read-message.ts';
import { Incoming } from '../../core/index.ts';
import { HOW_MANY } from './hostile-words.ts';
import { expectKeepable, shakenEverywhere } from './keepable.ts';

const COMMANDS = new Set(['book', 'home']);
/** Made at the beginning of the year 2026. */
const ID = String(BigInt(Date.UTC(2026, 0, 1) - 1_420_070_400_000) << 22n);

const press = {
  id: ID,
  application_id: '1',
  token: 'secret',
  type: 3,
  channel_id: '50',
  context: 1,
  user: { id: '700' },
  locale: 'en-GB',
  message: { id: '60' },
  data: { custom_id: 'b-token', component_type: 2 },
};
const inServer = {
  ...press,
  context: 0,
  guild_id: '40',
  channel: { name: 'tea' },
  user: undefined,
  member: { user: { id: '700' } },
};

test('a press in the private chat leaves its message as it is, and is answered there', () => {
  const read = readInteraction(press, COMMANDS);
  expect(read).toMatchObject({ is: 'act', acknowledge: 'update', opens: false });
  if (read?.is !== 'act') throw new Error('It was not read');
  expect(read.incoming).toEqual({
    key: `discord:${ID}`,
    account: { platform: 'discord', tenant: '', userId: '700' },
    chat: { id: '700', private: true },
    intent: { is: 'press', token: 'b-token' },
    language: 'en-GB',
  });
});

test('a press in a server is answered to the presser alone, for less than fifteen minutes', () => {
  const read = readInteraction(inServer, COMMANDS);
  if (read?.is !== 'act') throw new Error('It was not read');
  expect(read.acknowledge).toBe('private-reply');
  expect(read.incoming).toMatchObject({
    chat: { id: '700', private: true },
    place: { id: '50', name: 'tea', tenant: '40' },
    reply: { handle: { token: 'secret', private: true } },
  });
  expect(read.incoming.reply?.until.toString()).toBe('2026-01-01T00:14:30Z');
  expect(Incoming.safeParse(read.incoming).success).toBe(true);
});

test('a chat with others is no private chat', () => {
  expect(readInteraction({ ...press, context: 2 }, COMMANDS)).toMatchObject({ acknowledge: 'private-reply' });
});

test('a button that opens a form says so', () => {
  const opens = { ...press, data: { custom_id: 'f-token', component_type: 2 } };
  expect(readInteraction(opens, COMMANDS)).toMatchObject({ opens: true });
});

test('a command in the private chat is answered there, for everybody in it', () => {
  const command = { ...press, type: 2, message: undefined, data: { name: 'home' } };
  expect(readInteraction(command, COMMANDS)).toMatchObject({
    acknowledge: 'reply',
    incoming: { intent: { is: 'command', name: 'home', rest: '' }, reply: { handle: { private: false } } },
  });
});

test('words of one’s own count more than what was chosen', () => {
  const field = (component: object) => ({ type: 18, component });
  const components = [
    field({ type: 3, custom_id: 'c:when', values: ['tomorrow'] }),
    field({ type: 4, custom_id: 'w:when', value: 'Friday' }),
    field({ type: 3, custom_id: 'c:where', values: ['cafe'] }),
    field({ type: 4, custom_id: 'w:where', value: ' ' }),
    { type: 10, id: 3 },
  ];
  const sheet = { ...press, type: 5, data: { custom_id: 'f-token', components } };
  expect(readInteraction(sheet, COMMANDS)).toMatchObject({
    incoming: { intent: { is: 'answers', token: 'f-token', answers: { when: 'Friday', where: 'cafe' } } },
  });
});

test('bots, web hooks, servers and notices of Discord itself are passed over', () => {
  const message = { id: ID, author: { id: '700' }, type: 0, content: 'Hello', attachments: [] };
  expect(readMessage(message)?.intent).toEqual({ is: 'text', text: 'Hello' });
  expect(readMessage({ ...message, author: { id: '1', bot: true } })).toBeUndefined();
  expect(readMessage({ ...message, webhook_id: '1' })).toBeUndefined();
  expect(readMessage({ ...message, guild_id: '40' })).toBeUndefined();
  expect(readMessage({ ...message, type: 6 })).toBeUndefined();
});

test('whatever comes, it is read or passed over, and what is read fits the core', () => {
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true });
  const shaken = fc
    .tuple(fc.constantFrom<object>(press, inServer), fc.constantFrom(...Object.keys(press)), anything)
    .map(([whole, key, value]) => ({ ...whole, [key]: value }));
  fc.assert(
    fc.property(fc.oneof(anything, shaken), (given) => {
      const read = readInteraction(given, COMMANDS);
      if (read?.is === 'act') expect(Incoming.safeParse(read.incoming).success).toBe(true);
      readMessage(given);
    }),
    { numRuns: HOW_MANY },
  );
});

test('whatever stands in any part of what is signed, what is read can be kept', () => {
  const named = [{ name: 'when', type: 3, value: 'tomorrow' }];
  const components = [{ type: 18, component: { type: 4, custom_id: 'w:when', value: 'Friday' } }];
  const wholes: object[] = [
    press,
    inServer,
    { ...inServer, type: 2, data: { name: 'book', options: named } },
    { ...inServer, type: 5, data: { custom_id: 'f-token', components } },
  ];
  const looked = wholes.flatMap(shakenEverywhere).map(({ at, shaken }) => {
    const read = readInteraction(shaken, COMMANDS);
    if (read?.is === 'act') expect(() => expectKeepable(read.incoming), at).not.toThrow();
    return read?.is;
  });
  expect(new Set(looked)).toEqual(new Set(['act', undefined]));
});

test('a token with characters that no token has means nothing', () => {
  for (const token of ['', '\u0000', '\ud800', ' \n'])
    expect(readInteraction({ ...inServer, token }, COMMANDS)).toBeUndefined();
});
