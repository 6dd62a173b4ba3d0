import { describe, expect, it } from 'vitest';
import { claimedRows, committedPage, rowsPage, testsOfRows } from './rows.ts';

const claimed = claimedRows();
const told = testsOfRows();

describe('the table of rows and tests', () => {
  it('is as the tests are now: otherwise run "npm run rows"', () => {
    expect(committedPage()).toBe(rowsPage(claimed, told));
  });

  it('claims nothing that no test shows', () => {
    expect([...claimed.keys()].filter((row) => !told.some(({ rows }) => rows.includes(row)))).toEqual([]);
  });

  it('has words for every row that a test names', () => {
    expect(told.flatMap(({ rows }) => rows).filter((row) => !claimed.has(row))).toEqual([]);
  });

  it('has looked at tests of scenarios and of parts', () => {
    const folders = new Set(told.map(({ file }) => file.split('/')[1]));
    expect([...folders]).toEqual(expect.arrayContaining(['scenarios', 'meetings', 'people']));
    expect(told.length).toBeGreaterThan(100);
  });
});
