import fc from 'fast-check';
import { expect, it } from 'vitest';
import { json, jsonObject } from '../../core/kernel/json.ts';

it('takes whatever JSON holds, as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read: unknown = JSON.parse(JSON.stringify(value));
      expect(json.parse(read)).toBe(read);
    }),
  );
});

it.each([
  undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1n,
  Symbol('s'),
  () => 1,
  new Date(0),
  new Map(),
  { within: [undefined] },
  [{ deeper: new Set() }],
])('takes nothing that JSON cannot hold: %s', (given) => {
  expect(json.safeParse(given).success).toBe(false);
});

it.each(['text', 1, true, null, [], [{}], new Date(0)])('takes %s for no object', (given) => {
  expect(jsonObject.safeParse(given).success).toBe(false);
});
