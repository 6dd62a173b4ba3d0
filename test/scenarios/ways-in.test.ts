import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppName } from '../support/apps/app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';
import { aWayIn } from './a-way-in.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ apps: ['telegram', 'discord', 'slack'] });
  await world.coordinate('load-programme', { slug: 'first', document: aWayIn() });
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

const APPS: readonly AppName[] = ['telegram', 'discord', 'slack'];

async function here(name: string, app: AppName = 'telegram', code?: string): Promise<AppHand> {
  const hand = handOn(world, world.phone(name, app));
  await arrives(hand, name, code);
  return hand;
}

async function ways(hand: AppHand): Promise<Record<string, unknown>[]> {
  return await world.rows(
    'SELECT "as", state, site, route, source, "firstSupported" FROM enquiry WHERE "personId" = $1 ORDER BY "as"',
    [await hand.personId()],
  );
}

async function tasks(hand: AppHand): Promise<unknown[]> {
  const rows = await world.rows(
    'SELECT kind FROM task WHERE "personId" = $1 AND "doneAt" IS NULL ORDER BY kind',
    [await hand.personId()],
  );
  return rows.map(({ kind }) => kind);
}

/** Answers as somebody from the north who supports her brother and likes walks. */
async function asksForSupport(hand: AppHand): Promise<void> {
  await hand.presses('I would like support');
  await hand.does({ press: 'In the north' }, { press: 'Yes' }, { press: 'Walks' }, { press: 'That is all' });
  await hand.does('42', { press: 'No' }, 'I look after my brother.', { press: 'Yes, they may' });
}

describe.each(APPS)('somebody finds the way in with %s', (app) => {
  it('reads what it is, answers what the programme asks, and is to be spoken with (REC-06, REC-15, ELG-02, ELG-04)', async () => {
    const rosa = await here('Rosa', app, app === 'telegram' ? 'leaflet' : undefined);
    expect(rosa.reads()).toMatch(/somebody who has done the same/);
    expect(rosa.labels()).toEqual(
      expect.arrayContaining([
        'I would like support',
        'I would like to support others',
        'Would this help me?',
        'Not ready yet',
      ]),
    );
    await asksForSupport(rosa);
    expect(rosa.reads()).toMatch(/gets in touch with you for a talk/);
    const source = app === 'telegram' ? 'leaflet' : null;
    expect(await ways(rosa)).toEqual([
      { as: 'mentee', state: 'talking', site: 'north', route: 'self', source, firstSupported: true },
    ]);
    expect(await tasks(rosa)).toEqual(['to-talk-with']);
  });
});
