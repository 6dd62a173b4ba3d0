import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskWorld, openDeskWorld } from './desk-world.ts';

let world: DeskWorld;

beforeAll(async () => {
  world = await openDeskWorld();
}, 60_000);
afterAll(() => world.close());

it('a draft that is asked for at the command line is worked out there, and what came of it is said', async () => {
  const { code, out, err } = await world.type('match', 'draft', '--seed', 'a');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Nobody is matched in this draft, and 0 if whoever waited longest picked first.');
  expect(out).toContain('everybody would have the same');
  const again = await world.type('match', 'draft', '--seed', 'a', '--json');
  expect(again.json()).toMatchObject({ state: 'ready', seed: 'a', summary: { pairs: 0 } });
});
