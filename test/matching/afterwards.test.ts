import { afterEach, expect, it } from 'vitest';
import { madeDraft } from '../support/drafting.ts';
import { openPaperWorld, type PaperWorld } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders, LIVED } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;
const NEAR_HALF_A_YEAR = { hours: 24 * 170 };

let world: PaperWorld;
const { person, waits, sees, perform, states } = finders(() => world);

async function open(more: Record<string, unknown> = {}): Promise<void> {
  world = await openPaperWorld();
  await world.core.perform({
    command: 'load-programme',
    args: { slug: 'test', document: aMatching(more) },
    by,
  });
}
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

it('either of two asks for a different match in one step, and the mentee goes first (MAT-12, MAT-13, MAT-16)', async () => {
  await open();
  const [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
  await waits('mentor', ruth);
  await waits('mentee', aisha);
  const two = { programmeId: world.programmeId, mentorId: ruth.id, menteeId: aisha.id };
  expect(await perform('make-pair', two)).toBe('done');
  await world.write(aisha, 'role');
  await world.press(aisha, 'A different match');
  expect(world.last(aisha)).toMatch(/happens to many/);
  await world.press(aisha, 'Somebody else instead of Ruth');
  expect(world.said(aisha)).toMatch(/You go to the top/);
  expect(await sees(ruth)).toMatch(/come to its end[\s\S]*happens to many/);
  expect(world.last(ruth)).not.toMatch(/Aisha/);
  const [pair] = await world.rows('SELECT state FROM pair');
  expect(pair).toEqual({ state: 'ended' });
  const enquiry = await world.store.read.enquiries.of(aisha.id, world.programmeId, 'mentee');
  expect([enquiry?.state, enquiry?.againSince !== null]).toEqual(['waiting', true]);
  const tasks = await world.rows(`SELECT kind FROM task WHERE kind = 'different-match'`);
  expect(tasks).toHaveLength(1);
});

it('whoever asked for a different match is not shown the same one again, nor is the other in a draft (MAT-12)', async () => {
  await open();
  const [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
  await waits('mentor', ruth);
  await waits('mentee', aisha);
  const { programmeId } = world;
  expect(await perform('make-pair', { programmeId, mentorId: ruth.id, menteeId: aisha.id })).toBe('done');
  await world.write(aisha, 'role');
  await world.press(aisha, 'A different match');
  await world.press(aisha, 'Somebody else instead of Ruth');
  await world.later({ hours: 24 * 15 });
  await sees(aisha);
  await world.press(aisha, 'See who may suit me');
  expect(world.last(aisha)).toMatch(/nobody here who truly fits/);
  expect(await madeDraft(world)).toBe('ready');
  expect(await world.core.read.matches.inState(programmeId, ['drafted'])).toEqual([]);
});

it('a mentor with another mentee hears nothing of waiting when one asks for a different match (UNM-06)', async () => {
  await open({ matching: { factors: [], capacity: 3 } });
  const [ruth, aisha, ada, eve] = [
    await person('Ruth'),
    await person('Aisha'),
    await person('Ada'),
    await person('Eve'),
  ];
  await waits('mentor', ruth);
  for (const who of [aisha, ada, eve]) {
    await waits('mentee', who);
    const two = { programmeId: world.programmeId, mentorId: ruth.id, menteeId: who.id };
    expect(await perform('make-pair', two)).toBe('done');
  }
  const leave = async (who: typeof aisha): Promise<void> => {
    await world.write(who, 'role');
    await world.press(who, 'A different match');
    await world.press(who, 'Somebody else instead of Ruth');
  };
  await leave(aisha);
  await leave(ada);
  await world.later({ hours: 24 * 30 });
  const told = () =>
    world.rows(
      `SELECT j.event FROM journal j JOIN enquiry e ON e.id::text = j.ids->>'enquiryId'
        WHERE j.event IN ('wait.told', 'wait.long') AND e."personId" = '${ruth.id}'`,
    );
  expect(await told()).toEqual([]);
  const enquiry = await world.store.read.enquiries.of(ruth.id, world.programmeId, 'mentor');
  expect(enquiry?.state).toBe('waiting');
  // With nobody left she waits like anybody, and hears it once a rhythm.
  await leave(eve);
  await world.later({ hours: 24 * 15 });
  expect(await told()).toHaveLength(1);
});

it('somebody who waits for a mentee sees other things to take up, and a wish is a task (UNM-02, UNM-03, UNM-08)', async () => {
  await open();
  const ruth = await person('Ruth');
  await waits('mentor', ruth, LIVED);
  await world.later({ hours: 24 * 15 });
  await sees(ruth);
  await world.press(ruth, 'Other things I could do');
  expect(world.last(ruth)).toMatch(/Help at events: Organise a film evening/);
  await world.press(ruth, 'I would like this: Help at events');
  await world.press(ruth, 'I would like this: Help at events');
  expect(await world.rows(`SELECT what FROM task WHERE kind = 'wants-role'`)).toEqual([{ what: 'events' }]);
  expect(await states()).toEqual([]);
});

it('the one soft invitation comes once the gate is open, and "not for me" is kept (PRG-01, PRG-02)', async () => {
  const when = { fact: 'months-since-moved-on', operator: 'greaterThanInclusive', value: 6 };
  const gate = { code: 'moved-on', name: 'Six months', for: 'mentor', when, says: 'Later.' };
  await open({
    gates: [gate],
    becomingMentor: { gate: 'moved-on', says: 'Some like to be there for others.' },
  });
  const [aisha, ada] = [await person('Aisha'), await person('Ada')];
  for (const who of [aisha, ada]) {
    const role = { personId: who.id, programmeId: world.programmeId, role: 'mentee' };
    expect(await perform('give-role', role)).toBe('done');
    expect(await perform('end-role', role)).toBe('done');
  }
  await world.later(NEAR_HALF_A_YEAR);
  expect(world.said(aisha)).not.toMatch(/there for others/);
  await world.later({ hours: 24 * 45 });
  expect(await sees(aisha)).toMatch(/there for others[\s\S]*Either answer is as good/);
  await world.press(aisha, 'Not for me');
  expect(world.last(aisha)).toMatch(/just as good/);
  await sees(ada);
  await world.press(ada, 'Tell me more');
  // Not again, also when they were supported once more and moved on.
  const role = { personId: aisha.id, programmeId: world.programmeId, role: 'mentee' };
  expect(await perform('give-role', role)).toBe('done');
  expect(await perform('end-role', role)).toBe('done');
  await world.later({ hours: 24 * 250 });
  expect(world.said(aisha).match(/there for others/g)).toHaveLength(1);
  expect(await world.rows(`SELECT id FROM journal WHERE event = 'mentoring.invited'`)).toHaveLength(2);
  const kept = await world.rows(
    `SELECT "notForMeAt" IS NOT NULL AS kept FROM role WHERE "personId" = '${aisha.id}'`,
  );
  expect(kept).toEqual([{ kept: true }]);
  const tasks = await world.rows(`SELECT "personId" FROM task WHERE kind = 'may-mentor'`);
  expect(tasks).toEqual([{ personId: ada.id }]);
});

it('is not kept back by training, which comes after it (PRG-01)', async () => {
  const months = { fact: 'months-since-moved-on', operator: 'greaterThanInclusive', value: 6 };
  const trained = ['training.complete', 'module.listening', 'disclosure'].map((fact) => ({
    fact,
    operator: 'equal',
    value: true,
  }));
  const gate = {
    code: 'ready',
    name: 'Ready',
    for: 'mentor',
    when: { all: [months, ...trained] },
    says: 'Later.',
  };
  await open({
    training: {
      modules: [{ code: 'listening', name: 'Listening', requiredOf: ['mentor'] }],
      disclosure: { name: 'PVG', requiredOf: ['mentor'], months: 60 },
    },
    gates: [gate],
    becomingMentor: { gate: 'ready', says: 'Some like to be there for others.' },
  });
  const aisha = await person('Aisha');
  const role = { personId: aisha.id, programmeId: world.programmeId, role: 'mentee' };
  expect(await perform('give-role', role)).toBe('done');
  expect(await perform('end-role', role)).toBe('done');
  await world.later(NEAR_HALF_A_YEAR);
  expect(world.said(aisha)).not.toMatch(/there for others/);
  await world.later({ hours: 24 * 45 });
  expect(await sees(aisha)).toMatch(/there for others/);
});
