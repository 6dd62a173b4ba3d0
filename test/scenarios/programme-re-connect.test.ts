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
let aisha: AppHand;
let ben: AppHand;
let ida: AppHand;
let ruth: AppHand;

const MODULES = ['approach', 'mental-health', 'communication', 'mentoring-process', 'inequalities'];
const LAST = 'systems-and-boundaries';
const DISTRESS = 'Low mood, anxiety or mental distress, with or without a diagnosis';
const WORDS = 'My mother has not left the house since spring.';

beforeAll(async () => {
  place = await openShipped('re-connect');
  aisha = place.phone('Aisha', 'telegram');
  ben = place.phone('Ben', 'discord');
  ida = place.phone('Ida', 'discord');
  ruth = place.phone('Ruth', 'discord');
});
afterEach(() => expect(place.world.faults).toEqual([]));
afterAll(async () => await place.close());

/** Somebody in Glasgow who supports a parent in distress, or did. */
const inGlasgow: readonly Step[] = [
  { press: 'Glasgow' },
  { press: 'Yes' },
  ...several(DISTRESS),
  ...several('A parent'),
];

function mentors(age: string, words: string): Step[] {
  const more = [...several('Walks and the outdoors'), { press: age }, ...several('Evenings'), NONE];
  return [...inGlasgow, ...more, words, SKIP, YES_SHARE];
}

describe('Re:Connect and Time and Space, from a poster to a first match', () => {
  it('says on the way in what it is and what it is not, and asks for no diagnosis (REC-01, REC-06, ELG-05)', async () => {
    await place.comes(aisha, 'Aisha Khan', 'mentee', [], 'poster');
    expect(aisha.news().join()).not.toMatch(/diagnos/);
    await aisha.presses('Cancel');
    await aisha.does('home', { press: 'Find support, or support others' });
    expect(aisha.reads()).toMatch(/Your mentor is trained\. They are not a doctor or a counsellor/);
  });

  it('takes her in where she lives, counted under the poster, with a firm wish for an age (REC-02, ELG-02, ELG-03)', async () => {
    await aisha.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await aisha.does(...inGlasgow, { press: 'Very little' }, ...several('Walks and the outdoors'));
    await aisha.does({ press: '41 to 60' }, { press: 'About my age' });
    expect(aisha.reads()).toMatch(/Is that a must\?.*it may take longer/s);
    await aisha.does({ press: 'Yes' }, ...several('Evenings'), NONE, WORDS, { press: 'No' }, YES_SHARE);
    const rows = await place.world.rows('SELECT site, source, route, state, "firstSupported" FROM enquiry');
    const came = { site: 're-connect', source: 'poster', route: 'self' };
    expect(rows).toEqual([{ ...came, state: 'talking', firstSupported: true }]);
  });

  it('names other help to somebody it is not for, and the door stays open (ELG-04)', async () => {
    const tam = place.phone('Tam', 'telegram');
    const steps = [{ press: 'Glasgow' }, { press: 'Yes' }, ...several('Dementia'), NONE, RATHER_NOT];
    await place.comes(tam, 'Tam', 'mentee', [
      ...steps,
      NONE,
      RATHER_NOT,
      RATHER_NOT,
      NONE,
      NONE,
      SKIP,
      RATHER_NOT,
    ]);
    expect(tam.reads()).toMatch(/A carers centre near you: .*for everybody who looks after somebody/);
    expect(tam.reads()).toMatch(/door stays open/);
    // The other site is for him: the two have remits of their own, and his answers are one press away.
    await tam.presses('Answer the questions again');
    await tam.does({ press: 'Stirling' }, { press: '✓ Yes' }, { press: 'That is all' }, NONE, RATHER_NOT);
    await tam.does(NONE, RATHER_NOT, RATHER_NOT, NONE, NONE, SKIP, RATHER_NOT);
    const own = 'SELECT site, state FROM enquiry WHERE "personId" = $1';
    const rows = await place.world.rows(own, [await tam.personId()]);
    expect(rows).toEqual([{ site: 'time-and-space', state: 'talking' }]);
  });

  it('holds somebody under age, and keeps only that they asked (ELG-09)', async () => {
    const kit = place.phone('Kit', 'discord');
    await kit.starts();
    await kit.does({ press: 'Continue' }, { press: 'No' });
    expect(kit.reads()).toMatch(/there is help for you too/);
    expect(await place.stateOf(kit)).toBeUndefined();
    await place.cora.writes('board');
    expect(place.cora.reads()).toMatch(/Somebody under age asked to join/);
    expect(place.cora.reads()).not.toMatch(/Kit/);
  });
});

describe('an agency that sends somebody', () => {
  it('hears that he is in touch, where he agreed to that: never a name, an answer, or what became of it (REC-03, REC-22)', async () => {
    const agency = await agencyOf(place, 'links-practitioner');
    const sent = await agency.sends({ tellsAgency: true });
    expect(await agency.hears(sent.id)).toMatchObject({ state: 'sent' });
    const sam = place.phone('Sam', 'telegram');
    await place.comes(sam, 'Sam Oduya', 'mentee', [{ press: 'Somewhere else' }, { press: 'No' }], sent.start);
    await sam.does(RATHER_NOT, NONE, RATHER_NOT, RATHER_NOT, NONE, NONE, SKIP, RATHER_NOT);
    expect(await place.stateOf(sam)).toBe('elsewhere');
    expect(await agency.hears(sent.id)).toEqual({ referralId: sent.id, state: 'in-touch' });
    const quiet = await agency.sends({});
    expect(await agency.hears(quiet.id)).toEqual({ referralId: quiet.id, state: 'not-told' });
    const all = agency.heard.join('\n');
    expect(all).not.toMatch(/Sam|Oduya|Aisha|elsewhere|Glasgow/);
    expect(all).not.toContain(await sam.personId());
  });
});

describe('mentors', () => {
  it('are shown in their own words once they are trained, and not before (TRN-01, TRN-02, ELG-12)', async () => {
    await place.comes(ben, 'Ben Reid', 'mentor', mentors('41 to 60', 'I like hills, and I am slow up them.'));
    await place.comes(ida, 'Ida', 'mentor', mentors('18 to 25', 'I paint.'));
    await place.comes(ruth, 'Ruth Mackay', 'mentor', mentors('41 to 60', 'I have been there.'));
    expect(ruth.reads()).toMatch(/Systems, policies and boundaries/);
    for (const who of [ben, ida]) await place.learned(who, ...MODULES, LAST);
    await place.learned(ruth, ...MODULES);
    for (const [who, state] of [
      [ben, 'talking'],
      [ida, 'talking'],
      [ruth, 'training'],
    ] as const)
      expect(await place.stateOf(who)).toBe(state);
  });

  it('and nobody is ready for a match with a module missing, whoever says so (TRN-02)', async () => {
    await place.decides(/Ruth Mackay would like to support others/, 'Ready for a match');
    expect(place.cora.news().join('\n')).toMatch(/Systems, policies and boundaries/);
    expect(await place.stateOf(ruth)).toBe('training');
    await place.decides(/Ben Reid would like to support others/, 'Ready for a match');
    await place.decides(/Ida would like to support others/, 'Ready for a match');
    expect(await place.stateOf(ben)).toBe('waiting');
  });
});

describe('a first match', () => {
  it('is chosen in the mentors’ own words, among those of the age that she said is a must (MAT-05, MAT-06)', async () => {
    aisha.looks();
    await place.decides(/Aisha Khan would like support/, 'Ready for a match');
    expect(await offered(place)).toEqual(['Ben Reid']);
    await aisha.does('home', { press: 'Find support, or support others' }, { press: 'See who may suit me' });
    expect(aisha.reads()).toMatch(/one person who truly fits[\s\S]*Ben says:[\s\S]*slow up them/);
    expect(aisha.reads()).toMatch(/You support somebody who lives with the same/);
    expect(aisha.reads()).not.toMatch(/Ida|Ruth|Reid/);
  });

  it('a mentor reads what she agreed to share, and says no without a reason; she hears "not free just now" (MAT-07)', async () => {
    ben.looks();
    await aisha.presses('Ask Ben');
    await seesIt(ben);
    expect(ben.reads()).toContain(WORDS);
    expect(ben.news().join('\n')).not.toMatch(/Aisha|Khan/);
    aisha.looks();
    await ben.presses('Not just now');
    await seesIt(aisha);
    expect(aisha.reads()).toMatch(/not free just now[\s\S]*not about you/);
    await aisha.presses('See who may suit me');
    expect(aisha.reads()).toMatch(/nobody here who truly fits/);
  });

  it('whoever was held by one module goes on once it is done, and is found (TRN-02, MAT-08)', async () => {
    await place.learned(ruth, LAST);
    expect(await place.stateOf(ruth)).toBe('talking');
    aisha.looks();
    await place.decides(/Ruth Mackay would like to support others/, 'Ready for a match');
    await seesIt(aisha);
    expect(aisha.reads()).toMatch(/Ruth says:[\s\S]*I have been there/);
    await aisha.presses('Ask Ruth');
    await seesIt(ruth);
    await ruth.presses('Yes, I would like to');
  });

  it('begins when a coordinator, who sees why, says so (MAT-09)', async () => {
    const pairs = async () => await place.world.core.read.pairs.pairsOf(await aisha.personId());
    expect(await pairs()).toEqual([]);
    await place.decides(/Aisha Khan and Ruth Mackay would both like to begin/, 'See why');
    expect(place.cora.reads()).toMatch(
      /lives with the same\. 50 of 50[\s\S]*age is as was wished for\. 20 of 20/,
    );
    expect(place.cora.reads()).not.toContain(WORDS);
    await place.cora.presses('Confirm: they begin');
    expect(await pairs()).toMatchObject([{ mentorId: await ruth.personId() }]);
    expect(await place.stateOf(aisha)).toBe('matched');
  });
});
