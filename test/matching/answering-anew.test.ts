import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPaperWorld, type PaperWorld } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;

let world: PaperWorld;
beforeEach(async () => {
  world = await openPaperWorld();
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const { person, waits, states } = finders(() => world);

it('whoever answers anew and is not in its remit any more leaves nobody asked on their behalf (MAT-07)', async () => {
  const when = { fact: 'answer.age', operator: 'equal', value: 'forties' };
  const document = aMatching({ sites: [{ code: 'main', name: 'Here', takes: { mentee: when } }] });
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document }, by });
  const [ruth, aisha] = [await person('Ruth'), await person('Aisha')];
  await waits('mentor', ruth);
  await waits('mentee', aisha);
  expect(await states()).toEqual(['offered']);
  const { people } = world.core.read;
  const [who, account] = [await people.person(aisha.id), await people.account(aisha.accountId)];
  if (who === undefined || account === undefined) throw new Error('Aisha is gone');
  const answers = { 'lives-with': 'dementia', age: 'sixties' };
  const args = { programmeId: world.programmeId, as: 'mentee', answers, keep: 1 };
  await world.core.perform({ command: 'finish-intake', args, by: { is: 'person', person: who, account } });
  await world.core.settle();
  const [way] = await world.rows(`SELECT state FROM enquiry WHERE "personId" = '${aisha.id}'`);
  expect(way).toEqual({ state: 'elsewhere' });
  expect(await states()).toEqual(['withdrawn']);
});
