/** The database with all migrations applied, which every test copies. */
export const TEMPLATE = 'beenthere_template';

/**
 * Worlds are open from the start, as an install is that has people: a test about opening closes its programme first.
 */
export const OPEN_FROM_THE_START = `CREATE FUNCTION test_opens() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    NEW."openedAt" := coalesce(NEW."openedAt", NEW."createdAt"); RETURN NEW; END $$;
  CREATE TRIGGER test_opens BEFORE INSERT ON programme FOR EACH ROW WHEN (NEW.version = 1) EXECUTE FUNCTION test_opens()`;

/** What a database is beside its rows: when a test has changed it, nobody else may have it. */
export const SHAPE = `SELECT md5(string_agg(thing, ' ' ORDER BY thing)) AS shape FROM (
  SELECT nspname::text FROM pg_namespace WHERE nspname !~ '^pg_'
  UNION ALL SELECT concat(relname, relkind) FROM pg_class WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT concat(attrelid::regclass, attname, atttypid, attnotnull) FROM pg_attribute
    WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r')
  UNION ALL SELECT concat(conname, convalidated) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT concat(tgrelid::regclass, tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT concat(proname, md5(prosrc)) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
) AS things (thing)`;
