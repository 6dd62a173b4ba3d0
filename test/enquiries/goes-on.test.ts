import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aWayIn } from '../scenarios/a-way-in.ts';
import { telegramPhone } from '../support/apps/telegram-app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let programmeId: string;

beforeAll(async () => {
  world = await openWorld();
  await world.coordinate('load-programme', { slug: 'first', document: aWayIn() });
  programmeId = (await world.core.read.programmes.bySlug('first'))?.id ?? '';
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

async function offers(name: string): Promise<AppHand> {
  const hand = handOn(world, telegramPhone(world.telegram, world.stranger(name)));
  await arrives(hand, name);
  await hand.does({ press: 'I would like to support others' }, { press: 'Yes, that is fine' });
  await hand.does({ press: 'In the south' }, { press: 'No' }, { press: /^None/ }, { press: 'Skip' });
  return hand;
}

async function stateOf(hand: AppHand): Promise<unknown> {
  const [row] = await world.rows('SELECT state FROM enquiry WHERE "personId" = $1', [await hand.personId()]);
  return row?.['state'];
}

async function listened(hand: AppHand, more: object = {}): Promise<void> {
  const personId = await hand.personId();
  const done = { kind: 'module', what: 'listening', doneOn: '2026-11-20' };
  await world.coordinate('record-training', { personId, programmeId, ...done, ...more });
}

const about = async (hand: AppHand) => ({ personId: await hand.personId(), programmeId, as: 'mentor' });

describe('a mentor whom a missing module holds', () => {
  it('goes on by himself once it is done, and hears of it', async () => {
    const mo = await offers('Mo');
    expect(await stateOf(mo)).toBe('training');
    expect(await world.refusedTo('enquiry-ready', await about(mo))).toBe('enquiry.not-complete');
    mo.looks();
    await listened(mo);
    expect(await stateOf(mo)).toBe('talking');
    await mo.presses('See it');
    expect(mo.reads()).toMatch(/Nothing is still to come/);
    await world.coordinate('enquiry-ready', await about(mo));
    expect(await stateOf(mo)).toBe('waiting');
  });

  it('hears that he waits once his quiet hours are over, whenever a coordinator says so', async () => {
    const sam = await offers('Sam');
    await listened(sam);
    await world.later({ hours: 14 });
    const before = sam.news().length;
    await world.coordinate('enquiry-ready', await about(sam));
    expect(await stateOf(sam)).toBe('waiting');
    expect(sam.news()).toHaveLength(before);
    await world.later({ hours: 10 });
    expect(sam.news().length).toBeGreaterThan(before);
  });

  it('is held again where it is taken back', async () => {
    const ada = await offers('Ada');
    await listened(ada);
    const [record] = await world.rows('SELECT id FROM training_record WHERE "personId" = $1', [
      await ada.personId(),
    ]);
    await world.coordinate('take-back-training', { recordId: record?.['id'] });
    expect(await stateOf(ada)).toBe('training');
  });

  it('waits again as long as before when what has ended is done again, with nothing to talk about (TRN-03)', async () => {
    const tom = await offers('Tom');
    await listened(tom, { endsOn: '2026-11-26' });
    await world.coordinate('enquiry-ready', await about(tom));
    const since = async () =>
      (
        await world.rows('SELECT "waitingSince" FROM enquiry WHERE "personId" = $1', [await tom.personId()])
      )[0];
    const before = await since();
    await world.later({ hours: 24 * 4 });
    expect(await stateOf(tom)).toBe('training');
    const tasks = await world.rows(
      `SELECT kind FROM task WHERE "personId" = $1 AND "doneAt" IS NULL AND kind = 'wants-to-mentor'`,
      [await tom.personId()],
    );
    expect(tasks).toEqual([]);
    await listened(tom, { doneOn: '2026-11-27' });
    expect(await stateOf(tom)).toBe('waiting');
    expect(await since()).toEqual(before);
  });
});

describe('what is still to come', () => {
  it('is what training says it is: a course that ended counts no more than one that was never done (TRN-02)', async () => {
    const document = aWayIn();
    const modules = [{ code: 'listening', name: 'Listening', requiredOf: ['mentor'], refreshMonths: 12 }];
    const asks = { ...document, gates: [], training: { modules } };
    await world.coordinate('load-programme', { slug: 'first', document: asks });
    const kim = await offers('Kim');
    // Put down before the programme said how long it is good.
    await listened(kim, { doneOn: '2025-11-01', endsOn: '2099-01-01' });
    expect(await stateOf(kim)).toBe('talking');
    await world.rows('UPDATE training_record SET "endsAt" = NULL WHERE "personId" = $1', [
      await kim.personId(),
    ]);
    expect(await world.refusedTo('enquiry-ready', await about(kim))).toBe('enquiry.not-complete');
    await world.coordinate('load-programme', { slug: 'first', document: aWayIn() });
  });
});

describe('answers that are asked again', () => {
  it('begin with the earlier ones: each is one press away, and none is lost', async () => {
    const rosa = handOn(world, telegramPhone(world.telegram, world.stranger('Rosa')));
    await arrives(rosa, 'Rosa');
    await rosa.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await rosa.does(
      { press: 'In the north' },
      { press: 'Yes' },
      { press: 'Walks' },
      { press: 'That is all' },
    );
    await rosa.does('42', { press: 'No' }, 'I look after my brother.', { press: 'Yes, they may' });
    await rosa.presses('Answer the questions again');
    expect(rosa.labels()).toContain('✓ In the north');
    await rosa.presses('✓ In the north');
    expect(rosa.labels()).toContain('✓ Yes');
    await rosa.presses('✓ Yes');
    expect(rosa.labels()).toEqual(expect.arrayContaining(['✓ Walks', 'Music', 'That is all']));
    await rosa.does({ press: 'Music' }, { press: 'That is all' });
    expect(rosa.reads()).toMatch(/42/);
    await rosa.does({ press: 'Yes, these words' }, { press: '✓ No' });
    expect(rosa.reads()).toMatch(/I look after my brother/);
    await rosa.presses('Yes, these words');
    // That somebody else may read it is agreed to anew.
    expect(rosa.labels()).not.toContain('✓ Yes, they may');
    await rosa.presses('Yes, they may');
    const whose = { personId: await rosa.personId(), programmeId, as: 'mentee' } as const;
    const opened = await world.core.openedEnquiry(whose, { is: 'coordinator', name: 'test' });
    expect(opened?.map(({ answer }) => answer)).toEqual([
      'In the north',
      true,
      'Walks, Music',
      '42',
      false,
      'I look after my brother.',
    ]);
  });
});
