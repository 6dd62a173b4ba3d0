import { expect, test } from 'vitest';
import { goesByInteraction } from '../../bots/discord/handles.ts';
import { paced } from '../../bots/pacing.ts';
import type { Address, Channel, Sent } from '../../core/index.ts';

const shown = { paragraphs: ['Hello'], buttons: [] };
const chat = (chatId: string): Address => ({ platform: 'test', tenant: '', chatId });

/** A channel that counts its calls and answers what it is told to. */
function counting() {
  const calls: string[] = [];
  const answers: Sent[] = [];
  const answer = async (to: Address): Promise<Sent> => {
    calls.push(to.chatId);
    return answers.shift() ?? { is: 'sent', ref: null };
  };
  const channel: Channel = { platform: 'test', send: answer, edit: answer };
  return { calls, answers, channel };
}

function stage(perChat?: { calls: number; seconds: number }) {
  const clock = { now: 0 };
  const { calls, answers, channel } = counting();
  const pacing = { overall: { calls: 4, seconds: 1 }, now: () => clock.now };
  const slow = paced(channel, perChat === undefined ? pacing : { ...pacing, perChat });
  const send = (to: string): Promise<Sent> => slow.send(chat(to), shown, 'once');
  return { clock, calls, answers, send, slow };
}

test('a chat gets no more than it takes, is told how long to wait, and others go on', async () => {
  const { clock, calls, send } = stage({ calls: 1, seconds: 1 });
  expect(await send('a')).toMatchObject({ is: 'sent' });
  clock.now = 400;
  expect(await send('a')).toEqual({ is: 'wait', seconds: 0.6 });
  expect(await send('b')).toMatchObject({ is: 'sent' });
  expect(calls).toEqual(['a', 'b']);
  clock.now = 1000;
  expect(await send('a')).toMatchObject({ is: 'sent' });
});

test('the whole bot is no faster than the app takes, and those who wait are called one after the other', async () => {
  const { clock, calls, send } = stage();
  for (const to of ['a', 'b', 'c', 'd']) await send(to);
  const [fifth, sixth] = [await send('e'), await send('f')];
  expect(fifth).toEqual({ is: 'wait', seconds: 0.25, everywhere: true });
  expect(sixth).toEqual({ is: 'wait', seconds: 0.5, everywhere: true });
  expect(calls).toHaveLength(4);
  clock.now = 250;
  expect(await send('e')).toMatchObject({ is: 'sent' });
  expect(await send('f')).toMatchObject({ is: 'wait' });
  clock.now = 500;
  expect(await send('f')).toMatchObject({ is: 'sent' });
});

test('what the app says about waiting is kept to the letter, for the chat', async () => {
  const { clock, calls, answers, send } = stage();
  answers.push({ is: 'wait', seconds: 7.5 });
  expect(await send('a')).toEqual({ is: 'wait', seconds: 7.5 });
  clock.now = 7499;
  expect(await send('a')).toMatchObject({ is: 'wait' });
  expect(calls).toEqual(['a']);
  clock.now = 7500;
  expect(await send('a')).toMatchObject({ is: 'sent' });
});

test('and for everybody, where it says so', async () => {
  const { clock, calls, answers, send } = stage();
  answers.push({ is: 'wait', seconds: 3, everywhere: true });
  await send('a');
  clock.now = 2999;
  expect(await send('b')).toMatchObject({ is: 'wait', everywhere: true });
  expect(calls).toEqual(['a']);
  clock.now = 3000;
  expect(await send('b')).toMatchObject({ is: 'sent' });
});

test('calls that are not answered leave no room for more than some, until they are', async () => {
  const hanging = Promise.withResolvers<Sent>();
  const channel: Channel = { platform: 'test', send: () => hanging.promise, edit: () => hanging.promise };
  const slow = paced(channel, { overall: { calls: 1000, seconds: 1 }, now: () => 0 });
  const send = (to: number): Promise<Sent> => slow.send(chat(String(to)), shown, 'once');
  const hung = Array.from({ length: 25 }, (_, to) => send(to));
  expect(await send(25)).toEqual({ is: 'wait', seconds: 1, everywhere: true });
  hanging.resolve({ is: 'sent', ref: null });
  await Promise.all(hung);
  expect(await send(25)).toMatchObject({ is: 'sent' });
});

test('an edit counts as much as a message', async () => {
  const { calls, send, slow } = stage({ calls: 1, seconds: 1 });
  await send('a');
  expect(await slow.edit(chat('a'), null, shown)).toMatchObject({ is: 'wait' });
  expect(calls).toEqual(['a']);
});

test('what the app does not count goes out at once, and takes nothing from what it counts', async () => {
  const { calls, channel } = counting();
  const isUncounted = (to: Address): boolean => to.reply !== undefined;
  const slow = paced(channel, { overall: { calls: 2, seconds: 1 }, isUncounted, now: () => 0 });
  const answer = { ...chat('a'), reply: 'a way to answer' };
  for (let n = 0; n < 3; n += 1) expect(await slow.send(answer, shown, 'once')).toMatchObject({ is: 'sent' });
  for (const to of ['b', 'c']) expect(await slow.send(chat(to), shown, 'once')).toMatchObject({ is: 'sent' });
  expect(await slow.send(chat('d'), shown, 'once')).toMatchObject({ is: 'wait', everywhere: true });
  expect(await slow.send(answer, shown, 'once')).toMatchObject({ is: 'sent' });
  expect(calls).toHaveLength(6);
});

test('in Discord those are the answers to interactions, also when they are edited', () => {
  const named = { interactionId: '1', applicationId: '2', token: 'secret' };
  const answering = { ...chat('a'), reply: { kind: 'interaction', ...named, private: true } };
  expect(goesByInteraction(answering, undefined)).toBe(true);
  expect(goesByInteraction(chat('a'), undefined)).toBe(false);
  expect(goesByInteraction(chat('a'), { applicationId: '2', token: 'secret', messageId: '3' })).toBe(true);
  // What stands in a channel is edited there, also where the press on it could be answered.
  expect(goesByInteraction(answering, { channelId: '4', messageId: '3' })).toBe(false);
});
