import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Person } from '../people/person.ts';

const Unmatched = z.object({ id: z.uuid(), programmeId: z.uuid(), person: Person });
export type Unmatched = z.infer<typeof Unmatched>;

// $1 the programmes, $2 now, $3 after which role, $4 how many. Whoever came by the questions has a timer of their own.
const UNMATCHED = `SELECT u.id, u."programmeId", u.person FROM (
    SELECT r.id, g.id AS "programmeId", p.id AS "personId", to_jsonb(p) AS person,
      coalesce((g.document->'matching'->>'waitDays')::int, 28) AS days,
      greatest(r.since,
        (SELECT max(q."endedAt") FROM pair q WHERE q."mentorId" = p.id AND q."programmeId" = g.id),
        (SELECT max(t."doneAt") FROM training_record t WHERE t."personId" = p.id AND t."programmeId" = g.id
          AND t."removedAt" IS NULL AND t.kind IN ('module', 'disclosure'))) AS since
    FROM role r JOIN person p ON p.id = r."personId" JOIN programme g ON g.id = r."programmeId"
    WHERE r."endedAt" IS NULL AND r.role IN ('mentor', 'volunteer') AND g.id = ANY($1::uuid[]) AND r.id > $3::uuid
      AND p.state = 'active' AND NOT p.paused
      AND NOT EXISTS (SELECT FROM pair q WHERE q."mentorId" = p.id AND q."programmeId" = g.id AND q.state <> 'ended')
      AND NOT EXISTS (SELECT FROM enquiry e WHERE e."personId" = p.id AND e."programmeId" = g.id AND e."as" = 'mentor'
        AND e.state <> 'matched')
      AND NOT EXISTS (SELECT FROM "group" l WHERE l."leadId" = p.id AND l."programmeId" = g.id AND l.state = 'open')) u
  WHERE u.since + make_interval(days => u.days) <= $2::timestamptz
    AND NOT EXISTS (SELECT FROM task t WHERE t.kind = 'waits-for-mentee' AND t."personId" = u."personId"
      AND t."programmeId" = u."programmeId" AND t."createdAt" >= u.since)
  ORDER BY u.id LIMIT $4`;

/** Reads about those who could support somebody and have nobody. */
export function readUnmatched(pool: pg.Pool) {
  return {
    /**
     * Those who support nobody for longer than their programme thinks right, of whom no coordinator was told in all that time;
     * whether they are trained is asked apart. In the order of ids.
     */
    async longUnmatched(
      programmeIds: readonly string[],
      now: Temporal.Instant,
      after: string,
      most: number,
    ): Promise<Unmatched[]> {
      const values = [programmeIds, now.toString(), after, most];
      const found = await pool.query({ name: 'long-unmatched', text: UNMATCHED, values });
      return z.array(Unmatched).parse(found.rows);
    },
  };
}
