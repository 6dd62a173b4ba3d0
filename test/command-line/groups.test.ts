import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskWorld, openDeskWorld } from './desk-world.ts';

let world: DeskWorld;

beforeAll(async () => {
  world = await openDeskWorld();
  for (const name of ['Lena', 'Mona'])
    await world.type('enrol', '--name', name, '--role', 'mentor', '--agreed', '--adult');
});
afterAll(() => world.close());

async function makesGroup(): Promise<void> {
  const pool = new pg.Pool({ connectionString: world.url, max: 1 });
  await pool.query(`INSERT INTO "group" (id, version, "programmeId", state, name, capacity, "leadId", zone, platform, tenant,
      "chatId", "createdAt")
    SELECT gen_random_uuid(), 1, r."programmeId", 'made', 'Tuesday tea', 10, p.id, 'Europe/London', 'discord', '1', '2', now()
    FROM person p JOIN role r ON r."personId" = p.id WHERE p.name = 'Lena'`);
  await pool.end();
}

it('lists groups, changes their size, hands them over and closes them', async () => {
  expect((await world.type('groups')).code).toBe(0);
  await makesGroup();
  expect((await world.type('groups')).out).toMatch(/Tuesday tea +first +not open yet +Lena +0 +10 +0/);
  expect((await world.type('group', 'capacity', 'Tuesday tea', '12')).out).toContain('12 places');
  expect((await world.type('groups')).out).toMatch(/Lena +0 +12 +0/);
  for (const places of ['one', '1', '501'])
    expect(await world.type('group', 'capacity', 'Tuesday tea', places)).toMatchObject({ code: 2 });
  expect(await world.type('group', 'hand-over', 'Tuesday tea', 'Mona')).toMatchObject({ code: 1 });
  expect(await world.type('group', 'close', 'Wednesday tea')).toMatchObject({ code: 1 });
  expect((await world.type('group', 'close', 'tuesday TEA')).out).toContain('is closed');
  expect((await world.type('groups')).out).not.toContain('Tuesday tea');
  expect((await world.type('groups', '--all')).out).toContain('Tuesday tea');
});
