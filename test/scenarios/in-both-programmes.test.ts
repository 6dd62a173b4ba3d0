import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, deskInBrowsers } from '../desk/browser.ts';
import { arrives } from '../support/arrive.ts';
import type { AppHand } from '../support/hand.ts';
import {
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

const MODULES = ['approach', 'mental-health', 'communication', 'mentoring-process', 'inequalities'];
const LAST = 'systems-and-boundaries';
const DISTRESS = 'Low mood, anxiety or mental distress, with or without a diagnosis';
const AS_MENTOR = 'I looked after my brother for years.';
const AS_PARTICIPANT = 'I am nine weeks in, and I would like to cook for a living.';

let place: Shipped;
let secondId: string;
let dora: AppHand;
let bo: AppHand;
let aisha: AppHand;
let lee: AppHand;
let desk: { readonly cora: Browser; readonly dora: Browser };

beforeAll(async () => {
  place = await openShipped('re-connect');
  const { world } = place;
  const file = new URL('../../core/programmes/next-steps.json', import.meta.url);
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  await world.coordinate('load-programme', { slug: 'next-steps', document });
  secondId = (await world.core.read.programmes.bySlug('next-steps'))?.id ?? '';
  await world.rows('UPDATE programme SET "openedAt" = now() WHERE id = $1', [secondId]);
  dora = place.phone('Dora', 'discord');
  bo = place.phone('Bo', 'telegram');
  aisha = place.phone('Aisha', 'discord');
  lee = place.phone('Lee', 'slack');
  await arrives(dora, 'Dora', undefined, 'Next Steps');
  const personId = await dora.personId();
  await world.coordinate('give-role', { personId, programmeId: secondId, role: 'coordinator' });
  const { signedIn } = deskInBrowsers(world);
  const by = async (hand: AppHand) => await signedIn({ id: await hand.personId() });
  desk = { cora: await by(place.cora), dora: await by(dora) };
}, 60_000);
afterEach(() => expect(place.world.faults).toEqual([]));
afterAll(async () => await place.close());

const RE_CONNECT = 'Re:Connect and Time and Space';

/** Comes in to one of the two, and answers what it asks. */
async function comesTo(hand: AppHand, name: string, about: string, as: string, steps: readonly Step[]) {
  await arrives(hand, name, undefined, about);
  await hand.does({ press: as }, { press: 'Yes, that is fine' }, ...steps);
}

const inGlasgow: readonly Step[] = [{ press: 'Glasgow' }, { press: 'Yes' }, ...several(DISTRESS), NONE];
const PASSED: readonly Step[] = [NONE, { press: '41 to 60' }];

async function boardOf(coordinator: AppHand): Promise<string> {
  await coordinator.writes('board');
  const pages = [coordinator.reads()];
  while (coordinator.labels().includes('Show more')) {
    await coordinator.presses('Show more');
    pages.push(coordinator.reads());
  }
  return pages.join('\n');
}

async function decides(coordinator: AppHand, about: RegExp, button: string): Promise<void> {
  await coordinator.writes('board');
  while (!about.test(coordinator.reads()) && coordinator.labels().includes('Show more'))
    await coordinator.presses('Show more');
  const lines = coordinator.reads().split('\n');
  const [number] = /\d+/.exec(lines.find((each) => about.test(each)) ?? '') ?? [];
  if (number === undefined) throw new Error(`Nothing like ${about}: ${coordinator.reads()}`);
  await coordinator.presses(`${number} · ${button}`);
}

/** Everything that a coordinator sees at the desk, of the programme and of one of its people. */
async function allOf(browser: Browser, programmeId: string, hand: AppHand): Promise<string> {
  const pages = ['/today', '/people', '/matching', '/audit', '/programmes', `/programmes/${programmeId}`];
  const all = [...pages, `/drafts/${programmeId}`, `/people/${await hand.personId()}`];
  const answers: string[] = [];
  for (const path of all) {
    const { status, text } = await browser.get(path);
    expect([path, status]).toEqual([path, 200]);
    answers.push(text);
  }
  return answers.join('\n');
}

describe('one person in both programmes of a place: a mentor in the one, supported in the other (ELG-06)', () => {
  it('comes in to each by itself, with what each asks', async () => {
    const mentor = [...inGlasgow, ...PASSED, ...several('Evenings'), NONE, AS_MENTOR, SKIP, YES_SHARE];
    await comesTo(bo, 'Bo', RE_CONNECT, 'I would like to support others', mentor);
    await bo.does('home', { press: /Other programmes/ }, { press: 'Go to Next Steps' });
    await bo.does({ press: 'Find support, or support others' }, { press: 'I would like support' });
    await bo.does({ press: 'Yes' }, ...several('Alcohol'), ...several('A job'), NONE);
    await bo.does(
      RATHER_NOT,
      RATHER_NOT,
      ...several('Evenings'),
      NONE,
      AS_PARTICIPANT,
      RATHER_NOT,
      YES_SHARE,
    );
    const ways = await place.world.rows(
      'SELECT "programmeId", "as", state FROM enquiry WHERE "personId" = $1 ORDER BY "createdAt"',
      [await bo.personId()],
    );
    expect(ways).toEqual([
      { programmeId: place.programmeId, as: 'mentor', state: 'training' },
      { programmeId: secondId, as: 'mentee', state: 'talking' },
    ]);
  });

  it('is on the board of each, as what they are there, and nothing of the other is', async () => {
    const [first, second] = [await boardOf(place.cora), await boardOf(dora)];
    expect(first).toMatch(/Bo would like to support others/);
    expect(first).not.toMatch(/Bo would like support|Next Steps/);
    expect(second).toMatch(/Bo would like support/);
    expect(second).not.toMatch(/support others|Re:Connect/);
    await decides(place.cora, /Bo would like to support others/, 'What they answered');
    expect(place.cora.news().join('\n')).not.toMatch(/Alcohol|nine weeks/);
    await decides(dora, /Bo would like support/, 'What they answered');
    expect(dora.news().join('\n')).not.toMatch(/Glasgow|brother|distress/);
  });

  it('finds somebody in each, told in the words of each', async () => {
    await place.learned(bo, ...MODULES, LAST);
    const mentee = [...inGlasgow, RATHER_NOT, NONE, { press: '41 to 60' }, RATHER_NOT, NONE, NONE];
    const rest = ['My father hears voices.', { press: 'No' }, YES_SHARE];
    await comesTo(aisha, 'Aisha', RE_CONNECT, 'I would like support', [...mentee, ...rest]);
    const been = [{ press: 'Yes' }, ...several('Alcohol'), '20', ...several('A job'), NONE];
    const more = [{ press: '41 to 60' }, ...several('Evenings'), NONE, 'I garden.', SKIP, YES_SHARE];
    await comesTo(lee, 'Lee', 'Next Steps', 'I would like to support others', [...been, ...more]);
    const did = { personId: await lee.personId(), programmeId: secondId, kind: 'module' };
    await place.world.coordinate('record-training', {
      ...did,
      what: 'befriending-and-mentoring',
      doneOn: '2026-11-20',
    });
    await decides(place.cora, /Bo would like to support others/, 'Ready for a match');
    await decides(place.cora, /Aisha would like support/, 'Ready for a match');
    await decides(dora, /Lee would like to support others/, 'Ready for a match');
    await decides(dora, /Bo would like support/, 'Ready for a match');
    await aisha.does('home', { press: 'Find support, or support others' }, { press: 'See who may suit me' });
    expect(aisha.reads()).toMatch(/Bo says:[\s\S]*my brother/);
    expect(aisha.reads()).not.toContain(AS_PARTICIPANT);
    await aisha.presses('Ask Bo');
    await seesIt(bo);
    await bo.presses('Yes, I would like to');
    await decides(place.cora, /Aisha and Bo would both like to begin/, 'See why');
    await place.cora.presses('Confirm: they begin');
    await bo.does('home', { press: 'Find support, or support others' }, { press: 'See who may suit me' });
    expect(bo.reads()).toMatch(/Lee says:[\s\S]*I garden/);
    await bo.presses('Ask Lee');
    await seesIt(lee);
    expect(lee.reads()).toContain(AS_PARTICIPANT);
    expect(lee.reads()).not.toContain(AS_MENTOR);
    await lee.presses('Yes, I would like to');
    await decides(dora, /Bo and Lee would both like to begin/, 'See why');
    await dora.presses('Confirm: they begin');
    const pairs = await place.world.core.read.pairs.pairsOf(await bo.personId());
    const two = pairs.map(({ programmeId, mentorId, menteeId }) => [programmeId, mentorId, menteeId]);
    const [boId, leeId, aishaId] = [await bo.personId(), await lee.personId(), await aisha.personId()];
    expect(two.toSorted()).toEqual(
      [
        [place.programmeId, boId, aishaId],
        [secondId, leeId, boId],
      ].toSorted(),
    );
  });

  it('leaks from neither into the other at the desk, on no page of it', async () => {
    const [first, second] = [
      await allOf(desk.cora, place.programmeId, bo),
      await allOf(desk.dora, secondId, bo),
    ];
    expect(first).toMatch(/Aisha/);
    expect(first).not.toMatch(/Lee|Next Steps|participant|Alcohol|nine weeks/);
    expect(second).toMatch(/Lee/);
    expect(second).not.toMatch(/Aisha|Re:Connect|Glasgow|brother/);
    const beyond = [
      [desk.cora, `/programmes/${secondId}`],
      [desk.cora, `/drafts/${secondId}`],
      [desk.cora, `/people/${await lee.personId()}`],
      [desk.dora, `/programmes/${place.programmeId}`],
      [desk.dora, `/people/${await aisha.personId()}`],
    ] as const;
    for (const [browser, path] of beyond)
      expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
  });

  it('nor in what the coordinators are told, nor on their boards', async () => {
    const told = (hand: AppHand): string => hand.news().join('\n');
    const [first, second] = [await boardOf(place.cora), await boardOf(dora)];
    expect(`${told(place.cora)}${first}`).not.toMatch(/\bLee\b|Next Steps/);
    expect(`${told(dora)}${second}`).not.toMatch(/Aisha|Re:Connect/);
  });

  it('says to them themself what they are in each, in its own words', async () => {
    await bo.writes('my role');
    expect(bo.reads()).toMatch(
      /You are a participant here[\s\S]*In Re:Connect and Time and Space you do something, too/,
    );
    expect(bo.reads()).not.toMatch(/volunteer|You are a mentor/);
    await bo.presses(`Go to ${RE_CONNECT}`);
    await bo.writes('my role');
    expect(bo.reads()).toMatch(/You are a mentor here[\s\S]*In Next Steps you do something, too/);
    expect(bo.reads()).not.toMatch(/mentee here|participant|volunteer/);
    // Whoever has somebody can say that it is a lot.
    await bo.presses('This is a lot for me just now');
    expect(bo.reads()).not.toMatch(/no longer current/);
  });
});
