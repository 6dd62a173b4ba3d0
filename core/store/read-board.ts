import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Board, MentorToChoose } from '../board/board.ts';
import type { Reach } from '../kernel/reach.ts';
import { atOneOf, isTheirs, pairWithin, seesAll, within } from './theirs.ts';

/** Most that is looked at of each kind; a board that is longer is dealt with from its top. */
const MOST = 200;

/** Where the sites stand of programmes that whoever looks does not see all of. */
const BOUND = 5;

/** A person as a board names them: never an app, a handle or anything they wrote. */
const named = (p: string): string => `jsonb_build_object('id', ${p}.id, 'name', ${p}.name, 'reachable',
  ${p}.state = 'active' AND EXISTS (SELECT FROM account a WHERE a."personId" = ${p}.id AND a.reachable))`;

const rows = (sql: string): string =>
  `(SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (${sql} LIMIT ${MOST}) x)`;

const TASKS = rows(`SELECT t.id, t.kind, t.what, t."programmeId", t."createdAt",
    CASE WHEN p.id IS NOT NULL THEN ${named('p')} END AS person,
    CASE WHEN q.id IS NOT NULL THEN jsonb_build_array(${named('r')}, ${named('e')}) END AS two,
    CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name) END AS "takenBy",
    CASE WHEN g.id IS NOT NULL THEN jsonb_build_object('id', g.id, 'name', g.name, 'leadId', g."leadId") END AS "group",
    CASE WHEN o.id IS NOT NULL THEN ${named('o')} END AS other,
    (SELECT m.id FROM match m WHERE m."programmeId" = t."programmeId" AND m."menteeId" = t."personId"
      AND m."mentorId" = t."otherPersonId" AND t.kind = 'match-to-confirm') AS "matchId",
    (SELECT max(a."unreachableSince") FROM account a WHERE a."personId" = p.id AND t.kind = 'cannot-be-reached')
      AS "unreachableSince"
  FROM task t LEFT JOIN person p ON p.id = t."personId" LEFT JOIN pair q ON q.id = t."pairId"
    LEFT JOIN person r ON r.id = q."mentorId" LEFT JOIN person e ON e.id = q."menteeId"
    LEFT JOIN person o ON o.id = t."otherPersonId" AND t.kind IN ('match-to-confirm', 'mentor-not-free')
    LEFT JOIN person c ON c.id = t."takenById" LEFT JOIN "group" g ON g.id = t."groupId"
  WHERE t."doneAt" IS NULL AND ((t."programmeId" = ANY($1::uuid[]) AND (t.kind = 'ring-safeguarding'
      OR ${within('t."programmeId"', 'sites_of_task(t, t."programmeId")', BOUND)}))
    OR (t."programmeId" IS NULL AND ((${seesAll(BOUND)} AND (p.id IS NULL OR ${isTheirs('p', BOUND)}))
      OR ${atOneOf('sites_of_task(t, b.key::uuid)', BOUND)})))
  ORDER BY t."createdAt", t.id`);

const MEETINGS =
  rows(`SELECT k.id, k.state, k."startsAt", k."proposedBy", ${named('r')} AS mentor, ${named('e')} AS mentee
  FROM meeting k JOIN person r ON r.id = k."mentorId" JOIN person e ON e.id = k."menteeId"
  WHERE k."programmeId" = ANY($1::uuid[]) AND ${pairWithin('k', BOUND)} AND k.state IN ('proposed', 'confirmed')
    AND k."startsAt" + make_interval(mins => k.minutes + k."restMinutes") > $2::timestamptz
    AND k."startsAt" < CASE k.state WHEN 'confirmed' THEN $3::timestamptz ELSE $4::timestamptz END
  ORDER BY k."startsAt", k.id`);

const QUIET = rows(`SELECT y.id, y."rhythmDays", y.since, ${named('r')} AS mentor, ${named('e')} AS mentee
  FROM (SELECT q.*, coalesce((SELECT max(k."startsAt") FROM meeting k WHERE k."pairId" = q.id
      AND k.state = 'confirmed'), q."createdAt") AS since
    FROM pair q WHERE q.state = 'active' AND q."rhythmDays" IS NOT NULL AND q."programmeId" = ANY($1::uuid[])
      AND ${pairWithin('q', BOUND)}
      AND NOT EXISTS (SELECT FROM meeting k WHERE k."pairId" = q.id AND k.state = 'proposed'
        AND k."startsAt" > $2::timestamptz)
      AND NOT EXISTS (SELECT FROM pair_contact c WHERE c.id = q.id AND (c."mentorBlocked" OR c."menteeBlocked"))
      AND NOT EXISTS (SELECT FROM task t WHERE t."pairId" = q.id AND t.kind = 'may-want-a-hand' AND t."doneAt" IS NULL)) y
  JOIN person r ON r.id = y."mentorId" JOIN person e ON e.id = y."menteeId"
  WHERE NOT r.paused AND NOT e.paused AND y.since < $2::timestamptz - make_interval(days => 2 * y."rhythmDays")
  ORDER BY y.since, y.id`);

const WAITING = rows(`SELECT ${named('p')} AS person, w.since, w.wants, w."programmeId" FROM (
    SELECT o."personId", o.since, 'mentor' AS wants, o."programmeId",
      (SELECT e."againSince" FROM enquiry e WHERE e."personId" = o."personId" AND e."programmeId" = o."programmeId"
        AND e."as" = 'mentee' AND e.state = 'waiting') AS again FROM role o
      WHERE o.role = 'mentee' AND o."endedAt" IS NULL AND o."programmeId" = ANY($1::uuid[])
        AND ${within('o."programmeId"', `ARRAY[site_as(o."personId", o."programmeId", 'mentee')]`, BOUND)}
        AND NOT EXISTS (SELECT FROM pair q WHERE q."menteeId" = o."personId" AND q."programmeId" = o."programmeId"
          AND q.state <> 'ended')
    UNION ALL
    SELECT p.id, p."createdAt", 'role', NULL, NULL FROM person p
      WHERE NOT EXISTS (SELECT FROM role o WHERE o."personId" = p.id AND o."endedAt" IS NULL)
        AND ${isTheirs('p', BOUND)}
        AND NOT EXISTS (SELECT FROM task t WHERE t."personId" = p.id AND t.kind = 'new-person' AND t."doneAt" IS NULL)
        AND NOT EXISTS (SELECT FROM enquiry e WHERE e."personId" = p.id AND e.state <> 'asking')
  ) w JOIN person p ON p.id = w."personId" WHERE p.state = 'active' AND NOT p.paused
  ORDER BY w.again NULLS LAST, w.since, p.id, w."programmeId"`);

/** Those who wait to support somebody and are with nobody yet, beside those who wait for somebody. */
const BALANCE = rows(`SELECT * FROM (SELECT p.document->>'name' AS programme,
    coalesce((SELECT s->>'name' FROM jsonb_array_elements(p.document->'sites') s WHERE s->>'code' = e.site), '') AS site,
    count(*) FILTER (WHERE e."as" = 'mentor' AND NOT EXISTS (SELECT FROM pair q WHERE q."mentorId" = e."personId"
      AND q."programmeId" = e."programmeId" AND q.state <> 'ended'))::int AS mentors,
    count(*) FILTER (WHERE e."as" = 'mentee')::int AS mentees
  FROM enquiry e JOIN programme p ON p.id = e."programmeId"
  WHERE e.state = 'waiting' AND e."programmeId" = ANY($1::uuid[])
    AND ${within('e."programmeId"', 'ARRAY[e.site]', BOUND)} GROUP BY p.id, e.site) b
  WHERE b.mentors > b.mentees ORDER BY b.programme, b.site`);

const NO_SITE = `(SELECT count(DISTINCT o."personId") FROM role o JOIN programme g ON g.id = o."programmeId"
  WHERE o."programmeId" = ANY($1::uuid[]) AND NOT jsonb_exists($${BOUND}::jsonb, g.id::text) AND o."endedAt" IS NULL
    AND o.role IN ('mentee', 'mentor', 'volunteer') AND jsonb_array_length(coalesce(g.document->'sites', '[]')) > 0
    AND o.site IS NULL AND CASE WHEN EXISTS (SELECT FROM enquiry e WHERE e."personId" = o."personId"
      AND e."programmeId" = g.id AND e.site IS NOT NULL) THEN false ELSE cardinality(sites_of(o."personId", g.id)) = 0 END)::int`;

const BOARD = `SELECT ${TASKS} AS tasks, ${MEETINGS} AS meetings, ${QUIET} AS quiet, ${WAITING} AS waiting, ${BALANCE} AS balance,
  (SELECT count(*) FROM person WHERE state = 'arriving' AND ${seesAll(BOUND)})::int AS arriving,
  ${NO_SITE} AS "noSite"`;

const MENTORS = `SELECT p.id, p.name, (SELECT count(*) FROM pair q WHERE q."mentorId" = p.id AND q.state <> 'ended')::int AS pairs
  FROM person p WHERE p.state = 'active' AND NOT p.paused AND p.name IS NOT NULL AND p.id <> $2
    AND EXISTS (SELECT FROM role o WHERE o."personId" = p.id AND o."programmeId" = $1 AND o."endedAt" IS NULL
      AND o.role IN ('mentor', 'volunteer') AND ${within('o."programmeId"', 'sites_of(p.id, o."programmeId")', 4)})
    AND NOT EXISTS (SELECT FROM pair q WHERE q."mentorId" = p.id AND q."menteeId" = $2 AND q."programmeId" = $1
      AND q.state <> 'ended')
  ORDER BY pairs, p.name, p.id LIMIT $3`;

const Front = z.object({ accountId: z.uuid(), personId: z.uuid(), page: z.int() });
type Front = z.infer<typeof Front>;

const FRONTS = `SELECT a.id AS "accountId", a."personId", coalesce((s.ref->>'page')::int, 0) AS page
  FROM (SELECT DISTINCT "personId" FROM role WHERE role = 'coordinator' AND "endedAt" IS NULL) c
  JOIN account a ON a."personId" = c."personId" AND a.reachable,
  LATERAL (SELECT ref FROM shown WHERE "shownTo" = a.id AND card = 'front' ORDER BY at DESC LIMIT 1) s ORDER BY a.id`;

export type BoardAsked = {
  readonly reach: Reach;
  readonly now: Temporal.Instant;
  /** Agreed meetings that begin before this are today's; asked-for ones are looked at for a week. */
  readonly dayEnds: Temporal.Instant;
  readonly weekEnds: Temporal.Instant;
};

/** Reads for people who coordinate: names that people chose, and what there is to do. */
export function readBoard(pool: pg.Pool) {
  return {
    async board({ reach, now, dayEnds, weekEnds }: BoardAsked): Promise<Board> {
      const times = [now.toString(), dayEnds.toString(), weekEnds.toString()];
      const values = [reach.programmeIds, ...times, JSON.stringify(reach.sites)];
      const found = await pool.query({ name: 'board', text: BOARD, values });
      return Board.parse(found.rows[0]);
    },
    /** The front pages that coordinators have opened, and the page of the board that stands there. */
    async fronts(): Promise<Front[]> {
      return z.array(Front).parse((await pool.query({ name: 'fronts', text: FRONTS })).rows);
    },
    /** Who could be this person's mentor, of those within reach, those with the fewest pairs first. */
    async mentorsFor(
      { menteeId, programmeId }: { readonly menteeId: string; readonly programmeId: string },
      { sites }: Reach,
      most: number,
    ): Promise<MentorToChoose[]> {
      const values = [programmeId, menteeId, most, JSON.stringify(sites)];
      const found = await pool.query({ name: 'mentors-for', text: MENTORS, values });
      return z.array(MentorToChoose).parse(found.rows);
    },
  };
}
