import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../core/people/person.ts';
import { madeDraft } from '../support/drafting.ts';
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
  [ruth, ben] = [await person('Ruth'), await person('Ben')];
  [aisha, ada] = [await person('Aisha'), await person('Ada')];
  await waits('mentor', ruth, BOTH, false);
  await waits('mentor', ben, { 'lives-with': ['stroke'] }, false);
  await waits('mentee', aisha, BOTH, false);
  await waits('mentee', ada, DEMENTIA, false);
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function drafted() {
  expect(await madeDraft(world)).toBe('ready');
  return await world.core.read.matches.inState(world.programmeId, ['drafted']);
}

async function agrees(who: Writer | undefined): Promise<void> {
  await world.rows(`UPDATE enquiry SET "outlineAgreedAt" = now() WHERE "personId" = '${who?.id}'`);
}

describe('a draft is sent', () => {
  it('when whoever is to hear of it is awake', async () => {
    const ofAda = (await drafted()).find(({ menteeId }) => menteeId === ada?.id);
    for (const who of [ruth, ben]) await agrees(who);
    await world.rows(`UPDATE person SET "quietFrom" = '00:00', "quietTo" = '23:59'`);
    expect(await perform('offer-drafted', { matchId: ofAda?.id })).toBe('done');
    expect(await perform('offer-draft', { programmeId: world.programmeId })).toBe('done');
    for (const who of [aisha, ada]) expect(world.messages(who as Writer)).toEqual([]);
  });

  it('and changed by another coordinator where it is about one of them', async () => {
    const [first, second] = await drafted();
    const { programmeId, store } = world;
    const mentor = await store.read.people.person(first?.mentorId ?? '');
    if (mentor === undefined || second === undefined) throw new Error('Nobody is there');
    for (const who of [ruth, ben]) await agrees(who);
    const row = { id: randomUUID(), personId: mentor.id, programmeId, version: 1, role: 'coordinator' };
    await world.commit({
      saves: [{ table: 'role', row: Role.parse({ ...row, since: world.clock.now(), endedAt: null }) }],
    });
    const theirs = async (command: string, args: object) => {
      const did = await world.core.perform({ command, args, by: { is: 'at-desk', person: mentor } });
      return did.did === 'refused' ? did.refusal.refused : did.did;
    };
    const own = 'match.your-own';
    const { menteeId } = second;
    const [matchId, mentorId] = [first?.id, mentor.id];
    expect(await theirs('offer-drafted', { matchId })).toBe(own);
    expect(await theirs('swap-drafted', { matchId, mentorId: second.mentorId })).toBe(own);
    expect(await theirs('swap-drafted', { matchId: second.id, mentorId })).toBe(own);
    expect(await theirs('add-drafted', { programmeId, menteeId, mentorId })).toBe(own);
    expect(await theirs('take-out-drafted', { matchId })).toBe(own);
    expect(await theirs('offer-draft', { programmeId })).toBe('done');
    expect((await world.core.read.matches.inState(programmeId, ['drafted'])).map(({ id }) => id)).toEqual([
      matchId,
    ]);
    expect(await theirs('offer-draft', { programmeId })).toBe(own);
  });
});
