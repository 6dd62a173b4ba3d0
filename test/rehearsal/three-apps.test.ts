import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { rehearsalPages } from '../../bots/rehearsal/page/rehearsal-pages.ts';
import { discordPhones } from '../../bots/rehearsal/phones/discord-phones.ts';
import { discordWords } from '../../bots/rehearsal/phones/discord-words.ts';
import { together } from '../../bots/rehearsal/phones/phone.ts';
import { slackPhones } from '../../bots/rehearsal/phones/slack-phones.ts';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { loadTexts } from '../../core/texts/say.ts';
import { movedClock } from '../support/world.ts';
import { FROM_HERE, wordsOf } from './phones-on-a-page.ts';

const RUTH = 'discord-72001';
const NADIA = 'slack-U0NADIA';
const NASTY = '<script>alert(1)</script>"><img src=x>';

let discord: DiscordStandIn;
let slack: SlackStandIn;
let pages: ReturnType<typeof rehearsalPages>;
const clock = movedClock('2026-11-23T09:00:00Z');

beforeEach(async () => {
  const now = () => clock.now().epochMilliseconds;
  discord = await startDiscordStandIn({ now, limits: 'off' });
  slack = await startSlackStandIn({ now, limits: 'off' });
  const guild = discord.guild({ name: 'Carers' });
  guild.channel({ name: 'peer-group' });
  discord.user({ id: '72001', name: 'Ruth' }).joinGuild(guild.id);
  slack.user({ id: 'U0NADIA', name: 'Nadia', timeZone: 'America/New_York' });
  const zone = 'Europe/London';
  const names = { botName: 'Beenthere', workspace: 'Carers', homeName: 'Home' };
  const phones = together([
    discordPhones({ discord, botName: 'Beenthere', zone, now }),
    slackPhones({ slack, zone, ...names, commands: [], channels: ['team'] }),
  ]);
  pages = rehearsalPages({
    phones,
    cast: new Map([[NADIA, 'coordinator']]),
    views: [{ name: 'apps', phones: [RUTH, NADIA] }],
    clock: { now: clock.now, forward: async () => undefined, toNext: async () => undefined },
    texts: loadTexts(),
    settled: async () => undefined,
    ready: Promise.resolve(),
  });
});
afterEach(async () => {
  await Promise.all([discord.stop(), slack.stop()]);
});

const read = async (path: string) => await (await pages.request(`http://here${path}`)).text();
const post = (path: string, fields: Record<string, string> = {}) =>
  pages.request(`http://here${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: FROM_HERE,
  });

/** A message of the bot, as any bot of Discord would send it. */
async function botWrites(payload: object): Promise<void> {
  const call = async (path: string, body: object): Promise<unknown> => {
    const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${discord.url}/v10${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return await answer.json();
  };
  const channelId = discord.user({ id: '72001', name: 'Ruth' }).channelId;
  await call('/users/@me/channels', { recipient_id: '72001' });
  await call(`/channels/${channelId}/messages`, payload);
}

describe('what people read in Discord', () => {
  const reader = {
    zone: 'America/New_York',
    now: Date.parse('2026-11-23T09:00:00Z'),
    nameOf: () => 'Ruth',
    channelOf: () => 'peer-group',
  };
  const words = (content: string) =>
    discordWords(content, reader)
      .map(({ text }) => text)
      .join('');

  it('has moments on their own clock, and how long until then', () => {
    const seconds = Date.parse('2026-11-25T15:00:00Z') / 1000;
    expect(words(`<t:${seconds}:F> (<t:${seconds}:R>)`)).toMatch(
      /^Wednesday,? 25 November 2026 at 10:00 \(in 2 days\)$/,
    );
    expect(words(`<t:${seconds}:t>`)).toBe('10:00');
  });

  it('has names for ids, and words where somebody only wrote what looks like a sign', () => {
    expect(words('<@72001> in <#1>')).toBe('@Ruth in #peer-group');
    expect(words('\\<t:0:F> \\*\\*not bold\\*\\*')).toBe('<t:0:F> **not bold**');
    expect(discordWords('\\<@72001>', reader).some(({ is }) => is === 'called')).toBe(false);
  });
});

describe('apps other than Telegram', () => {
  it('show whatever is in a message as words', async () => {
    await botWrites({
      content: NASTY,
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: NASTY.slice(0, 40), custom_id: 'a"b' }] },
        {
          type: 1,
          components: [{ type: 3, custom_id: 's', options: [{ label: NASTY.slice(0, 40), value: '"><i>' }] }],
        },
      ],
    });
    slack.user({ name: 'Nadia' }).send(NASTY);
    await post(`/phones/${NADIA}/turn-to?at=chat`);
    const page = await read('/');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|<i>/);
  });

  it('date everything in the zone of whoever reads', async () => {
    slack.user({ name: 'Nadia' }).send('hello');
    expect(wordsOf(await read(`/phones/${NADIA}?who=apps`))).not.toContain('4:00 am');
    await post(`/phones/${NADIA}/turn-to?at=chat`);
    expect(wordsOf(await read(`/phones/${NADIA}`))).toContain('4:00 am hello');
  });

  it('turn to another screen, come back to the same page, and write where somebody looks', async () => {
    const channel = discord.guilds()[0]?.channel({ name: 'peer-group' });
    const back = await post(`/phones/${RUTH}/turn-to?at=${channel?.id}&who=${RUTH}`);
    expect(back.headers.get('location')).toBe(`/rehearsal?who=${RUTH}#phone-${RUTH}`);
    await post(`/phones/${RUTH}/write?at=${channel?.id}`, { text: 'hello' });
    expect(channel?.messages.map(({ text }) => text)).toEqual(['hello']);
    expect(await read(`/phones/${RUTH}`)).toContain('Message #peer-group');
  });

  it('say what did not go, and forget it at the next thing that does', async () => {
    await post(`/phones/${RUTH}/submit`);
    expect(wordsOf(await read(`/phones/${RUTH}`))).toContain('The app did not take that.');
    await post(`/phones/${RUTH}/write`, { text: 'hello' });
    expect(wordsOf(await read(`/phones/${RUTH}`))).not.toContain('The app did not take that.');
  });

  it.each(['press', 'choose', 'submit', 'dismiss', 'start', 'voice', 'block', 'unblock'])(
    'take a forged “%s” without harm',
    async (deed) => {
      const forged = { message: '7', press: '[]', select: '[1]', value: 'x', f0: 'x', f99: 'x' };
      for (const phone of [RUTH, NADIA])
        expect((await post(`/phones/${phone}/${deed}?at=nowhere`, forged)).status).toBe(303);
      expect((await pages.request('http://here/')).status).toBe(200);
    },
  );

  it('come to somebody new, in the app they were given', async () => {
    for (const app of ['discord', 'slack', 'pigeon', 'telegram']) await post('/phones', { name: 'Sam', app });
    const page = wordsOf(await read('/?who=everybody'));
    expect(page.match(/Sam’s (Discord|Slack) new here/g)).toEqual([
      'Sam’s Discord new here',
      'Sam’s Slack new here',
    ]);
  });

  it('are nowhere but on this page, whatever the address asks for', async () => {
    for (const who of ['', 'nobody', '//evil.example', '"><evil>', `${RUTH},${RUTH}`]) {
      const page = await read(`/?who=${encodeURIComponent(who)}`);
      expect(page).not.toMatch(/evil/);
      expect(page).toContain('Ruth’s Discord');
    }
  });
});
