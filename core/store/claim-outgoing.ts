/** So far down the queue is looked for chats that may be written to, before all chats are gone through. */
const IN_FRONT = 100;

/**
 * A statement is planned once for each connection, perhaps while the queue is empty and every index costs the same. What is put
 * together with nothing can be looked up by no index, so that the one that is meant is taken.
 */
const LATER = (row: string): string => `${row}."dueAt" + interval '0'`;
const FREE = `o.state || '' = 'waiting' AND (o."leaseUntil" IS NULL OR o."leaseUntil" < clock_timestamp())`;

/**
 * `rows` are candidates in their order. Each is looked at by itself and locked only while there is room, and an array is
 * looked up by index: a join would have the planner read the whole queue once it believes that there are many.
 */
const claiming = (rows: string, only = 'true'): string => `claimed AS (
  UPDATE outgoing SET "leaseUntil" = clock_timestamp() + make_interval(secs => $3), attempts = attempts + 1
  WHERE id = ANY(ARRAY(SELECT free.id FROM (SELECT id FROM ${rows} ORDER BY "dueAt", id) c CROSS JOIN LATERAL (
    SELECT o.id FROM outgoing o WHERE o.id = c.id AND ${FREE} AND ${only} FOR UPDATE OF o SKIP LOCKED) free LIMIT $2))
  RETURNING id, chat, "personId", "accountId", address, reply, screen, args, mode, card, always, "expiresAt", attempts,
    "createdAt")`;

const FIRST_OF_CHAT = `o.id = (SELECT e.id FROM outgoing e WHERE e.state = 'waiting' AND e.chat = o.chat
      AND ${LATER('e')} <= $1::timestamptz ORDER BY e.chat, e.id LIMIT 1)`;

/** Of those that wait longest, the first of each chat that nobody has in hand. */
const IN_FRONT_CLAIMED = `front AS MATERIALIZED (SELECT id, "dueAt" FROM outgoing
    WHERE state = 'waiting' AND "dueAt" <= $1::timestamptz ORDER BY "dueAt", id LIMIT ${IN_FRONT}),
  ${claiming('front', FIRST_OF_CHAT)}`;

/**
 * The same for all chats, each looked up in the index instead of row by row: behind the long lines of chats that are held, as those
 * of an app that is away, nobody else is to wait. Nothing where the look at the front saw everything.
 */
const BEHIND_CLAIMED = `chats AS (
    (SELECT chat, id, "dueAt", "leaseUntil" FROM outgoing WHERE state = 'waiting'
      AND (SELECT count(*) FROM (SELECT FROM outgoing WHERE state = 'waiting' AND "dueAt" <= $1::timestamptz
        ORDER BY "dueAt", id LIMIT ${IN_FRONT}) seen) = ${IN_FRONT}
      ORDER BY chat, id LIMIT 1)
    UNION ALL SELECT next.* FROM chats CROSS JOIN LATERAL (SELECT n.chat, n.id, n."dueAt", n."leaseUntil" FROM outgoing n
      WHERE n.state = 'waiting' AND n.chat > chats.chat ORDER BY n.chat, n.id LIMIT 1) next),
  heads AS MATERIALIZED (SELECT id, "dueAt" FROM chats
      WHERE "dueAt" <= $1::timestamptz AND ("leaseUntil" IS NULL OR "leaseUntil" < clock_timestamp())
    -- Where the first in line is for later, the next may be for now.
    UNION ALL SELECT o.id, o."dueAt" FROM chats CROSS JOIN LATERAL (SELECT h.* FROM outgoing h
      WHERE h.state = 'waiting' AND h.chat = chats.chat AND ${LATER('h')} <= $1::timestamptz ORDER BY h.id LIMIT 1) o
      WHERE chats."dueAt" > $1::timestamptz AND ${FREE}),
  ${claiming('heads')}`;

/** All that is known of whom the claimed messages are for, in the same query. */
const WITH_WHOM = `, known AS (
  SELECT c.*, to_json(p) AS person, to_json(q) AS asked, to_json(s) AS supporter,
    coalesce((SELECT json_agg(a ORDER BY a."createdAt", a.id) FROM account a WHERE a."personId" = c."personId"), '[]') AS accounts,
    coalesce((SELECT json_agg(r ORDER BY r.since) FROM role r WHERE r."personId" = c."personId" AND r."endedAt" IS NULL), '[]') AS roles,
    coalesce((SELECT json_agg(d.id) FROM disguise d WHERE d.since IS NOT NULL
      AND d.id = ANY(ARRAY(SELECT a.id FROM account a WHERE a."personId" = c."personId") || c."accountId")),
      '[]') AS away
  FROM claimed c LEFT JOIN person p ON p.id = c."personId" LEFT JOIN account q ON q.id = c."accountId"
    LEFT JOIN person s ON s.id = q."personId" AND s.id <> c."personId"
), concerned AS (
  SELECT a."programmeId" AS id FROM account a JOIN claimed c ON a."personId" = c."personId"
  UNION SELECT a."programmeId" FROM account a JOIN claimed c ON a.id = c."accountId"
  UNION SELECT r."programmeId" FROM role r JOIN claimed c ON r."personId" = c."personId"
  UNION SELECT f.id FROM (SELECT id FROM programme ORDER BY "createdAt" LIMIT 1) f WHERE EXISTS (SELECT 1 FROM claimed)
)
SELECT json_build_object('rows', coalesce((SELECT json_agg(k ORDER BY k.id) FROM known k), '[]'),
  'programmes', coalesce((SELECT json_agg(m ORDER BY m."createdAt") FROM programme m JOIN concerned n ON n.id = m.id), '[]')) AS value`;

/**
 * Takes the first waiting message of some chats. Order within a chat is kept; chats do not wait for each other. The second is for
 * when the first found nothing. $1 the moment, $2 how many at most, $3 for how many seconds.
 */
export const CLAIMS = [
  { name: 'claim-outgoing', text: `WITH ${IN_FRONT_CLAIMED}${WITH_WHOM}` },
  { name: 'claim-behind', text: `WITH RECURSIVE ${BEHIND_CLAIMED}${WITH_WHOM}` },
] as const;
