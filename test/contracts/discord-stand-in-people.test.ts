import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { startTalkativeBot, type TalkativeBot } from './discord-stand-in-bot.ts';

let standIn: DiscordStandIn;
let talkative: TalkativeBot;

beforeEach(async () => {
  standIn = await startDiscordStandIn({ limits: 'off', acknowledgeMs: 400 });
  standIn.guild({ id: '500' }).channel({ id: '501' });
  talkative = await startTalkativeBot(standIn);
});
afterEach(async () => {
  await talkative.stop();
  await standIn.stop();
  expect(talkative.errors).toEqual([]);
});

function mia() {
  return standIn.user({ id: '11', name: 'Mia' });
}

function ben() {
  return standIn.user({ id: '12', name: 'Ben' });
}

describe('a person with Discord', () => {
  it('writes, presses what they see, and sees the message change in place', async () => {
    mia().send('hi');
    const shown = await mia().waitFor('Hello Mia');
    expect(shown).toMatchObject({
      content: 'Hello **Mia**',
      marks: { formats: ['bold'] },
      pings: { users: ['11'] },
    });
    expect(shown.buttons.map((row) => row.map((button) => button.label))).toEqual([
      ['Yes', 'Form', 'Slow', 'Web'],
    ]);
    expect(await mia().press('Yes').answered).toMatchObject({ kind: 'update', shown: { text: 'Thank you' } });
    const changed = await mia().waitFor('Thank you');
    expect(changed).toMatchObject({ messageId: shown.messageId, buttons: [] });
    expect(changed.editedAt).toBeDefined();
    expect(mia().last()).toEqual(changed);
    expect(standIn.journal.warnings()).toEqual([]);
    expect(standIn.journal.historyReads()).toEqual([]);
  });

  it('can press only what is there', async () => {
    mia().send('hi');
    await mia().waitFor('Hello');
    expect(() => mia().press('Maybe')).toThrow('no button “Maybe”; there are ["Yes","Form","Slow","Web"]');
    expect(() => mia().press('Web')).toThrow('opens https://example.org');
    expect(await mia().press(/^Y/).answered).toMatchObject({ kind: 'update' });
  });

  it('is told when the bot does not answer in time', async () => {
    mia().send('hi');
    await mia().waitFor('Hello');
    const { answered } = mia().press('Slow');
    expect(standIn.pending).toBeGreaterThan(0);
    expect(await answered).toEqual({ kind: 'failed' });
    await standIn.idle();
    expect(standIn.pending).toBe(0);
  });

  it('fills in a form by the labels of its fields', async () => {
    mia().send('hi');
    await mia().waitFor('Hello');
    expect(await mia().press('Form').answered).toMatchObject({ kind: 'form', form: { title: 'Tell us' } });
    expect((await mia().waitForForm('Tell us')).fields).toMatchObject([
      { label: 'Why', kind: 'long text', required: true, min: 3, max: 4000 },
    ]);
    expect(ben().form()).toBeUndefined();
    expect(() => mia().submit({ When: 'now' })).toThrow('no field “When”; there are ["Why"]');
    expect(() => mia().submit({})).toThrow('“Why” must be filled in');
    expect(() => mia().submit({ Why: 'x' })).toThrow('takes 3 to 4000 characters');
    expect(await mia().submit({ Why: 'because' }).answered).toMatchObject({ kind: 'message' });
    await mia().waitFor('Thank you for telling');
    await expect.poll(() => talkative.heard).toContain('because Thank you for telling');
    expect(() => mia().submit({ Why: 'again' })).toThrow('has no form open');
  });

  it('closes a form, and the bot hears nothing', async () => {
    mia().send('hi');
    await mia().waitFor('Hello');
    await mia().press('Form').answered;
    mia().dismiss();
    expect(mia().form()).toBeUndefined();
  });

  it('chooses from a list by the labels', async () => {
    mia().send('list');
    await mia().waitFor('Choose');
    expect(() => mia().choose('Milk')).toThrow('no list with ["Milk"]');
    expect(() => mia().choose(['Tea', 'Coffee', 'Water'])).toThrow('takes 1 to 2, not 3');
    await mia().choose(['Tea', 'Water']).answered;
    expect(await mia().waitFor('You chose')).toMatchObject({ text: 'You chose t,w', onlyFor: '11' });
  });

  it('uses a command in a channel; what is private is seen by nobody else', async () => {
    const room = mia().inChannel('501');
    expect(await room.autocomplete('group new', 'topic', 'Tea')).toEqual([
      { name: 'Tea time', value: 'tea' },
    ]);
    expect(await room.slash('group new', { topic: 'tea', day: 'Monday', lead: '11' }).answered).toMatchObject(
      {
        kind: 'thinking',
        shown: { isThinking: true, text: '' },
      },
    );
    await room.waitFor('There is a new group');
    expect(room.see().map(({ text, onlyFor }) => [text, onlyFor])).toEqual([
      ['Made tea', '11'],
      ['There is a new group', undefined],
    ]);
    expect(
      ben()
        .inChannel('501')
        .see()
        .map(({ text }) => text),
    ).toEqual(['There is a new group']);
    expect(standIn.guild({ id: '500' }).channel({ id: '501' }).messages).toHaveLength(2);
  });

  it.each([
    ['nothing', {}, 'no command /nothing'],
    ['group', {}, 'goes on: new'],
    ['group old', {}, '/group has no old'],
    ['group new', {}, 'topic must be filled in'],
    ['group new', { topic: 'tea', colour: 'red' }, 'no option colour'],
    ['group new', { topic: 'x'.repeat(21) }, 'topic does not take'],
    ['group new', { topic: 'tea', places: 1 }, 'places does not take 1'],
    ['group new', { topic: 'tea', places: 2.5 }, 'a whole number'],
    ['group new', { topic: 'tea', day: 'Sunday' }, 'it offers Monday'],
    ['group new', { topic: 'tea', lead: '99' }, 'nobody and nothing with the id 99'],
  ])('cannot send /%s with %j', (name, options, words) => {
    expect(() => mia().inChannel('501').slash(name, options)).toThrow(words);
  });

  it('is not offered in private what is meant for servers', async () => {
    expect(() => mia().slash('group new', { topic: 'tea' })).toThrow('not offered in a private chat');
    expect(await mia().slash('hello').answered).toMatchObject({ kind: 'thinking' });
    await standIn.idle();
  });

  it('is heard in a server only when the bot is named', async () => {
    const room = mia().inChannel('501');
    room.send('a secret');
    room.send(`<@${standIn.applicationId}> for you`);
    await expect.poll(() => talkative.heard).toEqual(['Mia:', `Mia:<@${standIn.applicationId}> for you`]);
  });

  it('closes their messages, leaves, blocks: each time the bot can no longer write', async () => {
    const send = () => talkative.client.users.send('11', 'news');
    mia();
    await expect(send()).rejects.toMatchObject({ code: 50278, status: 403 });
    mia().joinGuild('500');
    await send();
    mia().closeDms();
    await expect(send()).rejects.toMatchObject({ code: 50007, status: 403 });
    mia().openDms();
    await send();
    mia().leaveGuild('500');
    await expect(send()).rejects.toMatchObject({ code: 50278 });
    mia().send('I am here');
    await send();
    mia().block();
    await expect(send()).rejects.toMatchObject({ code: 50007 });
    expect(() => mia().send('hi')).toThrow('has blocked the bot');
    expect(mia().isReachable).toBe(false);
  });

  it('gets an answer to a press also when their messages are closed', async () => {
    mia().send('hi');
    await mia().waitFor('Hello');
    mia().closeDms();
    expect(await mia().press('Yes').answered).toMatchObject({ kind: 'update' });
  });

  it('gets files, and sends pictures and very long texts', async () => {
    mia().joinGuild('500');
    const attachment = Buffer.from('BEGIN');
    await talkative.client.users.send('11', { content: 'Keep it', files: [{ attachment, name: 'a.ics' }] });
    const { file } = await mia().waitFor('Keep it');
    expect(file).toMatchObject({ kind: 'document', name: 'a.ics', size: 5 });
    expect(await (await fetch(file?.url ?? '')).text()).toBe('BEGIN');
    expect(standIn.file(file?.id ?? '')?.toString()).toBe('BEGIN');
    expect(mia().sendPhoto('look').file?.kind).toBe('photo');
    mia().sendVoice();
    mia().sendSticker();
    mia().send('a'.repeat(2100));
    await expect.poll(() => talkative.heard.map((words) => words.length)).toEqual([8, 4, 4, 2004, 104]);
  });

  it('waits for what does not come, and then says what it saw', async () => {
    mia().send('hi');
    await mia().waitFor('Hello');
    await expect(mia().waitFor('Never', { timeoutMs: 20 })).rejects.toThrow(
      /waited 20 ms for Never and saw .*Hello/,
    );
    await expect(mia().waitFor('Hello', { timeoutMs: 20, since: mia().mark() })).rejects.toThrow(/waited/);
    await expect(mia().waitForForm('Any', { timeoutMs: 20 })).rejects.toThrow(/waited 20 ms/);
  });
});
