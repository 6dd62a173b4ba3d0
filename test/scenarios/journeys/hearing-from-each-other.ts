import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { APPS, type AppName } from '../../support/apps/app.ts';
import { type Pair, pairOn } from '../../support/arrive.ts';
import { type AppHand, handOn } from '../../support/hand.ts';
import { openWorld, type World } from '../../support/world.ts';

/** The app that somebody links second. */
const SECOND = { telegram: 'discord', discord: 'slack', slack: 'telegram' } as const satisfies Record<
  AppName,
  AppName
>;
const NAMES = { telegram: 'Telegram', discord: 'Discord', slack: 'Slack' } as const;

describe.each(APPS)('hearing from each other, with %s', (app) => {
  let world: World;
  let two: Pair;
  let aisha: AppHand;
  let ruth: AppHand;
  let elsewhere: AppHand;

  beforeAll(async () => {
    world = await openWorld({ apps: [app, SECOND[app]], at: '2026-11-23T10:00:00Z' });
    two = await pairOn(world, { mentee: app, mentor: app });
    [aisha, ruth] = [two.mentee, two.mentor];
    // What comes is read at once, as on a phone that is nobody else's.
    for (const hand of [aisha, ruth]) await hand.does('settings', { press: /^Private previews/ });
    elsewhere = handOn(world, world.phone('Ruth in another app', SECOND[app]));
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  const heard = (hand: AppHand): string => hand.news().join('\n');

  it('writes to her mentor through the bot, having read first who reads along', async () => {
    ruth.looks();
    await aisha.writes('message my mentor');
    expect(aisha.reads()).toMatch(/Ruth/);
    await aisha.writes('The tea was good today');
    expect(heard(ruth)).toMatch(/The tea was good today/);
    expect(heard(ruth)).not.toMatch(NAMES[app]);
  });

  it('is answered, and sees no number, handle or app of the other', async () => {
    aisha.looks();
    await ruth.presses('Reply');
    await ruth.writes('I am glad to hear it');
    expect(heard(aisha)).toMatch(/Ruth writes:[\s\S]*I am glad to hear it/);
    expect(heard(aisha)).not.toContain(ruth.phone.userId);
    expect(heard(aisha)).not.toMatch(NAMES[app]);
  });

  it('writes outside the hours: it waits, she is told until when, and help is at hand', async () => {
    await world.later({ hours: 11 });
    ruth.looks();
    await aisha.writes('message my mentor');
    await aisha.writes('Are you awake?');
    expect(heard(aisha)).toMatch(/waits|reaches/i);
    expect(aisha.reads()).toMatch(/999|help/i);
    expect(heard(ruth)).not.toMatch(/Are you awake/);
    await world.later({ hours: 13 });
    expect(heard(ruth)).toMatch(/Are you awake\?/);
  });

  it('reports a message, told first what is sent and to whom', async () => {
    await ruth.presses('Report');
    expect(ruth.reads()).toMatch(/that one message/);
    expect(await world.rows('SELECT 1 FROM concern')).toHaveLength(0);
    await ruth.presses('Go on');
    await ruth.writes('I did not like this.');
    await ruth.presses(/^Send it/);
    expect(await world.rows(`SELECT 1 FROM concern WHERE kind = 'reported-message'`)).toHaveLength(1);
  });

  it('blocks messages for a while: nothing comes, and neither reads who asked for it', async () => {
    aisha.looks();
    await ruth.presses('Pause messages');
    expect(ruth.reads()).toMatch(/having a pause/);
    expect(heard(aisha)).toMatch(/Messages between you and Ruth are having a pause/);
    await aisha.writes('message my mentor');
    expect(aisha.reads()).toMatch(/having a pause/);
    await ruth.writes('our messages');
    await ruth.presses('End the pause');
    expect(ruth.reads()).not.toMatch(/having a pause/);
  });

  it('links a second app with a code, and a yes in both', async () => {
    await ruth.writes('link another app');
    const code = /Your code: (\S+)\. /.exec(ruth.reads())?.[1] ?? '';
    await elsewhere.writes(`link ${code}`);
    expect(elsewhere.reads()).toMatch(/belongs to Ruth/);
    await elsewhere.presses('Yes, that is me');
    await ruth.presses('Yes, it was me');
    expect(elsewhere.reads()).toMatch(/This chat is yours now/);
    expect(await elsewhere.personId()).toBe(two.mentorId);
  });

  it('chooses where to read, and what is written to her comes there alone', async () => {
    await ruth.writes('my apps');
    await ruth.presses(`Write to me in ${NAMES[SECOND[app]]}`);
    for (const hand of [ruth, elsewhere]) hand.looks();
    await aisha.writes('message my mentor');
    await aisha.writes('See you on Friday');
    expect(heard(elsewhere)).toMatch(/See you on Friday/);
    expect(heard(ruth)).not.toMatch(/See you on Friday/);
    expect(heard(aisha)).not.toMatch(NAMES[SECOND[app]]);
  });

  it('unlinks it again: from then on it is nobody’s, and the first app has what comes', async () => {
    await ruth.writes('my apps');
    await ruth.presses(`Unlink ${NAMES[SECOND[app]]}`);
    await ruth.presses('Yes, unlink it');
    for (const hand of [ruth, elsewhere]) hand.looks();
    await aisha.writes('message my mentor');
    await aisha.writes('Or on Saturday');
    expect(heard(ruth)).toMatch(/Or on Saturday/);
    expect(heard(elsewhere)).not.toMatch(/Saturday/);
  });
});
