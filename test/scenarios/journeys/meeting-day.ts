import { describe, expect, it } from 'vitest';
import { APPS } from '../../support/apps/app.ts';
import type { AppHand } from '../../support/hand.ts';
import { withPairOn } from '../../support/with-pair.ts';
import type { World } from '../../support/world.ts';

describe.each(APPS)('around a meeting, with %s', (app) => {
  let world: World;
  let aisha: AppHand;
  let ruth: AppHand;

  withPairOn(app, (opened) => {
    ({ world, aisha, ruth } = opened);
  });

  const last = async (): Promise<Record<string, unknown>> =>
    (await world.rows('SELECT * FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1'))[0] ?? {};
  const came = (hand: AppHand): string[] =>
    hand.phone
      .see()
      .filter(({ text }) => hand.news().includes(text))
      .map(({ at }) => new Date(at).toISOString().slice(0, 16));

  it('is reminded at the times each has set, with everything in one message', async () => {
    await ruth.does('settings', { press: 'Reminders' }, { press: 'Reminders: none' });
    for (const hand of [aisha, ruth]) await hand.does('settings', { press: 'Energy check off' });
    await aisha.does(
      'book',
      'Wednesday 3pm',
      { press: 'By phone' },
      { press: '30 minutes' },
      { press: 'Skip' },
    );
    await ruth.presses('Yes, that suits me');
    for (const hand of [aisha, ruth]) hand.looks();
    await world.later({ hours: 53 });
    expect(came(aisha)).toEqual(['2026-11-24T15:00', '2026-11-25T13:00']);
    expect(aisha.reads()).toMatch(/reminder/);
    expect(aisha.reads()).toMatch(/Wednesday 25 November, 3:00 pm/);
    expect(aisha.reads()).toMatch(/With R\. By phone, 30 minutes/);
    expect(aisha.labels()).toEqual(expect.arrayContaining(["I'll be there", 'Move it', "I can't make it"]));
    expect(ruth.news()).toEqual([]);
  });

  it('says in one tap that she will be there, and the card of the other shows it', async () => {
    await aisha.presses("I'll be there");
    expect(await last()).toMatchObject({ menteeReady: true, mentorReady: false });
    expect(ruth.phone.see().findLast(({ text }) => /With A\b/.test(text))?.text).toMatch(/A will be there/);
  });

  it('says afterwards how it went, each apart, and nobody is blamed where they differ', async () => {
    for (const hand of [aisha, ruth]) hand.looks();
    await world.later({ hours: 4 });
    const choices = ['It happened', 'It was moved', 'It did not happen', 'Rather not say'];
    for (const hand of [aisha, ruth]) expect(hand.labels()).toEqual(expect.arrayContaining(choices));
    await aisha.presses('It did not happen');
    await ruth.presses('It happened');
    expect(await last()).toMatchObject({ menteeAnswer: 'did-not-happen', mentorAnswer: 'happened' });
    const said = ruth.phone
      .see()
      .map(({ text }) => text)
      .join('\n');
    expect(said).not.toMatch(/did not happen|missed|no-show|fault/i);
    expect(ruth.labels()).toContain('Not now');
    await ruth.presses('Not now');
  });

  it('is asked on the day how much energy there is, and makes it shorter or writes instead', async () => {
    await aisha.does('settings', { press: 'Energy check on' });
    await aisha.does(
      'book',
      'in 2 days at 3pm',
      { press: 'By phone' },
      { press: '60 minutes' },
      { press: 'Skip' },
    );
    await ruth.presses('Yes, that suits me');
    aisha.looks();
    await world.later({ hours: 41 });
    const asked = aisha.phone.see().findLast(({ text }) => /How are you/.test(text));
    expect(asked?.labels).toEqual(expect.arrayContaining(["Let's go ahead", 'By text today', 'Another day']));
    ruth.looks();
    await aisha.presses(/^Only \d+ minutes/);
    expect(Number((await last())['minutes'])).toBeLessThan(60);
    expect(ruth.news().join()).toMatch(/shorter/);
    await aisha.presses('By text today');
    expect(await last()).toMatchObject({ mode: 'text', state: 'confirmed' });
  });

  it('answers a button that is two months old by saying so, with the way home', async () => {
    await aisha.writes('home');
    const old = aisha.last();
    await world.later({ hours: 24 * 61 });
    old.press('Settings');
    await world.settle();
    expect(aisha.reads()).toMatch(/has changed since/);
    expect(aisha.labels()).toContain('Home');
  });
});
