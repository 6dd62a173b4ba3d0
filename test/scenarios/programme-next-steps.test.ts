import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppHand } from '../support/hand.ts';
import {
  agencyOf,
  NONE,
  offered,
  openShipped,
  RATHER_NOT,
  type Shipped,
  SKIP,
  type Step,
  seesIt,
  several,
  YES_SHARE,
} from './shipped.ts';

let place: Shipped;
let moira: AppHand;
let joe: AppHand;
let lee: AppHand;
let pat: AppHand;

const TRAINING = 'befriending-and-mentoring';
const WORDS = 'I am seven weeks in. I would like to work with animals one day.';

beforeAll(async () => {
  place = await openShipped('next-steps');
  moira = place.phone('Moira', 'telegram');
  joe = place.phone('Joe', 'discord');
  lee = place.phone('Lee', 'discord');
  pat = place.phone('Pat', 'telegram');
});
afterEach(() => expect(place.world.faults).toEqual([]));
afterAll(async () => await place.close());

/** Somebody who has been through it, so many months after moving on. */
function been(age: string, months: string, words: string): Step[] {
  const life = [{ press: 'Yes' }, ...several('Alcohol'), months, ...several('A job'), ...several('Music')];
  return [...life, { press: age }, ...several('Evenings'), NONE, words, SKIP, YES_SHARE];
}

describe('Next Steps, from a poster to a first match', () => {
  it('is said in its own words, for a participant who comes from its poster (REC-01, REC-02, REC-06)', async () => {
    await moira.starts('poster');
    expect(moira.reads()).toMatch(/This is Next Steps/);
    await place.comes(moira, 'Moira Bell', 'mentee', [], 'poster');
    await moira.presses('Cancel');
    await moira.does('home', { press: 'Find support, or support others' });
    expect(moira.reads()).toMatch(/meet somebody who has been there[\s\S]*your way and your pace/);
    await moira.presses('Would this help me?');
    expect(moira.reads()).toMatch(/You have begun to change something/);
  });

  it('asks for facts of a life, and takes a wish for an age as firm where that is said (ELG-02, ELG-05, MAT-05)', async () => {
    await moira.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await moira.does({ press: 'Yes' }, ...several('Alcohol'), ...several('A job'), ...several('Music'));
    await moira.does({ press: '26 to 40' }, { press: 'Somebody older' }, { press: 'Yes' });
    await moira.does(...several('Evenings'), NONE, WORDS, { press: 'No' }, YES_SHARE);
    const rows = await place.world.rows('SELECT site, source, state, "firstSupported" FROM enquiry');
    expect(rows).toEqual([{ site: 'college', source: 'poster', state: 'talking', firstSupported: true }]);
  });

  it('names other help to somebody it is not for (ELG-04)', async () => {
    const una = place.phone('Una', 'discord');
    const steps = [{ press: 'No' }, NONE, NONE, NONE, RATHER_NOT, RATHER_NOT, NONE, NONE, SKIP, RATHER_NOT];
    await place.comes(una, 'Una', 'mentee', steps);
    expect(una.reads()).toMatch(/Your GP surgery:[\s\S]*The college’s student advice: .*whoever you are/);
    expect(await place.stateOf(una)).toBe('elsewhere');
  });

  it('holds somebody under age, and keeps only that they asked (ELG-09)', async () => {
    const kit = place.phone('Kit', 'telegram');
    await kit.starts();
    await kit.does({ press: 'Continue' }, '16');
    expect(kit.reads()).toMatch(/there is help for you too/);
    const [row] = await place.world.rows('SELECT state, name FROM person WHERE id = $1', [
      await kit.personId(),
    ]);
    expect(row).toEqual({ state: 'held', name: null });
    await place.cora.writes('board');
    expect(place.cora.reads()).toMatch(/Somebody under age asked to join/);
  });
});

describe('a job centre that sends somebody', () => {
  it('hears that she is in touch, and nothing of her life (REC-03, REC-22)', async () => {
    const agency = await agencyOf(place, 'job-centre');
    const sent = await agency.sends({ tellsAgency: true });
    const rhona = place.phone('Rhona', 'telegram');
    const steps = [
      { press: 'Yes' },
      ...several('Drugs'),
      NONE,
      NONE,
      RATHER_NOT,
      RATHER_NOT,
      NONE,
      NONE,
      SKIP,
    ];
    await place.comes(rhona, 'Rhona', 'mentee', [...steps, RATHER_NOT], sent.start);
    expect(await place.stateOf(rhona)).toBe('talking');
    expect(await agency.hears(sent.id)).toEqual({ referralId: sent.id, state: 'in-touch' });
    await expect(agency.sends({ source: 'recovery-service' })).rejects.toThrow('referral.not-yours');
    const all = agency.heard.join('\n');
    expect(all).not.toMatch(/Rhona|Moira|drugs|recover|talking/i);
    expect(all).not.toContain(await rhona.personId());
  });
});

describe('mentors of Next Steps', () => {
  it('moved on six months ago at the least, which is a gate of this programme alone (PRG-01, TRN-02)', async () => {
    const nan = place.phone('Nan', 'discord');
    await place.comes(nan, 'Nan', 'mentor', been('41 to 60', '3', 'I am nearly there.'));
    expect(nan.reads()).toMatch(/once you moved on from the project at least six months ago/);
    await place.learned(nan, TRAINING);
    expect(await place.stateOf(nan)).toBe('training');
    await place.decides(/Nan would like to support others/, 'Ready for a match');
    expect(place.cora.news().join('\n')).toMatch(/still to come.*Six months since moving on/);
  });

  it('are held by the training of the project until it is done (TRN-01, TRN-02)', async () => {
    await place.comes(joe, 'Joe Gunn', 'mentor', been('41 to 60', '14', 'I drive a van now.'));
    await place.comes(lee, 'Lee Hay', 'mentor', been('41 to 60', '20', 'I garden.'));
    await place.comes(pat, 'Pat', 'mentor', been('18 to 25', '8', 'I am at college.'));
    expect(joe.reads()).toMatch(/Befriending and Mentoring training is still to come/);
    await place.decides(/Joe Gunn would like to support others/, 'Ready for a match');
    expect(place.cora.news().join('\n')).toMatch(/still to come.*Befriending and Mentoring/);
    for (const who of [lee, pat]) await place.learned(who, TRAINING);
    await place.decides(/Lee Hay would like to support others/, 'Ready for a match');
    await place.decides(/Pat would like to support others/, 'Ready for a match');
    for (const [who, state] of [
      [joe, 'training'],
      [lee, 'waiting'],
      [pat, 'waiting'],
    ] as const)
      expect(await place.stateOf(who)).toBe(state);
  });
});

describe('a first match of Next Steps', () => {
  it('is chosen in the mentors’ own words, among those who are older, as she said is a must (MAT-05, MAT-06)', async () => {
    await place.decides(/Moira Bell would like support/, 'Ready for a match');
    expect(await offered(place)).toEqual(['Lee Hay']);
    await moira.does('home', { press: 'Find support, or support others' }, { press: 'See who may suit me' });
    expect(moira.reads()).toMatch(/Lee says:[\s\S]*I garden[\s\S]*You know the same from your own life/);
    expect(moira.reads()).not.toMatch(/Pat|Joe|Hay/);
  });

  it('a mentor says no without a reason, and she hears only "not free just now" (MAT-07)', async () => {
    lee.looks();
    await moira.presses('Ask Lee');
    await seesIt(lee);
    expect(lee.reads()).toContain(WORDS);
    expect(lee.news().join('\n')).not.toMatch(/Moira|Bell/);
    moira.looks();
    await lee.presses('Not just now');
    await seesIt(moira);
    expect(moira.reads()).toMatch(/not free just now[\s\S]*not about you/);
  });

  it('whoever was held by the training goes on once it is done, and is found (TRN-02, MAT-08)', async () => {
    await place.learned(joe, TRAINING);
    expect(await place.stateOf(joe)).toBe('talking');
    moira.looks();
    await place.decides(/Joe Gunn would like to support others/, 'Ready for a match');
    await seesIt(moira);
    expect(moira.reads()).toMatch(/Joe says:[\s\S]*I drive a van now/);
    await moira.presses('Ask Joe');
    await seesIt(joe);
    await joe.presses('Yes, I would like to');
  });

  it('begins when a coordinator, who sees why, says so (MAT-09)', async () => {
    await place.decides(/Moira Bell and Joe Gunn would both like to begin/, 'See why');
    expect(place.cora.reads()).toMatch(/done what you would like to get to\. 40 of 40/);
    await place.cora.presses('Confirm: they begin');
    const [pair] = await place.world.core.read.pairs.pairsOf(await moira.personId());
    expect(pair?.mentorId).toBe(await joe.personId());
    await moira.does('my role');
    expect(moira.reads()).toMatch(/participant/);
    expect(await place.stateOf(pat)).toBe('waiting');
  });
});
