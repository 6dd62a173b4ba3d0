import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import type { Reach } from '../kernel/reach.ts';
import type { Supervised } from '../supervision/supervision-note.ts';
import { SupervisionNote } from '../supervision/supervision-note.ts';
import { pairWithin, supportsAt, within } from './theirs.ts';

const ToSend = z.object({
  id: z.uuid(),
  programmeId: z.uuid(),
  personId: z.uuid(),
  zone: z.string(),
  quietFrom: z.string(),
  quietTo: z.string(),
});

// $1 the programmes, $2 now, $3 after which role, $4 how many.
const TO_SEND = `SELECT r.id, r."programmeId", r."personId", p.zone, p."quietFrom", p."quietTo"
  FROM role r JOIN person p ON p.id = r."personId" JOIN programme g ON g.id = r."programmeId"
  WHERE r."endedAt" IS NULL AND r.role IN ('mentor', 'volunteer') AND r."programmeId" = ANY($1::uuid[])
    AND p.state = 'active' AND NOT p.paused AND r.id > $3::uuid
    AND coalesce(r."sentAgainAt", (SELECT min(q."createdAt") FROM pair q WHERE q."mentorId" = p.id
      AND q."programmeId" = g.id AND q.state = 'active'))
      + make_interval(days => coalesce((g.document->'supervision'->>'everyDays')::int, 42)) <= $2::timestamptz
    AND EXISTS (SELECT FROM pair q WHERE q."mentorId" = p.id AND q."programmeId" = g.id AND q.state = 'active')
  ORDER BY r.id LIMIT $4`;

const Topic = z.object({
  kind: z.enum(['a-lot-just-now', 'contact-out-of-hours']),
  mentee: z.string().nullable(),
  createdAt: instant,
});
/** Something that came up by itself, for talking about: never how anybody does. */
export type SupervisionTopic = z.infer<typeof Topic>;

const Listed = z.object({ id: z.uuid(), name: z.string().nullable(), notes: z.int(), topics: z.int() });

// $1 the mentor, $2 the programmes, $3 the sites of them.
const TOPICS = `SELECT t.kind, e.name AS mentee, t."createdAt" FROM task t LEFT JOIN pair q ON q.id = t."pairId"
    LEFT JOIN person e ON e.id = q."menteeId"
  WHERE t."doneAt" IS NULL AND t."programmeId" = ANY($2::uuid[])
    AND ((t.kind = 'a-lot-just-now' AND t."personId" = $1) OR (t.kind = 'contact-out-of-hours' AND q."mentorId" = $1
      AND ${pairWithin('q', 3)}))
  ORDER BY t."createdAt", t.id LIMIT 20`;

/** Reads about supervision. Nothing here opens a note: that is for the mentor, or for what writes down who reads. */
export function readSupervision(pool: pg.Pool) {
  const all = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [...values])).rows);
  return {
    /** What is said about a mentor's supervision in these programmes, newest first. */
    async notes(mentorId: string, programmeIds: readonly string[], most: number): Promise<SupervisionNote[]> {
      const sql = `SELECT * FROM supervision_note WHERE "mentorId" = $1 AND "programmeId" = ANY($2::uuid[])
        ORDER BY "createdAt" DESC, id LIMIT $3`;
      return await all(SupervisionNote, sql, [mentorId, programmeIds, most]);
    },
    /** A mentor's own, in whatever programme. */
    async own(mentorId: string, most: number): Promise<SupervisionNote[]> {
      const sql = `SELECT * FROM supervision_note WHERE "mentorId" = $1 ORDER BY "createdAt" DESC, id LIMIT $2`;
      return await all(SupervisionNote, sql, [mentorId, most]);
    },
    /** Mentors who are due to be sent some of their training again, by the rhythm of their supervision; in the order of ids. */
    async toSendAgain(programmeIds: readonly string[], now: Temporal.Instant, after: string, most: number) {
      return await all(ToSend, TO_SEND, [programmeIds, now.toString(), after, most]);
    },
    async topics(mentorId: string, { programmeIds, sites }: Reach): Promise<SupervisionTopic[]> {
      return await all(Topic, TOPICS, [mentorId, programmeIds, JSON.stringify(sites)]);
    },
    /** Whose mentor they are or ever were, and where. */
    async mentor(mentorId: string): Promise<Supervised> {
      const sql = `SELECT $1::uuid AS id, ARRAY(SELECT DISTINCT "menteeId" FROM pair WHERE "mentorId" = $1) AS mentees,
        coalesce((SELECT jsonb_object_agg(g.id, to_jsonb(${supportsAt('$1::uuid', 'g.id')})) FROM programme g WHERE g.id IN
          (SELECT "programmeId" FROM role WHERE "personId" = $1 AND role IN ('mentor', 'volunteer'))), '{}') AS sites`;
      const schema = z.object({
        id: z.uuid(),
        mentees: z.array(z.uuid()),
        sites: z.record(z.uuid(), z.array(z.string())),
      });
      return schema.parse((await pool.query(sql, [mentorId])).rows[0]);
    },
    /** The mentors within reach, with how much there is: for whoever oversees, never a mentee's own mentor. */
    async supervised({ programmeIds, sites }: Reach, readerId: string) {
      const sql = `SELECT p.id, p.name, (SELECT count(*) FROM supervision_note n WHERE n."mentorId" = p.id
          AND n."programmeId" = ANY($1::uuid[]))::int AS notes,
        (SELECT count(*) FROM task t LEFT JOIN pair q ON q.id = t."pairId" WHERE t."doneAt" IS NULL
          AND t."programmeId" = ANY($1::uuid[]) AND ((t.kind = 'a-lot-just-now' AND t."personId" = p.id)
            OR (t.kind = 'contact-out-of-hours' AND q."mentorId" = p.id AND ${pairWithin('q', 3)})))::int AS topics
        FROM person p WHERE p.id <> $2 AND p.state <> 'erased' AND EXISTS (SELECT FROM role r WHERE r."personId" = p.id
          AND r."endedAt" IS NULL AND r.role IN ('mentor', 'volunteer') AND r."programmeId" = ANY($1::uuid[])
          AND ${within('r."programmeId"', supportsAt('p.id', 'r."programmeId"'), 3)})
          AND NOT EXISTS (SELECT FROM pair q WHERE q."mentorId" = p.id AND q."menteeId" = $2)
        ORDER BY 3 DESC, lower(p.name), p.id LIMIT 40`;
      return await all(Listed, sql, [programmeIds, readerId, JSON.stringify(sites)]);
    },
    /** Those who see what is said of a mentor: coordinators and named cover, by name. */
    async overseers(programmeId: string, mentorId: string) {
      const sql = `SELECT DISTINCT p.id, p.name FROM role r JOIN person p ON p.id = r."personId" AND p.state = 'active'
        WHERE r."programmeId" = $1 AND r."endedAt" IS NULL AND r.role IN ('coordinator', 'supervision-cover')
          AND (r.site IS NULL OR r.site = ANY(${supportsAt('$2::uuid', '$1::uuid')})) ORDER BY p.name`;
      return await all(z.object({ id: z.uuid(), name: z.string().nullable() }), sql, [programmeId, mentorId]);
    },
    /** Whether it was written down, since then, that they read it. */
    async isNoted(mentorId: string, readerId: string, since: string): Promise<boolean> {
      const sql = `SELECT id FROM journal WHERE event = 'supervision.read' AND at >= $3::timestamptz
        AND ids->>'mentorId' = $1 AND ids->>'readerId' = $2 LIMIT 1`;
      return (await pool.query(sql, [mentorId, readerId, since])).rowCount === 1;
    },
  };
}
