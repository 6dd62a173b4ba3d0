import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppHand } from '../support/hand.ts';
import {
  agencyOf,
  NONE,
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
let tam: AppHand;
let fay: AppHand;
let gus: AppHand;
let nell: AppHand;

const MODULES = ['approach', 'mental-health', 'communication', 'mentoring-process', 'inequalities'];
const LAST = 'systems-and-boundaries';
const DISTRESS = 'Low mood, anxiety or mental distress, with or without a diagnosis';
const WORDS = 'My wife no longer knows our street.';

beforeAll(async () => {
  place = await openShipped('re-connect');
  tam = place.phone('Tam', 'telegram');
  fay = place.phone('Fay', 'discord');
  gus = place.phone('Gus', 'discord');
  nell = place.phone('Nell', 'slack');
});
afterEach(() => expect(place.world.faults).toEqual([]));
afterAll(async () => await place.close());

function mentor(area: string, what: string, age: string, words: string): Step[] {
  const first = [{ press: area }, { press: 'Yes' }, ...several(what), ...several('A partner'), NONE];
  return [...first, { press: age }, ...several('Evenings'), NONE, words, SKIP, YES_SHARE];
}

describe('Time and Space, the wider remit of the two sites, from a poster to a first match', () => {
  it('takes in who supports somebody with dementia, who makes an age a must (REC-02, ELG-02, ELG-03, MAT-05)', async () => {
    await place.comes(tam, 'Tam Orr', 'mentee', [{ press: 'Stirling' }, { press: 'Yes' }], 'poster');
    await tam.does(...several('Dementia'), ...several('A partner'), RATHER_NOT, NONE);
    await tam.does({ press: '41 to 60' }, { press: 'About my age' }, { press: 'Yes' });
    await tam.does(...several('Evenings'), NONE, WORDS, { press: 'No' }, YES_SHARE);
    const rows = await place.world.rows('SELECT site, source, state FROM enquiry');
    expect(rows).toEqual([{ site: 'time-and-space', source: 'poster', state: 'talking' }]);
  });

  it('names other help to somebody near by whom it is not for (ELG-04)', async () => {
    const una = place.phone('Una', 'telegram');
    const steps = [{ press: 'Clackmannanshire' }, { press: 'Yes' }, ...several('Something else'), NONE];
    const rest = [RATHER_NOT, NONE, RATHER_NOT, RATHER_NOT, NONE, NONE, SKIP, RATHER_NOT];
    await place.comes(una, 'Una', 'mentee', [...steps, ...rest]);
    expect(una.reads()).toMatch(/A carers centre near you: [\s\S]*door stays open/);
    expect(await place.stateOf(una)).toBe('elsewhere');
  });

  it('holds somebody under age, and keeps only that they asked (ELG-09)', async () => {
    const kit = place.phone('Kit', 'telegram');
    await kit.starts('poster');
    await kit.does({ press: 'Continue' }, { press: 'No' });
    expect(kit.reads()).toMatch(/there is help for you too/);
    expect(await place.stateOf(kit)).toBeUndefined();
    await place.cora.writes('board');
    expect(place.cora.reads()).toMatch(/Somebody under age asked to join/);
    expect(place.cora.reads()).not.toMatch(/Kit/);
  });

  it('a carers centre that sent somebody never hears a name, nor at which site they are (REC-03, REC-22)', async () => {
    const agency = await agencyOf(place, 'carers-centre');
    const sent = await agency.sends({ tellsAgency: true });
    const sam = place.phone('Sam', 'telegram');
    const steps = [{ press: 'Stirling' }, { press: 'Yes' }, ...several('A learning disability'), NONE];
    const rest = [RATHER_NOT, NONE, RATHER_NOT, RATHER_NOT, NONE, NONE, SKIP, RATHER_NOT];
    await place.comes(sam, 'Sam Oduya', 'mentee', [...steps, ...rest], sent.start);
    expect(await place.stateOf(sam)).toBe('talking');
    expect(await agency.hears(sent.id)).toEqual({ referralId: sent.id, state: 'in-touch' });
    const all = agency.heard.join('\n');
    expect(all).not.toMatch(/Sam|Oduya|Tam|Stirling|time-and-space|disability/i);
    expect(all).not.toContain(await sam.personId());
  });
});

describe('a first match at Time and Space', () => {
  it('is with somebody of the same site and of the age that is a must, with no module missing (ELG-03, TRN-02, MAT-05)', async () => {
    const gail = place.phone('Gail', 'discord');
    await place.comes(gail, 'Gail', 'mentor', mentor('Glasgow', DISTRESS, '41 to 60', 'I sail.'));
    await place.comes(fay, 'Fay Weir', 'mentor', mentor('Stirling', 'Dementia', '41 to 60', 'I sing.'));
    await place.comes(gus, 'Gus', 'mentor', mentor('Stirling', 'Dementia', '18 to 25', 'I run.'));
    await place.comes(
      nell,
      'Nell Ross',
      'mentor',
      mentor('Clackmannanshire', 'Dementia', '41 to 60', 'I knit.'),
    );
    for (const who of [gail, fay, gus]) await place.learned(who, ...MODULES, LAST);
    await place.learned(nell, ...MODULES);
    for (const name of ['Gail', 'Fay Weir', 'Gus'])
      await place.decides(new RegExp(`${name} would like to support others`), 'Ready for a match');
    await place.decides(/Nell Ross would like to support others/, 'Ready for a match');
    expect(place.cora.news().join('\n')).toMatch(/Systems, policies and boundaries/);
    await place.decides(/Tam Orr would like support/, 'Ready for a match');
    expect(await place.listOf(tam)).toEqual(['Fay Weir']);
  });

  it('is declined without a reason, of which he hears "not free just now" (MAT-07)', async () => {
    await tam.does('home', { press: 'Find support, or support others' }, { press: 'See who may suit me' });
    expect(tam.reads()).toMatch(/Fay says:[\s\S]*I sing/);
    fay.looks();
    await tam.presses('Ask Fay');
    await seesIt(fay);
    expect(fay.reads()).toContain(WORDS);
    expect(fay.news().join('\n')).not.toMatch(/Tam|Orr/);
    tam.looks();
    await fay.presses('Not just now');
    await seesIt(tam);
    expect(tam.reads()).toMatch(/not free just now[\s\S]*not about you/);
  });

  it('begins with whoever was held by one module, once it is done and a coordinator says so (TRN-02, MAT-09)', async () => {
    await place.learned(nell, LAST);
    tam.looks();
    await place.decides(/Nell Ross would like to support others/, 'Ready for a match');
    await seesIt(tam);
    expect(tam.reads()).toMatch(/Nell says:[\s\S]*I knit/);
    await tam.presses('Ask Nell');
    await seesIt(nell);
    await nell.presses('Yes, I would like to');
    await place.decides(/Tam Orr and Nell Ross would both like to begin/, 'See why');
    await place.cora.presses('Confirm: they begin');
    const pairs = await place.world.core.read.pairs.pairsOf(await tam.personId());
    expect(pairs).toMatchObject([{ mentorId: await nell.personId() }]);
    expect(await place.stateOf(tam)).toBe('matched');
  });
});
