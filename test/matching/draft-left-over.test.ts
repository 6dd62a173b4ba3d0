import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askedDraft, madeDraft } from '../support/drafting.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;
const [DEMENTIA, STROKE] = [{ 'lives-with': ['dementia'] }, { 'lives-with': ['stroke'] }];
const LEFT_OVER =
  /looked at everybody who waits, all together\. There is nobody yet who fits you and is free/;

let world: PaperWorld;
let [ruth, aisha, ada, eve]: Writer[] = [];
const { person, waits, perform } = finders(() => world);

beforeEach(async () => {
  world = await openPaperWorld();
  // A mentor has to know the same, so that nobody else fits.
  const document = aMatching();
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document }, by });
  [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
  [ada, eve] = [await person('Ada'), await person('Eve')];
  await waits('mentor', ruth, DEMENTIA, false);
  for (const who of [aisha, ada, eve]) await waits('mentee', who, who === aisha ? DEMENTIA : STROKE, false);
  await world.later({ hours: 1 });
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const send = () => perform('offer-draft', { programmeId: world.programmeId });
const agrees = () =>
  world.rows(`UPDATE enquiry SET "outlineAgreedAt" = now() WHERE "personId" = '${ruth?.id}'`);
const told = (who: Writer | undefined): string[] =>
  world
    .said(who as Writer)
    .split('\n')
    .filter((line) => LEFT_OVER.test(line));
const all = () => [aisha, ada, eve].map((who) => told(who).length);

/** Nobody has asked that what is new be covered first. */
const uncovered = () => world.rows(`UPDATE person SET settings = settings || '{"discreet": false}'`);

async function drafted() {
  await uncovered();
  expect(await madeDraft(world)).toBe('ready');
  await agrees();
}

describe('whom a draft that is sent leaves over', () => {
  it('is told so once, with why, what happens next, and never a place in a queue (MAT-10)', async () => {
    await drafted();
    expect(all()).toEqual([0, 0, 0]);
    expect(await send()).toBe('done');
    expect(all()).toEqual([0, 1, 1]);
    const said = world.last(ada as Writer);
    expect(said).toMatch(/nothing that you did[\s\S]*Next: as soon as somebody fits, you hear from me/);
    expect(said).not.toMatch(/[0-9]|queue|place in|Aisha|Ruth|draft/i);
    // Sent once more for somebody put in by hand: nobody is told twice of the same draft.
    const ben = await person('Ben');
    await waits('mentor', ben, DEMENTIA, false);
    const two = { programmeId: world.programmeId, menteeId: eve?.id, mentorId: ben.id };
    expect(await perform('add-drafted', two)).toBe('done');
    await world.rows(`UPDATE enquiry SET "outlineAgreedAt" = now() WHERE "personId" = '${ben.id}'`);
    expect(await send()).toBe('done');
    expect(all()).toEqual([0, 1, 1]);
    // The next word comes a whole rhythm after this one.
    const [{ due } = {}] = await world.rows(
      `SELECT count(*)::int AS due FROM due d JOIN enquiry e ON d.subject = 'wait-news:' || e.id
       WHERE e."personId" = '${ada?.id}' AND d."dueAt" > '${world.clock.now().add({ hours: 24 * 6 })}'`,
    );
    expect(due).toBe(1);
  });

  it('is woken by nobody for it, and told when they are awake', async () => {
    await drafted();
    const night = { hours: 1 };
    await world.rows(`UPDATE person SET "quietFrom" = '00:00', "quietTo" = '23:59' WHERE id = '${ada?.id}'`);
    await send();
    await world.later(night);
    expect(all()).toEqual([0, 0, 1]);
  });

  it('hears nothing on a break, after choosing real news alone, or with somebody to choose from or to wait for', async () => {
    const kim = await person('Kim');
    await waits('mentee', kim, STROKE, false);
    await drafted();
    await world.rows(`UPDATE person SET paused = true WHERE id = '${ada?.id}'`);
    await world.rows(`UPDATE enquiry SET "newsDays" = 0 WHERE "personId" = '${eve?.id}'`);
    const match = `SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'menteeId', '${kim.id}',
      'state', 'asked', 'askedAt', now(), 'draftId', NULL))).* FROM match m LIMIT 1`;
    await world.rows(`INSERT INTO match ${match}`);
    await world.rows(`UPDATE role SET capacity = 3 WHERE "personId" = '${ruth?.id}'`);
    expect(await send()).toBe('done');
    expect([...all(), told(kim).length]).toEqual([0, 0, 0, 0]);
    const list = `UPDATE match SET state = 'offered', "askedAt" = NULL WHERE "menteeId" = '${kim.id}'`;
    await world.rows(list);
    const two = { programmeId: world.programmeId, menteeId: eve?.id, mentorId: ruth?.id };
    expect(await perform('add-drafted', two)).toBe('done');
    expect(await send()).toBe('done');
    expect([...all(), told(kim).length]).toEqual([0, 0, 0, 0]);
  });

  it('is left alone who came when it was made already, or had word of it since; the next draft tells anew', async () => {
    await madeDraft(world);
    const kim = await person('Kim');
    await uncovered();
    await world.later({ minutes: 1 });
    await waits('mentee', kim, STROKE, false);
    await world.rows(`UPDATE enquiry SET "newsAt" = '${world.clock.now()}' WHERE "personId" = '${eve?.id}'`);
    await agrees();
    expect(await send()).toBe('done');
    expect([...all(), told(kim).length]).toEqual([0, 1, 0, 0]);
    await world.later({ hours: 1 });
    // Nobody else has her on their list.
    await world.rows(`UPDATE enquiry SET "outlineAgreedAt" = NULL WHERE "personId" = '${ruth?.id}'`);
    const ben = await person('Ben');
    await waits('mentor', ben, STROKE, false);
    expect(await madeDraft(world)).toBe('ready');
    const found = await world.core.read.matches.inState(world.programmeId, ['drafted']);
    const match = found.find(({ mentorId }) => mentorId === ben.id);
    const has = (who: Writer | undefined): boolean => who?.id === match?.menteeId;
    await world.rows(`UPDATE enquiry SET "outlineAgreedAt" = now() WHERE "personId" = '${ben.id}'`);
    expect(await send()).toBe('done');
    // One of them has Ben now. The others are told of this draft.
    const now = [ada, eve, kim].map((who) => told(who).length);
    expect(now).toEqual([has(ada) ? 1 : 2, has(eve) ? 0 : 1, has(kim) ? 0 : 1]);
  });

  it('hears nothing of a draft that nobody sent, or while a new one is worked out', async () => {
    await drafted();
    await world.later({ hours: 24 });
    expect(all()).toEqual([0, 0, 0]);
    await askedDraft(world);
    expect(await send()).toBe('draft.being-made');
    expect(all()).toEqual([0, 0, 0]);
  });

  it('is each of many, page by page', async () => {
    for (let each = 0; each < 60; each += 1)
      await waits('mentee', await person(`Kim ${each}`), STROKE, false);
    await world.later({ hours: 1 });
    await drafted();
    await send();
    const [{ n } = {}] = await world.rows(`SELECT count(*)::int AS n FROM journal WHERE event = 'wait.told'`);
    expect(n).toBe(62);
  }, 30_000);
});
