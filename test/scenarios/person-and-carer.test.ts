import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppHand } from '../support/hand.ts';
import { openWith, type Shipped, type Step, several, YES_SHARE } from './shipped.ts';

const LIVES = 'I live with it myself';
const SUPPORTS = 'I support somebody who lives with it';

/** One programme for people who live with something and for those who support them, without pay. */
function forBoth(): Record<string, unknown> {
  const both = ['mentee', 'mentor'];
  const named = (value: string) => ({ fact: 'answer.am', operator: 'contains', value });
  const takes = { any: [named('lives'), named('supports')] };
  const choices = [
    { value: 'lives', says: LIVES },
    { value: 'supports', says: SUPPORTS },
  ];
  const how = { how: 'shared', question: 'am', experience: true };
  return {
    v: 1,
    name: 'Both of us',
    contact: { name: 'Morag', phone: '01632 960 001', hours: 'Monday to Friday, 9 to 5' },
    intake: [
      { code: 'am', as: both, kind: 'many', ask: 'Which is you? It can be both.', choices },
      { code: 'words', as: both, kind: 'words', ask: 'A few words about you?', for: ['outline'] },
    ],
    sites: [{ code: 'here', name: 'Here', takes: { mentee: takes, mentor: takes } }],
    matching: {
      factors: [{ code: 'lived', weight: 10, says: 'You know the same from your own life.', ...how }],
      generic: false,
      capacity: 1,
    },
  };
}

let place: Shipped;
let iris: AppHand;
let hal: AppHand;
let beth: AppHand;
let lena: AppHand;
let sid: AppHand;

const HERS = 'I rest a lot, and I miss the choir.';
const HIS = 'I look after Iris, and there is little time for me.';

beforeAll(async () => {
  place = await openWith(forBoth());
  iris = place.phone('Iris', 'telegram');
  hal = place.phone('Hal', 'discord');
  beth = place.phone('Beth', 'slack');
  lena = place.phone('Lena', 'discord');
  sid = place.phone('Sid', 'telegram');
});
afterEach(() => expect(place.world.faults).toEqual([]));
afterAll(async () => await place.close());

function am(words: string, ...which: readonly string[]): Step[] {
  return [...several(...which), words, YES_SHARE];
}

describe('somebody who lives with it, and who supports them (ELG-11)', () => {
  it('join the same programme, each for themselves, from an app of their own', async () => {
    await place.comes(iris, 'Iris', 'mentee', am(HERS, LIVES));
    await place.comes(hal, 'Hal', 'mentee', am(HIS, SUPPORTS));
    for (const who of [iris, hal]) expect(await place.stateOf(who)).toBe('talking');
    // Two people with two ways in: neither stands for the other.
    const own = await place.world.rows(`SELECT "personId" FROM enquiry WHERE "as" = 'mentee'`);
    expect(own.map(({ personId }) => personId).toSorted()).toEqual(
      [await iris.personId(), await hal.personId()].toSorted(),
    );
  });

  it('and so does somebody who is both at once, with one way in and both answers', async () => {
    await place.comes(beth, 'Beth', 'mentee', am('I am ill, and so is my son.', LIVES, SUPPORTS));
    expect(await place.stateOf(beth)).toBe('talking');
    const own = await place.world.rows('SELECT id FROM enquiry WHERE "personId" = $1', [
      await beth.personId(),
    ]);
    expect(own).toHaveLength(1);
  });

  it('each finds somebody who has lived through what they live through, and neither learns of the other', async () => {
    await place.comes(lena, 'Lena', 'mentor', am('It has been ten years for me.', LIVES));
    await place.comes(sid, 'Sid', 'mentor', am('I cared for my wife.', SUPPORTS));
    for (const name of ['Lena', 'Sid'])
      await place.decides(new RegExp(`${name} would like to support others`), 'Ready for a match');
    for (const name of ['Iris', 'Hal', 'Beth'])
      await place.decides(new RegExp(`${name} would like support`), 'Ready for a match');
    expect([await place.listOf(iris), await place.listOf(hal)]).toEqual([['Lena'], ['Sid']]);
    expect(await place.listOf(beth)).toEqual(['Lena', 'Sid']);
    for (const hand of [iris, hal])
      await hand.does('home', { press: 'Find support, or support others' }, { press: 'See who may suit me' });
    expect(iris.reads()).toMatch(/Lena says:[\s\S]*ten years/);
    expect(hal.reads()).toMatch(/Sid says:[\s\S]*cared for my wife/);
    for (const [hand, other] of [
      [iris, HIS],
      [hal, HERS],
    ] as const)
      expect(hand.news().join('\n')).not.toContain(other);
  });

  it('each has a match of their own: one that begins changes nothing for the other', async () => {
    await iris.presses('Ask Lena');
    await lena.presses('See it');
    expect(lena.reads()).toContain(HERS);
    await lena.presses('Yes, I would like to');
    await place.decides(/Iris and Lena would both like to begin/, 'See why');
    await place.cora.presses('Confirm: they begin');
    expect([await place.stateOf(iris), await place.stateOf(hal)]).toEqual(['matched', 'waiting']);
    expect(await place.listOf(hal)).toEqual(['Sid']);
    // Whoever is both had her on the list too: her one place is taken.
    await beth.does('home', { press: 'Find support, or support others' }, { press: 'See who may suit me' });
    expect(beth.reads()).toMatch(/Sid says/);
    expect(beth.reads()).not.toMatch(/Lena says/);
  });

  it('whoever supports one of them is never their match, once somebody said so (MAT-19)', async () => {
    // He supports others too, some day; the two of them are family.
    await hal.does(
      'home',
      { press: 'Find support, or support others' },
      { press: 'I would like to support others' },
    );
    await hal.does(...am('I know how it is.', LIVES, SUPPORTS));
    const ivy = place.phone('Ivy', 'slack');
    await place.comes(ivy, 'Ivy', 'mentee', am('It is new to me.', LIVES));
    await place.world.coordinate('keep-apart', {
      programmeId: place.programmeId,
      menteeId: await ivy.personId(),
      mentorId: await hal.personId(),
    });
    await place.decides(/Hal would like to support others/, 'Ready for a match');
    await place.decides(/Ivy would like support/, 'Ready for a match');
    expect(await place.listOf(ivy)).toEqual([]);
    expect(await place.listOf(beth)).toEqual(['Hal', 'Sid']);
    // He is asked and offered for himself as before.
    expect(await place.listOf(hal)).toEqual(['Sid']);
  });
});
