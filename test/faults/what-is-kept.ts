import type { World } from '../support/world.ts';

const LOGS = ['_prisma_migrations', 'inbox'];

/** Every table with the number of its rows and a sum of what is in them, so that any change of any row shows. */
export async function whatIsKept(
  { rows }: Pick<World, 'rows'>,
  except: readonly string[] = [],
): Promise<Record<string, string>> {
  const tables = await rows(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const kept: Record<string, string> = {};
  for (const table of tables) {
    const name = String(table['name']);
    if (LOGS.includes(name) || except.includes(name)) continue;
    const [found] = await rows(
      `SELECT count(*)::text || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS sum FROM "${name}" t`,
    );
    kept[name] = String(found?.['sum']);
  }
  return kept;
}
