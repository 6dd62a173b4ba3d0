import pg from 'pg';

/**
 * Connections to the database, all of whose statements look rows up by index. They are planned once and kept: planned while a
 * table was short they would otherwise go through all of it from then on, however long it has become.
 */
export function openPool(url: string, most: number, onBroken?: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    // Said to each connection rather than when it is opened: a pooler in between may not take it then.
    onConnect: (client) => client.query('SET enable_seqscan = off'),
  });
  // Without this a database restart while idle would end the process.
  pool.on('error', (error) => onBroken?.(error));
  return pool;
}
