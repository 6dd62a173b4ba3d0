import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../core/store/embedded-postgres/start-embedded-postgres.ts';
import { migrate } from '../../core/store/migrate.ts';

export type BenchDatabase = { readonly url: string; stop(): Promise<void> };

/** A PostgreSQL of its own, as `npm start` runs it, with the migrations applied. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), `beenthere-bench-${randomUUID().slice(0, 8)}-`));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  const pool = new pg.Pool({ connectionString: server.url, max: 1 });
  pool.on('error', () => undefined);
  await migrate(pool, join(import.meta.dirname, '..', '..', 'prisma', 'migrations'));
  await pool.end();
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
