import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { startTalkativeBot, type TalkativeBot } from './telegram-stand-in-bot.ts';

let standIn: TelegramStandIn;
let talkative: TalkativeBot;

beforeEach(async () => {
  standIn = await startTelegramStandIn({ limits: 'off' });
  talkative = startTalkativeBot(standIn);
});
afterEach(async () => {
  await talkative.stop();
  await standIn.stop();
});

function mia() {
  return standIn.user({ id: 11, firstName: 'Mia', language: 'en-GB' });
}

describe('a group', () => {
  it('gives a bot in privacy mode only what is meant for it', async () => {
    const group = mia().inGroup(-77, 'Tea on Tuesdays');
    group.send('hello everybody');
    group.send('/start@another_bot');
    group.send('/start@beenthere_bot');
    const shown = await group.waitFor('Hello');
    group.send('I mean this', { replyTo: shown });
    group.send('ask @beenthere_bot');
    await standIn.idle();
    const texts = standIn.journal.updates().map((update) => update.message?.text);
    expect(texts).toEqual([
      undefined,
      undefined,
      '/start@beenthere_bot',
      'I mean this',
      'ask @beenthere_bot',
    ]);
    expect(talkative.heard).toEqual(['group left→member', 'new_chat_members', 'text', 'text']);
  });

  it('lets others press a button that was meant for one', async () => {
    mia().inGroup(-77).send('/start');
    const bo = standIn.user({ id: 12, firstName: 'Bo' }).inGroup(-77);
    await bo.waitFor('Hello');
    await bo.press('No').answered;
    expect(talkative.heard.at(-1)).toBe('Bo:n');
  });

  it('keeps what a person wrote there, whatever the bot wants', async () => {
    const theirs = mia().inGroup(-77).send('mine');
    await expect(talkative.bot.api.deleteMessage(-77, theirs.messageId)).rejects.toThrow(
      /400: Bad Request: message can't be deleted for everyone/,
    );
  });

  it('is closed to a bot that was put out', async () => {
    mia().inGroup(-77).send('/start');
    await mia().inGroup(-77).waitFor('Hello');
    mia().removeBotFrom(-77);
    await expect(talkative.bot.api.sendMessage(-77, 'hi')).rejects.toThrow(
      /403: Forbidden: bot was kicked from the group chat/,
    );
  });
});

it('shows a chat to somebody looking over the shoulder, with every change', async () => {
  const changes: string[] = [];
  const stop = standIn
    .chat(11)
    .onChange(({ shown, removed }) => changes.push(removed ? 'removed' : (shown?.text ?? '')));
  standIn.user({ id: 12, firstName: 'Bo' }).send('not here');
  mia().start();
  await mia().waitFor('Hello');
  mia().press('Yes');
  await mia().waitFor('Thank you');
  stop();
  mia().send('unheard');
  expect(changes).toEqual(['/start', 'Hello ', 'Thank you'].map((text) => text.trim()));
  expect(standIn.chat(11).messages.map((message) => message.text)).toEqual([
    '/start',
    'Thank you',
    'unheard',
  ]);
});

it('writes down every call and every update', async () => {
  const entries: string[] = [];
  const stop = standIn.journal.onEntry((entry) => entries.push(entry.kind));
  mia().start();
  await mia().waitFor('Hello');
  stop();
  expect(entries).toEqual(expect.arrayContaining(['update', 'delivery', 'request']));
  expect(standIn.journal.requests('sendMessage', 11)).toMatchObject([
    { params: { text: 'Hello ' }, reply: { ok: true }, via: 'http' },
  ]);
  expect(standIn.journal.requests('sendMessage', 12)).toEqual([]);
  expect(standIn.journal.warnings()).toEqual([]);
});
