import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Shown } from '../../bots/rehearsal/discord/shown.ts';
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
let aisha: AppHand;
let tess: AppHand;

beforeAll(async () => {
  world = await openWorld({ apps: ['discord', 'telegram'] });
  guild = world.discord.guild({ name: 'Cafe' });
  channel = guild.channel({ name: 'tuesdays' });
  place = inChannel(world, channel);
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  const roles = [
    ['Cora', 'coordinator'],
    ['Ruth', 'mentor'],
    ['Aisha', 'mentee'],
  ] as const;
  [cora, ruth, aisha] = await Promise.all([hand('Cora'), hand('Ruth'), hand('Aisha')]);
  for (const [index, who] of [cora, ruth, aisha].entries()) {
    const [name, role] = roles[index] ?? ['', ''];
    await world.coordinate('give-role', { personId: await arrives(who, name), programmeId, role });
  }
  tess = handOn(world, world.phone('Tess', 'telegram'));
  await arrives(tess, 'Tess');
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

async function hand(name: string): Promise<AppHand> {
  return handOn(world, world.phone(name, 'discord'));
}

const newest = (): Shown | undefined => place.forAll().at(-1);

describe('making the group', () => {
  it('begins with "/group new" in its channel, and shows the others nothing', async () => {
    await place.slash(cora, 'group new', { name: 'Tuesday tea' });
    await place.pressesOwn(cora, 'Skip', '10', 'Ruth');
    const [group] = await world.rows('SELECT state, tenant, "chatId" FROM "group"');
    expect(group).toEqual({ state: 'made', tenant: guild.id, chatId: channel.id });
    expect(place.forAll()).toEqual([]);
  });
  it('opens with a trained lead, accepted ground rules and somebody who reads reports, and not before (GRP-05, BND-09)', async () => {
    ruth.looks();
    await ruth.does({ press: 'See it' }, { press: 'Open the group' });
    expect(ruth.news().join('\n')).toMatch(/trained mentor/);
    expect(place.forAll()).toEqual([]);
    await ruth.does(
      { press: 'Read the ground rules' },
      { press: 'I accept them' },
      { press: 'Open the group' },
    );
    expect(ruth.news().join('\n')).toMatch(/cannot open yet.*trained mentor/);
    expect(place.forAll()).toEqual([]);
    await place.pressesOwn(cora, 'The lead is trained');
    await ruth.presses('Open the group');
    expect(ruth.news().join('\n')).toMatch(/group is open/);
    expect(place.forAll()).toHaveLength(1);
    expect(newest()?.text).toMatch(/Tuesday tea[\s\S]*0 members\. 10 places left/);
    expect(
      newest()
        ?.buttons.flat()
        .map(({ label }) => label),
    ).toContain('Report');
  });

  it('is not for whoever is neither coordinator nor mentor, and a place has one group', async () => {
    await place.slash(aisha, 'group new', { name: 'Mine' });
    expect(place.own(aisha).text).toMatch(/Only a coordinator or a mentor can do that/);
    await place.slash(cora, 'group new', { name: 'Another' });
    expect(place.own(cora).text).toMatch(/This place has a group already/);
    expect(await world.rows('SELECT name FROM "group"')).toHaveLength(1);
  });
});

describe('joining', () => {
  it('tells first that the name in Discord shows, and what the ground rules are (BND-09)', async () => {
    expect(place.card('A peer group').text).toMatch(/name and picture you have in this app can be seen/);
    const said = await place.presses(aisha, 'Join', place.card('A peer group'));
    expect(said).toMatch(/name and picture you have in this app can be seen/);
    expect(said).toMatch(/What is said in the group stays in the group/);
    expect(await members()).toEqual([]);
    await place.pressesOwn(aisha, 'I accept and join');
    expect(place.own(aisha).text).toMatch(/You are in\. Welcome/);
    expect(await members()).toEqual(['Aisha']);
  });

  it('welcomes somebody new first, in private, and brings them back', async () => {
    const ben = await hand('Ben');
    expect(await place.presses(ben, 'Join', place.card('A peer group'))).toMatch(/I am only a program/);
    await place.pressesOwn(ben, 'Continue', 'Yes', 'Yes, I agree');
    await ben.writes('Ben');
    await ben.does({ press: /^London/ }, { press: 'Plain English' }, { press: /9.*8/ });
    await ben.presses(/rather not say/i);
    await ben.presses('I accept and join');
    expect(await members()).toEqual(['Aisha', 'Ben']);
  });

  it('is open to somebody who reads in Telegram and has linked Discord', async () => {
    await tess.does('apps', { press: 'Link another chat app' });
    const code = /Your code: (\S+)\./.exec(tess.reads())?.[1] ?? '';
    const discord = await hand('tessellated');
    await discord.does(`link ${code}`, { press: 'Yes, that is me' });
    await tess.presses('Yes, it was me');
    await place.presses(discord, 'Join', place.card('A peer group'));
    await place.pressesOwn(discord, 'I accept and join');
    expect(await members()).toEqual(['Aisha', 'Ben', 'Tess']);
    await world.later({ seconds: 3 });
    expect(place.card('A peer group').text).toMatch(/3 members\. 7 places left/);
  });
});

describe('its next meeting', () => {
  it('is one card with counts and an entry in the calendar of the server', async () => {
    tess.looks();
    await ruth.does({ press: 'Plan the next meeting' }, 'Thursday at 6 pm', { press: '60 minutes' });
    await ruth.does({ press: 'Here in this place' }, { press: 'Nothing I know of' });
    expect(place.forAll()).toHaveLength(2);
    const meeting = place.card('Tuesday tea meets');
    expect(meeting.text).toMatch(/Coming: 0\. Maybe: 0\. Not this time: 0\. Just listening: 0/);
    expect(momentsOf(meeting)).toEqual(['2026-11-26T18:00:00Z']);
    expect(guild.events).toMatchObject([
      {
        name: 'Tuesday tea',
        scheduled_start_time: expect.stringContaining('2026-11-26T18:00:00'),
        status: 1,
      },
    ]);
    expect(tess.news().join('\n')).toMatch(/Something is planned[\s\S]*6:00 pm/);
  });

  it('counts what members say, each once, from the channel and from Telegram; only they see what they said', async () => {
    const meeting = place.card('Tuesday tea meets');
    expect(await place.presses(aisha, 'Maybe', meeting)).toMatch(/You said: maybe[\s\S]*Only you see this/);
    expect(await place.presses(aisha, 'Coming', meeting)).toMatch(/You said: coming/);
    await tess.presses('Just listening');
    expect(tess.reads()).toMatch(/You said: just listening/);
    expect(await place.presses(cora, 'Coming', meeting)).toMatch(/You are not in this group/);
    await world.later({ seconds: 3 });
    expect(place.card('Tuesday tea meets').text).toMatch(
      /Coming: 1\. Maybe: 0\. Not this time: 0\. Just listening: 1/,
    );
    expect(place.forAll()).toHaveLength(2);
  });

  it('moves: the card, the calendar and a line that is heard; those who may come are asked in private', async () => {
    aisha.looks();
    tess.looks();
    await ruth.does({ press: 'Another time' }, 'Friday at 7 pm');
    expect(momentsOf(place.card('Tuesday tea meets'))).toEqual(['2026-11-27T19:00:00Z']);
    expect(newest()?.text).toMatch(/Tuesday tea has a new time/);
    expect(guild.events).toMatchObject([
      { scheduled_start_time: expect.stringContaining('2026-11-27T19:00:00'), status: 1 },
    ]);
    expect(aisha.news().join('\n')).toMatch(/The time has changed/);
    expect(tess.news().join('\n')).toMatch(/The time has changed/);
  });

  it('is reminded of, and afterwards its lead is offered the register in private (GRP-05)', async () => {
    aisha.looks();
    await world.later({ hours: 24 * 4 });
    expect(aisha.news().join('\n')).toMatch(/This is coming up/);
    await world.later({ hours: 12 });
    // Once it has begun, that is not so any more.
    expect(aisha.news().join('\n')).not.toMatch(/This is coming up/);
    expect(ruth.reads()).toMatch(/Who came\?[\s\S]*Only you and coordinators see this/);
    await ruth.does({ press: 'Aisha' }, { press: 'Tess' }, { press: /Tess: came/ }, { press: 'Done' });
    expect(ruth.reads()).toMatch(/It is kept/);
    expect(
      await world.rows('SELECT attended, count(*)::int AS n FROM group_answer GROUP BY 1 ORDER BY 1'),
    ).toEqual([
      { attended: 'came', n: 1 },
      { attended: 'did-not', n: 1 },
    ]);
  });

  it('is called off: the card says so, the entry leaves the calendar, those who might have come are told', async () => {
    await ruth.does('my groups', { press: 'Tuesday tea' }, { press: 'Plan the next meeting' });
    await ruth.does('Saturday at 5 pm', { press: '60 minutes' }, { press: 'Here in this place' });
    await ruth.presses('Nothing I know of');
    await place.presses(aisha, 'Coming', place.card('Tuesday tea meets'));
    aisha.looks();
    await ruth.does({ press: 'Call it off' }, { press: 'Yes, call it off' });
    expect(
      place
        .card('This meeting is called off')
        .buttons.flat()
        .map(({ label }) => label),
    ).not.toContain('Coming');
    expect(newest()?.text).toMatch(/does not meet this time/);
    expect(
      guild.events.find((each) => String(each['scheduled_start_time']).startsWith('2026-11-28')),
    ).toMatchObject({ status: CANCELED });
    expect(aisha.news().join('\n')).toMatch(/This is called off/);
  });
});

describe('a report', () => {
  it('is begun from the card in private: help first, then who reads it; and goes past those who coordinate (BND-09)', async () => {
    const before = place.forAll().length;
    expect(await place.presses(aisha, 'Report', place.card('A peer group'))).toMatch(/What is sent/);
    expect(place.forAll()).toHaveLength(before);
    expect(await world.rows(`SELECT 1 FROM concern`)).toHaveLength(0);
    expect(await world.rows(`SELECT 1 FROM task WHERE kind LIKE '%report%'`)).toHaveLength(0);
  });
});

describe('the channel', () => {
  it('never showed anybody anything about somebody, and nothing was read of it', () => {
    const everything = JSON.stringify([place.forAll(), guild.events]);
    for (const name of ['Aisha', 'Ben', 'Tess', 'Ruth', 'Cora']) expect(everything).not.toContain(name);
    for (const { text, pings } of channel.messages) {
      expect(pings).toEqual({ users: [], roles: [], everyone: false });
      expect(text).not.toMatch(/You said: (?!.*Only you)/s);
    }
    expect(channel.messages.some(({ isThinking }) => isThinking)).toBe(false);
    expect(world.discord.journal.historyReads()).toEqual([]);
    expect(world.discord.journal.warnings()).toEqual([]);
  });
});

async function members(): Promise<unknown[]> {
  const rows = await world.rows(
    `SELECT name FROM group_member m JOIN person p ON p.id = m."personId"
     WHERE m.state = 'in' AND seat <> 0 ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

/** What each reader sees on their own clock. */
function momentsOf({ marks }: Shown): string[] {
  const seconds = new Set(marks.timestamps.map((each) => each.seconds));
  return [...seconds].map((each) => new Date(each * 1000).toISOString().replace('.000', ''));
}
