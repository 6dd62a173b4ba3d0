import { describe, expect, it } from 'vitest';
import { APPS, type AppName } from '../support/apps/app.ts';
import { pairOn } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { withPairOn } from '../support/with-pair.ts';
import { openWorld, type World } from '../support/world.ts';

/** What no chat that is put away may say. */
const TELLING =
  /mentor|mentee|meeting|programme|Ruth|Aisha|Beenthere|reflect|coordinator|carer|settings|button/i;
const NOTE = 'Nothing for today.';

/** What stands in the chat now, of the bot. */
const stands = (hand: AppHand): string[] => hand.phone.see().map(({ text }) => text);
const shows = (hand: AppHand): string =>
  hand.phone
    .see()
    .flatMap(({ text, labels }) => [text, ...labels])
    .join('\n');

describe.each(APPS)('a phone that is not hers alone, in %s', (app: AppName) => {
  let world: World;
  let aisha: AppHand;
  let ruth: AppHand;

  withPairOn(app, (opened) => {
    ({ world, aisha, ruth } = opened);
  });

  const away = () => world.rows('SELECT since FROM disguise');

  it('is cleared of everything the bot said, by a word or a button, and says in plain words what stays', async () => {
    await aisha.writes('home');
    expect(stands(aisha).length).toBeGreaterThan(5);
    await aisha.writes('hide');
    expect(stands(aisha)).toEqual([expect.stringMatching(/^Done\.\s+What you wrote yourself stays/)]);
    expect(shows(aisha)).not.toMatch(TELLING);
    expect(stands(ruth).length).toBeGreaterThan(5);
    await aisha.does('settings', { press: 'When others see my phone' }, { press: 'Clear this chat now' });
    expect(stands(aisha)).toHaveLength(1);
    expect(shows(aisha)).not.toMatch(TELLING);
  });

  it('takes two words of her own, and refuses those that ask for something', async () => {
    await aisha.does('settings', { press: 'When others see my phone' }, { press: 'Choose two words' });
    if (aisha.phone.sheet() === undefined) {
      await aisha.writes('help me');
      expect(shows(aisha)).toContain('116 123');
      await aisha.does('Settings', { press: 'When others see my phone' }, { press: 'Choose two words' });
    }
    await aisha.does('Bluebells', 'bluebells!');
    expect(aisha.reads()).toContain('have to be different');
    await aisha.writes('Rain again');
    expect(aisha.reads()).toContain('Your two words are set');
    const kept = JSON.stringify(await world.rows('SELECT * FROM disguise'));
    expect(kept).not.toMatch(/bluebells|rain/i);
    expect(await world.rows(`SELECT FROM draft WHERE form = 'code-words'`)).toEqual([]);
  });

  it('looks like nothing much after the first word, also in the middle of something, and after a restart', async () => {
    await aisha.does({ press: 'Home' }, 'bluebells');
    expect(stands(aisha)).toEqual([NOTE]);
    await world.restart();
    for (const words of ['home', 'my meetings', 'What is this?', 'bluebells', 'stop', 'hide', 'who'])
      await aisha.writes(words);
    await aisha.phone.command('meetings');
    await world.settle();
    expect(new Set(stands(aisha))).toEqual(new Set([NOTE]));
    expect(shows(aisha)).not.toMatch(TELLING);
    expect(await world.rows('SELECT FROM reflection')).toEqual([]);
  });

  it('still brings the numbers to call, and nothing else, for "help" and for words of crisis', async () => {
    for (const words of ['help', 'I want to die']) {
      await aisha.writes(words);
      expect(aisha.last().text).toMatch(/999[\s\S]*116 123/);
      expect(aisha.last().labels).toEqual([]);
      expect(aisha.last().text).not.toMatch(TELLING);
    }
  });

  it('hears nothing by itself until then: what comes waits, and the other one is not told', async () => {
    const before = stands(aisha).length;
    await ruth.does('message my mentee', 'Shall we meet on Friday?');
    await world.later({ hours: 30 });
    expect(stands(aisha)).toHaveLength(before);
    expect(shows(ruth)).not.toMatch(/away|hidden/i);
    expect(await world.rows(`SELECT FROM outgoing WHERE state = 'put-away'`)).not.toEqual([]);
  });

  it('is as always after the second word, with what waited', async () => {
    await aisha.writes('rain again');
    expect(shows(aisha)).toMatch(/Hello Aisha|Home|Ruth/);
    expect(await away()).toEqual([{ since: null }]);
    expect(await world.rows(`SELECT FROM outgoing WHERE state = 'put-away'`)).toEqual([]);
    await aisha.writes('my meetings');
    expect(shows(aisha)).toMatch(/meeting/i);
  });

  it('comes back by a coordinator too, when she has forgotten the word', async () => {
    await aisha.writes('bluebells');
    const [row] = await world.rows('SELECT id FROM disguise');
    await world.coordinate('bring-back', { accountId: row?.['id'] });
    await aisha.writes('home');
    expect(shows(aisha)).toContain('Ruth');
  });
});

it('in Telegram keeps what is older than two days, and says that some stays', async () => {
  const world = await openWorld();
  const { mentee: aisha } = await pairOn(world, { mentee: 'telegram', mentor: 'telegram' });
  await world.later({ hours: 49 });
  const old = stands(aisha).length;
  await aisha.does('home', 'hide');
  expect(stands(aisha).length).toBeLessThanOrEqual(old + 1);
  expect(aisha.last().text).toContain('Some older messages stay too');
  expect(world.faults).toEqual([]);
  await world.close();
});

it('comes back from another app that she has linked, and only from hers', async () => {
  const world = await openWorld({ apps: ['telegram', 'discord'] });
  const { mentee: aisha } = await pairOn(world, { mentee: 'telegram', mentor: 'telegram' });
  const there = handOn(world, world.phone('Aisha there', 'discord'));
  await aisha.writes('link another app');
  const code = /Your code: (\S+)\. /.exec(aisha.reads())?.[1] ?? '';
  await there.writes(`link ${code}`);
  await there.presses('Yes, that is me');
  await aisha.presses('Yes, it was me');
  await aisha.does('settings', { press: 'When others see my phone' }, { press: 'Choose two words' });
  await aisha.does('bluebells', 'rain again', 'bluebells');
  expect(stands(aisha)).toEqual([NOTE]);
  await there.does(
    'settings',
    { press: 'When others see my phone' },
    { press: 'Bring back my Telegram chat' },
  );
  expect(stands(aisha)).toEqual([NOTE]);
  await aisha.writes('home');
  expect(shows(aisha)).toContain('Ruth');
  expect(world.faults).toEqual([]);
  await world.close();
});
