import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWayIn } from '../scenarios/a-way-in.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import type { World } from '../support/world.ts';
import { GONE, onTheWay, openWayIn } from './answers-on-the-way.ts';

let world: World;
let programmeId: string;

afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const { asks, kept, said, open, stops } = onTheWay(() => world);

describe('answers whose yes was taken back', () => {
  let rosa: AppHand;
  let moira: AppHand;
  beforeEach(async () => {
    ({ world, programmeId } = await openWayIn(['telegram']));
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
      document: { ...aWayIn(), consent: { answers: 2 } },
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
