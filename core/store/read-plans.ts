import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Enquiry } from '../enquiries/enquiry.ts';
import { instant } from '../kernel/instant.ts';
import { Person } from '../people/person.ts';
import { TrainingRecord } from '../training/training.ts';

const Ends = z.object({ record: TrainingRecord, remindedAt: instant.nullable(), isNoted: z.boolean() });
/** What is on record, when its owner was last reminded of its end, and whether that was noted. */
export type Ends = z.infer<typeof Ends>;

const Waits = z.object({
  enquiry: Enquiry,
  person: Person,
  /** Whether a coordinator was told of this time of waiting. */
  isTold: z.boolean(),
  /** Whether they support somebody already. */
  supports: z.boolean(),
});
/** Somebody who waits for a match, and what was said of it. */
export type Waits = z.infer<typeof Waits>;

/** What was said of a whole page of them is looked for in one go. */
const ENDS = `WITH page AS (SELECT t.* FROM training_record t JOIN person p ON p.id = t."personId" AND p.state <> 'erased'
    WHERE t."programmeId" = $1 AND t."removedAt" IS NULL AND t.kind IN ('module', 'disclosure')
      AND ($2::uuid IS NULL OR t.id > $2::uuid) ORDER BY t.id LIMIT $3
  ), said AS (SELECT j.ids->>'recordId' AS id, max(j.at) FILTER (WHERE j.event = 'training.reminded') AS reminded,
      bool_or(j.event = 'training.ended') AS ended
    FROM journal j WHERE j.event IN ('training.reminded', 'training.ended')
      AND j.ids->>'recordId' IN (SELECT id::text FROM page) GROUP BY 1)
  SELECT to_jsonb(t) AS record, s.reminded AS "remindedAt", coalesce(s.ended, false) AS "isNoted"
  FROM page t LEFT JOIN said s ON s.id = t.id::text ORDER BY t.id`;

const WAITS = `SELECT to_jsonb(e) AS enquiry, to_jsonb(p) AS person,
    EXISTS (SELECT FROM task t WHERE t."personId" = p.id AND t."programmeId" = e."programmeId"
      AND t.kind = CASE e."as" WHEN 'mentee' THEN 'waits-for-mentor' ELSE 'waits-for-mentee' END
      AND t."createdAt" >= e."waitingSince") AS "isTold",
    e."as" = 'mentor' AND EXISTS (SELECT FROM pair q WHERE q."mentorId" = p.id AND q."programmeId" = e."programmeId"
      AND q.state <> 'ended') AS supports
  FROM enquiry e JOIN person p ON p.id = e."personId" AND p.state <> 'erased'
  WHERE e."programmeId" = $1 AND e.state = 'waiting' AND e."waitingSince" IS NOT NULL
    AND ($2::uuid IS NULL OR e.id > $2::uuid) ORDER BY e.id LIMIT $3`;

type Page = { readonly after: string | undefined; readonly most: number };

/** Reads about what is planned by a programme's document, to plan it anew by a newer one; in the order of ids. */
export function readPlans(pool: pg.Pool) {
  const page = async <T>(schema: z.ZodType<T>, sql: string, programmeId: string, { after, most }: Page) =>
    z.array(schema).parse((await pool.query(sql, [programmeId, after ?? null, most])).rows);
  return {
    ends: (programmeId: string, asked: Page): Promise<Ends[]> => page(Ends, ENDS, programmeId, asked),
    waits: (programmeId: string, asked: Page): Promise<Waits[]> => page(Waits, WAITS, programmeId, asked),
    /** Since when a coordinator has been told of somebody's waiting, as the last time. */
    async lastTold(kind: string, personId: string, programmeId: string): Promise<Temporal.Instant | null> {
      const sql = `SELECT max("createdAt") AS at FROM task WHERE kind = $1 AND "personId" = $2 AND "programmeId" = $3`;
      const { rows } = await pool.query(sql, [kind, personId, programmeId]);
      return z.object({ at: instant.nullable() }).parse(rows[0]).at;
    },
  };
}
