import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../bots/rehearsal/telegram/stand-in.ts';
import { startTalkativeBot, type TalkativeBot } from './telegram-stand-in-bot.ts';

let standIn: TelegramStandIn;
let talkative: TalkativeBot;
let clock = Date.UTC(2026, 2, 1, 9);

beforeEach(async () => {
  standIn = await startTelegramStandIn({ limits: 'off', now: () => clock });
  talkative = startTalkativeBot(standIn);
});
afterEach(async () => {
  await talkative.stop();
  await standIn.stop();
});

function mia() {
  return standIn.user({ id: 11, firstName: 'Mia', language: 'en-GB' });
}

describe('a person with a phone', () => {
  it('opens a link, presses what they see, and sees the message change in place', async () => {
    mia().start('poster-3');
    const shown = await mia().waitFor('Hello poster-3');
    expect(shown.buttons.map((row) => row.map((button) => button.label))).toEqual([['Yes', 'No'], ['Web']]);
    const { answered } = mia().press('Yes');
    expect(await answered).toEqual({ text: 'You said y', showAlert: true });
    const changed = await mia().waitFor('Thank you');
    expect(changed).toMatchObject({ messageId: shown.messageId, buttons: [], editedAt: clock });
    expect(
      mia()
        .see()
        .map((message) => message.text),
    ).toEqual(['/start poster-3', 'Thank you']);
    expect(mia().last()).toEqual(changed);
  });

  it('can press only what is there, by its label', async () => {
    mia().start();
    await mia().waitFor('Hello');
    expect(() => mia().press('Maybe')).toThrow('Mia sees no button “Maybe”; there are ["Yes","No","Web"]');
    expect(() => mia().press('Web')).toThrow('opens https://example.org');
    expect(await mia().press(/^N/).answered).toMatchObject({ text: 'You said n' });
  });

  it('presses the newest of equal buttons, and an older one if they mean that', async () => {
    mia().start('one');
    const one = await mia().waitFor('one');
    mia().start('two');
    const two = await mia().waitFor('two');
    await mia().press('Yes').answered;
    await mia().waitFor((message) => message.messageId === two.messageId && message.text === 'Thank you');
    await mia().press('Yes', { message: one.messageId }).answered;
    await mia().waitFor((message) => message.messageId === one.messageId && message.text === 'Thank you');
  });

  it('can press a button that was there when the message was seen', async () => {
    mia().start();
    const seen = await mia().waitFor('Hello');
    await mia().press('Yes').answered;
    await mia().waitFor('Thank you');
    expect(() => mia().press('Yes')).toThrow('sees no button');
    await mia().press('Yes', { message: seen }).answered;
    expect(talkative.heard).toEqual(['Mia:y', 'Mia:y']);
    await expect.poll(() => talkative.errors).toHaveLength(1);
    expect(talkative.errors[0]).toMatch(/message is not modified/);
  });

  it('can forge any data, also on a message that is gone', async () => {
    const first = mia().start();
    await mia().waitFor('Hello');
    expect(await mia().pressData('forged').answered).toMatchObject({ text: 'You said forged' });
    await mia().pressData('late', { message: first.messageId + 1000 }).answered;
    const last = standIn.journal.updates().at(-1);
    expect(last?.callback_query?.message).toEqual({
      chat: expect.anything(),
      message_id: first.messageId + 1000,
      date: 0,
    });
  });

  it('hears nothing when the bot answers too late', async () => {
    mia().start();
    await mia().waitFor('Hello');
    await talkative.stop();
    const { queryId } = mia().press('No');
    clock += 16 * 60_000;
    await expect(talkative.bot.api.answerCallbackQuery(queryId)).rejects.toThrow(/query is too old/);
  });

  it('gets files and pictures, which can be fetched again', async () => {
    mia().start();
    mia().send('/file');
    const shown = await mia().waitFor((message) => message.file?.kind === 'document');
    expect(shown).toMatchObject({ text: 'Keep it', file: { name: 'a.ics', size: 5 } });
    const { file_path: path } = await talkative.bot.api.getFile(shown.file?.id ?? '');
    const content = await fetch(`${standIn.url}/file/bot${standIn.token}/${path}`);
    expect(await content.text()).toBe('BEGIN');
    mia().send('/picture');
    expect((await mia().waitFor((message) => message.file?.kind === 'photo')).file?.size).toBe(4);
  });

  it('sends voice notes, photos and stickers', async () => {
    mia().sendVoice();
    mia().sendPhoto('look');
    mia().sendSticker();
    await standIn.idle();
    expect(talkative.heard).toEqual(['voice', 'photo', 'sticker']);
  });

  it('sees a message go', async () => {
    mia().start();
    const shown = await mia().waitFor('Hello');
    mia().send(`/gone ${shown.messageId}`);
    await expect
      .poll(() =>
        mia()
          .see()
          .some(({ messageId }) => messageId === shown.messageId),
      )
      .toBe(false);
  });

  it('has keys under the input field that send their words', async () => {
    mia().send('/keys');
    await mia().waitFor('Choose');
    expect(mia().keys()).toEqual([['Tea', 'Coffee']]);
    mia().pressKey('Tea');
    await standIn.idle();
    expect(mia().see().at(-1)?.text).toBe('Tea');
    expect(() => mia().pressKey('Cocoa')).toThrow('No key “Cocoa”');
  });

  it('writes five thousand characters, which arrive as two messages', async () => {
    mia().send('a'.repeat(5000));
    await standIn.idle();
    expect(standIn.journal.updates().map((update) => update.message?.text?.length)).toEqual([4096, 904]);
  });

  it('blocks the bot, which can then no longer write, and comes back', async () => {
    mia().start();
    await mia().waitFor('Hello');
    mia().block();
    await expect(talkative.bot.api.sendMessage(11, 'hi')).rejects.toThrow(
      /403: Forbidden: bot was blocked by the user/,
    );
    expect(() => mia().send('hi')).toThrow('has blocked the bot');
    const mark = mia().mark();
    mia().start('again');
    await mia().waitFor('Hello again', { since: mark });
    expect(talkative.heard).toEqual(['private member→kicked', 'private kicked→member']);
  });

  it('waits for what does not come, and then says what it saw', async () => {
    mia().start();
    await mia().waitFor('Hello');
    await expect(mia().waitFor('Never', { timeoutMs: 20 })).rejects.toThrow(
      /waited 20 ms for Never and saw .*Hello/,
    );
    await expect(mia().waitFor('Hello', { timeoutMs: 20, since: mia().mark() })).rejects.toThrow(/waited/);
  });
});
