import pg from 'pg';

/** A right that one process of many holds at a time, such as polling a bot. It ends with the process or its connection. */
export type Lease = {
  /** Aborted when the lease is lost: stop at once. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
};

/** Takes a lease if nobody holds it; undefined when somebody does. */
export async function takeLease(url: string, name: string): Promise<Lease | undefined> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  const got = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got', [name]);
  if (got.rows[0]?.got !== true) {
    await client.end();
    return undefined;
  }
  return { lost: lost.signal, release: () => client.end() };
}
