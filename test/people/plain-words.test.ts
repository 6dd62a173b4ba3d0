import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pairUp } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let aisha: Hand;

beforeAll(async () => {
  world = await openWorld();
  aisha = handOf(world, (await pairUp(world)).mentee);
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

describe('words that people write instead of pressing', () => {
  it.each([['emergency'], ['Samaritans'], ['I really need help'], ['I need to talk to someone']])(
    '%j brings the help card, and nothing that says it was not understood',
    async (words) => {
      await aisha.writes(words);
      expect(aisha.news().join()).toMatch(/116 123/);
      expect(aisha.news().join()).not.toMatch(/did not understand/);
    },
  );

  it.each([
    ["I can't make it", /arranged/],
    ['delete my data', /I delete everything about you/],
  ])('%j leads to where it is done', async (words, leads) => {
    await aisha.writes(words);
    expect(aisha.reads()).toMatch(leads);
  });

  it('go back, pass over and leave a form, and are never taken for an answer', async () => {
    await aisha.does('book', 'Thursday 5pm', { press: 'In person' }, 'back');
    expect(aisha.reads()).toMatch(/How would you like to meet/);
    await aisha.does({ press: 'In person' }, { press: '30 minutes' }, 'Skip');
    const [meeting] = await world.rows('SELECT "placeSealed" FROM meeting');
    expect(meeting).toEqual({ placeSealed: null });
    await aisha.does('book', 'cancel');
    expect(aisha.reads()).toMatch(/Nothing was changed/);
  });
});

describe('what somebody tells in the middle of a question with choices', () => {
  const keep = 'Keep it as a reflection';

  it.each([
    ['my son has taken an overdose'],
    ['I am so tired. Dad kept getting up all night and I had to wash him again and again.'],
  ])('is kept for them, and the question stays open: %j', async (words) => {
    await aisha.does('book', 'Thursday 6pm', words);
    expect(aisha.news().join()).toMatch(/put it somewhere safe/);
    expect(aisha.reads()).toMatch(/How would you like to meet/);
    await aisha.presses(keep);
    await aisha.presses('Read it');
    expect(aisha.reads()).toContain(words);
    await aisha.does('book', 'cancel');
  });

  it('is not made of a slip', async () => {
    await aisha.does('book', 'Thursday 6pm', 'in the park');
    expect(aisha.news().join()).not.toMatch(/somewhere safe/);
    await aisha.writes('cancel');
  });
});

describe('what is written behind a command', () => {
  it('is the time, where the command books, and the rest is asked', async () => {
    await aisha.writes('/book next Friday 3pm');
    expect(aisha.reads()).toMatch(/How would you like to meet/);
    await aisha.does({ press: 'By text' }, { press: '15 minutes' });
    const [meeting] = await world.rows(
      'SELECT "startsAt" FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1',
    );
    expect(meeting).toEqual({ startsAt: new Date('2026-12-04T15:00Z') });
  });

  it('is asked again where it is no time, and brings help where it is a cry for it', async () => {
    await aisha.writes('/book whenever');
    expect(aisha.reads()).toMatch(/could not read/);
    await aisha.presses('Cancel');
    await aisha.writes('/book I want to end my life');
    expect(aisha.news().join()).toMatch(/116 123/);
    await aisha.presses('Cancel');
  });

  it('makes a sentence of a command that takes none: "stop it hurting" asks for no silence', async () => {
    await aisha.writes('/stop it hurting');
    expect(aisha.reads()).not.toMatch(/Start again/);
    const [person] = await world.rows('SELECT state FROM person WHERE id = $1', [await aisha.personId()]);
    expect(person).toEqual({ state: 'active' });
    await aisha.writes('/who can I talk to');
    expect(aisha.reads()).toMatch(/0\d/);
  });

  it('is kept, where the command is for writing', async () => {
    const kept = async (): Promise<number> => (await world.rows('SELECT id FROM reflection')).length;
    const before = await kept();
    await aisha.writes('/reflect a slow day, and a good one');
    expect(aisha.reads()).toMatch(/Saved/);
    expect(await kept()).toBe(before + 1);
  });

  it('changes nothing about any other command', async () => {
    await aisha.writes('/settings please');
    expect(aisha.reads()).toMatch(/Your settings/);
  });
});
