import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWayIn } from '../scenarios/a-way-in.ts';
import { APPS } from '../support/apps/app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let programmeId: string;
let opened: object;

async function opens(apps: readonly (typeof APPS)[number][] = ['telegram']): Promise<void> {
  world = await openWorld({ apps });
  opened = aWayIn();
  await world.coordinate('load-programme', { slug: 'first', document: opened });
  programmeId = (await world.core.read.programmes.bySlug('first'))?.id ?? '';
}
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function asks(hand: AppHand): Promise<void> {
  await hand.does({ press: 'I would like support' }, { press: 'Yes, that is fine' });
  await hand.does({ press: 'In the north' }, { press: 'Yes' }, { press: 'Walks' }, { press: 'That is all' });
  await hand.does('42', { press: 'No' }, 'I look after my brother.', { press: 'Yes, they may' });
}

async function kept(hand: AppHand) {
  return await world.rows(
    `SELECT state, "answersSealed" IS NOT NULL AS answers, "wordsSealed" IS NOT NULL AS words, "firstSupported"
      FROM enquiry WHERE "personId" = $1 ORDER BY "as"`,
    [await hand.personId()],
  );
}

async function said(hand: AppHand) {
  const sql = `SELECT part, wording, state FROM consent WHERE "personId" = $1 AND part = 'answers'`;
  return await world.rows(sql, [await hand.personId()]);
}

async function open(hand: AppHand) {
  const sql = `SELECT kind, what FROM task WHERE "personId" = $1 AND "doneAt" IS NULL ORDER BY kind`;
  return await world.rows(sql, [await hand.personId()]);
}

async function stops(hand: AppHand): Promise<void> {
  await hand.does('know', { press: 'What may be kept' });
  await hand.does({ press: 'Stop keeping what I answered on the way in' }, { press: 'Yes, stop it' });
}

/** A coordinator thought of them for somebody, for reasons that came from their answers. */
async function thoughtOf(hand: AppHand): Promise<void> {
  await world.rows(
    `INSERT INTO match (id, version, "programmeId", "menteeId", "mentorId", state, score, reasons, "createdAt")
      VALUES (gen_random_uuid(), 1, $1, $2, gen_random_uuid(), 'withdrawn', 70,
        '{"v": 1, "factors": [{"code": "lived", "points": 70, "of": 100}], "unknown": [], "generic": false}', now())`,
    [programmeId, await hand.personId()],
  );
}

const GONE = { answers: false, words: false, firstSupported: null };

describe.each(APPS)('what is answered on the way in, in %s', (app) => {
  beforeEach(async () => await opens([app]));

  it('is kept after a yes that is asked for once, and goes again when the yes is taken back', async () => {
    const rosa = handOn(world, world.phone('Rosa', app));
    await arrives(rosa, 'Rosa');
    await rosa.presses('I would like support');
    expect(rosa.reads()).toMatch(/May I keep what you answer/);
    expect(rosa.reads()).toMatch(/Both answers are fine/);
    await rosa.does({ press: 'Yes, that is fine' });
    expect(rosa.reads()).toMatch(/Where do you live/);
    await rosa.dismisses();
    await rosa.writes('home');
    await rosa.presses('Find support, or support others');
    await asks(rosa);
    expect(await said(rosa)).toEqual([{ part: 'answers', wording: 1, state: 'given' }]);
    expect(await kept(rosa)).toMatchObject([{ state: 'talking', answers: true, words: true }]);
    await rosa.presses('Answer the questions again');
    expect(rosa.reads()).toMatch(/Where do you live/);
    await rosa.dismisses();
    await thoughtOf(rosa);
    await stops(rosa);
    expect(await world.rows("SELECT score, reasons->'factors' AS factors FROM match")).toEqual([
      { score: 0, factors: [] },
    ]);
    expect(await kept(rosa)).toEqual([{ state: 'talking', ...GONE }]);
    expect(await said(rosa)).toEqual([{ part: 'answers', wording: 1, state: 'withdrawn' }]);
    expect(await open(rosa)).toEqual([{ kind: 'no-answers', what: 'mentee' }]);
    const drafts = await world.rows(`SELECT id FROM draft WHERE form = 'intake'`);
    expect(drafts).toEqual([]);
  });

  it('is asked about by the way where it was answered before anybody asked, until they say something', async () => {
    const rosa = handOn(world, world.phone('Rosa', app));
    await arrives(rosa, 'Rosa');
    await asks(rosa);
    expect(rosa.reads()).not.toMatch(/May I keep/);
    await world.rows(`DELETE FROM consent WHERE part = 'answers'`);
    for (const answer of ['Yes', 'No'] as const) {
      await rosa.writes('home');
      await rosa.presses('Find support, or support others');
      expect(rosa.reads()).toMatch(/gets in touch with you[\s\S]*May I keep what you answer on the way in/);
      const label = rosa.labels().find((each) => each.startsWith(`${answer},`)) ?? '';
      await rosa.presses(label);
      if (answer === 'No') await rosa.presses('Yes, stop it');
      expect(await kept(rosa)).toMatchObject([{ answers: answer === 'Yes' }]);
      await rosa.writes('home');
      await rosa.presses('Find support, or support others');
      expect(rosa.reads()).not.toMatch(/May I keep/);
      await world.rows(`DELETE FROM consent WHERE part = 'answers'`);
    }
    // Where nothing is kept of it there is nothing to ask.
    await rosa.writes('home');
    await rosa.presses('Find support, or support others');
    expect(rosa.reads()).not.toMatch(/May I keep/);
  });

  it('need not be kept at all: a coordinator then talks with them', async () => {
    const rosa = handOn(world, world.phone('Rosa', app));
    await arrives(rosa, 'Rosa');
    await rosa.does({ press: 'I would like support' }, { press: 'No, I would rather talk' });
    expect(rosa.reads()).toMatch(/gets in touch with you for a talk/);
    expect(await kept(rosa)).toEqual([{ state: 'talking', ...GONE }]);
    expect(await open(rosa)).toEqual([{ kind: 'no-answers', what: 'mentee' }]);
    const whose = { personId: await rosa.personId(), programmeId, as: 'mentee' };
    await world.coordinate('enquiry-ready', whose);
    expect(await kept(rosa)).toMatchObject([{ state: 'waiting' }]);
    expect(await open(rosa)).toEqual([]);
  });
});

describe('answers whose yes was taken back', () => {
  let rosa: AppHand;
  let moira: AppHand;
  beforeEach(async () => {
    await opens();
    rosa = handOn(world, world.phone('Rosa', 'telegram'));
    await arrives(rosa, 'Rosa');
    moira = handOn(world, world.phone('Moira', 'telegram'));
    const personId = await arrives(moira, 'Moira');
    await world.coordinate('give-role', { personId, programmeId, role: 'coordinator' });
    await asks(rosa);
  });

  it('are not there for a coordinator, who is told so and never why', async () => {
    await moira.writes('board');
    expect(moira.reads()).toMatch(/Rosa would like support and has answered the questions/);
    await stops(rosa);
    await moira.writes('board');
    expect(moira.reads()).toMatch(/There are no answers of Rosa to read/);
    expect(moira.reads()).not.toMatch(/has answered|withdr|stopped|consent|took back|no longer/i);
    await moira.presses(/What they answered/);
    expect(moira.reads()).toMatch(/There are no answers to read/);
    expect(moira.reads()).not.toMatch(/brother|In the north|Walks|withdr|consent/i);
  });

  it('keep their writer’s place in the line, and whatever training brings decides nothing from them', async () => {
    const whose = { personId: await rosa.personId(), programmeId, as: 'mentee' };
    await world.coordinate('enquiry-ready', whose);
    const since = async () => await world.rows('SELECT "waitingSince" FROM enquiry');
    const before = await since();
    await stops(rosa);
    expect(await kept(rosa)).toEqual([{ state: 'waiting', ...GONE }]);
    const course = { ...whose, kind: 'module', what: 'listening', doneOn: '2026-11-20' };
    await world.coordinate('record-training', course);
    expect(await kept(rosa)).toEqual([{ state: 'waiting', ...GONE }]);
    expect(await since()).toEqual(before);
    expect(await open(rosa)).toEqual([{ kind: 'no-answers', what: 'mentee' }]);
  });

  it('can be given again: the task is about a talk again, and the yes is a new one', async () => {
    await stops(rosa);
    await rosa.writes('home');
    await rosa.presses('Find support, or support others');
    await rosa.presses('Answer the questions again');
    expect(rosa.reads()).toMatch(/May I keep what you answer/);
    await rosa.does({ press: 'Yes, that is fine' });
    await rosa.does({ press: 'In the south' }, { press: 'No' }, { press: /^None/ });
    await rosa.does('42', { press: 'No' }, { press: 'Skip' });
    expect(await said(rosa)).toMatchObject([{ state: 'given' }]);
    expect(await open(rosa)).toEqual([{ kind: 'to-talk-with', what: null }]);
  });

  it('are named in "what the coordinator sees of me" with the way to stop it, and in every notice', async () => {
    await rosa.does('know', { press: 'What a coordinator sees of me' });
    expect(rosa.reads()).toMatch(/answered when you asked for support/);
    expect(rosa.labels()).toContain('What may be kept');
    await rosa.writes('know');
    expect(rosa.reads()).toMatch(/What you answered on the way in, locked/);
    await rosa.presses(/Who sees what/i);
    expect(rosa.reads()).toMatch(/answer on the way in/);
    await rosa.does('know', { press: 'What may be kept' }, { press: 'The short version of who sees what' });
    expect(rosa.reads()).toMatch(/answer on the way in/);
    await stops(rosa);
    await rosa.does('know', { press: 'What a coordinator sees of me' });
    expect(rosa.reads()).not.toMatch(/answered when/);
    expect(rosa.reads()).toMatch(/no answers of Rosa to read/);
  });

  it('are asked about again when the wording rises, of those alone who gave any', async () => {
    const other = handOn(world, world.phone('Aisha', 'telegram'));
    await arrives(other, 'Aisha');
    other.looks();
    await world.coordinate('load-programme', {
      slug: 'first',
      document: { ...opened, consent: { answers: 2 } },
    });
    expect(rosa.news().join()).toMatch(/I ask you again/);
    expect(other.news().join()).not.toMatch(/I ask you again/);
    await rosa.writes('home');
    await rosa.does({ press: 'Find support, or support others' }, { press: 'Answer the questions again' });
    expect(rosa.reads()).toMatch(/May I keep what you answer/);
    await other.does('know', { press: 'What may be kept' });
    expect(other.labels().join()).not.toMatch(/way in/);
  });

  it('are read only after it was written down who reads them', async () => {
    const personId = await rosa.personId();
    const [account] = await world.core.read.people.accountsOf(await moira.personId());
    const person = await world.core.read.people.person(await moira.personId());
    if (person === undefined || account === undefined) throw new Error('Nobody is there');
    const args = { screen: 'enquiry-answers', args: { personId, programmeId, as: 'mentee' } };
    moira.looks();
    await world.core.perform({ command: 'show', args, by: { is: 'person', person, account } });
    await world.settle();
    expect(moira.news().join()).not.toMatch(/In the north|brother/);
    await moira.writes('board');
    await moira.presses(/What they answered/);
    expect(moira.reads()).toMatch(/In the north/);
    const noted = await world.rows(`SELECT "by" FROM audit WHERE action = 'enquiry.opened'`);
    expect(noted).toEqual([{ by: `person:${person.id}` }]);
  });

  it('are not taken without a yes, whatever an old button says', async () => {
    await stops(rosa);
    const account = await world.rows('SELECT id FROM account WHERE "personId" = $1', [await rosa.personId()]);
    expect(account).toHaveLength(1);
    const answers = { area: 'south', supports: 'yes' };
    const person = await world.core.read.people.person(await rosa.personId());
    const [own] = await world.core.read.people.accountsOf(await rosa.personId());
    if (person === undefined || own === undefined) throw new Error('Nobody is there');
    const performed = await world.core.perform({
      command: 'finish-intake',
      args: { programmeId, as: 'mentee', answers },
      by: { is: 'person', person, account: own },
    });
    expect(performed).toMatchObject({ did: 'refused', refusal: { refused: 'consent.needed' } });
    expect(await kept(rosa)).toEqual([{ state: 'talking', ...GONE }]);
  });
});
