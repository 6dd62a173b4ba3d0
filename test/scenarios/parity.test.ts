import { describe, expect, it } from 'vitest';
import { APP_PAIRS } from '../support/apps/app.ts';
import {
  committedParity,
  gaps,
  type Journey,
  journeys,
  journeysIn,
  notRun,
  parityPage,
  words,
} from './parity.ts';

const all = journeys();
const told = words();

describe('the table of journeys and apps', () => {
  it('is as the tests are now: otherwise run "npm run parity"', () => {
    expect(committedParity()).toBe(parityPage(all, told));
  });

  it('has a test or a reason in every cell, and no reason too many', () => {
    expect(gaps(all, told)).toEqual([]);
  });

  it('stands for journeys that are run', () => {
    expect(notRun()).toEqual([]);
  });

  it('has each journey once, many of them, and the pairs', () => {
    const titles = all.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.length).toBeGreaterThan(40);
    expect(all.some(({ inPairs }) => inPairs)).toBe(true);
    expect(new Set(APP_PAIRS.map(({ mentee, mentor }) => `${mentee} ${mentor}`)).size).toBe(9);
  });
});

describe('what the table is made of', () => {
  const inTwo: Journey = { file: 'a', chapter: 'b', title: 'c', apps: ['discord', 'slack'], inPairs: false };

  it('shows a cell without a test or a reason', () => {
    expect(gaps([inTwo], { reasons: {}, notes: {} })).toEqual(['c: telegram']);
    expect(
      gaps([inTwo], { reasons: { c: { telegram: 'because there is no such thing' } }, notes: {} }),
    ).toEqual([]);
  });

  it('shows a reason or a note that nobody needs', () => {
    const reasons = { c: { telegram: 'because there is none', slack: 'because nobody asked' } };
    expect(gaps([inTwo], { reasons, notes: { x: 'a note' } })).toHaveLength(2);
  });

  it('takes a test for walked in the apps that its chapter names, and none that is passed over', () => {
    const [journey] = journeysIn(
      'a',
      "describe.each(['slack'] as const)('b, with %s', () => { it('c', () => {}); });",
    );
    expect(journey).toMatchObject({ title: 'c', apps: ['slack'] });
    expect(() => journeysIn('a', "describe.each(APPS)('b', () => { it.skip('c', () => {}); });")).toThrow(
      /it\.skip/,
    );
  });
});
