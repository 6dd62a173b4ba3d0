import { describe, expect, it } from 'vitest';
import { APPS } from '../../support/apps/app.ts';
import type { Pair } from '../../support/arrive.ts';
import { type AppHand, handOn } from '../../support/hand.ts';
import { withPairOn } from '../../support/with-pair.ts';
import type { World } from '../../support/world.ts';

const IN_CRISIS = 'I feel like I want to die, I cannot go on';

describe.each(APPS)('at any time, with %s', (app) => {
  let world: World;
  let two: Pair;
  let aisha: AppHand;
  let ruth: AppHand;

  withPairOn(app, (opened) => {
    ({ world, two, aisha, ruth } = opened);
  });

  const isCard = (text: string): boolean => /999/.test(text) && /116 123/.test(text);
  const person = async (id: string): Promise<Record<string, unknown>> =>
    (await world.rows('SELECT * FROM person WHERE id = $1', [id]))[0] ?? {};

  it('finds help by one word: the card, for herself and for somebody else, and whom to talk to', async () => {
    await aisha.writes('help');
    expect(isCard(aisha.reads())).toBe(true);
    expect(aisha.reads()).toMatch(/Morag.*01632 960 001/s);
    expect(aisha.reads()).toMatch(/Nobody reads along/);
    await aisha.presses('This is about someone I look after');
    expect(aisha.reads()).toMatch(/someone's life/);
    await aisha.writes('who can I talk to');
    expect(aisha.reads()).toMatch(/01632 960 001/);
  });

  it('meets the help card by words of crisis: first of all, in a question and in a form, and nobody is told', async () => {
    const kim = handOn(world, world.phone('Kim', app));
    await kim.writes(IN_CRISIS);
    expect(isCard(kim.news()[0] ?? '')).toBe(true);
    const noticed = () =>
      world.rows(
        'SELECT (SELECT count(*) FROM task) AS tasks, (SELECT count(*) FROM outgoing WHERE "personId" <> $1) AS sent',
        [two.menteeId],
      );
    const before = await noticed();
    await aisha.does('settings', { press: 'Name' });
    await aisha.writes(IN_CRISIS);
    expect(aisha.news().some(isCard)).toBe(true);
    await aisha.dismisses();
    await aisha.writes('home');
    await aisha.presses('Write a reflection');
    await aisha.writes(IN_CRISIS);
    expect(aisha.news().some(isCard)).toBe(true);
    expect((await person(two.menteeId))['name']).toBe('Aisha');
    expect(await world.rows('SELECT id FROM reflection')).toHaveLength(1);
    expect(await noticed()).toEqual(before);
  });

  it('may be written to first only when she chose it, can ask why, and has it less often in one tap', async () => {
    const nudges = (hand: AppHand): string[] =>
      hand.news().filter((text) => /good moment to find a time/.test(text));
    aisha.looks();
    await world.later({ hours: 24 * 20 });
    expect(aisha.news()).toEqual([]);
    await aisha.does('nudges', { press: 'Yes, you may write first' });
    aisha.looks();
    ruth.looks();
    await world.later({ hours: 72 });
    expect(nudges(aisha)).toHaveLength(1);
    expect(ruth.news()).toEqual([]);
    await aisha.presses('Why did I get this?');
    expect(aisha.reads()).toMatch(/You said that I may write to you first.*every 14 days/s);
    await aisha.presses('Less often');
    expect((await person(two.menteeId))['settings']).toMatchObject({ nudgeEveryDays: 14 });
    await aisha.does('nudges', { press: 'Stop these messages' });
  });

  it('takes a break that keeps everything, and ends it when she says', async () => {
    await aisha.does('pause', { press: 'Until I say' });
    expect(await person(two.menteeId)).toMatchObject({ paused: true, state: 'active' });
    await aisha.writes('home');
    await aisha.presses('End my break');
    expect(await person(two.menteeId)).toMatchObject({ paused: false });
  });

  it('leaves with one word, is not written to, still finds help, and starts again in one tap', async () => {
    await ruth.does(
      'book',
      'in 2 days at 10am',
      { press: 'By phone' },
      { press: '30 minutes' },
      { press: 'Skip' },
    );
    await aisha.presses('Yes, that suits me');
    await aisha.writes('stop');
    expect(aisha.reads()).toMatch(/1 meeting coming up/);
    await aisha.presses('Cancel my meetings');
    expect(ruth.reads()).toMatch(/cannot make it/);
    aisha.looks();
    await ruth.does('book', 'in 2 days at 11am', { press: 'By text' }, { press: '15 minutes' });
    await world.later({ hours: 72 });
    expect(aisha.news()).toEqual([]);
    await aisha.writes('help');
    expect(isCard(aisha.reads())).toBe(true);
    await aisha.writes('home');
    await aisha.presses('Start again');
    expect(aisha.reads()).toMatch(/Welcome back/);
  });

  it('is told kindly that a voice note or a photo is not kept, and what is written below one is heard', async () => {
    aisha.looks();
    aisha.phone.sendVoice();
    await world.settle();
    expect(aisha.news()).toHaveLength(1);
    const kindWord = aisha.reads();
    expect(kindWord).toMatch(/written|words|text/i);
    aisha.phone.sendPhoto();
    await world.settle();
    expect(aisha.news()).toEqual([kindWord, kindWord]);
    aisha.looks();
    aisha.phone.sendPhoto('goodbye everyone, I am going to end my life');
    await world.settle();
    expect(aisha.news().some(isCard)).toBe(true);
  });

  it('is asked again, kindly, for a time, a place or a name that cannot be', async () => {
    const answers: readonly (readonly [string, RegExp])[] = [
      ['yesterday at 3pm', /has passed/],
      ['31 February 3pm', /not in the calendar/],
      ['1 June 2031 at noon', /more than a year/],
      ['🌻', /could not read/],
    ];
    await aisha.writes('book');
    for (const [words, answer] of answers) {
      await aisha.writes(words);
      expect([words, aisha.reads()]).toEqual([words, expect.stringMatching(answer)]);
      expect(aisha.labels()).toEqual(expect.arrayContaining(['Cancel', 'Help']));
    }
    await aisha.presses('Cancel');
    for (const [setting, words, answer] of [
      ['Place and time', 'Hogwarts', /do not know that place/],
      ['Quiet hours', 'from 30 to 99', /could not read/],
      ['Name', 'www.example.org', /name/i],
    ] as const) {
      await aisha.does('settings', { press: setting }, words);
      expect(aisha.reads()).toMatch(answer);
      await aisha.dismisses();
    }
    expect(await person(two.menteeId)).toMatchObject({
      zone: 'Europe/London',
      quietFrom: '21:00',
      name: 'Aisha',
    });
  });

  it('has what is written in three scripts, right to left and in signs kept letter by letter', async () => {
    for (const words of [
      'مرحبا كيف حالك اليوم يا صديقي العزيز',
      '%s {{name}} <b>bold</b> & "quotes" *x* _y_ @here',
    ]) {
      await aisha.does('reflect', words);
      expect(aisha.reads()).toMatch(/Saved/);
      await aisha.presses('Read it');
      expect(aisha.reads()).toContain(words);
    }
  });

  it('is greeted, thanked and met kindly when she feels low', async () => {
    await aisha.writes('thank you');
    expect(aisha.reads().length).toBeLessThan(90);
    await aisha.writes('I feel low');
    expect(aisha.reads()).toMatch(/do not have to carry it alone/);
    expect(aisha.labels()[0]).toBe('Help');
  });

  it('cannot be reached any more: the other is not stopped by it, and coming back puts it right', async () => {
    const account = async (): Promise<Record<string, unknown>> =>
      (
        await world.rows('SELECT reachable, "unreachableSince" AS since FROM account WHERE "personId" = $1', [
          two.mentorId,
        ])
      )[0] ?? {};
    ruth.phone.leave();
    await aisha.does('book', 'in 3 days at 10am', { press: 'By text' }, { press: '15 minutes' });
    expect(aisha.reads()).toMatch(/10:00 am/);
    expect(await account()).toEqual({
      reachable: false,
      since: new Date(world.clock.now().epochMilliseconds),
    });
    ruth.phone.comeBack();
    await ruth.writes('my meetings');
    expect(await account()).toEqual({ reachable: true, since: null });
    await ruth.presses(/10:00 am, Aisha/);
    await ruth.presses('Yes, that suits me');
    expect(aisha.reads()).toMatch(/have agreed/);
  });
});
