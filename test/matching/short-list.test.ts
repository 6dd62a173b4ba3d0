import { afterEach, describe, expect, it } from 'vitest';
import { madeDraft } from '../support/drafting.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;
const BOTH = { 'lives-with': ['dementia', 'stroke'], likes: ['walks'] };
const ONE = { 'lives-with': ['dementia', 'stroke'] };

let world: PaperWorld;
const { person, waits, sees, perform, states } = finders(() => world);

async function open(shortList: number): Promise<void> {
  world = await openPaperWorld();
  await world.core.perform({
    command: 'load-programme',
    args: { slug: 'test', document: aMatching({ matching: { ...plan(), shortList } }) },
    by,
  });
}

function plan(): object {
  const { matching } = aMatching();
  return typeof matching === 'object' && matching !== null ? matching : {};
}

afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** The first names of those who are on somebody's list now. */
async function listOf({ id }: Writer): Promise<string[]> {
  const rows = await world.rows(
    `SELECT p.name FROM match m JOIN person p ON p.id = m."mentorId"
      WHERE m."menteeId" = '${id}' AND m.state = 'offered' ORDER BY p.name`,
  );
  return rows.map(({ name }) => String(name));
}

describe('a short list (MAT-06)', () => {
  it('keeps whoever a coordinator put on it, also beside somebody who suits better', async () => {
    await open(1);
    const [ruth, ben, aisha] = [await person('Ruth'), await person('Ben'), await person('Aisha')];
    await waits('mentor', ben, ONE, false);
    await waits('mentee', aisha, BOTH);
    expect(await madeDraft(world)).toBe('ready');
    await world.rows(`UPDATE enquiry SET "outlineAgreedAt" = now() WHERE "personId" = '${ben.id}'`);
    const [drafted] = await world.core.read.matches.inState(world.programmeId, ['drafted']);
    expect(await perform('offer-drafted', { matchId: drafted?.id })).toBe('done');
    // She suits better, and there is room for one.
    await waits('mentor', ruth, BOTH);
    expect(await listOf(aisha)).toEqual(['Ben']);
    await sees(aisha);
    await world.core.perform({
      command: 'offer-to-waiting',
      args: { programmeId: world.programmeId },
      by: { is: 'clock' },
    });
    expect(await listOf(aisha)).toEqual(['Ben']);
    expect(await seesAgain(aisha)).toMatch(/Ben says/);
    expect(await listOf(aisha)).toEqual(['Ben']);
  });

  it('has others on it as often as there are others, never more at a time than the programme shows', async () => {
    await open(2);
    const aisha = await person('Aisha');
    for (const name of ['Ann', 'Bob', 'Cat', 'Dan', 'Eve']) await waits('mentor', await person(name), BOTH);
    await waits('mentee', aisha, BOTH);
    await sees(aisha);
    const seen: string[] = [];
    for (let list = 0; list < 3; list += 1) {
      const now = await listOf(aisha);
      expect(now.length).toBeLessThanOrEqual(2);
      seen.push(...now);
      await world.press(aisha, 'Show me others');
    }
    expect(seen.toSorted()).toEqual(['Ann', 'Bob', 'Cat', 'Dan', 'Eve']);
    // Nobody is left: who is on it stays, and the first ones come again as there is room.
    expect(world.last(aisha)).toMatch(/nobody else here who truly fits/);
    expect(await listOf(aisha)).toHaveLength(1);
    await world.press(aisha, 'Show me the first ones again');
    expect(await listOf(aisha)).toHaveLength(2);
    expect((await states()).filter((state) => state === 'passed')).toHaveLength(3);
  });
});

async function seesAgain(who: Writer): Promise<string> {
  await world.core.perform({
    command: 'show-any-time',
    args: { screen: 'way-in', args: {} },
    by: await personBy(who),
  });
  await world.core.settle();
  await world.press(who, 'See who may suit me');
  return world.last(who);
}

async function personBy(who: Writer) {
  const { read } = world.core;
  const [them, account] = [await read.people.person(who.id), await read.people.account(who.accountId)];
  if (them === undefined || account === undefined) throw new Error('Nobody is there');
  return { is: 'person', person: them, account } as const;
}
