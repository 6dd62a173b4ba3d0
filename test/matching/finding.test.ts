import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders, LIVED } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;

let world: PaperWorld;
afterEach(() => expect(world.faults).toEqual([]));

async function open(more: Record<string, unknown> = {}): Promise<void> {
  world = await openPaperWorld();
  await world.core.perform({
    command: 'load-programme',
    args: { slug: 'test', document: aMatching(more) },
    by,
  });
}

const { person, waits, sees, perform, matchId, states } = finders(() => world);

describe('who is never on the list', () => {
  beforeEach(() => open());
  afterEach(() => world.close());

  const cases: Record<string, (mentor: Writer, mentee: Writer) => Promise<unknown>> = {
    'somebody who has as many as they take (MAT-14)': async (mentor) =>
      world.pair(mentor, await person('Else')),
    'somebody who takes a break': (mentor) =>
      world.rows(`UPDATE person SET paused = true WHERE id = '${mentor.id}'`),
    'somebody who said "stop"': (mentor) => world.write(mentor, 'stop'),
    'somebody under age': (mentor) =>
      world.rows(`UPDATE person SET state = 'held', adult = false WHERE id = '${mentor.id}'`),
    'somebody whom nothing reaches': (mentor) =>
      world.rows(`UPDATE account SET reachable = false WHERE "personId" = '${mentor.id}'`),
    'somebody with no role as a mentor': (mentor) =>
      world.rows(`UPDATE role SET "endedAt" = now() WHERE "personId" = '${mentor.id}'`),
    'somebody who did not agree to be shown': (mentor) =>
      world.rows(`UPDATE enquiry SET "outlineAgreedAt" = NULL WHERE "personId" = '${mentor.id}'`),
    'somebody of another site (ELG-03)': (mentor) =>
      world.rows(`UPDATE enquiry SET site = 'far' WHERE "personId" = '${mentor.id}'`),
    'somebody never to be put with them (MAT-19)': (mentor, mentee) =>
      perform('keep-apart', { programmeId: world.programmeId, menteeId: mentee.id, mentorId: mentor.id }),
  };
  for (const [name, become] of Object.entries(cases))
    it(name, async () => {
      const [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
      await waits('mentor', ruth);
      await become(ruth, aisha);
      await waits('mentee', aisha);
      expect(await states()).toEqual([]);
      expect(world.said(aisha)).not.toMatch(/something new|Ruth/);
    });

  it('and without any of these they are', async () => {
    const [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
    await waits('mentor', ruth);
    await waits('mentee', aisha);
    expect(await sees(aisha)).toMatch(/one person who truly fits[\s\S]*Ruth says/);
  });

  it('a wish for an age blocks only where it was made firm, and is one factor otherwise (MAT-04, MAT-05)', async () => {
    const [ruth, aisha, ada] = [await person('Ruth'), await person('Aisha'), await person('Ada')];
    await waits('mentor', ruth, { ...LIVED, age: 'sixties' });
    await waits('mentee', aisha, { ...LIVED, 'age-wish': 'same', 'age-firm': true });
    expect(await states()).toEqual([]);
    await waits('mentee', ada, { ...LIVED, 'age-wish': 'same' });
    expect(await sees(ada)).toMatch(/Ruth says/);
    expect(await sees(ada)).not.toMatch(/age is as was wished/);
  });
});

it('nobody is offered, asked or confirmed with a module missing (TRN-02)', async () => {
  await open({ training: { modules: [{ code: 'listening', name: 'Listening', requiredOf: ['mentor'] }] } });
  const [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
  await waits('mentor', ruth);
  await waits('mentee', aisha);
  expect(await states()).toEqual([]);
  const record = {
    personId: ruth.id,
    programmeId: world.programmeId,
    kind: 'module',
    what: 'listening',
    doneOn: '2026-11-20',
  };
  expect(await perform('record-training', record)).toBe('done');
  await waits('mentor', await person('Ben'), { ...LIVED, likes: ['music'] });
  const offered = await world.rows('SELECT "mentorId" FROM match');
  expect(offered).toEqual([{ mentorId: ruth.id }]);
  // It ends while she is asked: a coordinator cannot make them a pair any more.
  await sees(aisha);
  await world.press(aisha, 'Ask Ruth');
  await sees(ruth);
  await world.press(ruth, 'Yes, I would like to');
  await world.rows('DELETE FROM training_record');
  expect(await perform('confirm-match', { matchId: await matchId(ruth) })).toBe('pair.not-trained');
  expect(await states()).toEqual(['accepted']);
  await world.close();
});

describe('asking and answering', () => {
  let ruth: Writer;
  let ben: Writer;
  let aisha: Writer;

  beforeEach(async () => {
    await open();
    [ruth, ben, aisha] = [await person('Ruth'), await person('Ben'), await person('Aisha')];
    await waits('mentor', ruth);
    await waits('mentor', ben, { ...LIVED, likes: ['music'] });
    await waits('mentee', aisha);
    await sees(aisha);
  });
  afterEach(() => world.close());

  it('a "no" needs no reason, and the mentee hears only "not free just now", with others to see (MAT-07)', async () => {
    await world.press(aisha, 'Ask Ruth');
    await sees(ruth);
    await world.press(ruth, 'Not just now');
    expect(await sees(aisha)).toMatch(/not free just now[\s\S]*not about you/);
    expect(world.said(aisha)).not.toMatch(/declin|refus|said no|rejected/i);
    expect(await world.rows(`SELECT kind FROM task WHERE kind = 'mentor-not-free'`)).toHaveLength(1);
    await world.press(aisha, 'See who may suit me');
    expect(world.last(aisha)).toMatch(/Ben says/);
    expect(world.last(aisha)).not.toMatch(/Ruth/);
  });

  it('silence ends after the days of the programme, with a word to both', async () => {
    await world.press(aisha, 'Ask Ruth');
    await world.later({ hours: 24 * 5 - 1 });
    expect(await states()).toContain('asked');
    await world.later({ hours: 24 });
    expect(await states()).toContain('expired');
    expect(await sees(aisha)).toMatch(/not free just now/);
    expect(await sees(ruth)).toMatch(/ended now because it was a while ago/);
    expect(world.labels(ruth)).not.toContain('Yes, I would like to');
  });

  it('others are shown on asking, and the first ones again (MAT-06)', async () => {
    await world.press(aisha, 'Show me others');
    expect(world.last(aisha)).toMatch(/nobody else here who truly fits/);
    expect(await states()).toEqual(['offered', 'offered']);
  });

  it('"not with this person" is one press, and nobody hears who asked (MAT-19)', async () => {
    await world.press(aisha, 'Not with Ruth');
    expect(world.said(aisha)).toMatch(/Nobody hears that you asked/);
    expect(world.said(ruth)).not.toMatch(/never|Aisha/);
    const together = { programmeId: world.programmeId, mentorId: ruth.id, menteeId: aisha.id };
    expect(await perform('make-pair', together)).toBe('pair.apart');
    await world.press(aisha, 'Ask Ben');
    await sees(ben);
    await world.press(ben, 'I know this person');
    expect(await sees(aisha)).toMatch(/not free just now/);
    expect(await world.rows('SELECT id FROM never_with')).toHaveLength(2);
  });

  for (const [how, leave] of Object.entries({
    'says stop': (who: Writer) => world.write(who, 'stop'),
    'takes a break': async (who: Writer) => {
      await world.write(who, 'pause');
      await world.press(who, 'A week');
    },
    'is erased': (who: Writer) => perform('erase-person', { personId: who.id }),
  }))
    it(`a mentor who ${how} while being asked leaves nobody waiting`, async () => {
      await world.press(aisha, 'Ask Ruth');
      await leave(ruth);
      await world.core.settle();
      expect(await sees(aisha)).toMatch(/not free just now/);
      await world.press(aisha, 'See who may suit me');
      expect(world.last(aisha)).toMatch(/Ben says/);
      expect((await states()).filter((state) => state === 'asked')).toEqual([]);
    });

  it('a mentee who leaves her way in lets the mentor know, who said yes already', async () => {
    await world.press(aisha, 'Ask Ruth');
    await sees(ruth);
    await world.press(ruth, 'Yes, I would like to');
    const enquiry = await world.store.read.enquiries.of(aisha.id, world.programmeId, 'mentee');
    const [account, theirs] = [
      await world.store.read.people.account(aisha.accountId),
      await world.store.read.people.person(aisha.id),
    ];
    if (account === undefined || theirs === undefined) throw new Error('Nobody is there');
    await world.core.perform({
      command: 'withdraw-way-in',
      args: { enquiryId: enquiry?.id },
      by: { is: 'person', person: theirs, account },
    });
    await world.core.settle();
    expect(await sees(ruth)).toMatch(/no longer needed/);
    expect(
      await world.rows(`SELECT id FROM task WHERE kind = 'match-to-confirm' AND "doneAt" IS NULL`),
    ).toEqual([]);
  });

  it('a coordinator sets it aside: neither hears why, and it is not suggested again', async () => {
    await world.press(aisha, 'Ask Ruth');
    await sees(ruth);
    await world.press(ruth, 'Yes, I would like to');
    expect(await perform('set-match-aside', { matchId: await matchId(ruth) })).toBe('done');
    expect(await sees(aisha)).toMatch(/not free just now/);
    expect(await sees(ruth)).toMatch(/no longer needed/);
    await world.press(aisha, 'See who may suit me');
    expect(world.last(aisha)).not.toMatch(/Ruth/);
    expect(await perform('confirm-match', { matchId: await matchId(ruth) })).toBe('match.not-open');
  });
});

describe('waiting', () => {
  beforeAll(async () => open());
  afterAll(() => world.close());

  it('is told honestly, at the rhythm that was chosen, never as a number in a queue (MAT-10, UNM-01, UNM-06)', async () => {
    const [aisha, ruth] = [await person('Aisha'), await person('Ruth')];
    await waits('mentee', aisha, { 'lives-with': ['stroke'] });
    await waits('mentor', ruth, { 'lives-with': ['dementia'] }, false);
    await world.later({ hours: 24 * 15 });
    expect(await sees(aisha)).toMatch(/no match for you yet[\s\S]*truly fits[\s\S]*nothing that you did/);
    expect(world.last(aisha)).not.toMatch(/\d/);
    expect(await sees(ruth)).toMatch(/nobody for you to support yet[\s\S]*other things to take up/);
    await world.press(aisha, 'How often I hear this');
    await world.press(aisha, 'Only real news');
    expect(world.last(aisha)).toMatch(/I write when there is real news/);
    const before = world.messages(aisha).length;
    await world.later({ hours: 24 * 60 });
    expect(world.messages(aisha)).toHaveLength(before);
    // A coordinator was told of both, once (MAT-10, UNM-01).
    const told = await world.rows(`SELECT kind FROM task WHERE kind LIKE 'waits-for%' ORDER BY kind`);
    expect(told.map(({ kind }) => kind)).toEqual(['waits-for-mentee', 'waits-for-mentor']);
  });
});
