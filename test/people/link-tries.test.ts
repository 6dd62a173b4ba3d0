import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { linkCodeHash, triesOf } from '../../core/people/apps/link-code.ts';
import { counted, isTooMany } from '../../core/people/apps/link-tries.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const at = { now, newId: () => 'id', random: (bytes: number) => new Uint8Array(bytes) };
const tries = (id: string, ago: readonly { minutes: number }[]) => ({
  id,
  version: ago.length,
  times: ago.map((each) => now.subtract(each).toString()),
});
const many = (count: number, minutes: number) => Array.from({ length: count }, () => ({ minutes }));

describe('tries of a code for another app', () => {
  it.each([
    [4, 1, false],
    [5, 1, true],
    [5, 10, false],
  ])('%i of one account %i minutes ago are too many: %s', (count, minutes, tooMany) => {
    expect(isTooMany({ own: tries('a', many(count, minutes)), all: undefined }, now)).toBe(tooMany);
  });

  it.each([
    [299, 59, false],
    [300, 59, true],
    [300, 60, false],
  ])('%i of all together %i minutes ago are too many: %s', (count, minutes, tooMany) => {
    expect(isTooMany({ own: undefined, all: tries('all', many(count, minutes)) }, now)).toBe(tooMany);
  });

  it('are counted for the account and for all, and those that no longer count go', () => {
    const { saves } = counted(
      { own: tries('a', [{ minutes: 30 }, { minutes: 2 }]), all: undefined },
      'a',
      at,
    );
    expect(saves.map(({ row }) => row)).toEqual([
      { id: 'a', version: 3, times: ['2026-11-23T08:58:00Z', '2026-11-23T09:00:00Z'] },
      { id: 'everybody', version: 1, times: ['2026-11-23T09:00:00Z'] },
    ]);
  });

  it('stand under a name that tells nobody whose they are, and no two accounts share', () => {
    const key = { platform: 'telegram', tenant: '', userId: '4711' };
    expect(triesOf(key)).not.toContain('4711');
    const alike = [
      { ...key, tenant: '4711', userId: '' },
      { ...key, userId: '47110' },
      { ...key, platform: 'slack' },
    ];
    expect(new Set([key, ...alike].map(triesOf)).size).toBe(4);
    expect(linkCodeHash('4H7K2MNP')).not.toBe(linkCodeHash('4H7K2MNQ'));
  });
});
