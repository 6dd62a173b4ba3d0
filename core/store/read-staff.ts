import type pg from 'pg';
import { z } from 'zod';
import { isoText, pairState } from './read-desk.ts';
import { isTheirs } from './theirs.ts';

const THEIRS = isTheirs('p');

const PEOPLE = `SELECT p.id, p.name, p.state, p.paused, p.zone, p."createdAt",
    CASE WHEN EXISTS (SELECT FROM account a WHERE a."personId" = p.id AND a.reachable) THEN 'app'
      WHEN (p.settings->>'byPhone')::boolean THEN 'phone' ELSE 'none' END AS reach,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('programme', coalesce(g.document->>'name', g.slug), 'role', r.role) ORDER BY g.slug, r.role), '[]')
      FROM role r JOIN programme g ON g.id = r."programmeId"
      WHERE r."personId" = p.id AND r."endedAt" IS NULL AND r."programmeId" = ANY($1::uuid[])) AS roles
  FROM person p WHERE p.state <> 'erased' AND ${THEIRS}`;

export const StaffPerson = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  state: z.enum(['arriving', 'active', 'held', 'stopped']),
  paused: z.boolean(),
  zone: z.string(),
  /** How they can be told something: in an app, by a call, or not at all for now. */
  reach: z.enum(['app', 'phone', 'none']),
  roles: z.array(z.object({ programme: z.string(), role: z.string() })),
  createdAt: isoText,
});
export type StaffPerson = z.infer<typeof StaffPerson>;

const PAIRS = `SELECT q.id, r.id AS "mentorId", r.name AS mentor, e.id AS "menteeId", e.name AS mentee, ${pairState('q')},
    (SELECT min(k."startsAt") FROM meeting k WHERE k."pairId" = q.id AND k.state = 'confirmed' AND k."startsAt" > $3::timestamptz) AS "nextAt"
  FROM pair q JOIN person r ON r.id = q."mentorId" JOIN person e ON e.id = q."menteeId"
  WHERE q."programmeId" = ANY($1::uuid[]) AND $2::uuid IN (q."mentorId", q."menteeId") ORDER BY q."createdAt", q.id LIMIT 50`;

const StaffPair = z.object({
  id: z.uuid(),
  mentorId: z.uuid(),
  mentor: z.string().nullable(),
  menteeId: z.uuid(),
  mentee: z.string().nullable(),
  state: z.enum(['active', 'ended']),
  nextAt: isoText.nullable(),
});
export type StaffPair = z.infer<typeof StaffPair>;

// What names a programme of theirs, or anybody or anything of it. Nothing about concerns, and nothing of
// what somebody tried in vain, who may be of another programme: those are not for coordinators.
const AUDIT = `WITH people AS (SELECT p.id FROM person p WHERE ${THEIRS}), things AS (
    SELECT id::text FROM people
    UNION SELECT unnest($1::uuid[])::text
    UNION SELECT id::text FROM pair WHERE "programmeId" = ANY($1::uuid[])
    UNION SELECT id::text FROM meeting WHERE "programmeId" = ANY($1::uuid[])
    UNION SELECT id::text FROM "group" WHERE "programmeId" = ANY($1::uuid[])
    UNION SELECT id::text FROM task WHERE "programmeId" = ANY($1::uuid[])
  ), lately AS (SELECT * FROM audit ORDER BY id DESC LIMIT 3000)
  SELECT a.id::text, a.at, a.action, a.reason,
    coalesce((SELECT p.name FROM person p WHERE 'person:' || p.id = a."by"),
      CASE WHEN a."by" LIKE 'person:%' THEN '' ELSE split_part(a."by", ':', 1) END) AS who,
    (SELECT p.name FROM person p WHERE p.id::text = a.ids->>'personId') AS whom, a.number IS NOT NULL AS chained
  FROM lately a
  WHERE EXISTS (SELECT FROM jsonb_each_text(a.ids) v JOIN things t ON t.id = v.value)
    AND NOT jsonb_exists(a.ids, 'concernId') AND a.action NOT LIKE 'concern%'
    AND a.action NOT IN ('refused', 'desk.refused')
    AND coalesce(a.ids->>'screen', '') NOT LIKE 'concern%'
    -- Only those who answer a concern put two on such a break: that there is one tells of a concern.
    AND a.action NOT IN ('pair-contact.paused', 'pair-contact.resumed', 'pair.paused', 'pair.resumed',
      'pause-pair', 'resume-pair')
  ORDER BY a.id DESC LIMIT $2`;

const StaffAudit = z.object({
  id: z.string(),
  at: isoText,
  action: z.string(),
  reason: z.string().nullable(),
  /** By name; empty for somebody who is gone. */
  who: z.string().nullable(),
  whom: z.string().nullable(),
  chained: z.boolean(),
});
export type StaffAudit = z.infer<typeof StaffAudit>;

type Asked = { readonly programmeIds: readonly string[] };

/** Reads for coordinators at the desk: names that people chose and what happened, of their own programmes alone. */
export function readStaff(pool: pg.Pool) {
  const all = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [...values])).rows);
  return {
    /** In the order of their names; `after` is a number of rows to pass over. */
    people: ({ programmeIds, after, most }: Asked & { readonly after: number; readonly most: number }) =>
      all(StaffPerson, `${PEOPLE} ORDER BY lower(p.name) NULLS LAST, p.id LIMIT $2 OFFSET $3`, [
        ...[programmeIds, most, after],
      ]),
    async isTheirs(programmeIds: readonly string[], personId: string): Promise<boolean> {
      const sql = `SELECT p.id FROM person p WHERE p.id = $2 AND p.state <> 'erased' AND ${THEIRS}`;
      return ((await pool.query(sql, [programmeIds, personId])).rowCount ?? 0) > 0;
    },
    async person({ programmeIds, personId }: Asked & { readonly personId: string }) {
      return (await all(StaffPerson, `${PEOPLE} AND p.id = $2`, [programmeIds, personId]))[0];
    },
    pairs: ({ programmeIds, personId, now }: Asked & { readonly personId: string; readonly now: string }) =>
      all(StaffPair, PAIRS, [programmeIds, personId, now]),
    /** Newest first, of the last few thousand entries. */
    audit: ({ programmeIds, most }: Asked & { readonly most: number }) =>
      all(StaffAudit, AUDIT, [programmeIds, most]),
  };
}
