import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { whatIsKept } from '../faults/what-is-kept.ts';
import { arrives, type Pair, pairOn } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { inChannel } from '../support/in-channel.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let pair: Pair;
/** Has Telegram. */
let aisha: AppHand;

beforeAll(async () => {
  world = await openWorld({ apps: ['telegram', 'discord', 'slack'] });
  pair = await pairOn(world, { mentee: 'telegram', mentor: 'discord' });
  aisha = pair.mentee;
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

async function newCode(who: AppHand): Promise<string> {
  await who.does('apps', { press: 'Link another chat app' });
  const code = /Your code: (\S+)\./.exec(who.reads())?.[1];
  if (code === undefined) throw new Error(`There is no code in: ${who.reads()}`);
  return code;
}

/** Whose account is which. */
async function accounts(): Promise<unknown> {
  return await world.rows('SELECT platform, "userId", "personId" FROM account ORDER BY 1, 2');
}

describe.each(['discord', 'slack'] as const)('a code to link %s', (app) => {
  it('that is over is said to be over, and a new one works', async () => {
    const code = await newCode(aisha);
    await world.later({ minutes: 11 });
    const other = handOn(world, world.phone('Aisha elsewhere', app));
    await other.writes(`link ${code}`);
    expect(other.news().join('\n')).toMatch(/good for ten minutes, and they are over/);
    await other.writes(`link ${await newCode(aisha)}`);
    expect(other.reads()).toMatch(/Is that you\?/);
    await other.presses('No');
  });

  it('that a third account tries is ended, both are told, and nothing is linked', async () => {
    const code = await newCode(aisha);
    const [second, third] = ['Second', 'Third'].map((name) => handOn(world, world.phone(name, app)));
    if (second === undefined || third === undefined) throw new Error('Nobody is there');
    await second.writes(`link ${code}`);
    aisha.looks();
    await third.writes(`link ${code}`);
    expect(third.news().join('\n')).toMatch(/already written somewhere else/);
    expect(aisha.news().join('\n')).toMatch(/written in two other places/);
    await second.presses('Yes, that is me');
    expect(second.reads()).toMatch(/That question is over/);
    expect(await world.rows('SELECT 1 FROM account WHERE "personId" = $1', [pair.menteeId])).toHaveLength(1);
  });

  it('in an app that is somebody else’s already, or hers already, links nothing', async () => {
    const taken = app === 'discord' ? pair.mentor : handOn(world, world.phone('Sid', 'slack'));
    if (app === 'slack') await arrives(taken, 'Sid');
    const code = await newCode(aisha);
    const before = await accounts();
    taken.looks();
    await taken.writes(`link ${code}`);
    expect(taken.news().join('\n')).toMatch(
      /belongs to somebody already(.|\n)*coordinator can make them one/,
    );
    expect(aisha.reads()).toMatch(/Your code was written in a chat that belongs to somebody already/);
    expect(await accounts()).toEqual(before);
    const asked = `SELECT 1 FROM task WHERE kind = 'two-records' AND "personId" = $1 AND "otherPersonId" = $2`;
    expect(await world.rows(asked, [pair.menteeId, await taken.personId()])).toHaveLength(1);
    await aisha.writes(`link ${await newCode(aisha)}`);
    expect(aisha.reads()).toMatch(/That is your own code/);
    expect(await accounts()).toEqual(before);
  });
});

/** Has the form of a booking laid over the chat. */
async function opensBooking(mentee: AppHand): Promise<void> {
  await mentee.writes('book');
  await mentee.presses('Write it here');
  expect(mentee.phone.sheet()).toBeDefined();
}

async function answersTheRest(mentee: AppHand): Promise<void> {
  for (const label of ['By phone', '30 minutes', 'Skip'])
    if (mentee.labels().includes(label)) await mentee.presses(label);
}

describe('a form over the chat that is sent off after an hour', () => {
  it.each(['discord', 'slack'] as const)('is taken as if it came at once, in %s', async (app) => {
    const { mentee } = await pairOn(
      world,
      { mentee: app, mentor: 'telegram' },
      { mentee: 'Mia', mentor: 'Max' },
    );
    await opensBooking(mentee);
    await world.later({ hours: 1 });
    await mentee.writes('Friday 3pm');
    await answersTheRest(mentee);
    const asked = await world.rows(
      `SELECT m.state FROM meeting m JOIN pair p ON p.id = m."pairId" WHERE p."menteeId" = $1`,
      [await mentee.personId()],
    );
    expect(asked).toEqual([{ state: 'proposed' }]);
    expect(mentee.news().join('\n')).toMatch(/3:00 pm/);
  });

  it.each(['discord', 'slack'] as const)(
    'says so where the time has gone by meanwhile, and asks again, in %s',
    async (app) => {
      const { mentee } = await pairOn(
        world,
        { mentee: app, mentor: 'telegram' },
        { mentee: 'Nia', mentor: 'Ned' },
      );
      await opensBooking(mentee);
      const soon = world.clock.now().toZonedDateTimeISO('Europe/London').add({ minutes: 30 });
      await world.later({ hours: 1 });
      await mentee.writes(`today at ${soon.toPlainTime().toString().slice(0, 5)}`);
      await answersTheRest(mentee);
      expect(mentee.reads()).toMatch(/has passed/);
      await mentee.writes('Saturday 3pm');
      await answersTheRest(mentee);
      expect(mentee.news().join('\n')).toMatch(/3:00 pm/);
    },
  );
});

describe('a command in a place that has nothing of ours', () => {
  /** What is sent and shown, and by what it can be pressed; nothing of that is state. */
  const SENDING = ['outgoing', 'button', 'shown', 'sent_message'];

  it('is answered to whoever asked alone, and changes nothing, in Discord', async () => {
    const channel = world.discord.guild({ name: 'Far away' }).channel({ name: 'lobby' });
    const place = inChannel(world, channel);
    const newcomer = handOn(world, world.phone('Zed', 'discord'));
    await place.slash(newcomer, 'group new', { name: 'Ours' });
    expect(place.own(newcomer).text).toMatch(/I am only a program/);
    const before = await whatIsKept(world, SENDING);
    await place.slash(pair.mentor, 'mentoring', { what: 'group' });
    expect(place.own(pair.mentor).text).toMatch(/You are not in a group yet/);
    await place.slash(pair.mentor, 'meetings');
    expect(place.own(pair.mentor).onlyFor).toBe(pair.mentor.phone.userId);
    expect(place.forAll()).toEqual([]);
    expect(await whatIsKept(world, SENDING)).toEqual(before);
  });

  it('is answered to whoever asked alone, and changes nothing, in Slack', async () => {
    const channel = world.slack.channel({ name: 'lobby' });
    const names = { mentee: 'Pia', mentor: 'Pat' };
    const { mentee } = await pairOn(world, { mentee: 'slack', mentor: 'telegram' }, names);
    const user = world.slack.user({ id: mentee.phone.userId, name: 'Pia' });
    const before = await whatIsKept(world, SENDING);
    const mark = user.mark();
    await user.inChannel(channel).command('/mentoring', 'group');
    await world.settle();
    const seen = user
      .inChannel(channel)
      .see()
      .filter(({ revision }) => revision > mark);
    expect(seen.map(({ isEphemeral }) => isEphemeral)).toEqual([true]);
    expect(seen[0]?.text).toMatch(/You are not in a group yet/);
    expect(await whatIsKept(world, SENDING)).toEqual(before);
  });
});
