import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { joins } from '../support/arrive.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

const newcomer = (name = 'Somebody'): Hand => handOf(world, world.stranger(name));

async function person(hand: Hand): Promise<Record<string, unknown>> {
  const [row] = await world.rows('SELECT * FROM person WHERE id = $1', [await hand.personId()]);
  return row ?? {};
}

describe('somebody opens the bot', () => {
  it('refers herself, with nobody between, by the first thing she writes (REC-01)', async () => {
    const rosa = newcomer();
    await rosa.writes('is this the thing on the poster?');
    expect(rosa.labels()).toContain('Continue');
    expect(await person(rosa)).toMatchObject({ state: 'arriving', source: null });
  });

  it('is counted under the code of the poster that brought her (REC-02)', async () => {
    const rosa = newcomer();
    await rosa.starts('poster');
    expect(await person(rosa)).toMatchObject({ source: 'poster' });
  });

  it('keeps nothing of a made-up code but that there was one (REC-02)', async () => {
    const rosa = newcomer();
    await rosa.starts('a-code-nobody-printed');
    expect(await person(rosa)).toMatchObject({ source: 'unknown' });
    expect(JSON.stringify(await person(rosa))).not.toContain('nobody-printed');
  });

  it('reads what it is and that people help here, not a machine (REC-06, PAC-08)', async () => {
    const rosa = newcomer();
    await rosa.starts();
    expect(rosa.reads()).toMatch(/mentors/);
    expect(rosa.reads()).toMatch(/only a program/);
  });

  it('reads who sees what and where confidentiality ends before she answers anything (BND-06)', async () => {
    const rosa = newcomer();
    await rosa.starts();
    expect(rosa.reads()).toMatch(/company behind this chat app can read/);
    expect(rosa.reads()).toMatch(/seriously harmed/);
    await rosa.presses('Who sees what?');
    expect(rosa.reads()).toMatch(/coordinator sees/);
    expect(await person(rosa)).toMatchObject({ state: 'arriving', agreedAt: null });
  });

  it('is asked her situation in her own words and never for a label or a diagnosis (REC-07, ELG-05)', async () => {
    const rosa = newcomer();
    await rosa.starts();
    await rosa.does({ press: 'Continue' }, { press: 'Yes' }, { press: 'Yes, I agree' }, 'Rosa');
    await rosa.does({ press: /^London/ }, { press: 'Plain English' }, { press: /9.*8/ });
    expect(rosa.labels().join(' ')).not.toMatch(/carer|patient|diagnos/i);
    expect(rosa.labels()).toContain('Skip');
    await rosa.writes('my brother has M.E. and I do his shopping');
    expect(rosa.reads()).toMatch(/You are in/);
    const kept = await person(rosa);
    expect(kept).toMatchObject({ state: 'active', name: 'Rosa', zone: 'Europe/London', language: 'en' });
    expect(JSON.stringify(kept)).not.toContain('brother');
  });

  it('is asked one question at a time, can go back, and nothing is kept when she stops half way (PAC-03)', async () => {
    const rosa = newcomer();
    await rosa.starts();
    await rosa.does({ press: 'Continue' }, { press: 'Yes' }, { press: 'Yes, I agree' }, 'Rose', {
      press: 'Back',
    });
    expect(rosa.reads()).toMatch(/What name/);
    await rosa.writes('Rosa');
    await rosa.presses('Cancel');
    expect(await person(rosa)).toMatchObject({ state: 'arriving', name: null });
    expect(await world.rows('SELECT id FROM draft WHERE "personId" = $1', [await rosa.personId()])).toEqual(
      [],
    );
  });

  it('chooses any zone of the world by a city, and quiet hours in her own words (MTG-03)', async () => {
    const rosa = newcomer();
    await rosa.starts();
    await rosa.does({ press: 'Continue' }, { press: 'Yes' }, { press: 'Yes, I agree' }, 'Rosa', 'auckland');
    if (rosa.labels().some((label) => label.startsWith('Auckland'))) await rosa.presses(/^Auckland/);
    await rosa.does({ press: 'Plain English' }, '10.30pm to 7am', { press: 'Skip' });
    expect(await person(rosa)).toMatchObject({
      state: 'active',
      zone: 'Pacific/Auckland',
      quietFrom: '22:30',
      quietTo: '07:00',
    });
  });
});

describe('somebody who is not old enough yet', () => {
  it('is asked before anything else can be written (ELG-09)', async () => {
    const kit = newcomer();
    await kit.writes('I am so tired of doing everything at home and nobody sees it');
    await kit.writes('book');
    expect(kit.labels()).toContain('Continue');
    const drafts = await world.rows('SELECT id FROM draft WHERE "personId" = $1', [await kit.personId()]);
    expect(drafts).toEqual([]);
  });

  it('meets a person and help for young people; only that they asked is kept, and a coordinator is told (ELG-09)', async () => {
    const kit = newcomer();
    await kit.starts();
    await kit.does({ press: 'Continue' }, { press: 'No' });
    expect(kit.reads()).toMatch(/Morag.*01632 960 001/s);
    expect(kit.reads()).toMatch(/0800 ?11 ?11/);
    expect(await person(kit)).toMatchObject({
      state: 'held',
      name: null,
      agreedAt: null,
      situationSealed: null,
    });
    const tasks = await world.rows('SELECT kind FROM task WHERE "personId" = $1', [await kit.personId()]);
    expect(tasks).toEqual([{ kind: 'under-age' }]);
  });

  it('can open nothing that is for grown-ups, and still finds help (ELG-09, SUP-08)', async () => {
    const kit = newcomer();
    await kit.starts();
    await kit.does({ press: 'Continue' }, { press: 'No' });
    for (const words of ['book', 'reflect', 'my settings', '/start']) {
      await kit.writes(words);
      expect(kit.labels().join()).not.toMatch(/Settings|Write a reflection|Find a time/);
    }
    await kit.writes('help');
    expect(kit.reads()).toMatch(/Childline/);
    await kit.writes('who can I talk to');
    expect(kit.reads()).toMatch(/01632 960 001/);
    expect(
      await world.rows('SELECT id FROM reflection WHERE "personId" = $1', [await kit.personId()]),
    ).toEqual([]);
  });
});

describe('somebody who has joined', () => {
  it('is told honestly that it may take a while, and whom to ask meanwhile (REC-06, SUP-08)', async () => {
    const rosa = newcomer('Rosa');
    await joins(world, rosa.phone, 'Rosa');
    expect(rosa.reads()).toMatch(/some weeks/);
    expect(rosa.reads()).toMatch(/01632 960 001/);
  });
});
