import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProgrammeDocument } from '../../core/programmes/programme.ts';
import { aWayIn } from '../scenarios/a-way-in.ts';
import { telegramPhone } from '../support/apps/telegram-app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

const NOTHING_ASKED = { gates: [], training: { modules: [] } };

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await world.coordinate('load-programme', { slug: 'first', document: aWayIn() });
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function offers(name: string): Promise<AppHand> {
  const hand = handOn(world, telegramPhone(world.telegram, world.stranger(name)));
  await arrives(hand, name);
  await hand.does({ press: 'I would like to support others' }, { press: 'Yes, that is fine' });
  await hand.does({ press: 'In the south' }, { press: 'No' }, { press: /^None/ }, { press: 'Skip' });
  expect(await stateOf(hand)).toEqual({ state: 'training', site: 'south' });
  hand.looks();
  return hand;
}

async function stateOf(hand: AppHand): Promise<unknown> {
  const [row] = await world.rows('SELECT state, site FROM enquiry WHERE "personId" = $1', [
    await hand.personId(),
  ]);
  return row;
}

const loads = async (more: object): Promise<void> =>
  await world.coordinate('load-programme', { slug: 'first', document: { ...aWayIn(), ...more } });

const tasks = async (hand: AppHand) =>
  await world.rows(
    `SELECT kind FROM task WHERE "doneAt" IS NULL AND "personId" = $1 AND kind LIKE '%mentor%'`,
    [await hand.personId()],
  );

describe('a newer document, for whoever is on the way to being a mentor', () => {
  it('holds nobody by a module that it does not ask for any more, and each hears so once', async () => {
    const [mo, sam] = [await offers('Mo'), await offers('Sam')];
    await loads({ ...NOTHING_ASKED });
    for (const hand of [mo, sam]) {
      expect(await stateOf(hand)).toMatchObject({ state: 'talking' });
      await hand.presses('See it');
      expect(hand.reads()).toMatch(/Nothing is still to come/);
      hand.looks();
    }
    await loads({ ...NOTHING_ASKED, about: ['You meet somebody.'] });
    expect(mo.news()).toEqual([]);
  });

  it('turns nobody away behind their back: where it has no place for them, a coordinator speaks with them', async () => {
    const mo = await offers('Mo');
    const sites = ProgrammeDocument.parse(aWayIn()).sites.filter(({ code }) => code !== 'south');
    await loads({ sites, ...NOTHING_ASKED });
    expect(await stateOf(mo)).toEqual({ state: 'talking', site: 'south' });
    expect(await tasks(mo)).toHaveLength(1);
  });
});
