import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import known from '../../prisma/constraints.json' with { type: 'json' };
import { readDatabaseRules } from '../../prisma/database-rules.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { prisma } from '../support/prisma.ts';

let database: FreshDatabase;
let pool: pg.Pool;

beforeEach(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  // Of the tests alone.
  await pool.query('DROP TRIGGER test_opens ON programme; DROP FUNCTION test_opens');
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

function compareWithSchema() {
  const ends = ['--from-config-datasource', '--to-schema=prisma/schema.prisma'];
  return prisma(database.url, 'migrate', 'diff', ...ends, '--exit-code');
}

describe('the migrations and the schema', () => {
  it('make the same tables', { timeout: 60_000 }, async () => {
    expect(await compareWithSchema()).toMatchObject({
      code: 0,
      said: expect.stringContaining('No difference'),
    });
  });

  it('would be seen to differ', { timeout: 60_000 }, async () => {
    await pool.query('ALTER TABLE "meeting" ADD "mood" TEXT');
    expect(await compareWithSchema()).toMatchObject({ code: 2, said: expect.stringContaining('mood') });
  });
});

describe('the constraints, indexes, triggers and functions that the schema cannot say', () => {
  it('are those in prisma/constraints.json (renewed by `npm run constraints`)', async () => {
    expect(await readDatabaseRules(pool)).toEqual(known);
  });

  it.each([
    'ALTER TABLE "occupancy" DROP CONSTRAINT "occupancy_no_overlap"',
    'ALTER TABLE "pair" DROP CONSTRAINT "pair_of_two"',
    'DROP INDEX "pair_once"',
    'CREATE TRIGGER "late" BEFORE UPDATE ON "pair" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    'DROP FUNCTION "expect_rows"',
  ])('would be seen to differ after: %s', async (change) => {
    await pool.query(change);
    expect(await readDatabaseRules(pool)).not.toEqual(known);
  });
});
