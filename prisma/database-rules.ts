import type pg from 'pg';
import { z } from 'zod';

/** Everything that guards a database besides its tables and columns, sorted, in PostgreSQL's own words. */
export type DatabaseRules = {
  extensions: string[];
  constraints: string[];
  indexes: string[];
  triggers: string[];
  functions: string[];
};

const lines = z.array(z.object({ line: z.string() }));

// Constraints of type n say "not null", which only PostgreSQL 18 lists; the schema holds them anyway.
const CONSTRAINTS = `
  SELECT conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> '_prisma_migrations'::regclass`;
const INDEXES = `
  SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
const TRIGGERS = `
  SELECT pg_get_triggerdef(pg_trigger.oid) AS line FROM pg_trigger
    JOIN pg_class ON pg_class.oid = tgrelid
   WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal`;
const FUNCTIONS = `
  SELECT pg_get_functiondef(oid) AS line FROM pg_proc
   WHERE pronamespace = 'public'::regnamespace AND prokind <> 'a'
     AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')`;
const EXTENSIONS = 'SELECT extname AS line FROM pg_extension';

/** Reads the rules of a database to which the migrations were applied: Prisma sees only some of them. */
export async function readDatabaseRules(pool: pg.Pool): Promise<DatabaseRules> {
  const read = async (sql: string) =>
    lines
      .parse((await pool.query(sql)).rows)
      .map(({ line }) => line)
      .sort();
  return {
    extensions: await read(EXTENSIONS),
    constraints: await read(CONSTRAINTS),
    indexes: await read(INDEXES),
    triggers: await read(TRIGGERS),
    functions: await read(FUNCTIONS),
  };
}
