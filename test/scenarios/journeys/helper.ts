import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { APPS } from '../../support/apps/app.ts';
import { arrives, type Pair, pairOn } from '../../support/arrive.ts';
import { type AppHand, handOn } from '../../support/hand.ts';
import { openWorld, type World } from '../../support/world.ts';

describe.each(APPS)('with a helper beside her, with %s', (app) => {
  let world: World;
  let two: Pair;
  let aisha: AppHand;
  let ruth: AppHand;
  let ann: AppHand;

  beforeAll(async () => {
    world = await openWorld({ apps: [app] });
    two = await pairOn(world, { mentee: app, mentor: app });
    aisha = two.mentee;
    ruth = two.mentor;
    ann = handOn(world, world.phone('Ann', app));
    await arrives(ann, 'Ann');
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  it('asks somebody by a code to act beside her, and it begins when both have said yes', async () => {
    await aisha.does('settings', { press: 'My helpers' }, { press: 'Make a code for a helper' });
    const code = /Your code: (\S+)\. /.exec(aisha.reads())?.[1] ?? '';
    await ann.does('settings', { press: 'My helpers' }, { press: 'I have a code' }, code);
    expect(ann.reads()).toMatch(/Aisha asks you to act beside them/);
    await ann.presses('Yes');
    expect(aisha.reads()).not.toMatch(/Ann/);
    await aisha.presses('See it');
    expect(aisha.reads()).toMatch(/Ann would like to act beside you/);
    await aisha.presses('Yes');
    expect(aisha.reads()).toMatch(/Ann helps you/);
  });

  it('has a meeting booked for her, marked for everybody as arranged with help', async () => {
    await ann.does('settings', { press: 'My helpers' }, { press: /^Help Aisha now/ });
    expect(ann.reads()).toMatch(/You are helping Aisha/);
    await ann.writes('book');
    await ann.does('in 3 days at 2pm', { press: 'By phone' }, { press: '20 minutes' }, { press: 'Skip' });
    const [row] = await world.rows('SELECT * FROM meeting');
    expect(row).toMatchObject({ arrangedWithHelp: true, menteeId: two.menteeId, mentorId: two.mentorId });
    expect(ruth.reads()).toMatch(/Arranged with help/);
    await ruth.presses('Yes, that suits me');
  });

  it('shows a helper nothing that she wrote for herself', async () => {
    await aisha.does('reflect', 'the millpond was frozen');
    for (const words of ['my reflections', 'my settings', 'what do you know about me']) {
      await ann.writes(words);
      expect(ann.news().join()).not.toMatch(/millpond/);
    }
  });

  it('ends the help whenever she likes', async () => {
    await aisha.does('settings', { press: 'My helpers' }, { press: 'End the help of Ann' });
    expect(ann.reads()).toMatch(/That has ended/);
    await ann.writes('home');
    expect(ann.reads()).toMatch(/Hello Ann/);
  });
});
