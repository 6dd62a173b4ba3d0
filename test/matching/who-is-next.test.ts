import { afterEach, beforeEach, expect, it } from 'vitest';
import { tidyMatches } from '../../core/matching/tidy-matches.ts';
import type { Reader } from '../../core/store/reader.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { aMatching } from '../support/waiting.ts';
import { finders, LIVED } from './finders.ts';

const by = { is: 'coordinator', name: 'test' } as const;

let world: PaperWorld;
let ruth: Writer;
let ben: Writer;
let aisha: Writer;
const { person, waits, sees, states } = finders(() => world);

beforeEach(async () => {
  world = await openPaperWorld();
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document: aMatching() }, by });
  [ruth, ben, aisha] = [await person('Ruth'), await person('Ben'), await person('Aisha')];
  await waits('mentor', ruth);
  await waits('mentor', ben, { ...LIVED, likes: ['music'] });
  await waits('mentee', aisha);
  await sees(aisha);
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

it('"not with this person" brings up who else there is, also beyond the list', async () => {
  const document = aMatching({ matching: { factors: [], shortList: 1 } });
  await world.core.perform({ command: 'load-programme', args: { slug: 'test', document }, by });
  await world.press(aisha, 'Ask Ruth');
  await sees(ruth);
  await world.press(ruth, 'Not just now');
  const eve = await person('Eve');
  await waits('mentor', eve, { 'lives-with': ['dementia'] });
  await world.rows(`UPDATE match SET state = 'withdrawn' WHERE "mentorId" = '${eve.id}'`);
  await sees(aisha);
  await world.press(aisha, 'See who may suit me');
  await world.press(aisha, 'Not with Ben');
  expect(world.last(aisha)).toMatch(/Eve says/);
  await world.press(aisha, 'Not with Eve');
  expect(world.last(aisha)).toMatch(/nobody else here who truly fits/);
});

it('somebody who takes a break is told of nobody new until she is back', async () => {
  await world.rows(`DELETE FROM match`);
  await world.write(aisha, 'pause');
  await world.press(aisha, 'A week');
  const before = world.messages(aisha).length;
  const eve = await person('Eve');
  await waits('mentor', eve);
  await world.later({ hours: 30 });
  expect(world.messages(aisha)).toHaveLength(before);
  expect(await states()).toEqual([]);
});

/** The same reads, each counted. */
function counted(read: Reader): { readonly read: Reader; count(): number } {
  let count = 0;
  const around = (own: object): object =>
    new Proxy(own, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value === 'object' && value !== null) return around(value);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          count += 1;
          return value.apply(target, args);
        };
      },
    });
  return { read: around(read) as Reader, count: () => count };
}

it('a mentor who leaves costs as many reads for three who could choose them as for one', async () => {
  const reads = async (): Promise<number> => {
    const { read, count } = counted(world.store.read);
    const found = await tidyMatches.load(read, { personId: ruth.id }, { is: 'clock' });
    expect(found[0]?.own.length).toBeGreaterThan(0);
    return count();
  };
  const one = await reads();
  for (const name of ['Ada', 'Eve']) await waits('mentee', await person(name));
  expect(await states()).toHaveLength(6);
  expect(await reads()).toBe(one);
});
