import type pg from 'pg';
import { z } from 'zod';
import type { Counted } from '../enquiries/ways-in-report.ts';

const Row = z.object({
  bySource: z.array(
    z.object({
      source: z.string().nullable(),
      as: z.enum(['mentee', 'mentor']),
      asked: z.int(),
      matched: z.int(),
    }),
  ),
  supported: z.object({ first: z.int(), before: z.int(), notSaid: z.int() }),
  referrals: z.array(z.object({ source: z.string(), sent: z.int(), last: z.string() })),
  balance: z.array(z.object({ site: z.string(), mentors: z.int(), mentees: z.int() })),
});

const rows = (sql: string): string => `(SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (${sql}) x)`;

/** Whoever was in a pair of this programme was matched, also when one of the two is gone. */
const MATCHED = `(e.state = 'matched' OR EXISTS (SELECT FROM pair q WHERE q."programmeId" = e."programmeId"
  AND CASE e."as" WHEN 'mentee' THEN q."menteeId" ELSE q."mentorId" END = e."personId"))`;

const COUNTS = `SELECT
  ${rows(`SELECT e.source, e."as", count(*)::int AS asked, count(*) FILTER (WHERE ${MATCHED})::int AS matched
    FROM enquiry e WHERE e."programmeId" = $1 AND e.state <> 'asking' GROUP BY 1, 2 ORDER BY 1, 2`)} AS "bySource",
  (SELECT jsonb_build_object('first', count(*) FILTER (WHERE "firstSupported"),
      'before', count(*) FILTER (WHERE NOT "firstSupported"), 'notSaid', count(*) FILTER (WHERE "firstSupported" IS NULL))
    FROM enquiry WHERE "programmeId" = $1 AND "as" = 'mentee' AND state <> 'asking') AS supported,
  ${rows(`SELECT source, count(*)::int AS sent, to_char(max("createdAt") AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS last
    FROM referral WHERE "programmeId" = $1 GROUP BY 1 ORDER BY 1`)} AS referrals,
  ${rows(`SELECT site, count(*) FILTER (WHERE "as" = 'mentor' AND NOT ${MATCHED})::int AS mentors,
      count(*) FILTER (WHERE "as" = 'mentee')::int AS mentees
    FROM enquiry e WHERE "programmeId" = $1 AND state = 'waiting' AND site IS NOT NULL GROUP BY 1 ORDER BY 1`)} AS balance`;

/** Counts of the ways into a programme, for its report. */
export function countWaysIn(pool: pg.Pool) {
  return {
    async counted(programmeId: string): Promise<Counted> {
      const found = await pool.query({ name: 'ways-in', text: COUNTS, values: [programmeId] });
      return Row.parse(found.rows[0]);
    },
  };
}
