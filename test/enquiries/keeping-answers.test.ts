import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APPS } from '../support/apps/app.ts';
import { arrives } from '../support/arrive.ts';
import { handOn } from '../support/hand.ts';
import type { World } from '../support/world.ts';
import { GONE, onTheWay, openWayIn } from './answers-on-the-way.ts';

let world: World;
let programmeId: string;

afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const { asks, kept, said, open, stops, thoughtOf } = onTheWay(() => world);

describe.each(APPS)('what is answered on the way in, in %s', (app) => {
  beforeEach(async () => {
    ({ world, programmeId } = await openWayIn([app]));
  });

  it('is kept after a yes that is asked for once, and goes again when the yes is taken back', async () => {
    const rosa = handOn(world, world.phone('Rosa', app));
    await arrives(rosa, 'Rosa');
    await rosa.presses('I would like support');
    expect(rosa.reads()).toMatch(/May I keep what you answer/);
    expect(rosa.reads()).toMatch(/Both answers are fine/);
    await rosa.does({ press: 'Yes, that is fine' });
    expect(rosa.reads()).toMatch(/Where do you live/);
    await rosa.dismisses();
    await rosa.writes('home');
    await rosa.presses('Find support, or support others');
    await asks(rosa);
    expect(await said(rosa)).toEqual([{ part: 'answers', wording: 1, state: 'given' }]);
    expect(await kept(rosa)).toMatchObject([{ state: 'talking', answers: true, words: true }]);
    await rosa.presses('Answer the questions again');
    expect(rosa.reads()).toMatch(/Where do you live/);
    await rosa.dismisses();
    await thoughtOf(rosa);
    await stops(rosa);
    expect(await world.rows("SELECT score, reasons->'factors' AS factors FROM match")).toEqual([
      { score: 0, factors: [] },
    ]);
    expect(await kept(rosa)).toEqual([{ state: 'talking', ...GONE }]);
    expect(await said(rosa)).toEqual([{ part: 'answers', wording: 1, state: 'withdrawn' }]);
    expect(await open(rosa)).toEqual([{ kind: 'no-answers', what: 'mentee' }]);
    const drafts = await world.rows(`SELECT id FROM draft WHERE form = 'intake'`);
    expect(drafts).toEqual([]);
  });

  it('is asked about by the way where it was answered before anybody asked, until they say something', async () => {
    const rosa = handOn(world, world.phone('Rosa', app));
    await arrives(rosa, 'Rosa');
    await asks(rosa);
    expect(rosa.reads()).not.toMatch(/May I keep/);
    await world.rows(`DELETE FROM consent WHERE part = 'answers'`);
    for (const answer of ['Yes', 'No'] as const) {
      await rosa.writes('home');
      await rosa.presses('Find support, or support others');
      expect(rosa.reads()).toMatch(/gets in touch with you[\s\S]*May I keep what you answer on the way in/);
      const label = rosa.labels().find((each) => each.startsWith(`${answer},`)) ?? '';
      await rosa.presses(label);
      if (answer === 'No') await rosa.presses('Yes, stop it');
      expect(await kept(rosa)).toMatchObject([{ answers: answer === 'Yes' }]);
      await rosa.writes('home');
      await rosa.presses('Find support, or support others');
      expect(rosa.reads()).not.toMatch(/May I keep/);
      await world.rows(`DELETE FROM consent WHERE part = 'answers'`);
    }
    // Where nothing is kept of it there is nothing to ask.
    await rosa.writes('home');
    await rosa.presses('Find support, or support others');
    expect(rosa.reads()).not.toMatch(/May I keep/);
  });

  it('need not be kept at all: a coordinator then talks with them', async () => {
    const rosa = handOn(world, world.phone('Rosa', app));
    await arrives(rosa, 'Rosa');
    await rosa.does({ press: 'I would like support' }, { press: 'No, I would rather talk' });
    expect(rosa.reads()).toMatch(/gets in touch with you for a talk/);
    expect(await kept(rosa)).toEqual([{ state: 'talking', ...GONE }]);
    expect(await open(rosa)).toEqual([{ kind: 'no-answers', what: 'mentee' }]);
    const whose = { personId: await rosa.personId(), programmeId, as: 'mentee' };
    await world.coordinate('enquiry-ready', whose);
    expect(await kept(rosa)).toMatchObject([{ state: 'waiting' }]);
    expect(await open(rosa)).toEqual([]);
  });
});
