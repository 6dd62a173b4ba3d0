import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { APPS } from '../../support/apps/app.ts';
import { type AppHand, handOn } from '../../support/hand.ts';
import { openWorld, type World } from '../../support/world.ts';

describe.each(APPS)('arriving, with %s', (app) => {
  let world: World;
  let rosa: AppHand;

  beforeAll(async () => {
    world = await openWorld({ apps: [app] });
    rosa = handOn(world, world.phone('Rosa', app));
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  const person = async (hand: AppHand): Promise<Record<string, unknown>> =>
    (await world.rows('SELECT * FROM person WHERE id = $1', [await hand.personId()]))[0] ?? {};

  it('she reads what this is, agrees, answers the first questions one by one and is in', async () => {
    await rosa.starts();
    expect(rosa.reads()).toMatch(/mentors/);
    expect(rosa.reads()).toMatch(/company behind this chat app can read/);
    await rosa.presses('Who sees what?');
    expect(rosa.reads()).toMatch(/coordinator sees/);
    expect(await person(rosa)).toMatchObject({ state: 'arriving', agreedAt: null });
    await rosa.does({ press: 'Continue' }, { press: 'Yes' }, { press: 'Yes, I agree' }, 'Rose');
    await rosa.presses('Back');
    expect(rosa.reads()).toMatch(/What name/);
    await rosa.does('Rosa', 'auckland');
    if (rosa.labels().some((label) => label.startsWith('Auckland'))) await rosa.presses(/^Auckland/);
    await rosa.does({ press: 'Plain English' }, '10.30pm to 7am', 'my brother has M.E.');
    expect(rosa.reads()).toMatch(/You are in/);
    const kept = await person(rosa);
    expect(kept).toMatchObject({
      state: 'active',
      name: 'Rosa',
      zone: 'Pacific/Auckland',
      quietFrom: '22:30',
    });
    expect(JSON.stringify(kept)).not.toContain('brother');
  });

  it('she reads her settings and changes each of them', async () => {
    await rosa.writes('my settings');
    for (const said of [/Rosa/, /Auckland/, /plain English/, /10:30 pm to 7:00 am/, /Reminders/])
      expect(rosa.reads()).toMatch(said);
    await rosa.does({ press: 'Name' }, 'Rosa B');
    await rosa.does('settings', { press: 'Quiet hours' }, '11pm to 9am');
    await rosa.does('settings', { press: 'Reminders' }, { press: 'Reminders: two hours before' });
    await rosa.does('settings', { press: 'Place and time' }, 'Europe/London');
    await rosa.writes('easy read');
    expect(await person(rosa)).toMatchObject({
      ...{ name: 'Rosa B', zone: 'Europe/London', quietFrom: '23:00', language: 'en-easy' },
      settings: expect.objectContaining({ reminders: [120] }),
    });
  });

  it('she asks what is known about her and what her role is', async () => {
    await rosa.writes('what do you know about me');
    expect(rosa.news().join('\n')).toMatch(/Rosa B/);
    await rosa.writes('what is my role');
    expect(rosa.reads()).not.toBe('');
  });

  it('somebody who is not old enough is held kindly, finds help, and can open nothing else', async () => {
    const kit = handOn(world, world.phone('Kit', app));
    await kit.starts();
    await kit.does({ press: 'Continue' }, { press: 'No' });
    expect(kit.reads()).toMatch(/Morag.*01632 960 001/s);
    expect(kit.reads()).toMatch(/0800 ?11 ?11/);
    expect(await person(kit)).toMatchObject({ state: 'held', name: null, agreedAt: null });
    for (const words of ['book', 'reflect', 'my settings']) {
      await kit.writes(words);
      expect(kit.labels().join()).not.toMatch(/Settings|Write a reflection|Find a time/);
    }
    await kit.writes('help');
    expect(kit.reads()).toMatch(/Childline/);
    const tasks = await world.rows('SELECT kind FROM task WHERE "personId" = $1', [await kit.personId()]);
    expect(tasks).toEqual([{ kind: 'under-age' }]);
  });
});

describe.each(['telegram'] as const)('by a link with a code, with %s', (app) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ apps: [app] });
  });
  afterAll(async () => await world.close());

  it('she is counted under the code of the poster that brought her', async () => {
    const rosa = handOn(world, world.phone('Rosa', app));
    await rosa.starts('poster');
    expect(await world.rows('SELECT source FROM person')).toEqual([{ source: 'poster' }]);
  });
});
