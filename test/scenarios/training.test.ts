import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { surveyReport, surveyWords } from '../../core/index.ts';
import { APPS } from '../support/apps/app.ts';
import { arrives } from '../support/arrive.ts';
import { type AppHand, handOn } from '../support/hand.ts';
import { openWorld, type World } from '../support/world.ts';

const document = JSON.parse(
  readFileSync(new URL('../../core/programmes/re-connect.json', import.meta.url), 'utf8'),
);

let world: World;
let programmeId: string;
let cora: AppHand;
let ruth: AppHand;
let mo: AppHand;
let aisha: AppHand;
const ids = new Map<AppHand, string>();

beforeAll(async () => {
  world = await openWorld({ apps: APPS });
  const first = await world.core.read.programmes.first();
  programmeId = first?.id ?? '';
  await world.coordinate('load-programme', { slug: first?.slug, document });
  const on = (name: string, app: (typeof APPS)[number]) => handOn(world, world.phone(name, app));
  [cora, ruth, mo, aisha] = [
    on('Cora', 'slack'),
    on('Ruth', 'telegram'),
    on('Mo', 'discord'),
    on('Aisha', 'telegram'),
  ];
  const roles = [
    [cora, 'Cora', 'coordinator'],
    [ruth, 'Ruth', 'volunteer'],
    [mo, 'Mo', 'volunteer'],
    [aisha, 'Aisha', 'mentee'],
  ] as const;
  for (const [who, name, role] of roles) {
    const personId = await arrives(who, name);
    ids.set(who, personId);
    await world.coordinate('give-role', { personId, programmeId, role });
  }
});
afterEach(() => expect(world.faults).toEqual([]));
afterAll(async () => await world.close());

const id = (who: AppHand): string => ids.get(who) ?? '';
const pairOf = (mentor: AppHand) => ({ programmeId, mentorId: id(mentor), menteeId: id(aisha) });

/** They were at the training, too. */
async function hadPlace(personId: string): Promise<void> {
  await world.rows(
    `INSERT INTO training_place (id, version, "trainingMeetingId", "personId", seat, state, "bookedAt", "askedAt")
     SELECT gen_random_uuid(), 1, "trainingMeetingId", $1, (SELECT max(seat) + 1 FROM training_place), 'came', "bookedAt", "askedAt" FROM training_place
     WHERE "askedAt" IS NOT NULL LIMIT 1`,
    [personId],
  );
}

/** Somebody says whether the training gave them skills, about the place of whom it is. */
async function says(id: string, skills: string, whose: string) {
  const { read } = world.core;
  const [person, [account]] = [await read.people.person(id), await read.people.accountsOf(id)];
  if (person === undefined || account === undefined) throw new Error('Nobody is there');
  const [seat] = await world.rows('SELECT id FROM training_place WHERE "personId" = $1', [whose]);
  const args = { seatId: seat?.['id'], answers: { skills } };
  return await world.core.perform({
    command: 'answer-survey',
    args,
    by: { is: 'person', person, account },
  });
}

describe('from volunteer to mentor', () => {
  it('shows what is still to come, and nobody is a mentor before (TRN-01, TRN-02, TRN-17)', async () => {
    await ruth.writes('my training');
    expect(ruth.reads()).toMatch(/Still to come: .*Inequalities, stigma and discrimination/);
    expect(ruth.reads()).toContain('on the way to being a mentor');
    expect(await world.refusedTo('make-pair', pairOf(ruth))).toBe('pair.not-trained');
  });

  it('a coordinator plans a meeting in Slack, and two book it in the app they have (TRN-07)', async () => {
    for (const who of [ruth, mo, aisha]) who.looks();
    await cora.does('plan training', { press: 'All of it' }, 'Thursday 2pm', { press: '120 minutes' });
    await cora.does('The old library', { press: '6' });
    expect(cora.reads()).toMatch(/2 people for whom it is still to come are told|planned/);
    expect(aisha.news()).toEqual([]);
    for (const who of [ruth, mo]) {
      await who.presses('See it');
      expect(who.reads()).toMatch(/The old library/);
      await who.presses('Book a place');
      expect(who.reads()).toMatch(/You have a place/);
    }
    await mo.presses('I cannot come');
    expect(mo.reads()).toMatch(/Your place is free again/);
    await mo.presses('Book a place');
  });

  it('some hours later each is asked how they are, in private (TRN-09)', async () => {
    await world.later({ hours: 24 * 3 + 11 });
    for (const who of [ruth, mo]) {
      await who.presses('See it');
      expect(who.reads()).toMatch(/How are you now, after the training/);
      expect(who.labels()).toContain('Help');
    }
    await mo.presses('Talk to somebody');
    await ruth.presses('I am all right');
    expect(ruth.reads()).toMatch(/Thank you for coming/);
  });

  it('each can say what it gave them, and it is counted from five on (TRN-11)', async () => {
    const asks = async () => await surveyReport(world.core.read, programmeId);
    const words = 'The role play was hard, and good.';
    await ruth.presses('What it gave me');
    expect(ruth.reads()).toMatch(/skip each[\s\S]*skills that you can use/);
    await ruth.does({ press: 'Yes' }, { press: 'In part' }, { press: 'Yes' }, { press: 'Skip' });
    await ruth.does({ press: 'No' }, words);
    expect(ruth.reads()).toMatch(/It helps to make the training better/);
    expect(await asks()).toEqual({ answered: null, counts: [] });
    expect(await surveyWords(world.core.read, programmeId)).toEqual([]);
    const [kept] = await world.rows('SELECT * FROM training_place WHERE "surveySealed" IS NOT NULL');
    expect(kept).toMatchObject({ personId: ids.get(ruth) });
    expect(JSON.stringify(kept)).not.toMatch(/role play|partly/);
    const others = ['Eve', 'Ned', 'Ola'];
    for (const name of others) {
      const personId = await arrives(handOn(world, world.phone(name, 'telegram')), name);
      await hadPlace(personId);
      expect((await says(personId, 'no', personId)).did).toBe('done');
    }
    const moId = ids.get(mo) ?? '';
    // What is another's is nobody's to answer.
    expect(await says(ids.get(ruth) ?? '', 'no', moId)).toMatchObject({ did: 'refused' });
    expect((await says(moId, 'yes', moId)).did).toBe('done');
    const report = await asks();
    // The other questions have fewer than five answers; of this one two said yes, and three no (D40).
    expect(report).toEqual({ answered: 5, counts: [{ asked: 'skills', yes: null, partly: 0, no: null }] });
    expect(await surveyWords(world.core.read, programmeId)).toEqual([words]);
    const [ola] = await world.rows(`SELECT id FROM person WHERE name = 'Ola'`);
    await world.coordinate('erase-person', { personId: ola?.['id'] });
    expect(await asks()).toEqual({ answered: null, counts: [] });
  });

  it('the coordinator says who came, and that is on record (TRN-01, ELG-01)', async () => {
    await cora.does('board', { press: /Say who came/ }, { press: 'Ruth' });
    await ruth.writes('my training');
    expect(ruth.reads()).toMatch(/You have everything that is needed/);
    expect(ruth.reads()).toMatch(/You are a trained volunteer\. Nobody has been matched/);
    await mo.writes('my training');
    expect(mo.reads()).toMatch(/Still to come/);
    await world.coordinate('make-pair', pairOf(ruth));
    await ruth.writes('my training');
    expect(ruth.reads()).toMatch(/You are a mentor, and there is somebody you support/);
  });
});

describe('what somebody learned elsewhere, and their own record', () => {
  it('is noted from the chat: a course with who gave it, and what they would like to learn (TRN-12, TRN-13)', async () => {
    await mo.does('my training', { press: 'Note a course' }, { press: 'A qualification I have' });
    await mo.does('Peer support award', 'College of the North', 'May 2024');
    expect(mo.reads()).toMatch(/Peer support award, by College of the North, 1 May 2024/);
    await mo.does({ press: 'Note a course' }, { press: 'Something I would like to learn' }, 'First aid');
    expect(mo.reads()).toMatch(/would like to learn: First aid/);
  });

  it.each(['ruth', 'mo'])('comes as a file in the app of %s (TRN-14)', async (name) => {
    const who = name === 'ruth' ? ruth : mo;
    await who.does('my training', { press: 'My record as a file' });
    expect(who.news().join('\n')).toMatch(/your record of training as a file/);
  });
});

describe('a short way in for those who are supported (TRN-06)', () => {
  it('is read in the chat, in the words of the programme, and noted once it is read', async () => {
    await aisha.does('my role', { press: 'What to expect' });
    expect(aisha.reads()).toMatch(/What this is for[\s\S]*It is free/);
    for (const words of [
      /they are no doctor/i,
      /stays between you[\s\S]*coordinator is there/i,
      /every 12 weeks/,
    ]) {
      await aisha.presses('Next');
      expect(aisha.reads()).toMatch(words);
    }
    await aisha.presses('I have read this');
    const records = await world.core.read.training.records([id(aisha)], programmeId);
    expect(records).toMatchObject([{ kind: 'module', what: 'induction' }]);
  });
});
