import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskWorld, openDeskWorld } from './desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await openDeskWorld();
});
afterAll(() => world.close());

describe('the web desk on the command line', () => {
  it('gives a link to whoever may come in, lists their sessions and ends them', async () => {
    await world.type('enrol', '--name', 'Ada', '--role', 'coordinator', '--agreed', '--adult');
    const made = await world.type('desk', 'link', 'Ada');
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^https?:\/\/\S+\/desk\/link\/[\w-]{43}\n/),
    });
    expect(await world.type('desk', 'sessions', 'Ada')).toMatchObject({ code: 0 });
    expect(await world.type('desk', 'out', 'Ada')).toMatchObject({
      code: 0,
      out: expect.stringContaining('signed out'),
    });
  });

  it('gives none to anybody else', async () => {
    await world.type('enrol', '--name', 'Bea', '--role', 'mentee', '--agreed', '--adult');
    const before = await world.type('people');
    expect(before.out).toContain('Bea');
    const refused = await world.type('desk', 'link', 'Bea');
    expect(refused.code).not.toBe(0);
    expect(refused.out).not.toContain('/desk/link/');
  });
});
