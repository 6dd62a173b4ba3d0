import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { VirtualChannel, VirtualGuild } from '../../bots/rehearsal/discord/virtual-guild.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { type InChannel, inChannel } from '../support/in-channel.ts';
import { openWorld, type World } from '../support/world.ts';

/** A scheduled event of Discord's that does not take place. */
const CANCELED = 4;

let world: World;
let guild: VirtualGuild;
let channel: VirtualChannel;
let place: InChannel;
let cora: AppHand;
let ruth: AppHand;
let mo: AppHand;
let aisha: AppHand;
let tess: AppHand;

beforeAll(async () => {
  world = await openWorld({ apps: ['discord', 'telegram'] });
  guild = world.discord.guild({ name: 'Cafe' });
  channel = guild.channel({ name: 'tuesdays' });
  place = inChannel(world, channel);
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  const on = (name: string, app: 'discord' | 'telegram') => handOn(world, world.phone(name, app));
  [cora, ruth, mo, aisha] = [
    on('Cora', 'discord'),
    on('Ruth', 'discord'),
    on('Mo', 'discord'),
    on('Aisha', 'discord'),
  ];
  tess = on('Tess', 'telegram');
  const roles = [
    [cora, 'Cora', 'coordinator'],
    [ruth, 'Ruth', 'mentor'],
    [mo, 'Mo', 'mentor'],
    [aisha, 'Aisha', 'mentee'],
    [tess, 'Tess', 'mentee'],
  ] as const;
  for (const [who, name, role] of roles)
    await world.coordinate('give-role', {
      ...{ personId: await arrives(who, name), programmeId, role },
      trained: role === 'mentor',
    });
  await place.slash(ruth, 'group new', { name: 'Tuesday tea' });
  await place.pressesOwn(ruth, 'Skip', '10');
  await place.pressesOwn(ruth, 'Read the ground rules', 'I accept them', 'Open the group');
  await tess.does('apps', { press: 'Link another chat app' });
  const code = /Your code: (\S+)\./.exec(tess.reads())?.[1] ?? '';
  const tessellated = on('tessellated', 'discord');
  await tessellated.does(`link ${code}`, { press: 'Yes, that is me' });
  await tess.presses('Yes, it was me');
  for (const who of [mo, aisha, tessellated]) {
    await place.presses(who, 'Join', place.card('A peer group'));
    await place.pressesOwn(who, 'I accept and join');
  }
  await ruth.does('my groups', { press: 'Tuesday tea' }, { press: 'Plan the next meeting' });
  await ruth.does(
    'Thursday at 6 pm',
    { press: '60 minutes' },
    { press: 'Here in this place' },
    { press: 'Nothing I know of' },
  );
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

async function looksAfter(who: AppHand): Promise<void> {
  await who.does('my groups', { press: 'Tuesday tea' }, { press: 'Look after the group' });
}

describe('"My groups"', () => {
  it("is one press from home, in the group's own app and in another", async () => {
    for (const who of [aisha, tess, ruth]) {
      await who.does('home', { press: 'My groups' });
      expect(who.reads()).toContain('Tuesday tea');
    }
    await ruth.presses('Tuesday tea');
    expect(ruth.reads()).toMatch(/You lead this group/);
    await cora.writes('home');
    expect(cora.labels()).not.toContain('My groups');
  });
});

describe('ground rules that change (GRP-04)', () => {
  it('are accepted anew before somebody says whether they come, from the channel and from Telegram', async () => {
    tess.looks();
    await looksAfter(ruth);
    await ruth.does({ press: 'Change our own ground rule' }, 'No phones at the table');
    expect(tess.news().join()).toMatch(/something new|have changed/);
    const meeting = place.card('Tuesday tea meets');
    expect(await place.presses(aisha, 'Coming', meeting)).toMatch(/read them first[\s\S]*No phones/);
    await place.pressesOwn(aisha, 'I accept them', 'Coming');
    expect(place.own(aisha).text).toMatch(/You said: coming/);
    await tess.presses('See it');
    expect(tess.reads()).toMatch(/have changed[\s\S]*No phones at the table/);
    expect(tess.labels()).toContain('Leave');
    await tess.presses('I accept them');
    await world.later({ seconds: 3 });
    expect(place.card('Tuesday tea meets').text).toMatch(/Coming: 1\./);
  });
});

describe('how many can be in it', () => {
  it('gets smaller without putting anybody out', async () => {
    await looksAfter(ruth);
    await ruth.does({ press: 'Change how many can be in it' }, '2');
    await world.later({ seconds: 3 });
    expect(place.card('A peer group').text).toMatch(/3 members\. Every place is taken/);
  });
});

describe('the lead', () => {
  it('goes to a trained mentor in the group who agrees (GRP-05)', async () => {
    mo.looks();
    await looksAfter(ruth);
    await ruth.presses('Hand over the lead');
    expect(ruth.labels()).not.toContain('Aisha');
    await ruth.presses('Mo');
    await mo.presses('See it');
    expect(mo.reads()).toMatch(/asked to lead Tuesday tea[\s\S]*No phones at the table/);
    await mo.presses('Yes, I lead it');
    expect(mo.reads()).toMatch(/You lead this group now/);
    await ruth.does('my groups', { press: 'Tuesday tea' });
    expect(ruth.reads()).toMatch(/You are in this group/);
    expect(ruth.labels()).not.toContain('Look after the group');
  });
});

describe('closing', () => {
  it('says so on the card, takes the entry out of the calendar, and tells each of them once', async () => {
    for (const who of [ruth, aisha, tess]) who.looks();
    await looksAfter(mo);
    await mo.does({ press: 'Close the group' }, { press: 'Yes, close it' });
    const card = place.card('This group is closed');
    expect(card.buttons.flat().map(({ label }) => label)).toEqual(['Help']);
    expect(
      place
        .card('This meeting is called off')
        .buttons.flat()
        .map(({ label }) => label),
    ).not.toContain('Coming');
    expect(guild.events).toMatchObject([{ status: CANCELED }]);
    for (const who of [ruth, aisha, tess]) {
      // Only what is new; a card that is brought up to date is no message.
      expect(who.news().filter((text) => text.includes('something new'))).toHaveLength(1);
      await who.presses('See it');
      expect(who.reads()).toMatch(/Tuesday tea is closed now[\s\S]*planned is called off/);
    }
    expect(world.discord.journal.warnings()).toEqual([]);
  });
});
