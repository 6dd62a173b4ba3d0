import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { APPS } from '../../support/apps/app.ts';
import { type Pair, pairOn } from '../../support/arrive.ts';
import type { AppHand } from '../../support/hand.ts';
import { openWorld, type World } from '../../support/world.ts';

describe.each(APPS)("in the app's own manner, with %s", (app) => {
  let world: World;
  let two: Pair;
  let aisha: AppHand;

  beforeAll(async () => {
    world = await openWorld({ apps: [app] });
    two = await pairOn(world, { mentee: app, mentor: app });
    aisha = two.mentee;
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  it('does what each entry of the menu says, as a command', async () => {
    for (const { command } of world.core
      .menu()
      .filter((entry) => !['stop', 'mentoring'].includes(entry.command))) {
      aisha.looks();
      aisha.phone.command(command);
      await world.settle();
      expect([command, aisha.news().length]).toEqual([
        command,
        expect.toSatisfy((count) => Number(count) > 0),
      ]);
      expect([command, aisha.news().join()]).toEqual([
        command,
        expect.not.stringMatching(/did not understand/),
      ]);
    }
    aisha.phone.command('settings');
    await world.settle();
    expect(aisha.reads()).toMatch(/Your settings/);
  });

  it('takes the time with the command that books', async () => {
    aisha.phone.command('book', 'Friday 3pm');
    await world.settle();
    expect(aisha.reads()).toMatch(/How would you like to meet/);
    await aisha.does({ press: 'By text' }, { press: '15 minutes' });
    expect(await world.rows('SELECT "startsAt" AS at FROM meeting')).toEqual([
      { at: new Date('2026-11-27T15:00Z') },
    ]);
  });

  it('keeps what is written behind the command that reflects', async () => {
    aisha.phone.command('reflect', 'a slow day, and a good one');
    await world.settle();
    expect(aisha.reads()).toMatch(/Saved/);
    expect(await world.rows('SELECT id FROM reflection')).toHaveLength(1);
  });

  it('answers a form that lay open for an hour, or gives it up, and nothing is lost', async () => {
    await aisha.does('settings', { press: 'Name' });
    await world.later({ hours: 1 });
    await aisha.writes('Aisha B');
    const name = async () => (await world.rows('SELECT name FROM person WHERE id = $1', [two.menteeId]))[0];
    expect(await name()).toEqual({ name: 'Aisha B' });
    await aisha.does('settings', { press: 'Name' });
    await aisha.dismisses();
    await aisha.writes('home');
    expect(aisha.reads()).toMatch(/Hello Aisha B/);
    expect(await name()).toEqual({ name: 'Aisha B' });
  });

  it('asks a longer form in steps, in whichever way the app has', async () => {
    await aisha.writes('home');
    await aisha.presses('Find a time to meet');
    await aisha.writes('Monday at 2pm');
    await aisha.does({ press: 'By phone' }, { press: '45 minutes' }, { press: 'Skip' });
    const [row] = await world.rows(
      'SELECT minutes, "startsAt" AS at FROM meeting ORDER BY "createdAt" DESC LIMIT 1',
    );
    expect(row).toEqual({ minutes: 45, at: new Date('2026-11-30T14:00Z') });
  });
});

describe.each(['discord', 'slack'] as const)('a form that lies over the chat, with %s', (app) => {
  let world: World;
  let aisha: AppHand;

  beforeAll(async () => {
    world = await openWorld({ apps: [app] });
    aisha = (await pairOn(world, { mentee: app, mentor: app })).mentee;
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  it('opens at a press, holds the question, and changes nothing before it is sent', async () => {
    await aisha.does('settings', { press: 'Name' });
    expect(aisha.phone.sheet()?.questions).toHaveLength(1);
    expect(await world.rows('SELECT id FROM draft')).toEqual([]);
    await aisha.writes('Aisha C');
    expect(aisha.phone.sheet()).toBeUndefined();
    expect(await world.rows(`SELECT name FROM person WHERE name LIKE 'Aisha%'`)).toEqual([
      { name: 'Aisha C' },
    ]);
  });
});
