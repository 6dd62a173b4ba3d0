import { afterEach, describe, expect, test } from 'vitest';
import type { VirtualUser } from '../../bots/rehearsal/discord/virtual-user.ts';
import { type DiscordWorld, openDiscordWorld, until } from '../support/discord-world.ts';
import { joinsOnDiscord, pairOnDiscord } from './discord-people.ts';

const SUITS = 'Yes, that suits me';

let world: DiscordWorld;
afterEach(() => world.close());

const labels = (user: VirtualUser): string[] => (user.last()?.buttons.flat() ?? []).map(({ label }) => label);

describe('a private chat', () => {
  test('somebody arrives by writing, answers by buttons and words, and is known', async () => {
    world = await openDiscordWorld();
    const aisha = world.stranger('Aisha');
    expect(await joinsOnDiscord(world, aisha, 'Aisha')).toMatch(/^[0-9a-f-]{36}$/);
    expect(labels(aisha)).toContain('Help');
    expect(world.faults).toEqual([]);
    expect(world.discord.journal.warnings()).toEqual([]);
    expect(world.discord.journal.historyReads()).toEqual([]);
  });

  test('a pair books by a form over the chat, and each card is brought up to date in its place', async () => {
    world = await openDiscordWorld();
    const { mentee, mentor } = await pairOnDiscord(world);
    mentee.slash('home');
    await world.settle();
    const opened = await mentee.press('Find a time to meet').answered;
    if (opened.kind !== 'form') throw new Error(`It opened ${opened.kind}`);
    const [when] = opened.form.fields.filter(({ kind }) => kind.endsWith('text'));
    mentee.submit({ [when?.label ?? '']: 'next Tuesday 3pm' });
    await world.settle();
    for (const label of ['By phone', '30 minutes', 'Skip']) {
      mentee.press(label);
      await world.settle();
    }
    const proposed = mentor.see().find(({ buttons }) => buttons.flat().some(({ label }) => label === SUITS));
    mentor.press(SUITS);
    await world.settle();
    const now = mentor.see().find(({ messageId }) => messageId === proposed?.messageId);
    expect(now?.editedAt).toBeDefined();
    expect(now?.text).not.toBe(proposed?.text);
    expect(now?.buttons.flat().map(({ label }) => label)).not.toContain(SUITS);
    expect(world.faults).toEqual([]);
  });

  test('somebody whose chat is closed is noted as unreachable, and is there again when they write', async () => {
    world = await openDiscordWorld();
    const { mentee, menteeId } = await pairOnDiscord(world);
    mentee.closeDms();
    mentee.press('Help');
    await world.settle();
    const reachable = async () =>
      (await world.rows('SELECT reachable FROM account WHERE "personId" = $1', [menteeId]))[0]?.['reachable'];
    expect(await reachable()).toBe(false);
    mentee.openDms();
    mentee.send('help');
    await world.settle();
    expect(await reachable()).toBe(true);
    expect(labels(mentee).length).toBeGreaterThan(0);
  });
});

describe('a channel of a server', () => {
  async function inChannel() {
    world = await openDiscordWorld();
    const aisha = world.stranger('Aisha');
    await joinsOnDiscord(world, aisha, 'Aisha');
    const channel = world.discord.guild({ name: 'Cafe' }).channel({ name: 'tea' });
    return { aisha, channel, there: aisha.inChannel(channel.id) };
  }

  test('what somebody asks there is answered to them alone', async () => {
    const { aisha, channel, there } = await inChannel();
    const before = aisha.see().length;
    expect((await there.slash('home').answered).kind).toBe('thinking');
    await world.settle();
    expect(channel.messages.map(({ onlyFor, isThinking }) => [onlyFor, isThinking])).toEqual([
      [aisha.id, false],
    ]);
    expect(there.last()?.text).toContain('Aisha');
    expect(aisha.see()).toHaveLength(before);
    there.press('Settings');
    await world.settle();
    expect(channel.messages.every(({ onlyFor }) => onlyFor === aisha.id)).toBe(true);
    expect(channel.messages.some(({ isThinking }) => isThinking)).toBe(false);
  });

  test('where the time to answer is over, the answer comes in the private chat', async () => {
    const { aisha, channel, there } = await inChannel();
    const pressed = there.slash('home');
    await world.settle();
    world.clock.forward({ minutes: 16 });
    const handle = {
      kind: 'interaction',
      interactionId: pressed.interactionId,
      applicationId: world.discord.applicationId,
      token: pressed.token,
      private: true,
    };
    const to = { platform: 'discord', tenant: '', chatId: aisha.id, reply: handle };
    const late = { paragraphs: ['Late, but here'], buttons: [] };
    expect(await world.channel.send(to, late, 'late')).toMatchObject({ is: 'sent' });
    expect(channel.messages).toHaveLength(1);
    expect(aisha.last()?.text).toBe('Late, but here');
  });

  test('a card that stands there only for one person is shown anew when it can no longer be changed', async () => {
    const { there } = await inChannel();
    there.slash('home');
    await world.settle();
    const last = there.last();
    const token = world.discord.journal
      .requests('POST /webhooks/:app/:token')
      .map(({ path }) => path.split('/').at(-1) ?? '')
      .at(-1);
    const ref = {
      applicationId: world.discord.applicationId,
      token: token ?? '',
      messageId: last?.messageId ?? '',
    };
    const to = { platform: 'discord', tenant: '', chatId: '1' };
    const changed = { paragraphs: ['Changed'], buttons: [] };
    expect(await world.channel.edit(to, ref, changed)).toMatchObject({ is: 'sent' });
    expect(there.last()?.text).toBe('Changed');
    world.clock.forward({ minutes: 16 });
    expect(await world.channel.edit(to, ref, changed)).toEqual({ is: 'gone-message' });
  });

  test('nobody sees a promise for ever that nothing keeps', async () => {
    world = await openDiscordWorld({
      around: (channel) => ({
        ...channel,
        send: async (to, shown, once) =>
          to.reply === undefined ? await channel.send(to, shown, once) : { is: 'refused', why: 'for a test' },
      }),
    });
    const aisha = world.stranger('Aisha');
    await joinsOnDiscord(world, aisha, 'Aisha');
    const channel = world.discord.guild({ name: 'Cafe' }).channel();
    expect((await aisha.inChannel(channel.id).slash('home').answered).kind).toBe('thinking');
    await until(() => channel.messages.length === 0);
  });

  test('its calendar is kept in step', async () => {
    world = await openDiscordWorld();
    const guild = world.discord.guild({ name: 'Cafe' });
    const place = { platform: 'discord', tenant: guild.id, chatId: guild.channel().id };
    const from = world.clock.now().add({ hours: 24 });
    const entry = {
      title: 'Tea',
      about: 'Come by. **Really** https://evil.example',
      from,
      until: from.add({ hours: 1 }),
      where: 'https://meet.example/tea',
      rest: 'The rest is on the card.',
      calledOff: false,
    };
    const event = world.channel.event?.bind(world.channel);
    if (event === undefined) throw new Error('There is no calendar');
    world.discord.faults.next({ kind: 'cut-after', route: 'POST /guilds/:guild/scheduled-events' });
    expect(await event(place, entry, undefined)).toMatchObject({ is: 'later' });
    const made = await event(place, entry, undefined);
    if (made.is !== 'sent') throw new Error(made.is);
    expect(guild.events.map(({ name, status }) => [name, status])).toEqual([['Tea', 1]]);
    expect(JSON.stringify(guild.events)).not.toMatch(/https:\/\//);
    await event(place, { ...entry, title: 'Tea and cake' }, made.ref);
    await event(place, { ...entry, calledOff: true }, made.ref);
    expect(guild.events.map(({ name, status }) => [name, status])).toEqual([['Tea and cake', 4]]);
    expect(await event(place, entry, { guildId: guild.id, eventId: '1' })).toEqual({ is: 'gone-message' });
  });
});

describe('interactions over HTTP', () => {
  test('work the same, and what people write still arrives', async () => {
    world = await openDiscordWorld({ mode: 'http' });
    const aisha = world.stranger('Aisha');
    expect(await joinsOnDiscord(world, aisha, 'Aisha')).toMatch(/^[0-9a-f-]{36}$/);
    const brought = world.discord.journal.entries.filter(({ kind }) => kind === 'delivery');
    expect(brought.length).toBeGreaterThan(5);
    expect(world.faults).toEqual([]);
  });

  test('what is not signed, is old or came before is refused, and has no effect', async () => {
    world = await openDiscordWorld({ mode: 'http' });
    const hook = world.hook ?? '';
    const ask = (body: string, headers: Record<string, string>): Promise<number> =>
      fetch(hook, { method: 'POST', body, headers }).then(({ status }) => status);
    const press = (id: string): string =>
      JSON.stringify({
        id,
        application_id: world.discord.applicationId,
        type: 3,
        token: 'no-such-token',
        user: { id: '12' },
        data: { custom_id: 'b-none', component_type: 2 },
      });
    const body = press('1000000000000000001');
    const signed = world.discord.sign(body);
    expect(await ask(body, { ...signed, 'x-signature-ed25519': '0'.repeat(128) })).toBe(401);
    expect(await ask(`${body} `, signed)).toBe(401);
    expect(await ask(body, {})).toBe(401);
    expect(await ask(body, signed)).toBe(202);
    expect(await ask(body, signed)).toBe(401);
    const other = press('1000000000000000002');
    const old = world.discord.sign(other);
    world.clock.forward({ minutes: 6 });
    expect(await ask(other, old)).toBe(401);
    const ping = JSON.stringify({ id: '1', application_id: '1', type: 1, token: 'ping' });
    expect(await ask(ping, world.discord.sign(ping))).toBe(200);
  });
});
