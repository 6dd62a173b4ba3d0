import type pg from 'pg';

/** Does some work in one transaction: all of it is written, or nothing. */
export async function inOneGo<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const ignore = (): void => undefined;
  // A connection that is cut says so twice: the statement in hand fails, which is enough.
  client.on('error', ignore);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.off('error', ignore);
    client.release();
    return result;
  } catch (error) {
    // A connection that was broken off undoes its work by itself.
    client.release(true);
    throw error;
  }
}
