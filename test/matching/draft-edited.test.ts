import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftFor } from '../../core/matching/draft-cohort.ts';
import { askedDraft, madeDraft } from '../support/drafting.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;
const [DEMENTIA, BOTH] = [{ 'lives-with': ['dementia'] }, { 'lives-with': ['dementia', 'stroke'] }];

let world: PaperWorld;
let [ruth, ben, aisha, ada]: Writer[] = [];
const { person, waits, perform } = finders(() => world);

beforeEach(async () => {
  world = await openPaperWorld();
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document: aMatching() }, by });
  [ruth, ben, aisha, ada] = [
    await person('Ruth'),
    await person('Ben'),
    await person('Aisha'),
    await person('Ada'),
  ];
  // Nobody agreed to be shown: a coordinator speaks for them.
  await waits('mentor', ruth, BOTH, false);
  await waits('mentor', ben, { 'lives-with': ['stroke'] }, false);
  // She waited longest and could have either; the other one has only one who shares what she lives with.
  await waits('mentee', aisha, BOTH, false);
  await world.later({ hours: 1 });
  await waits('mentee', ada, DEMENTIA, false);
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function drafted(seed = '1') {
  const { programmeId } = world;
  expect(await madeDraft(world, seed)).toBe('ready');
  return await world.core.read.matches.inState(programmeId, ['drafted']);
}

async function agrees(who: Writer | undefined): Promise<void> {
  await world.rows(`UPDATE enquiry SET "outlineAgreedAt" = now() WHERE "personId" = '${who?.id}'`);
}

async function byClock(command: string, args: object): Promise<string> {
  return (await world.core.perform({ command, args, by: { is: 'clock' } })).did;
}

it('brings everybody together at once, next to who picks first, and nobody hears (MAT-01, MAT-15)', async () => {
  const steps: string[] = [];
  expect(await madeDraft(world, '1', { onProgress: ({ at }) => steps.push(at) })).toBe('ready');
  expect(steps).toEqual(expect.arrayContaining(['scores', 'places']));
  const draft = await world.core.read.matches.draftOf(world.programmeId);
  expect(draft?.summary).toMatchObject({ pairs: 2, total: 15, greedyPairs: 2, greedyTotal: 10, another: 2 });
  const found = await drafted();
  expect(found).toHaveLength(2);
  for (const { score, reasons } of found)
    expect(reasons.factors.reduce((sum, { points }) => sum + points, 0)).toBe(score);
  for (const who of [ruth, ben, aisha, ada]) expect(world.messages(who as Writer)).toEqual([]);
  const again = (await drafted()).map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`);
  expect(again.toSorted()).toEqual(
    found.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`).toSorted(),
  );
});

it('is a coordinator’s to change: drop one, swap one, offer one, confirm one', async () => {
  const found = await drafted();
  const [first, second] = [
    found.find(({ menteeId }) => menteeId === aisha?.id),
    found.find(({ menteeId }) => menteeId === ada?.id),
  ];
  expect([first?.mentorId, second?.mentorId]).toEqual([ben?.id, ruth?.id]);
  expect(await perform('set-match-aside', { matchId: second?.id })).toBe('done');
  expect(await perform('swap-drafted', { matchId: first?.id, mentorId: ruth?.id })).toBe('done');
  const [swapped] = await world.core.read.matches.inState(world.programmeId, ['drafted']);
  expect([swapped?.menteeId, swapped?.mentorId, swapped?.score]).toEqual([aisha?.id, ruth?.id, 10]);
  expect(await perform('confirm-match', { matchId: swapped?.id })).toBe('done');
  expect(await world.rows('SELECT "mentorId" FROM pair')).toEqual([{ mentorId: ruth?.id }]);
  // Whom a coordinator decided against is not drafted again.
  const left = await drafted();
  expect(left.map(({ menteeId, mentorId }) => [menteeId, mentorId])).toEqual([[ada?.id, ben?.id]]);
  // Who did not agree to be read about is on nobody's list: that would be an empty one.
  expect(await perform('offer-drafted', { matchId: left[0]?.id })).toBe('match.not-agreed');
  await agrees(ben);
  expect(await perform('offer-drafted', { matchId: left[0]?.id })).toBe('done');
  expect(await world.rows(`SELECT state FROM match WHERE id = '${left[0]?.id}'`)).toEqual([
    { state: 'offered' },
  ]);
});

it('puts nobody together who is never to be (MAT-19)', async () => {
  const two = { programmeId: world.programmeId, menteeId: aisha?.id, mentorId: ben?.id };
  expect(await perform('keep-apart', two)).toBe('done');
  const found = await drafted('another');
  const pairs = found.map(({ menteeId, mentorId }) => [menteeId, mentorId]);
  expect(new Map(pairs as [string, string][])).toEqual(
    new Map([
      [aisha?.id, ruth?.id],
      [ada?.id, ben?.id],
    ]),
  );
  const ofAisha = found.find(({ menteeId }) => menteeId === aisha?.id);
  expect(await perform('swap-drafted', { matchId: ofAisha?.id, mentorId: ben?.id })).toBe('match.blocked');
});

it('keeps where it differs from who picks first, until the next one, and nothing of whoever is erased', async () => {
  await drafted();
  const told = async () => {
    const draft = await world.core.read.matches.draftOf(world.programmeId);
    return await world.core.read.matches.differences(draft?.id ?? '');
  };
  const [ada1, aisha1] = [ada?.id, aisha?.id];
  expect((await told()).map(({ menteeId, hereId, thereId }) => [menteeId, hereId, thereId])).toEqual([
    [aisha1, ben?.id, ruth?.id],
    [ada1, ruth?.id, ben?.id],
  ]);
  expect(await perform('erase-person', { personId: ada1 })).toBe('done');
  expect((await told()).map(({ menteeId }) => menteeId)).toEqual([aisha1]);
  await drafted('another');
  expect(await told()).toEqual([]);
});

it('does not put two together again whom a coordinator decided against', async () => {
  const ofAda = (await drafted()).find(({ menteeId }) => menteeId === ada?.id);
  expect(ofAda?.mentorId).toBe(ruth?.id);
  expect(await perform('set-match-aside', { matchId: ofAda?.id })).toBe('done');
  const again = (await drafted()).find(({ menteeId }) => menteeId === ada?.id);
  expect(again?.mentorId).toBe(ben?.id);
});

describe('what cannot be is refused in a draft too, and nothing changes', () => {
  const pauses = (who: Writer | undefined, paused = true) =>
    world.rows(`UPDATE person SET paused = ${paused} WHERE id = '${who?.id}'`);
  const ofAisha = async () => {
    const found = (await drafted()).find(({ menteeId }) => menteeId === aisha?.id);
    return { matchId: found?.id, mentorId: found?.mentorId };
  };

  it('somebody on a break, who came in elsewhere, has no place left, is asking already, or is not there', async () => {
    for (const who of [ruth, ben]) await agrees(who);
    const { matchId } = await ofAisha();
    await pauses(ben);
    expect(await perform('offer-drafted', { matchId })).toBe('match.on-a-break');
    await pauses(ben, false);
    await pauses(aisha);
    expect(await perform('offer-drafted', { matchId })).toBe('match.on-a-break');
    await pauses(aisha, false);
    await world.rows(`UPDATE enquiry SET site = 'north' WHERE "personId" = '${ben?.id}'`);
    expect(await perform('offer-drafted', { matchId })).toBe('match.other-site');
    expect(await perform('swap-drafted', { matchId, mentorId: ruth?.id })).toBe('match.no-place');
    await world.rows(`UPDATE enquiry SET site = 'main' WHERE "personId" = '${ben?.id}'`);
    await world.rows(`UPDATE role SET capacity = 0 WHERE "personId" = '${ben?.id}'`);
    expect(await perform('offer-drafted', { matchId })).toBe('match.no-place');
    await world.rows(`UPDATE role SET capacity = NULL WHERE "personId" = '${ben?.id}'`);
    await world.rows(`UPDATE account SET reachable = false WHERE "personId" = '${ben?.id}'`);
    expect(await perform('offer-drafted', { matchId })).toBe('match.not-there');
    await world.rows(`UPDATE account SET reachable = true WHERE "personId" = '${ben?.id}'`);
    await world.rows(`UPDATE match SET state = 'asked', "askedAt" = now() WHERE "menteeId" = '${ada?.id}'`);
    const two = { programmeId: world.programmeId, menteeId: ada?.id, mentorId: ben?.id };
    expect(await perform('add-drafted', two)).toBe('match.asking');
    expect(await perform('offer-drafted', { matchId })).toBe('done');
    // It is on her list now, and no draft any more.
    expect(await perform('swap-drafted', { matchId, mentorId: ruth?.id })).toBe('match.not-open');
    expect(await perform('take-out-drafted', { matchId })).toBe('match.not-open');
  });

  it('two can be taken out, and put in again, or beside somebody else; neither hears', async () => {
    const { matchId, mentorId } = await ofAisha();
    const two = { programmeId: world.programmeId, menteeId: aisha?.id, mentorId };
    expect(await perform('add-drafted', { ...two, mentorId: ruth?.id })).toBe('match.drafted');
    expect(await perform('take-out-drafted', { matchId })).toBe('done');
    expect(await perform('take-out-drafted', { matchId })).toBe('done');
    expect(await perform('add-drafted', { ...two, mentorId: ruth?.id })).toBe('match.no-place');
    expect(await perform('add-drafted', two)).toBe('done');
    const again = await world.core.read.matches.inState(world.programmeId, ['drafted']);
    expect(again.map(({ menteeId }) => menteeId).sort()).toEqual([aisha?.id, ada?.id].sort());
    const draft = await world.core.read.matches.draftOf(world.programmeId);
    expect(new Set(again.map(({ draftId }) => draftId))).toEqual(new Set([draft?.id]));
    for (const who of [ruth, ben, aisha, ada]) expect(world.messages(who as Writer)).toEqual([]);
  });

  it('all of a draft are offered at once, save those who cannot be', async () => {
    await drafted();
    await agrees(ruth);
    expect(await perform('offer-draft', { programmeId: world.programmeId })).toBe('done');
    const rows = await world.rows(`SELECT state, "mentorId" FROM match ORDER BY state`);
    expect(rows).toEqual([
      { state: 'drafted', mentorId: ben?.id },
      { state: 'offered', mentorId: ruth?.id },
    ]);
    expect(world.messages(ada as Writer)).toHaveLength(1);
    expect(world.messages(aisha as Writer)).toEqual([]);
  });
});

it('leaves alone what became of people while it was worked out', async () => {
  const { programmeId } = world;
  const [first, second] = await drafted();
  const draftId = await askedDraft(world);
  expect(await byClock('begin-draft', { draftId })).toBe('done');
  const found = await draftFor(world.store.read, { programmeId, seed: '1', now: world.clock.now() });
  await world.rows(`UPDATE match SET state = 'asked', "askedAt" = now() WHERE id = '${first?.id}'`);
  await world.rows(`UPDATE match SET state = 'declined' WHERE id = '${second?.id}'`);
  expect(await byClock('save-draft', { draftId, run: 1, ...found })).toBe('done');
  const rows = await world.rows(`SELECT state FROM match ORDER BY state`);
  expect(rows).toEqual([{ state: 'asked' }, { state: 'declined' }]);
});

describe('whoever is not there any more when it is kept', () => {
  const keepsApart = async () => {
    const two = { programmeId: world.programmeId, menteeId: ada?.id, mentorId: ruth?.id };
    expect(await perform('keep-apart', two)).toBe('done');
  };
  const erased = async () => expect(await perform('erase-person', { personId: ada?.id })).toBe('done');
  const left = () => world.rows(`UPDATE enquiry SET state = 'withdrawn' WHERE "personId" = '${ada?.id}'`);
  const onABreak = () => world.rows(`UPDATE person SET paused = true WHERE id = '${ruth?.id}'`);

  it.each([
    ['was erased', 0, erased],
    ['left the way in', 0, left],
    ['has a mentor on a break', 1, onABreak],
    ['is kept apart', 1, keepsApart],
  ])('is in no pair of it, and all that is said of it adds up: %s', async (_, leftOver, becomes) => {
    const { programmeId } = world;
    const draftId = await askedDraft(world);
    expect(await byClock('begin-draft', { draftId })).toBe('done');
    const found = await draftFor(world.store.read, { programmeId, seed: '1', now: world.clock.now() });
    expect(found?.pairs.map(({ menteeId }) => menteeId)).toContain(ada?.id);
    await becomes();
    expect(await byClock('save-draft', { draftId, run: 1, ...found })).toBe('done');
    const kept = await world.core.read.matches.inState(programmeId, ['drafted']);
    expect(kept.map(({ menteeId }) => menteeId)).toEqual([aisha?.id]);
    const told = await world.core.read.matches.differences(draftId);
    const ofAda = told.find(({ menteeId }) => menteeId === ada?.id);
    // Whom she would have in the other draft is there still, unless she is not there herself.
    expect(ofAda?.thereId).toBe(leftOver === 0 ? undefined : ben?.id);
    expect(ofAda?.hereId ?? null).toBeNull();
    // What is said of it in sums is said of what was kept.
    const summary = (await world.core.read.matches.draft(draftId))?.summary;
    const points = kept.reduce((sum, { score }) => sum + score, 0);
    const gained = told.reduce((sum, { herePoints, therePoints }) => sum + herePoints - therePoints, 0);
    expect(summary).toMatchObject({ pairs: kept.length, total: points, leftOver });
    expect(gained).toBe(points - (summary?.greedyTotal ?? 0));
  });
});
