import { readFileSync } from 'node:fs';
import type pg from 'pg';

/**
 * CPU microseconds that the database has used for connections of this application name, as the kernel counts them;
 * undefined where it does not say so.
 */
export async function backendCpu(pool: pg.Pool, application: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE application_name = $1',
    [application],
  );
  try {
    const each = rows.map(({ pid }) => readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
    return each.reduce((sum, nanoseconds) => sum + Number(nanoseconds) / 1000, 0);
  } catch {
    return undefined;
  }
}
