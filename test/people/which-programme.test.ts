import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inviteCodeHash } from '../../core/index.ts';
import { teamCodeHash } from '../../core/people/team-code.ts';
import { APPS, type AppName } from '../support/apps/app.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
const programmes = { carers: '', steps: '' };

beforeAll(async () => {
  world = await openWorld({ apps: APPS });
  const first = await world.core.read.programmes.first();
  programmes.carers = first?.id ?? '';
  await world.coordinate('load-programme', { slug: first?.slug, document: shipped('re-connect') });
  // Of these two, one takes people in from twenty-one on.
  const steps = { ...shipped('next-steps'), adultAge: 21 };
  await world.coordinate('load-programme', { slug: 'next-steps', document: steps });
  programmes.steps = (await world.core.read.programmes.bySlug('next-steps'))?.id ?? '';
  await opensSecond('NULL');
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

function shipped(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../core/programmes/${name}.json`, import.meta.url), 'utf8'));
}

const phone = (name: string, app: AppName = 'telegram'): AppHand => handOn(world, world.phone(name, app));

async function aboutWhich(hand: AppHand): Promise<unknown> {
  const [row] = await world.rows('SELECT "programmeId" FROM account WHERE "personId" = $1', [
    await hand.personId(),
  ]);
  return row?.['programmeId'];
}

async function opensSecond(at: 'now()' | 'NULL'): Promise<void> {
  await world.rows(`UPDATE programme SET "openedAt" = ${at} WHERE id = $1`, [programmes.steps]);
}

async function finishes(hand: AppHand, name: string): Promise<void> {
  await hand.does({ press: 'Yes' }, { press: 'Yes, I agree' }, name);
  await hand.does({ press: /^London/ }, { press: 'Plain English' }, { press: /9.*8/ });
  await hand.presses(/rather not say/i);
}

describe('with one programme that takes people in', () => {
  it('nobody is asked which one it is about', async () => {
    const ada = phone('Ada');
    await ada.starts();
    expect(ada.reads()).toContain('Re:Connect');
    await ada.presses('Continue');
    expect(ada.reads()).toMatch(/are you 18 or over/);
  });
});

describe.each(APPS)('with several, somebody who comes in %s without saying from where', (app) => {
  it('is asked first which one it is about, and then for the age of that one (REC-06, ELG-09)', async () => {
    await opensSecond('now()');
    const rosa = phone('Rosa', app);
    await rosa.starts();
    expect(rosa.reads()).not.toMatch(/This is Re:Connect/);
    await rosa.presses('Continue');
    expect(rosa.reads()).toMatch(/Which of these is it about/);
    expect(rosa.reads()).toMatch(/Next Steps: People who are on their way out of addiction/);
    await rosa.presses('Next Steps');
    expect(rosa.reads()).toMatch(/are you 21 or over/);
    await finishes(rosa, 'Rosa');
    expect(await aboutWhich(rosa)).toBe(programmes.steps);
    expect(rosa.reads()).toMatch(/Your mentor stays with you for as long as it helps/);
  });

  it('under age is held for the coordinators of the one that was chosen', async () => {
    const kit = phone('Kit', app);
    await kit.starts();
    await kit.does({ press: 'Continue' }, { press: 'Next Steps' }, { press: 'No' });
    const tasks = await world.rows(
      `SELECT "programmeId" FROM task WHERE kind = 'under-age' AND "personId" = $1`,
      [await kit.personId()],
    );
    expect(tasks).toEqual([{ programmeId: programmes.steps }]);
    expect(await aboutWhich(kit)).toBe(programmes.steps);
  });
});

describe('with several', () => {
  it('whoever cannot say begins with the oldest, and can turn to another', async () => {
    const mo = phone('Mo');
    await mo.starts();
    await mo.does({ press: 'Continue' }, 'the other one');
    expect(mo.reads()).toMatch(/Which of these/);
    await mo.presses('I am not sure');
    expect(mo.reads()).toMatch(/are you 18 or over/);
    await finishes(mo, 'Mo');
    expect(await aboutWhich(mo)).toBe(programmes.carers);
  });

  it('a typed age is measured by the one that was chosen, also where its name was typed', async () => {
    const tom = phone('Tom');
    await tom.starts();
    await tom.does({ press: 'Continue' }, 'next steps', '19');
    expect(tom.reads()).toMatch(/help for you too|talk to/i);
    const [row] = await world.rows('SELECT state FROM person WHERE id = $1', [await tom.personId()]);
    expect(row).toEqual({ state: 'held' });
  });

  it('"not now" says whom to call of the one that was chosen, and is not asked about again', async () => {
    const ivy = phone('Ivy');
    await ivy.starts();
    await ivy.does({ press: 'Continue' }, { press: 'Next Steps' }, { press: 'Yes' }, { press: 'Not now' });
    expect(ivy.reads()).toContain('01632 960 020');
    await ivy.presses('Begin after all');
    expect(ivy.reads()).toMatch(/are you 21 or over/);
  });

  it('a poster of one alone answers it; a code that both have does not', async () => {
    const [own, both] = [phone('Own'), phone('Both')];
    await own.starts('leaflet');
    await own.presses('Continue');
    expect(own.reads()).toMatch(/are you 18 or over/);
    await both.starts('poster');
    await both.presses('Continue');
    expect(both.reads()).toMatch(/Which of these/);
    await both.presses('Next Steps');
    await finishes(both, 'Both');
    const [row] = await world.rows('SELECT source FROM person WHERE id = $1', [await both.personId()]);
    expect(row).toEqual({ source: 'poster' });
  });

  it('the code of whoever sends somebody answers it, also when it comes second', async () => {
    const code = '4H7K2M01';
    const args = {
      programme: 'next-steps',
      source: 'job-centre',
      agreed: true,
      codeHash: inviteCodeHash(code),
    };
    await world.coordinate('make-referral', args);
    const sam = phone('Sam');
    await sam.starts();
    await sam.writes(`invite ${code}`);
    expect(sam.reads()).toMatch(/This is Next Steps/);
    await sam.presses('Continue');
    expect(sam.reads()).toMatch(/are you 21 or over/);
  });

  it('the code of those who run one leads to that one, before it is open', async () => {
    await opensSecond('NULL');
    const code = '4H7K2M02';
    const args = { programmeId: programmes.steps, hash: teamCodeHash(code) };
    await world.coordinate('make-team-code', args);
    const jo = phone('Jo');
    await jo.writes(`team ${code}`);
    expect(jo.reads()).toMatch(/This is Next Steps/);
    await opensSecond('now()');
  });

  it('nobody is asked about one that has closed meanwhile', async () => {
    const eve = phone('Eve');
    await eve.starts();
    await opensSecond('NULL');
    await eve.presses('Continue');
    expect(eve.reads()).toMatch(/are you 18 or over/);
    await finishes(eve, 'Eve');
    expect(await aboutWhich(eve)).toBe(programmes.carers);
    await opensSecond('now()');
  });
});
