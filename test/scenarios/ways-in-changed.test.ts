import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { telegramPhone } from '../support/apps/telegram-app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, type Hand, handOf, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';
import { aWayIn } from './a-way-in.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.coordinate('load-programme', { slug: 'first', document: aWayIn() });
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

async function ways(hand: AppHand): Promise<Record<string, unknown>[]> {
  return await world.rows('SELECT "as", state FROM enquiry WHERE "personId" = $1', [await hand.personId()]);
}

const onApp = (hand: Hand): AppHand => handOn(world, telegramPhone(world.telegram, hand.phone));
const phone = (name: string): AppHand => handOn(world, world.phone(name, 'telegram'));

async function answers(hand: AppHand): Promise<void> {
  await hand.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
  await hand.does({ press: 'In the north' }, { press: 'Yes' }, { press: 'Walks' }, { press: 'That is all' });
  await hand.does({ press: 'Skip' }, { press: 'I would rather not say' }, { press: 'Skip' });
}

describe('things that have changed meanwhile', () => {
  it('lets somebody go on when the question she stands at is not asked any more', async () => {
    const kim = phone('Kim');
    await arrives(kim, 'Kim');
    await kim.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await kim.does({ press: 'In the north' }, { press: 'Yes' });
    const document = aWayIn();
    const intake = Array.isArray(document['intake']) ? document['intake'] : [];
    const fewer = intake.filter((each: { code: string }) => each.code !== 'likes');
    await world.coordinate('load-programme', { slug: 'first', document: { ...document, intake: fewer } });
    await kim.presses('Walks');
    expect(kim.reads()).toMatch(/How old are you/);
    await world.coordinate('load-programme', { slug: 'first', document: aWayIn() });
    await kim.does('42', { press: 'No' }, { press: 'Skip' });
    expect(await ways(kim)).toMatchObject([{ state: 'talking' }]);
  });

  it('asks again what is no answer any more, and loses none of the others', async () => {
    const kim = phone('Kim');
    await arrives(kim, 'Kim');
    await kim.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await kim.does(
      { press: 'Somewhere else' },
      { press: 'Yes' },
      { press: 'Walks' },
      { press: 'That is all' },
    );
    await kim.does('42', { press: 'No' });
    const document = aWayIn();
    const [area, ...rest] = z.array(z.looseObject({})).parse(document['intake']);
    const choices = [
      { value: 'north', says: 'In the north' },
      { value: 'west', says: 'In the west' },
    ];
    const sites = [{ code: 'north', name: 'North', takes: {} }];
    const changed = { ...document, sites, intake: [{ ...area, choices }, ...rest] };
    await world.coordinate('load-programme', { slug: 'first', document: changed });
    await kim.presses('Skip');
    expect(kim.news().join('\n')).toMatch(/questions have changed/);
    expect(kim.reads()).toMatch(/Where do you live/);
    await kim.presses('In the west');
    await kim.does({ press: 'Yes' }, { press: 'That is all' }, '42', { press: 'No' }, { press: 'Skip' });
    expect(await ways(kim)).toMatchObject([{ state: 'talking' }]);
    await world.coordinate('load-programme', { slug: 'first', document: aWayIn() });
  });

  it('changes nothing by an old "Not ready yet" once she has said yes', async () => {
    const rosa = handOf(world, world.stranger('Rosa'));
    await arrives(onApp(rosa), 'Rosa');
    const old = rosa.last();
    await answers(onApp(rosa));
    rosa.looks();
    rosa.phone.press('Not ready yet', { message: old });
    await world.settle();
    expect(await ways(onApp(rosa))).toMatchObject([{ state: 'talking' }]);
    expect(rosa.news().join('\n')).toMatch(/said yes to this already/);
  });

  it('makes one way in of two that are finished at the same moment', async () => {
    const rosa = phone('Rosa');
    await arrives(rosa, 'Rosa');
    const personId = await rosa.personId();
    const person = await world.core.read.people.person(personId);
    const [account] = await world.core.read.people.accountsOf(personId);
    const programmeId = (await world.core.read.programmes.bySlug('first'))?.id ?? '';
    if (person === undefined || account === undefined) throw new Error('Nobody is there');
    const by = { is: 'person', person, account } as const;
    const given = { area: 'north', supports: 'yes' };
    const args = { programmeId, as: 'mentee', keep: 1, answers: given };
    const done = await Promise.all(
      [args, args, args].map((each) => world.core.perform({ command: 'finish-intake', args: each, by })),
    );
    await world.settle();
    expect(done.map(({ did }) => did)).toEqual(['done', 'done', 'done']);
    expect(await ways(rosa)).toHaveLength(1);
    const tasks = await world.rows(
      `SELECT id FROM task WHERE "personId" = $1 AND kind = 'to-talk-with' AND "doneAt" IS NULL`,
      [personId],
    );
    expect(tasks).toHaveLength(1);
  });

  it('holds somebody who turns out to be under age, and keeps only that they asked (ELG-09)', async () => {
    const kit = phone('Kit');
    await arrives(kit, 'Kit');
    await kit.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await kit.does(
      { press: 'In the north' },
      { press: 'Yes' },
      { press: 'Walks' },
      { press: 'That is all' },
      '15',
    );
    expect(kit.reads()).toMatch(/help for you too/);
    const personId = await kit.personId();
    expect(await world.rows('SELECT state, name, adult FROM person WHERE id = $1', [personId])).toEqual([
      { state: 'held', name: null, adult: false },
    ]);
    expect(await ways(kit)).toEqual([]);
    expect(await world.rows('SELECT id FROM draft WHERE "personId" = $1', [personId])).toEqual([]);
  });
});
