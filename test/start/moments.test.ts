import { expect, it } from 'vitest';
import { z } from 'zod';
import { momentNow } from '../../run/moments.ts';

it('gives ids that are version 7 UUIDs of their moment, each another', () => {
  const at = momentNow(3_600_000);
  const ids = Array.from({ length: 1000 }, () => at.newId());
  for (const id of ids) {
    expect(z.uuidv7().safeParse(id).success, id).toBe(true);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.now.epochMilliseconds);
  }
  expect(new Set(ids).size).toBe(1000);
});

it('lets later ids sort after earlier ones', () => {
  const [earlier, later] = [momentNow(0), momentNow(1000)];
  expect(earlier.newId() < later.newId()).toBe(true);
});
