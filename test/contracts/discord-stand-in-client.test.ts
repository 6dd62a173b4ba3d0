import {
  Client,
  Events,
  GatewayIntentBits,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { startTalkativeBot, type TalkativeBot } from './discord-stand-in-bot.ts';

let standIn: DiscordStandIn;
let talkative: TalkativeBot;

beforeEach(async () => {
  standIn = await startDiscordStandIn({ limits: 'off' });
  standIn.guild({ id: '500' }).channel({ id: '501' });
  talkative = await startTalkativeBot(standIn);
});
afterEach(async () => {
  await talkative.stop();
  await standIn.stop();
});

function mia() {
  return standIn.user({ id: '11', name: 'Mia' });
}

describe('the real client', () => {
  it('resumes when the line was cut, and misses nothing', async () => {
    const resumed = new Promise((resolve) => talkative.client.once(Events.ShardResume, resolve));
    standIn.gateway.drop(4000);
    mia().send('one');
    mia().send('two');
    await resumed;
    await expect.poll(() => talkative.heard).toEqual(['Mia:one', 'Mia:two']);
    expect(standIn.journal.gateway('received').map((entry) => entry.op)).toContain(6);
    expect(standIn.journal.gateway('sent').at(-1)?.event).toBe('RESUMED');
  });

  it('comes back when it is asked to', async () => {
    const resumed = new Promise((resolve) => talkative.client.once(Events.ShardResume, resolve));
    standIn.gateway.askToReconnect();
    await resumed;
    mia().send('hi');
    await mia().waitFor('Hello Mia');
  });

  it('does not hear what it heard before twice as two things: both come with one id', async () => {
    standIn.faults.nextDelivery('duplicate');
    mia().slash('hello');
    await expect.poll(() => talkative.errors).toHaveLength(1);
    expect(talkative.errors[0]).toMatch(/40060|already been acknowledged/i);
    await standIn.idle();
  });

  it.each([
    [GatewayIntentBits.MessageContent, /disallowed intents/i],
    [GatewayIntentBits.GuildMembers, /disallowed intents/i],
  ])('is put out with intent %i', async (intent, words) => {
    const client = new Client({ intents: [intent], rest: { api: standIn.url } });
    await expect(client.login(standIn.token)).rejects.toThrow(words);
    await client.destroy();
  });

  it('is put out with a wrong token', async () => {
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: standIn.url } });
    await expect(client.login('MTIz.abc.def')).rejects.toThrow(/token/i);
    await client.destroy();
  });

  it('keeps a scheduled event', async () => {
    const guild = await talkative.client.guilds.fetch('500');
    const event = await guild.scheduledEvents.create({
      name: 'Tea',
      scheduledStartTime: new Date(Date.now() + 3_600_000),
      scheduledEndTime: new Date(Date.now() + 7_200_000),
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      entityType: GuildScheduledEventEntityType.External,
      entityMetadata: { location: 'The garden' },
    });
    await event.edit({ name: 'Coffee' });
    expect(standIn.guild({ id: '500' }).events).toMatchObject([{ name: 'Coffee' }]);
    await event.delete();
    expect(standIn.guild({ id: '500' }).events).toEqual([]);
  });

  it('sends once what it sends twice with one nonce', async () => {
    mia().joinGuild('500');
    const message = { content: 'news', nonce: '7', enforceNonce: true };
    const [first, second] = [
      await talkative.client.users.send('11', message),
      await talkative.client.users.send('11', message),
    ];
    expect(second.id).toBe(first.id);
    expect(mia().see()).toHaveLength(1);
  });

  it('never reads history by itself, and sends nothing that is unknown', async () => {
    mia().send('hi');
    await mia().waitFor('Hello');
    await mia().press('Yes').answered;
    await mia().inChannel('501').slash('group new', { topic: 'tea' }).answered;
    await standIn.idle();
    expect(standIn.journal.historyReads()).toEqual([]);
    expect(standIn.journal.warnings()).toEqual([]);
    expect(talkative.errors).toEqual([]);
  });
});
