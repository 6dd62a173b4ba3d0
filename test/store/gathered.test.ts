import { expect, test } from 'vitest';
import { gathered } from '../../core/store/gathered.ts';

/** Writes down what it was given together; the first is held until told to go on. */
function stage(refused: readonly string[] = []) {
  const written: (readonly string[])[] = [];
  const held = Promise.withResolvers<void>();
  const write = gathered(async (some: readonly string[]) => {
    if (some.some((each) => refused.includes(each))) throw new Error('refused');
    written.push(some);
    if (written.length === 1) await held.promise;
  });
  return { written, write, goOn: held.resolve };
}

test('what comes at once is written together, and what comes meanwhile together after it', async () => {
  const { written, write, goOn } = stage();
  const first = [write('a'), write('b')];
  await expect.poll(() => written.length).toBe(1);
  const after = [write('c'), write('d')];
  expect(written).toEqual([['a', 'b']]);
  goOn();
  await Promise.all([...first, ...after]);
  expect(written).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  await write('e');
  expect(written.at(-1)).toEqual(['e']);
});

test('nothing counts as written before it is', async () => {
  const { written, write, goOn } = stage();
  let isWritten = false;
  const first = write('a').then(() => {
    isWritten = true;
  });
  await expect.poll(() => written.length).toBe(1);
  expect(isWritten).toBe(false);
  goOn();
  await first;
  expect(isWritten).toBe(true);
});

test('what cannot be written fails alone', async () => {
  const { written, write, goOn } = stage(['bad']);
  goOn();
  const results = await Promise.allSettled(['a', 'bad', 'b'].map(write));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(written).toEqual([['a'], ['b']]);
  await write('c');
  expect(written.at(-1)).toEqual(['c']);
});
