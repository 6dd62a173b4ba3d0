import { afterEach, expect, it } from 'vitest';
import { openPaperWorld, type PaperWorld } from '../support/paper-world.ts';

const by = { is: 'coordinator', name: 'test' } as const;

let world: PaperWorld;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function does(command: string, args: object): Promise<void> {
  const done = await world.core.perform({ command, args, by });
  expect([command, done.did]).toEqual([command, 'done']);
  await world.core.settle();
}

for (const before of [false, true])
  it(`a volunteer who begins with somebody is a mentor${before ? ' again' : ''} (ELG-01)`, async () => {
    world = await openPaperWorld();
    const { programmeId } = world;
    const ruth = await world.person('Ruth', { adult: true });
    const aisha = await world.person('Aisha', { adult: true });
    const of = { personId: ruth.id, programmeId };
    if (before) {
      await does('give-role', { ...of, role: 'mentor' });
      await does('end-role', { ...of, role: 'mentor' });
    }
    await does('give-role', { ...of, role: 'volunteer' });
    await does('give-role', { personId: aisha.id, programmeId, role: 'mentee' });
    await world.rows(`UPDATE role SET capacity = 3 WHERE role = 'volunteer'`);
    await does('make-pair', { programmeId, mentorId: ruth.id, menteeId: aisha.id });
    const held = await world.rows(
      `SELECT role, capacity FROM role WHERE "personId" = '${ruth.id}' AND "endedAt" IS NULL`,
    );
    expect(held).toEqual([{ role: 'mentor', capacity: 3 }]);
  });
