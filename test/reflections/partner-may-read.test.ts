import { describe, expect, it } from 'vitest';
import type { Reflection } from '../../core/reflections/reflection.ts';
import { partnerMayRead } from '../../core/reflections/reflection-readers.ts';
import { aPair, OTHER, PAIR, PERSON, START } from '../nudges/a-nudge.ts';

const shared: Reflection = {
  id: PAIR,
  version: 1,
  programmeId: null,
  personId: PERSON,
  meetingId: PAIR,
  pairId: PAIR,
  textSealed: 'v1.none',
  sharedWithPartner: true,
  sharedWithCoordinator: true,
  createdAt: START,
  changedAt: START,
};

describe('the other one of a pair may read an entry', () => {
  it('that is shared, while they are a pair, also when the pair takes a break', () => {
    expect(partnerMayRead(shared, aPair, OTHER)).toBe(true);
    expect(partnerMayRead(shared, { ...aPair, state: 'paused' }, OTHER)).toBe(true);
  });

  it.each([
    ['was taken back', { ...shared, sharedWithPartner: false }, aPair, OTHER],
    ['is of a pair that has ended', shared, { ...aPair, state: 'ended' }, OTHER],
    ['is shared with another pair', { ...shared, pairId: PERSON }, aPair, OTHER],
    ['is of a pair they are not in', shared, aPair, START.toString()],
    ['is of a pair that its writer is not in', { ...shared, personId: START.toString() }, aPair, OTHER],
    ['is of no pair', { ...shared, pairId: null }, undefined, OTHER],
  ] as const)('but none that %s', (_what, row, pair, reader) => {
    expect(partnerMayRead(row, pair, reader)).toBe(false);
  });
});
