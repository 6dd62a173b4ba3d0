import type pg from 'pg';

/** So far down the queue is looked for chats that may be written to, before all chats are gone through. */
const IN_FRONT = 100;

const FREE = `o.state = 'waiting' AND (o."leaseUntil" IS NULL OR o."leaseUntil" < clock_timestamp())`;

const claiming = (ids: string): string => `
  UPDATE outgoing SET "leaseUntil" = clock_timestamp() + make_interval(secs => $3), attempts = attempts + 1
  WHERE id IN (${ids})
  RETURNING id, chat, "personId", "accountId", address, reply, screen, args, mode, card, always, "expiresAt", attempts,
    "createdAt"`;

/** Of those that wait longest, the first of each chat that nobody has in hand. */
const CLAIM_IN_FRONT = `WITH front AS MATERIALIZED (SELECT id, "dueAt" FROM outgoing
    WHERE state = 'waiting' AND "dueAt" <= $1::timestamptz ORDER BY "dueAt", id LIMIT ${IN_FRONT})
  ${claiming(`SELECT o.id FROM front JOIN outgoing o ON o.id = front.id WHERE ${FREE}
    AND NOT EXISTS (SELECT 1 FROM outgoing e WHERE e.state = 'waiting' AND e.chat = o.chat AND e.id < o.id
      AND e."dueAt" <= $1::timestamptz)
    ORDER BY front."dueAt", o.id LIMIT $2 FOR UPDATE OF o SKIP LOCKED`)}`;

/**
 * The same for all chats, each looked up in the index instead of row by row: behind the long lines of chats that are held, as those
 * of an app that is away, nobody else is to wait. Nothing where the look at the front saw everything.
 */
const CLAIM_BEHIND = `WITH RECURSIVE chats AS (
    (SELECT chat FROM outgoing WHERE state = 'waiting'
      AND (SELECT count(*) FROM (SELECT FROM outgoing WHERE state = 'waiting' AND "dueAt" <= $1::timestamptz
        ORDER BY "dueAt", id LIMIT ${IN_FRONT}) seen) = ${IN_FRONT}
      ORDER BY chat LIMIT 1)
    UNION ALL SELECT (SELECT n.chat FROM outgoing n WHERE n.state = 'waiting' AND n.chat > chats.chat
      ORDER BY n.chat LIMIT 1) FROM chats WHERE chats.chat IS NOT NULL),
  heads AS MATERIALIZED (SELECT o.id, o."dueAt" FROM chats CROSS JOIN LATERAL (SELECT h.* FROM outgoing h
    WHERE h.state = 'waiting' AND h.chat = chats.chat AND h."dueAt" <= $1::timestamptz ORDER BY h.id LIMIT 1) o
    WHERE ${FREE})
  ${claiming(`SELECT o.id FROM heads JOIN outgoing o ON o.id = heads.id WHERE ${FREE}
    ORDER BY heads."dueAt", o.id LIMIT $2 FOR UPDATE OF o SKIP LOCKED`)}`;

/** `values`: the moment, how many at most, and for how many seconds. */
export async function claimOutgoing(
  pool: pg.Pool,
  values: readonly [string, number, number],
): Promise<unknown[]> {
  const front = await pool.query({ name: 'claim-outgoing', text: CLAIM_IN_FRONT, values: [...values] });
  if (front.rows.length > 0) return front.rows;
  return (await pool.query({ name: 'claim-behind', text: CLAIM_BEHIND, values: [...values] })).rows;
}
