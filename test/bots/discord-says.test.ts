import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { discordBot } from '../../bots/discord/discord-bot.ts';
import type { Address, Shown } from '../../core/index.ts';
import { loadTexts } from '../../core/texts/say.ts';
import { type DiscordStage, MENU, openDiscordStage } from './discord-stage.ts';
import { hostileWords } from './hostile-words.ts';

let stage: DiscordStage;
afterEach(() => stage.stop());

const CREATE = 'POST /channels/:channel/messages';
const to = (chatId: string, tenant = ''): Address => ({ platform: 'discord', tenant, chatId });
const say = (words: string): Shown => ({ paragraphs: [words], buttons: [[{ label: 'Go', token: 'b-go' }]] });

function person(name = 'Aisha') {
  const user = stage.discord.user({ id: '700', name });
  user.install();
  return user;
}

describe('what is said', () => {
  test('a message whose answer was lost is there once', async () => {
    stage = await openDiscordStage();
    const aisha = person();
    stage.discord.faults.next({ kind: 'cut-after', route: CREATE });
    expect(await stage.bot.channel.send(to('700'), say('Hello'), 'one')).toMatchObject({ is: 'later' });
    expect(await stage.bot.channel.send(to('700'), say('Hello'), 'one')).toMatchObject({ is: 'sent' });
    expect(aisha.see()).toHaveLength(1);
    expect(await stage.bot.channel.send(to('700'), say('Hello'), 'two')).toMatchObject({ is: 'sent' });
    expect(aisha.see()).toHaveLength(2);
  });

  test('how long to wait is what Discord says, to the letter, for a chat or for everybody', async () => {
    stage = await openDiscordStage();
    person();
    stage.discord.faults.next({ kind: '429', route: CREATE, retryAfter: 0.65 });
    expect(await stage.bot.channel.send(to('700'), say('Hello'), 'one')).toEqual({
      is: 'wait',
      seconds: 0.65,
    });
    stage.discord.faults.next({ kind: '429', route: CREATE, retryAfter: 1.25, global: true });
    const all = await stage.bot.channel.send(to('700'), say('Hello'), 'one');
    expect(all).toEqual({ is: 'wait', seconds: 1.25, everywhere: true });
    const { length } = stage.discord.journal.requests(CREATE);
    expect(await stage.bot.channel.send(to('700'), say('Hello'), 'one')).toMatchObject({ is: 'wait' });
    expect(stage.discord.journal.requests(CREATE)).toHaveLength(length);
  });

  test('closed private chats, lost places, broken lines and refused messages are told apart', async () => {
    stage = await openDiscordStage();
    const aisha = person();
    aisha.closeDms();
    const closed = await stage.bot.channel.send(to('700'), say('Hello'), 'one');
    expect(closed).toEqual({ is: 'unreachable', why: 'discord-50007' });
    expect(await stage.bot.channel.send(to('999'), say('Hello'), 'one')).toMatchObject({ is: 'unreachable' });
    const guild = stage.discord.guild({ name: 'Cafe' });
    const channel = guild.channel();
    channel.remove();
    const lost = await stage.bot.channel.send(to(channel.id, guild.id), say('Hello'), 'one');
    expect(lost).toEqual({ is: 'unreachable', why: 'discord-10003' });
    aisha.openDms();
    stage.discord.faults.next({ kind: '500', route: CREATE });
    expect(await stage.bot.channel.send(to('700'), say('Hello'), 'two')).toEqual({
      is: 'later',
      why: 'discord-500',
    });
    stage.discord.faults.next({ kind: 'cut-before', route: CREATE });
    expect(await stage.bot.channel.send(to('700'), say('Hello'), 'two')).toEqual({
      is: 'later',
      why: 'no-connection',
    });
    const twice = {
      paragraphs: ['Hello'],
      buttons: [
        [
          { label: 'Go', token: 'b' },
          { label: 'Go', token: 'b' },
        ],
      ],
    };
    expect(await stage.bot.channel.send(to('700'), twice, 'three')).toMatchObject({ is: 'refused' });
  });

  test('a message is changed in place, and one that is gone is said to be', async () => {
    stage = await openDiscordStage();
    const aisha = person();
    const sent = await stage.bot.channel.send(to('700'), say('Before'), 'one');
    if (sent.is !== 'sent') throw new Error(sent.is);
    expect(await stage.bot.channel.edit(to('700'), sent.ref, say('After'))).toMatchObject({ is: 'sent' });
    expect(aisha.see().map(({ text }) => text)).toEqual(['After']);
    const gone = { ...Object(sent.ref), messageId: '1' };
    expect(await stage.bot.channel.edit(to('700'), gone, say('After'))).toEqual({ is: 'gone-message' });
  });

  test('quiet hours make no sound', async () => {
    stage = await openDiscordStage();
    person();
    await stage.bot.channel.send(to('700'), { ...say('Hello'), silent: true }, 'one');
    const [call] = stage.discord.journal.requests(CREATE);
    expect(call?.params).toMatchObject({
      flags: 4096 + 4,
      allowed_mentions: { parse: [] },
      enforce_nonce: true,
    });
  });

  test('a file is there to open', async () => {
    stage = await openDiscordStage();
    const aisha = person();
    const file = { name: 'meeting.ics', type: 'text/calendar', bytes: new TextEncoder().encode('BEGIN') };
    const shown = { paragraphs: ['Here'], buttons: [], file };
    expect(await stage.bot.channel.send(to('700'), shown, 'one')).toMatchObject({ is: 'sent' });
    const kept = aisha.see()[0]?.file;
    expect(kept?.name).toBe('meeting.ics');
    expect(stage.discord.file(kept?.id ?? '')?.toString()).toBe('BEGIN');
  });
});

describe('words stay words', () => {
  test('also in what Discord’s apps make of what was sent: in text, on buttons and in lists', async () => {
    stage = await openDiscordStage();
    const aisha = person();
    for (const [index, words] of fc.sample(hostileWords, 40).entries()) {
      const buttons = [[{ label: words, token: `b-${index}` }]];
      expect(await stage.bot.channel.send(to('700'), { paragraphs: [words], buttons }, words)).toMatchObject({
        is: 'sent',
      });
      const last = aisha.last();
      expect(last?.pings).toEqual({ users: [], roles: [], everyone: false });
      const { plain: _plain, ...marks } = last?.marks ?? { plain: '' };
      expect(Object.values(marks).flat().filter(Boolean)).toEqual([]);
      expect(last?.buttons.flat()).toHaveLength(1);
    }
  });
});

describe('who we are', () => {
  const bot = (token: string, applicationId: string) =>
    discordBot({ token, applicationId, apiRoot: stage.discord.url, onFault: () => undefined });

  test('is refused with a sentence where token or application are wrong, and what waits is kept', async () => {
    stage = await openDiscordStage();
    const { token, applicationId } = stage.discord;
    expect(await bot(token, applicationId).me()).toMatchObject({ id: applicationId });
    await expect(bot(token, '42').me()).rejects.toThrow(/belongs to the application/);
    const wrong = bot('wrong.wrong.wrong', applicationId);
    await expect(wrong.me()).rejects.toThrow(/DISCORD_TOKEN/);
    for (const once of ['one', 'two'])
      expect(await wrong.channel.send(to('700'), say('Hello'), once)).toEqual({
        is: 'later',
        why: 'discord-401',
      });
  });
});

describe('the menu', () => {
  test('is made known only where it changed', async () => {
    stage = await openDiscordStage();
    expect(await stage.bot.setMenu(MENU, loadTexts())).toBe(false);
    expect(await stage.bot.setMenu(MENU.slice(1), loadTexts())).toBe(true);
    expect(stage.discord.journal.requests('PUT /applications/:app/commands')).toHaveLength(2);
    expect(stage.discord.journal.warnings()).toEqual([]);
  });
});
