import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { joins } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let mia: Hand;

beforeAll(async () => {
  world = await openWorld();
  mia = handOf(world, world.stranger('Mia'));
  await joins(world, mia.phone, 'Mia');
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

const notUnderstood = /did not understand|not sure what/;
const drafts = () => world.rows('SELECT id FROM draft');

describe('a friendly word', () => {
  it.each([['hello'], ['Hi!'], ['hiya there'], ['good morning'], ['👋🏽']])(
    '%j is greeted by name, with all that can be done (REC-06)',
    async (words) => {
      await mia.writes(words);
      expect(mia.news()).toHaveLength(1);
      expect(mia.reads()).toMatch(/^Hello Mia/);
      expect(mia.labels()).toContain('Settings');
    },
  );

  it.each([
    ['thanks'],
    ['Thank you!'],
    ['thank you so much for all your help'],
    ['ta'],
    ['ok thanks'],
    ['🙏'],
    ['ok'],
    ['Okay.'],
    ['👍🏾'],
    ['❤️'],
    ['bye'],
    ['good night'],
    ['see you later'],
  ])('%j has a short, kind answer, and help stays one tap away (SUP-08)', async (words) => {
    await mia.writes(words);
    expect(mia.news()).toHaveLength(1);
    expect(mia.reads()).not.toMatch(notUnderstood);
    expect(mia.reads().length).toBeLessThan(90);
    expect(mia.labels()).toEqual(['Home', 'Help']);
    expect(await drafts()).toEqual([]);
  });

  it('with more to it is kept like anything that somebody took the trouble to write', async () => {
    await mia.writes('thanks, we had a lovely walk by the canal');
    expect(mia.reads()).toMatch(/somewhere safe/);
    await mia.presses('Throw it away');
  });
});

describe('somebody who feels low', () => {
  it.each([['😢'], ['I feel low'], ['im so lonely'], [':('], ['not ok']])(
    '%j is met warmly, with help on top and no judgement (SAF-01)',
    async (words) => {
      await mia.writes(words);
      expect(mia.news()).toHaveLength(1);
      expect(mia.reads()).toMatch(/sorry/);
      expect(mia.reads()).toMatch(/do not have to carry it alone/);
      expect(mia.labels()[0]).toBe('Help');
    },
  );

  it('is met warmly and has what they wrote kept, when it is more than a word or two', async () => {
    await mia.writes('I feel sad today because the house is so quiet');
    expect(mia.news()[0]).toMatch(/sorry/);
    expect(mia.news()[1]).toMatch(/somewhere safe/);
    await mia.presses('Throw it away');
  });

  it('has the help card first when the words are words of crisis (SAF-01)', async () => {
    await mia.writes('I want to die 😢');
    expect(mia.news()[0]).toMatch(/999/);
    expect(mia.news().join()).not.toMatch(notUnderstood);
    await mia.writes('I feel so low that I want to end my life tonight');
    expect(mia.news()[0]).toMatch(/999/);
    expect(mia.news()[1]).toMatch(/somewhere safe/);
    await mia.presses('Throw it away');
  });

  it('writes it down in a form as they would anything: nothing is put in between', async () => {
    await mia.does('reflect', 'sad');
    expect(mia.news().join()).not.toMatch(/sorry that things/);
    expect(await world.rows('SELECT id FROM reflection')).toHaveLength(1);
  });
});
