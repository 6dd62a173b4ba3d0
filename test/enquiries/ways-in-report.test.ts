import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_SHOWN, withoutSmall } from '../../core/kernel/small-numbers.ts';

const counts = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 12 });

describe('numbers in a report', () => {
  it('are never between one and four', () => {
    fc.assert(
      fc.property(counts, (given) => {
        for (const shown of withoutSmall(given))
          expect(shown === null || shown === 0 || shown >= LEAST_SHOWN).toBe(true);
      }),
    );
  });

  it('never leave out one alone, which a sum would give away, unless there is nothing else', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const left = withoutSmall(given).filter((shown) => shown === null).length;
        const some = given.filter((count) => count > 0).length;
        expect(left !== 1 || some === 1).toBe(true);
      }),
    );
  });

  it('are as they are where none is small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: LEAST_SHOWN, max: 99 })), (given) => {
        expect(withoutSmall(given)).toEqual(given);
      }),
    );
  });
});
