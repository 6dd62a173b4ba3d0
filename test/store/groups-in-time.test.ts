import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../core/store/migrate.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const OURS = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

let database: FreshDatabase;
let pool: pg.Pool;
let before: string;

beforeEach(async () => {
  database = await freshDatabase({ empty: true });
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  before = mkdtempSync(join(tmpdir(), 'beenthere-before-'));
  cpSync(OURS, before, {
    recursive: true,
    filter: (path) => !/000[89]_|00[1-9]\d_/.test(path),
  });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
  rmSync(before, { recursive: true });
});

it('counts whoever was trained for a group as trained, and what was accepted as accepted', async () => {
  await migrate(pool, before);
  const [programme, lead, other, group] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
  const person = `INSERT INTO person (id, version, state, zone, language, "quietFrom", "quietTo", paused, settings, "wrappedKey", "createdAt")
    VALUES ($1, 1, 'active', 'Europe/London', 'en', '21:00', '08:00', false, '{}', '', now())`;
  for (const id of [lead, other]) {
    await pool.query(person, [id]);
    const role = `INSERT INTO role (id, version, "personId", "programmeId", role, since) VALUES (gen_random_uuid(), 1, $1, $2, 'mentor', now())`;
    await pool.query(role, [id, programme]);
  }
  await pool.query(
    `INSERT INTO "group" (id, version, "programmeId", state, name, capacity, "leadId", "leadTrainedAt", "leadTrainedBy", "leadAcceptedAt",
      zone, platform, tenant, "chatId", "createdAt") VALUES ($1, 1, $2, 'open', 'Tea', 5, $3, now(), 'desk', now(),
      'Europe/London', 'discord', '', '1', now())`,
    [group, programme, lead],
  );
  await pool.query(
    `INSERT INTO group_member (id, version, "groupId", "personId", state, seat, "acceptedAt") VALUES
      (gen_random_uuid(), 1, $1, $2, 'in', 0, now())`,
    [group, lead],
  );
  await migrate(pool, OURS);
  const roles = await pool.query('SELECT "personId", "trainedBy" FROM role WHERE "trainedAt" IS NOT NULL');
  expect(roles.rows).toEqual([{ personId: lead, trainedBy: 'desk' }]);
  expect((await pool.query('SELECT "rulesVersion" FROM "group"')).rows).toEqual([{ rulesVersion: 1 }]);
  expect((await pool.query('SELECT "acceptedRules" FROM group_member')).rows).toEqual([{ acceptedRules: 1 }]);
});
