import { expect, it } from 'vitest';
import { z } from 'zod';
import { loggable } from '../../core/kernel/fault.ts';

const CANARY = 'words that somebody wrote';

it('says of a fault of our own what it says', () => {
  expect(loggable(new Error('There is no screen "moon"'))).toBe('There is no screen "moon"');
});

it.each([
  ['a checker', () => z.object({ [CANARY]: z.string() }).parse({})],
  ['a parser', () => JSON.parse(CANARY)],
  [
    'a database',
    () => Promise.reject(Object.assign(new RangeError(CANARY), { code: '23514', detail: CANARY })),
  ],
  ['something that is no error', () => Promise.reject(CANARY)],
])('says of a fault of %s its kind, never what it quotes', async (_what, fails) => {
  const said = await Promise.resolve()
    .then(fails)
    .then(
      () => 'it did not fail',
      (fault: unknown) => loggable(fault),
    );
  expect(said).toMatch(/^(ZodError|SyntaxError|RangeError 23514|fault)$/);
});
