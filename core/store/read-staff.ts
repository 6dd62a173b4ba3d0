import type pg from 'pg';
import { z } from 'zod';
import type { Reach } from '../kernel/reach.ts';
import { isoText, pairState } from './read-desk.ts';
import { thingsPlaced } from './read-sites.ts';
import { isTheirs, pairWithin, siteOfRole, within } from './theirs.ts';

/** Where the sites stand of programmes that whoever asks does not see all of. */
const BOUND = 2;
const THEIRS = isTheirs('p', BOUND);

/** The site of a role by its name, where the programme is offered at several; a coordinator's is the one they see. */
const SITE = `(SELECT s->>'name' FROM jsonb_array_elements(g.document->'sites') s WHERE s->>'code' =
  ${siteOfRole('r')})`;

const PEOPLE = `SELECT p.id, p.name, p.state, p.paused, p.zone, p."createdAt",
    CASE WHEN EXISTS (SELECT FROM account a WHERE a."personId" = p.id AND a.reachable) THEN 'app'
      WHEN (p.settings->>'byPhone')::boolean THEN 'phone' ELSE 'none' END AS reach,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('programme', coalesce(g.document->>'name', g.slug), 'role', r.role,
        'site', ${SITE}) ORDER BY g.slug, r.role), '[]')
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
  roles: z.array(z.object({ programme: z.string(), role: z.string(), site: z.string().nullable() })),
  createdAt: isoText,
});
export type StaffPerson = z.infer<typeof StaffPerson>;

const PAIRS = `SELECT q.id, r.id AS "mentorId", r.name AS mentor, e.id AS "menteeId", e.name AS mentee, ${pairState('q')},
    (SELECT min(k."startsAt") FROM meeting k WHERE k."pairId" = q.id AND k.state = 'confirmed' AND k."startsAt" > $4::timestamptz) AS "nextAt"
  FROM pair q JOIN person r ON r.id = q."mentorId" JOIN person e ON e.id = q."menteeId"
  WHERE q."programmeId" = ANY($1::uuid[]) AND ${pairWithin('q', BOUND)} AND $3::uuid IN (q."mentorId", q."menteeId") ORDER BY q."createdAt", q.id LIMIT 50`;

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

const NAMED = 'ARRAY(SELECT id FROM named)';
const WHERE_BOUND = 'ARRAY(SELECT k::uuid FROM jsonb_object_keys($2::jsonb) k)';

// What names a programme of theirs that they see all of, or anybody or anything of theirs. Nothing about concerns, and
// nothing of what somebody tried in vain, who may be of another programme: those are not for coordinators.
const AUDIT = `WITH people AS (SELECT p.id FROM person p WHERE ${THEIRS}), things AS (
    SELECT id::text FROM people
    UNION SELECT w.id::text FROM unnest($1::uuid[]) w(id) WHERE NOT jsonb_exists($2::jsonb, w.id::text)
    UNION SELECT x.id::text FROM pair x WHERE x."programmeId" = ANY($1::uuid[]) AND ${pairWithin('x', BOUND)}
    UNION SELECT x.id::text FROM meeting x WHERE x."programmeId" = ANY($1::uuid[]) AND ${pairWithin('x', BOUND)}
    UNION SELECT x.id::text FROM "group" x WHERE x."programmeId" = ANY($1::uuid[])
      AND ${within('x."programmeId"', 'sites_of(x."leadId", x."programmeId")', BOUND)}
    UNION SELECT x.id::text FROM task x WHERE x."programmeId" = ANY($1::uuid[])
      AND ${within('x."programmeId"', 'sites_of_task(x, x."programmeId")', BOUND)}
  ), lately AS (SELECT * FROM audit ORDER BY id DESC LIMIT 3000
  ), named AS (SELECT DISTINCT v.value::uuid AS id FROM lately a, jsonb_each_text(a.ids) v
    WHERE $2::jsonb <> '{}' AND v.value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  ), away AS (SELECT d.id::text FROM (${thingsPlaced(NAMED, WHERE_BOUND)}) d
    WHERE NOT jsonb_exists_any($2::jsonb->(d."programmeId"::text), d.sites))
  SELECT a.id::text, a.at, a.action, a.reason,
    coalesce((SELECT p.name FROM person p WHERE 'person:' || p.id = a."by"),
      CASE WHEN a."by" LIKE 'person:%' THEN '' ELSE split_part(a."by", ':', 1) END) AS who,
    (SELECT p.name FROM person p WHERE p.id::text = a.ids->>'personId') AS whom, a.number IS NOT NULL AS chained
  FROM lately a
  WHERE EXISTS (SELECT FROM jsonb_each_text(a.ids) v JOIN things t ON t.id = v.value)
    -- What names somebody or something of another site is for that one, whatever else it names.
    AND ($2::jsonb = '{}' OR NOT EXISTS (SELECT FROM jsonb_each_text(a.ids) v JOIN person p ON p.id::text = v.value
      WHERE v.value NOT IN (SELECT id::text FROM people)))
    AND NOT EXISTS (SELECT FROM jsonb_each_text(a.ids) v JOIN away w ON w.id = v.value)
    AND NOT jsonb_exists(a.ids, 'concernId') AND a.action NOT LIKE 'concern%'
    AND a.action NOT IN ('refused', 'desk.refused')
    AND coalesce(a.ids->>'screen', '') NOT LIKE 'concern%'
    -- Only those who answer a concern put two on such a break: that there is one tells of a concern.
    AND a.action NOT IN ('pair-contact.paused', 'pair-contact.resumed', 'pair.paused', 'pair.resumed',
      'pause-pair', 'resume-pair')
    -- How somebody finds it to meet with another is theirs alone, and who asked for a hand is nobody else's.
    AND a.action NOT IN ('fit.answered', 'answer-fit', 'ask-fit-again', 'tell-of-fit', 'pair.may-want-a-hand')
  ORDER BY a.id DESC LIMIT $3`;

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

type Asked = { readonly reach: Reach };
const values = ({ programmeIds, sites }: Reach): readonly unknown[] => [programmeIds, JSON.stringify(sites)];

/** Reads for coordinators at the desk: names that people chose and what happened, of their own programmes and sites alone. */
export function readStaff(pool: pg.Pool) {
  const all = async <T>(schema: z.ZodType<T>, sql: string, reach: Reach, ...more: readonly unknown[]) =>
    z.array(schema).parse((await pool.query(sql, [...values(reach), ...more])).rows);
  return {
    /** In the order of their names; `after` is a number of rows to pass over. */
    people: ({ reach, after, most }: Asked & { readonly after: number; readonly most: number }) =>
      all(
        StaffPerson,
        `${PEOPLE} ORDER BY lower(p.name) NULLS LAST, p.id LIMIT $3 OFFSET $4`,
        reach,
        most,
        after,
      ),
    async isTheirs(reach: Reach, personId: string): Promise<boolean> {
      const sql = `SELECT p.id FROM person p WHERE p.id = $3 AND p.state <> 'erased' AND ${THEIRS}`;
      return ((await pool.query(sql, [...values(reach), personId])).rowCount ?? 0) > 0;
    },
    async person({ reach, personId }: Asked & { readonly personId: string }) {
      return (await all(StaffPerson, `${PEOPLE} AND p.id = $3`, reach, personId))[0];
    },
    pairs: ({ reach, personId, now }: Asked & { readonly personId: string; readonly now: string }) =>
      all(StaffPair, PAIRS, reach, personId, now),
    /** Newest first, of the last few thousand entries. */
    audit: ({ reach, most }: Asked & { readonly most: number }) => all(StaffAudit, AUDIT, reach, most),
  };
}
