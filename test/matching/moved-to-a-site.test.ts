import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;
const SITES = [
  { code: 'main', name: 'Main' },
  { code: 'far', name: 'Far' },
];

let world: PaperWorld;
let [ruth, aisha]: Writer[] = [];
const { person, waits, sees, perform, states } = finders(() => world);

beforeEach(async () => {
  world = await openPaperWorld();
  await world.core.perform({
    command: 'load-programme',
    args: { slug: 'test', document: aMatching({ sites: SITES }) },
    by,
  });
  [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
  await waits('mentor', ruth);
  await waits('mentee', aisha);
  await sees(aisha);
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function moved(who: Writer, role: string, site: string): Promise<string> {
  return await perform('give-role', { personId: who.id, programmeId: world.programmeId, role, site });
}

describe.each(['mentee', 'mentor'])('when a %s is moved to another site (ELG-03)', (role) => {
  const who = (): Writer => (role === 'mentee' ? aisha : ruth) as Writer;

  it('what was asked across the two ends, and both are told kindly', async () => {
    await world.press(aisha as Writer, 'Ask Ruth');
    await sees(ruth as Writer);
    expect(await moved(who(), role, 'far')).toBe('done');
    expect(await states()).toEqual(['withdrawn']);
    expect(await sees(aisha as Writer)).toMatch(/not free just now/);
    expect(await sees(ruth as Writer)).toMatch(/no longer needed/);
    expect(
      await world.rows(`SELECT id FROM task WHERE kind = 'match-to-confirm' AND "doneAt" IS NULL`),
    ).toEqual([]);
  });

  it('whoever was on a list is off it with no word of it, and those of the new site come up', async () => {
    const [ben, ada] = [await person('Ben'), await person('Ada')];
    await waits('mentor', ben);
    await waits('mentee', ada);
    await world.rows(`UPDATE enquiry SET site = 'far' WHERE "personId" IN ('${ben.id}', '${ada.id}')`);
    await world.rows(`DELETE FROM match WHERE "mentorId" = '${ben.id}' OR "menteeId" = '${ada.id}'`);
    // The role was for that site already: only where they came in is still the other one.
    await world.rows(`UPDATE role SET site = 'far' WHERE "personId" = '${who().id}'`);
    expect(await moved(who(), role, 'far')).toBe('done');
    for (const each of [aisha, ruth] as Writer[])
      expect(world.said(each)).not.toMatch(/not free just now|no longer needed/);
    const open = await world.rows(`SELECT "menteeId", "mentorId" FROM match WHERE state = 'offered'`);
    const two = role === 'mentee' ? [aisha?.id, ben.id] : [ada.id, ruth?.id];
    expect(open).toContainEqual({ menteeId: two[0], mentorId: two[1] });
    expect(open).not.toContainEqual({ menteeId: aisha?.id, mentorId: ruth?.id });
  });
});
