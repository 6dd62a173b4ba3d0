import { describe, expect, it } from 'vitest';
import { committedPage, doubts, type Item, items, page, share } from './generate-asvs.ts';

/** How many requirements of level 1 and 2 each chapter of the standard has, counted in its own list of 5.0.0. */
const COUNTED = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

describe('the list of ASVS 5.0 level 2', () => {
  it('has every requirement of level 1 and 2, once', () => {
    const perChapter = COUNTED.map(
      (_count, index) => items.filter(({ id }) => id.startsWith(`${index + 1}.`)).length,
    );
    expect(perChapter).toEqual(COUNTED);
    expect(new Set(items.map(({ id }) => id)).size).toBe(253);
    expect(items.filter(({ level }) => level === 1)).toHaveLength(70);
  });

  it('names tests and files that are there, and a reason wherever no test shows it', () => {
    expect(doubts()).toEqual([]);
  });

  it('would be seen to name what is not there, or nothing', () => {
    const item: Item = {
      id: '1.1.1',
      level: 1,
      about: 'something',
      status: 'test',
      shown: ['test/gone.test.ts'],
    };
    expect(doubts([item])).toEqual(['1.1.1: test/gone.test.ts is not there', '1.1.1: names no test']);
    expect(doubts([{ ...item, status: 'not-yet', shown: [] }])).toEqual(['1.1.1: gives no reason']);
  });

  it('is printed in docs/asvs.md: otherwise run "npm run asvs"', () => {
    expect(committedPage()).toBe(page());
  });

  it('has a test for most of what applies', () => {
    const { applies, tested, percent } = share();
    console.info(
      `ASVS 5.0 level 2: ${tested} of ${applies} that apply have an automated test (${percent} %)`,
    );
    expect(tested / applies).toBeGreaterThan(0.65);
  });
});
