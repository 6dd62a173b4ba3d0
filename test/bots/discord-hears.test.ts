import { afterEach, describe, expect, test } from 'vitest';
import type { Address, Sheet, Shown } from '../../core/index.ts';
import { until } from '../support/discord-world.ts';
import { type DiscordStage, openDiscordStage } from './discord-stage.ts';

let stage: DiscordStage;
afterEach(() => stage.stop());

const to = (chatId: string, tenant = ''): Address => ({ platform: 'discord', tenant, chatId });
const say = (words: string): Shown => ({ paragraphs: [words], buttons: [[{ label: 'Go', token: 'b-go' }]] });

function person(name = 'Aisha') {
  const user = stage.discord.user({ id: '700', name });
  user.install();
  return user;
}

describe('what is heard', () => {
  test('a press is acknowledged and taken in once, also when the event comes twice', async () => {
    stage = await openDiscordStage();
    const aisha = person();
    await stage.bot.channel.send(to('700'), say('Hello'), 'one');
    stage.discord.faults.nextDelivery('duplicate');
    expect((await aisha.press('Go').answered).kind).toBe('later');
    await stage.discord.idle();
    expect(stage.heard).toMatchObject([
      {
        account: { platform: 'discord', tenant: '', userId: '700' },
        chat: { id: '700', private: true },
        intent: { is: 'press', token: 'b-go' },
      },
    ]);
    expect(stage.faults).toEqual([]);
  });

  test('one of many choices is a press too', async () => {
    stage = await openDiscordStage();
    const aisha = person();
    const choices = Array.from({ length: 12 }, (_, index) => [
      { label: `Choice ${index}`, token: `b-${index}`, choice: true as const },
    ]);
    await stage.bot.channel.send(to('700'), { paragraphs: ['Which?'], buttons: choices }, 'one');
    await aisha.choose('Choice 7').answered;
    await until(() => stage.heard.length === 1);
    expect(stage.heard[0]?.intent).toEqual({ is: 'press', token: 'b-7' });
  });

  test('a picture is no text, and what was written with it is kept', async () => {
    stage = await openDiscordStage();
    person().sendPhoto('My cat');
    person().sendVoice();
    await until(() => stage.heard.length === 2);
    expect(stage.heard.map(({ intent }) => intent)).toEqual([
      { is: 'not-text', what: 'picture', caption: 'My cat' },
      { is: 'not-text', what: 'voice' },
    ]);
  });

  test('what people write in a server is not read', async () => {
    stage = await openDiscordStage();
    const channel = stage.discord.guild({ name: 'Cafe' }).channel();
    const aisha = person();
    aisha.inChannel(channel.id).send('Between us');
    aisha.send('To you');
    await until(() => stage.heard.length === 1);
    await stage.discord.idle();
    expect(stage.heard.map(({ intent }) => intent)).toEqual([{ is: 'text', text: 'To you' }]);
  });

  test('while somebody types, the menu is offered, and nothing is taken in', async () => {
    stage = await openDiscordStage();
    expect(await person().autocomplete('mentoring', 'what', 'meet')).toEqual([
      { name: 'Find a time to meet', value: 'book' },
      { name: 'My meetings', value: 'meetings' },
    ]);
    expect(stage.heard).toEqual([]);
  });

  test('what follows a command is its rest; an entry of the menu is that command, other words are words', async () => {
    stage = await openDiscordStage();
    const aisha = person();
    aisha.slash('book', { when: 'Friday 5pm' });
    aisha.slash('mentoring', { what: 'meetings' });
    aisha.slash('mentoring', { what: 'I feel low' });
    const channel = stage.discord.guild({ name: 'Cafe' }).channel({ name: 'tea' });
    aisha.inChannel(channel.id).slash('group new', { name: 'Tea' });
    await until(() => stage.heard.length === 4);
    expect(stage.heard.map(({ intent }) => intent)).toEqual([
      { is: 'command', name: 'book', rest: 'Friday 5pm' },
      { is: 'command', name: 'meetings', rest: '' },
      { is: 'text', text: 'I feel low' },
      { is: 'command', name: 'group', rest: 'new Tea' },
    ]);
    const tenant = stage.discord.guild({ name: 'Cafe' }).id;
    expect(stage.heard[3]?.place).toEqual({ id: channel.id, name: 'tea', tenant });
  });

  test('what came while the database was away is taken in when it is back, in its order', async () => {
    let isAway = true;
    const taken: string[] = [];
    stage = await openDiscordStage({
      async receive({ intent }) {
        if (isAway) throw new Error('away');
        taken.push(intent.is === 'text' ? intent.text : '');
        return 'done';
      },
      databaseAnswers: async () => !isAway,
    });
    person().send('One');
    person().send('Two');
    await until(() => stage.faults.length > 0);
    isAway = false;
    await until(() => taken.length === 2);
    expect(taken).toEqual(['One', 'Two']);
  });

  test('what fails again and again while the database is well is put aside, and the next goes on', async () => {
    const taken: string[] = [];
    stage = await openDiscordStage({
      async receive({ intent }) {
        if (intent.is === 'text' && intent.text === 'Bad') throw new Error('bad');
        taken.push(intent.is);
        return 'done';
      },
    });
    person().send('Bad');
    person().send('Good');
    await until(() => taken.length === 1);
    expect(stage.faults.at(-1)).toMatchObject({ fault: 'discord-update-put-aside' });
  });
});

describe('a form', () => {
  const sheet: Sheet = {
    title: 'Booking',
    writeHere: 'Write it here',
    ...{ shortTitle: 'Questions', submit: 'Done', close: 'Cancel' },
    fields: [
      { id: 'when', label: 'When?', hint: 'Any time', optional: false, written: true, options: [] },
      {
        id: 'where',
        label: 'Where?',
        hint: '',
        optional: true,
        written: true,
        options: [{ label: 'Cafe', value: 'cafe' }],
      },
    ],
  };
  const form: Shown = { paragraphs: ['Book'], buttons: [[{ label: 'Go', token: 'f-book' }]] };

  test('is laid over the chat, and its answers come together', async () => {
    stage = await openDiscordStage({ sheet: async () => sheet });
    const aisha = person();
    await stage.bot.channel.send(to('700'), form, 'one');
    expect((await aisha.press('Go').answered).kind).toBe('form');
    expect((await aisha.submit({ 'When?': 'Friday', 'Where?': 'Cafe' }).answered).kind).toBe('later');
    await until(() => stage.heard.length === 1);
    expect(stage.heard[0]?.intent).toEqual({
      is: 'answers',
      token: 'f-book',
      answers: { when: 'Friday', where: 'cafe' },
    });
  });

  test('that cannot be found in time is asked in the chat', async () => {
    stage = await openDiscordStage({ sheet: () => new Promise(() => undefined) });
    const aisha = person();
    await stage.bot.channel.send(to('700'), form, 'one');
    expect((await aisha.press('Go').answered).kind).toBe('later');
    await until(() => stage.heard.length === 1);
    expect(stage.heard[0]?.intent).toEqual({ is: 'press', token: 'f-book' });
  });
});

describe('the gateway', () => {
  test('comes back after a broken line, and hears what was said meanwhile', async () => {
    stage = await openDiscordStage();
    await until(() => stage.ears.isConnected());
    stage.discord.gateway.drop();
    person().send('Are you there?');
    await until(() => !stage.ears.isConnected());
    await until(() => stage.heard.length === 1);
    await until(() => stage.ears.isConnected());
    expect(stage.signs.missed).toBe(0);
  });

  test('says when Discord kept nothing', async () => {
    stage = await openDiscordStage();
    stage.discord.gateway.invalidate();
    await until(() => stage.signs.missed === 1, 15_000);
    person().send('Are you there?');
    await until(() => stage.heard.length === 1);
  }, 20_000);
});
