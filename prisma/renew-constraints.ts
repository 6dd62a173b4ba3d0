// Writes prisma/constraints.json anew: run after a migration, and read what changed before committing it.
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../core/store/embedded-postgres/start-embedded-postgres.ts';
import { migrate } from '../core/store/migrate.ts';
import { readDatabaseRules } from './database-rules.ts';

const dataDir = join(tmpdir(), `beenthere-constraints-${process.pid}`);
try {
  const server = await startEmbeddedPostgres({ dataDir, rootHome: join(dataDir, 'home') });
  const pool = new pg.Pool({ connectionString: server.url });
  // A connection that is cut as the server stops is no news.
  pool.on('error', () => undefined);
  await migrate(pool, join(import.meta.dirname, 'migrations'));
  const rules = await readDatabaseRules(pool);
  await pool.end();
  await server.stop();
  const file = join(import.meta.dirname, 'constraints.json');
  writeFileSync(file, `${JSON.stringify(rules, null, 2)}\n`);
  console.log(`Wrote ${file}. Read what changed before you commit it.`);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
