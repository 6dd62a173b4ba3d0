import { describe, expect, it } from 'vitest';
import { APPS, type AppName } from '../support/apps/app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { withPairOn } from '../support/with-pair.ts';
import { openWorld, type World } from '../support/world.ts';

const everything = (hand: AppHand): string =>
  hand.phone
    .see()
    .map(({ text }) => text)
    .join('\n');

describe.each(APPS)('somebody who is looked after, in %s', (app: AppName) => {
  let world: World;
  let aisha: AppHand;
  let ruth: AppHand;

  withPairOn(app, (opened) => {
    ({ world, aisha, ruth } = opened);
  });

  it('reads a short notice first: what is kept, who sees it, the limits; the long one a tap behind (BND-06)', async () => {
    const nina = handOn(world, world.phone('Nina', app));
    await nina.writes('hello');
    expect(nina.reads()).toMatch(/I keep your name(.|\n)*for you alone(.|\n)*seriously harmed(.|\n)*delete/);
    await nina.presses('Who sees what?');
    expect(nina.reads()).toMatch(/Confidentiality ends where/);
    await aisha.writes('privacy');
    expect(aisha.reads().split(/\n+/)).toHaveLength(5);
  });

  it('finds "tell someone" and "worried about somebody" in the menu and at home, not only behind help (SAF-01, SAF-02)', async () => {
    await aisha.writes('home');
    expect(aisha.labels()).toEqual(expect.arrayContaining(['Tell someone', 'I am worried about somebody']));
    for (const command of ['tell', 'worried']) {
      expect(world.core.menu().map((each) => each.command)).toContain(command);
      aisha.looks();
      await aisha.phone.command(command);
      await world.settle();
      expect(aisha.news().join('\n')).toMatch(/999(.|\n)*Nothing is sent/);
      expect(aisha.labels()).toContain('Who sees what?');
    }
  });

  it('names the other one by an initial in what comes by itself, and in full when she asks (ENR-07)', async () => {
    await aisha.does(
      'book',
      'tomorrow 3pm',
      { press: 'By phone' },
      { press: '30 minutes' },
      { press: 'Skip' },
    );
    expect(ruth.reads()).toMatch(/^A would like/);
    expect(ruth.reads()).not.toContain('Aisha');
    await ruth.presses('Yes, that suits me');
    expect(ruth.reads()).toContain('Aisha');
    expect(aisha.reads()).not.toContain('Ruth');
  });

  it('leaves a meeting that is on in one press; the other hears nothing but that it is over (SAF-07)', async () => {
    await world.later({ hours: 30, minutes: 5 });
    await aisha.does('my meetings');
    await aisha.presses(/3:00 pm/);
    ruth.looks();
    await aisha.presses('Leave this one now');
    await aisha.does('my meetings', { press: /3:00 pm/ }, { press: 'Leave this one now' });
    expect(aisha.reads()).toMatch(/need not say why/);
    expect(ruth.news().join('\n')).toMatch(/nothing you did/);
    await world.later({ hours: 3 });
    expect(everything(ruth).split('How was that for you?')).toHaveLength(2);
    await world.later({ hours: 26 });
    expect(everything(aisha)).toMatch(/How are you today/);
    expect(everything(aisha)).not.toMatch(/How was that for you/);
    expect(everything(ruth).split('nothing you did')).toHaveLength(2);
  });
});

it('"hide" takes away what the front page of Slack shows, until it is opened again', async () => {
  const world = await openWorld({ apps: ['slack'] });
  const cora = handOn(world, world.phone('Cora', 'slack'));
  const programmeId = (await world.core.read.programmes.first())?.id ?? '';
  await world.coordinate('give-role', {
    personId: await arrives(cora, 'Cora'),
    programmeId,
    role: 'coordinator',
  });
  const user = world.slack.user({ name: 'Cora', id: cora.phone.userId });
  const front = async (): Promise<string> => {
    await world.settle();
    return user.home()?.text ?? '';
  };
  user.openHome();
  expect(await front()).toMatch(/Who needs/i);
  expect(
    user
      .home()
      ?.buttons.flat()
      .map(({ label }) => label),
  ).toContain('Tell someone');
  await cora.writes('hide');
  expect(await front()).toBe('Nothing for today.');
  // What her board would show changes meanwhile, and does not bring it back.
  await arrives(handOn(world, world.phone('Nina', 'slack')), 'Nina');
  await world.later({ minutes: 5 });
  expect(await front()).toBe('Nothing for today.');
  user.openHome();
  expect(await front()).toMatch(/Nina/);
  expect(world.faults).toEqual([]);
  await world.close();
});
