import { expect, it } from 'vitest';
import { loadPool } from '../../core/matching/may-be-offered.ts';
import { heldBack } from '../../core/training/held-back.ts';
import { openPaperWorld } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders, LIVED } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;

it('who could be a mentor is read once, also where a gate asks for their answers', async () => {
  const world = await openPaperWorld();
  const { person, waits } = finders(() => world);
  const when = { fact: 'answer.age', operator: 'equal', value: 'forties' };
  const gates = [{ code: 'age', name: 'Old enough', for: 'mentor', when, says: 'Later.' }];
  const document = aMatching({ gates });
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document }, by });
  const [ruth, ben] = [await person('Ruth'), await person('Ben')];
  await waits('mentor', ruth, LIVED);
  await waits('mentor', ben, { ...LIVED, age: 'twenties' });
  const programme = await world.core.read.programmes.programme(world.programmeId);
  if (programme === undefined) throw new Error('There is no programme');
  const { read } = world.store;
  let again = 0;
  const { ofMany } = read.enquiries;
  read.enquiries.ofMany = async (...args) => {
    again += 1;
    return await ofMany(...args);
  };
  const { mentors } = await loadPool(read, programme);
  expect(again).toBe(0);
  const gate = ({ id }: { readonly id: string }) => {
    const standing = mentors.find((each) => each.id === id)?.standing;
    return standing === undefined ? 'nothing asked' : heldBack(standing, 'mentor', world.clock.now());
  };
  expect([gate(ruth), gate(ben)]).toEqual([undefined, { training: [], gates: ['Old enough'] }]);
  expect(world.faults).toEqual([]);
  await world.close();
});
