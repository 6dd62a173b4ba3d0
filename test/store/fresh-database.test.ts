import pg from 'pg';
import { expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';

async function tell(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const aProgramme = `INSERT INTO programme VALUES (gen_random_uuid(), 1, 'left-over', '{}', now(), now())`;

it('is handed on without a row of whoever had it before, numbers begun anew', async () => {
  const first = await freshDatabase();
  await tell(first.url, aProgramme);
  await tell(first.url, `INSERT INTO journal (at, event, by, ids) VALUES (now(), 'e', 'b', '{}')`);
  await first.drop();
  const next = await freshDatabase();
  expect(await tell(next.url, 'SELECT * FROM programme')).toEqual([]);
  await tell(next.url, `INSERT INTO journal (at, event, by, ids) VALUES (now(), 'e', 'b', '{}')`);
  expect(await tell(next.url, 'SELECT id FROM journal')).toEqual([{ id: '1' }]);
  await next.drop();
});

it('is not handed on when more than rows was changed', async () => {
  const changed: string[] = [];
  for (const sql of [
    'ALTER TABLE occupancy DROP CONSTRAINT occupancy_no_overlap',
    'CREATE SCHEMA elsewhere',
    'ALTER TABLE person ALTER COLUMN name SET NOT NULL',
  ]) {
    const database = await freshDatabase();
    await tell(database.url, sql);
    await database.drop();
    changed.push(database.url);
  }
  const later = await Promise.all([freshDatabase(), freshDatabase(), freshDatabase()]);
  expect(later.filter(({ url }) => changed.includes(url))).toEqual([]);
  for (const database of later) await database.drop();
});
