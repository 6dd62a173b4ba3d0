import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pairUp, type Two } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

describe('what comes around the meetings of a mentee and her mentor', () => {
  let world: World;
  let two: Two;
  let aisha: Hand;
  let ruth: Hand;

  beforeAll(async () => {
    world = await openWorld({ at: '2026-10-12T09:00:00Z' });
    two = await pairUp(world);
    aisha = handOf(world, two.mentee);
    ruth = handOf(world, two.mentor);
  });
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(async () => await world.close());

  const until = async (moment: string): Promise<void> =>
    await world.later({ milliseconds: Date.parse(moment) - world.clock.now().epochMilliseconds });
  const meetings = async (): Promise<Record<string, unknown>[]> =>
    await world.rows('SELECT * FROM meeting ORDER BY "startsAt"');

  it('both say in a few taps when they are free, and are offered times that suit both (MTG-17)', async () => {
    await aisha.does(
      'free',
      { press: 'Add times each week' },
      { press: 'Monday to Friday' },
      { press: /^Evening/ },
    );
    expect(aisha.reads()).toContain('Monday to Friday, 5:00 pm to 9:00 pm');
    await ruth.does('free', { press: 'Add times each week' }, 'Tuesdays and Thursdays', '6pm to 8pm');
    await ruth.presses('Yes, it costs me something');
    expect(ruth.reads()).toContain('Tuesday, 6:00 pm to 8:00 pm (costs you something)');
    await aisha.writes('book');
    expect(aisha.labels()[0]).toBe('Tuesday 13 October, 6:00 pm');
    await aisha.presses('Cancel');
  });

  it('a mentor who moved her shift has a word early, asked for gently (MTG-10)', async () => {
    await aisha.does(
      'book',
      'next Tuesday at 6pm',
      { press: 'By phone' },
      { press: '30 minutes' },
      { press: 'Skip' },
    );
    await ruth.presses('Yes, that suits me');
    await until('2026-10-17T16:30:00Z');
    aisha.looks();
    await until('2026-10-17T17:00:00Z');
    expect(aisha.news().join()).toContain('it helps to know a little early');
    ruth.looks();
    await aisha.presses("I'll be there");
    expect(ruth.news().join()).toContain('A will be there.');
  });

  it('they repeat it every week, and it stays at six when the clocks go back (MTG-06, invariant 5)', async () => {
    await aisha.does({ press: 'Repeat this' }, { press: 'Every week' });
    await ruth.presses('Yes, repeat it');
    expect((await meetings()).map((each) => each['startsAt'])).toEqual([
      ...[new Date('2026-10-20T17:00Z'), new Date('2026-10-27T18:00Z'), new Date('2026-11-03T18:00Z')],
      ...[new Date('2026-11-10T18:00Z'), new Date('2026-11-17T18:00Z')],
    ]);
    expect(ruth.reads()).toContain('Tuesday 27 October, 6:00 pm');
  });

  it('each is reminded in one message that can confirm, move and call off (MTG-07)', async () => {
    await until('2026-10-19T16:59:00Z');
    aisha.looks();
    ruth.looks();
    await until('2026-10-19T17:00:00Z');
    expect(ruth.news().filter((text) => text.includes('A short reminder'))).toHaveLength(1);
    expect(aisha.news().filter((text) => text.includes('A short reminder'))).toHaveLength(1);
    expect(ruth.labels().slice(0, 3)).toEqual(["I'll be there", 'Move it', "I can't make it"]);
  });

  it('on the day she has little energy: it becomes shorter, and nobody has to ask why (ENR-04)', async () => {
    await until('2026-10-20T08:00:00Z');
    expect(aisha.reads()).toContain('How are you?');
    expect(aisha.labels().slice(0, 4)).toEqual([
      'Only 15 minutes',
      'By text today',
      'Another day',
      "I can't make it",
    ]);
    ruth.looks();
    await aisha.presses('Only 15 minutes');
    expect(ruth.news().join()).toContain('A made it shorter this time.');
    expect(ruth.reads()).toContain('By phone, 15 minutes.');
    expect((await meetings()).map((each) => each['minutes'])).toEqual([15, 30, 30, 30, 30]);
  });

  it('afterwards each says how it went for themselves, with the way to a next one (MTG-08)', async () => {
    await until('2026-10-20T17:25:00Z');
    expect(aisha.labels()).toContain('Find another time');
    ruth.looks();
    await aisha.presses('It happened');
    expect(ruth.news()).toEqual([]);
    await ruth.presses('It did not happen');
    const [first] = await meetings();
    expect(first).toMatchObject({ menteeAnswer: 'happened', mentorAnswer: 'did-not-happen' });
    const [pair] = await world.rows('SELECT "lastHeldAt" AS at FROM pair');
    expect(pair?.['at']).toEqual(new Date('2026-10-20T17:00Z'));
  });

  it('short notice that repeats asks a coordinator whether the pair may want a hand, and nobody else (MTG-09)', async () => {
    for (const day of ['2026-10-27', '2026-11-03', '2026-11-10']) {
      await until(`${day}T10:00:00Z`);
      await aisha.writes('my meetings');
      await aisha.presses(/^Tuesday .*6:00 pm, Ruth$/);
      await aisha.presses("I can't make it");
    }
    const tasks = await world.rows(`SELECT "pairId", "personId" FROM task WHERE kind = 'may-want-a-hand'`);
    expect(tasks).toEqual([{ pairId: two.pairId, personId: null }]);
    for (const hand of [aisha, ruth]) {
      const all = hand.phone.see().map(({ text }) => text);
      expect(all.join()).not.toMatch(/short notice|so often|third|again and again/i);
    }
  });

  it('they stop repeating in one tap, and what is arranged stays or goes as they wish (MTG-06)', async () => {
    await ruth.does('my meetings', { press: /^Tuesday 17 November/ }, { press: 'How it repeats' });
    await ruth.presses('Stop, and call the rest off');
    const standing = (await meetings()).filter(({ state, startsAt }) => {
      return state === 'confirmed' && startsAt instanceof Date && startsAt > new Date('2026-11-10T12:00Z');
    });
    expect(standing).toEqual([]);
    await until('2026-12-20T10:00:00Z');
    expect(
      (await meetings()).every(
        ({ startsAt }) => startsAt instanceof Date && startsAt < new Date('2026-12-10'),
      ),
    ).toBe(true);
  });
});
