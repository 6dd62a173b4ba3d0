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
  await hand.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
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

async function chooses(hand: AppHand, ...labels: (string | RegExp)[]): Promise<void> {
  for (const press of labels) await hand.presses(press);
}

/** Answers as a mentor from the south would, with a need of her own. */
async function offersHelp(hand: AppHand): Promise<void> {
  await hand.does({ press: 'I would like to support others' }, { press: 'Yes, that is fine' });
  await chooses(hand, 'In the south', 'No', 'None, or I would rather not say');
}

const programme = async () => {
  const found = await world.core.read.programmes.bySlug('first');
  if (found === undefined) throw new Error('There is no programme');
  return found;
};

async function whose(hand: AppHand, as: 'mentee' | 'mentor') {
  return { personId: await hand.personId(), programmeId: (await programme()).id, as };
}

describe.each(APPS)('a way in with %s', (app) => {
  it('names other help where this is not for somebody, never a "no", and the door stays open (ELG-04, ELG-08)', async () => {
    const ada = await here('Ada', app);
    await ada.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
    await chooses(ada, 'Somewhere else', 'Yes', 'Music', 'That is all');
    await ada.does('82', { press: 'I would rather not say' }, { press: 'Skip' });
    expect(ada.reads()).toMatch(/Carers line.*01632 960 009/s);
    expect(ada.reads()).toMatch(/Silver circle/);
    expect(ada.reads()).toMatch(/door stays open/);
    expect(ada.reads()).not.toMatch(/reject|refus|sorry|not eligible|unfortunately/i);
    expect(await ways(ada)).toMatchObject([{ state: 'elsewhere', site: null, firstSupported: null }]);
    expect(await tasks(ada)).toEqual([]);
    await ada.presses('Answer the questions again');
    await chooses(ada, 'In the south', 'No', '✓ Music', 'None, or I would rather not say');
    await ada.does('69', { press: 'Yes' }, { press: 'Skip' });
    expect(await ways(ada)).toMatchObject([{ state: 'talking', site: 'south', firstSupported: false }]);
    expect(await tasks(ada)).toEqual(['to-talk-with']);
  });

  it('asks nothing and keeps nothing of "Would this help me?" (REC-09)', async () => {
    const rosa = await here('Rosa', app);
    await rosa.presses('Would this help me?');
    expect(rosa.reads()).toMatch(/You often look after somebody/);
    expect(rosa.reads()).toMatch(/keep nothing/);
    expect(await ways(rosa)).toEqual([]);
  });

  it('takes "Not ready yet" for an answer, tells a coordinator of a wish to taste, and comes back in one press (REC-10)', async () => {
    const kim = await here('Kim', app);
    await kim.presses('Not ready yet');
    expect(kim.reads()).toMatch(/no hurry/);
    expect(await ways(kim)).toMatchObject([{ as: 'mentee', state: 'not-yet' }]);
    expect(await tasks(kim)).toEqual([]);
    await kim.presses('Talk to somebody who has been here');
    expect(await tasks(kim)).toEqual(['wants-taster']);
    await kim.writes('home');
    await kim.presses('Find support, or support others');
    await kim.does({ press: 'I would like support now' }, { press: 'Yes, that is fine' });
    expect(kim.reads()).toMatch(/Where do you live/);
  });

  it('asks a mentor for needs of her own and says who reads them; she waits for the training (ELG-12, REC-13, TRN-02)', async () => {
    const ruth = await here('Ruth', app, app === 'telegram' ? 'university' : undefined);
    await offersHelp(ruth);
    expect(ruth.reads()).toMatch(/What would help you.*Only the coordinators here read this/s);
    await ruth.writes('I care for my mother at night.');
    expect(ruth.reads()).toMatch(/One module of the training is still to come/);
    expect(await ways(ruth)).toMatchObject([{ as: 'mentor', state: 'training', site: 'south' }]);
    expect(await tasks(ruth)).toEqual(['wants-to-mentor']);
    expect(JSON.stringify(await world.rows('SELECT * FROM enquiry'))).not.toContain('my mother');
    expect(await world.refusedTo('enquiry-ready', await whose(ruth, 'mentor'))).toBe('enquiry.not-complete');
    const opened = await world.core.openedEnquiry(await whose(ruth, 'mentor'), {
      is: 'coordinator',
      name: 'test',
    });
    expect(opened).toContainEqual(
      expect.objectContaining({ answer: 'I care for my mother at night.', ownSupport: true }),
    );
    const audit = await world.rows(`SELECT action FROM audit WHERE action = 'enquiry.opened'`);
    expect(audit.length).toBeGreaterThan(0);
  });

  it('leaves in one press, and what was answered goes', async () => {
    const rosa = await here('Rosa', app);
    await asksForSupport(rosa);
    await rosa.presses('I no longer want support');
    expect(await ways(rosa)).toMatchObject([{ state: 'withdrawn', firstSupported: null }]);
    const kept = await world.rows(
      'SELECT "answersSealed", "wordsSealed" FROM enquiry WHERE "personId" = $1',
      [await rosa.personId()],
    );
    expect(kept).toEqual([{ answersSealed: null, wordsSealed: null }]);
    expect(await tasks(rosa)).toEqual([]);
    expect(rosa.labels()).toContain('I would like support');
  });

  it('goes on from a talk to waiting, with the role that goes with it (ELG-01)', async () => {
    const rosa = await here('Rosa', app);
    await asksForSupport(rosa);
    await world.coordinate('enquiry-ready', await whose(rosa, 'mentee'));
    expect(await ways(rosa)).toMatchObject([{ state: 'waiting' }]);
    expect(await tasks(rosa)).toEqual([]);
    expect(await world.core.read.people.rolesOf(await rosa.personId())).toMatchObject([{ role: 'mentee' }]);
    await rosa.presses(/See it/);
    expect(rosa.reads()).toMatch(/look for somebody who suits you/);
    expect(rosa.reads()).not.toMatch(/\d/);
  });
});
