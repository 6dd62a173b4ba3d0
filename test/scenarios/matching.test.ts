import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { VirtualUser } from '../../bots/rehearsal/slack/virtual-user.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { aMatching, waitsForMatch } from '../support/waiting.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let programmeId: string;
let cora: VirtualUser;
let coras: AppHand;
let aisha: AppHand;
let ruth: AppHand;
let ben: AppHand;
const ids: Record<string, string> = {};

const WORDS = 'I look after my father, and I am learning to sleep again.';

beforeAll(async () => {
  world = await openWorld({ apps: ['slack', 'telegram', 'discord'] });
  await world.coordinate('load-programme', { slug: 'first', document: aMatching() });
  programmeId = (await world.core.read.programmes.first())?.id ?? '';
  coras = handOn(world, world.phone('Cora', 'slack'));
  aisha = handOn(world, world.phone('Somebody', 'telegram'));
  ruth = handOn(world, world.phone('Ruth', 'discord'));
  ben = handOn(world, world.phone('Ben', 'telegram'));
  ids['cora'] = await arrives(coras, 'Cora');
  ids['aisha'] = await arrives(aisha, 'Aisha Khan');
  ids['ruth'] = await arrives(ruth, 'Ruth Mackay');
  ids['ben'] = await arrives(ben, 'Ben');
  await world.coordinate('give-role', { personId: ids['cora'], programmeId, role: 'coordinator' });
  cora = world.slack.user({ name: 'Cora', id: coras.phone.userId });
  await waits(
    'ruth',
    'mentor',
    { 'lives-with': ['dementia'], likes: ['walks'], age: 'forties' },
    'I walk a lot, and I have been there.',
  );
  await waits('ben', 'mentor', { 'lives-with': ['stroke'], age: 'twenties' }, 'I make good tea.');
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

async function waits(
  who: string,
  as: 'mentee' | 'mentor',
  answers: Record<string, string[] | string>,
  words: string,
) {
  await waitsForMatch(world, { personId: ids[who] ?? '', programmeId, as, answers, words });
}

async function seesIt(hand: AppHand): Promise<void> {
  const isCovered = hand.labels().includes('See it');
  if (isCovered) await hand.presses('See it');
}

async function states(): Promise<unknown[]> {
  return await world.rows('SELECT state FROM match ORDER BY score DESC');
}

describe('from waiting to a match, across three apps', () => {
  it('shows a short list in the mentors’ own words, with why, and no points (MAT-01, MAT-02, MAT-06, MAT-08)', async () => {
    aisha.looks();
    await waits(
      'aisha',
      'mentee',
      { 'lives-with': ['dementia'], likes: ['walks', 'music'], age: 'forties' },
      WORDS,
    );
    await seesIt(aisha);
    const said = aisha.reads();
    expect(said).toMatch(/Ruth says:[\s\S]*I walk a lot[\s\S]*You know the same from your own life/);
    expect(said).toMatch(/just now there are 2 people who truly fit/);
    expect(said).not.toMatch(/Mackay|points|score|\b1[0-9]\b/);
    expect(said.indexOf('Ruth')).toBeLessThan(said.indexOf('Ben'));
    expect(aisha.labels()).toEqual(
      expect.arrayContaining([
        'Ask Ruth',
        'Ask Ben',
        'Show me others',
        'I would rather wait',
        'Talk to somebody',
      ]),
    );
  });

  it('says of a mentor with another experience that it is another (MAT-18)', () => {
    expect(aisha.reads()).toMatch(/Ben says:[\s\S]*What they have lived through is different from yours/);
  });

  it('shows the mentor a consented outline without a name (MAT-07)', async () => {
    ruth.looks();
    await aisha.presses('Ask Ruth');
    expect(aisha.reads()).toMatch(/being asked now/);
    await seesIt(ruth);
    expect(ruth.reads()).toContain(WORDS);
    expect(ruth.reads()).toMatch(/You know the same from your own life/);
    expect(ruth.news().join('\n')).not.toMatch(/Aisha|Khan/);
  });

  it('asks one at a time (MAT-07)', async () => {
    expect(await pressesEarlier('Ask Ben')).toMatch(/One is asked at a time/);
  });

  it('asks a coordinator to confirm, who sees why, factor by factor (MAT-09)', async () => {
    await ruth.presses('Yes, I would like to');
    expect(ruth.reads()).toMatch(/looks at it now/);
    cora.openHome();
    await world.settle();
    expect(cora.home()?.text).toMatch(/Aisha Khan and Ruth Mackay would both like to begin/);
    const button = cora
      .home()
      ?.buttons.flat()
      .find(({ label }) => label.endsWith('See why'));
    await cora.pressHome(button?.label ?? '').acknowledged;
    await world.settle();
    const said = coras.reads();
    expect(said).toMatch(/your own life\. 10 of 10[\s\S]*same things\. 2 of 4[\s\S]*Together: 12 of 14/);
    expect(said).not.toContain(WORDS);
    expect(await states()).toEqual([{ state: 'accepted' }, { state: 'offered' }]);
  });

  it('makes them a pair in the press of a coordinator, and not before (MAT-09)', async () => {
    expect(await world.core.read.pairs.pairsOf(ids['aisha'] ?? '')).toEqual([]);
    aisha.looks();
    await coras.presses('Confirm: they begin');
    const [pair] = await world.core.read.pairs.pairsOf(ids['aisha'] ?? '');
    expect(pair?.mentorId).toBe(ids['ruth']);
    await seesIt(aisha);
    expect(aisha.reads()).toMatch(/Ruth/);
    expect(await world.rows('SELECT state FROM enquiry ORDER BY "createdAt", "as"')).toEqual([
      { state: 'matched' },
      { state: 'waiting' },
      { state: 'matched' },
    ]);
    // Who was on the list beside her is asked for nothing any more.
    expect(await states()).toEqual([{ state: 'confirmed' }, { state: 'withdrawn' }]);
    expect(await world.rows(`SELECT kind FROM task WHERE kind LIKE 'match%' AND "doneAt" IS NULL`)).toEqual(
      [],
    );
  });

  async function pressesEarlier(label: string): Promise<string> {
    const list = aisha.phone.see().findLast(({ labels }) => labels.includes(label));
    if (list === undefined) throw new Error('There is no list');
    const [match] = await world.rows(`SELECT id FROM match WHERE state = 'offered' AND "mentorId" = $1`, [
      ids['ben'],
    ]);
    aisha.looks();
    await world.core.perform({
      command: 'pick-mentor',
      args: { matchId: match?.['id'] },
      by: await byOf(ids['aisha'] ?? ''),
    });
    await world.settle();
    return aisha.news().join('\n');
  }
});

async function byOf(personId: string) {
  const [person, [account]] = await Promise.all([
    world.core.read.people.person(personId),
    world.core.read.people.accountsOf(personId),
  ]);
  if (person === undefined || account === undefined) throw new Error('Nobody is there');
  return { is: 'person', person, account } as const;
}
