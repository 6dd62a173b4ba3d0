import type pg from 'pg';
import { z } from 'zod';
import { keyOfDatabase } from './install.ts';
import { siteOfRole } from './theirs.ts';

/** An instant as ISO text, in UTC. */
export const isoText = z.date().transform((date) => date.toISOString());

const PersonListed = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  state: z.enum(['arriving', 'active', 'held', 'stopped', 'erased']),
  zone: z.string(),
  /** How they can be told something: in an app, by a coordinator's call, or not at all for now. */
  reach: z.enum(['app', 'phone', 'none']),
  roles: z.array(
    z.object({
      programme: z.string(),
      role: z.string(),
      trained: z.boolean(),
      /** Code of the site: where they belong, or of whoever coordinates the one that they see. */
      site: z.string().nullable(),
    }),
  ),
  createdAt: isoText,
});

/**
 * Whether a pair goes on, as whoever coordinates sees it. That two have a pause is theirs, and only those who answer a concern
 * can pause meetings: to show it would be to tell of the concern.
 */
export const pairState = (pair: string): string =>
  `CASE ${pair}.state WHEN 'paused' THEN 'active' ELSE ${pair}.state END AS state`;

const PairListed = z.object({
  id: z.uuid(),
  programme: z.string(),
  mentorId: z.uuid(),
  mentor: z.string().nullable(),
  menteeId: z.uuid(),
  mentee: z.string().nullable(),
  state: z.enum(['active', 'ended']),
  rhythmDays: z.int().nullable(),
  createdAt: isoText,
});

const MeetingListed = z.object({
  id: z.uuid(),
  pairId: z.uuid(),
  mentor: z.string().nullable(),
  mentee: z.string().nullable(),
  state: z.enum(['proposed', 'confirmed', 'declined', 'cancelled']),
  startsAt: isoText,
  wall: z.string(),
  zone: z.string(),
  minutes: z.int(),
  restMinutes: z.int(),
  mode: z.string(),
});

const TaskListed = z.object({
  id: z.uuid(),
  kind: z.string(),
  programme: z.string().nullable(),
  personId: z.uuid().nullable(),
  person: z.string().nullable(),
  /** Whoever may be the same person, where it is about that. */
  otherPersonId: z.uuid().nullable(),
  otherPerson: z.string().nullable(),
  pairId: z.uuid().nullable(),
  meetingId: z.uuid().nullable(),
  /** When the meeting is, where it is about one. */
  wall: z.string().nullable(),
  zone: z.string().nullable(),
  groupId: z.uuid().nullable(),
  createdAt: isoText,
  /** The coordinator who has taken it on. */
  takenById: z.uuid().nullable(),
  takenBy: z.string().nullable(),
  doneAt: isoText.nullable(),
});

/** A part of a list, in the order in which its rows were made; `after` is the last id of the part before. */
export type Page = { readonly after?: string | undefined; readonly most: number };

const PEOPLE = `SELECT p.id, p.name, p.state, p.zone, p."createdAt",
    CASE WHEN EXISTS (SELECT FROM account a WHERE a."personId" = p.id AND a.reachable) THEN 'app'
      WHEN (p.settings->>'byPhone')::boolean THEN 'phone' ELSE 'none' END AS reach,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('programme', g.slug, 'role', r.role, 'trained', r."trainedAt" IS NOT NULL,
        'site', ${siteOfRole('r')}) ORDER BY g.slug, r.role), '[]')
      FROM role r JOIN programme g ON g.id = r."programmeId" WHERE r."personId" = p.id AND r."endedAt" IS NULL) AS roles
  FROM person p`;

const PAIRS = `SELECT p.id, g.slug AS programme, p."mentorId", r.name AS mentor, p."menteeId", e.name AS mentee, ${pairState('p')},
    p."rhythmDays", p."createdAt"
  FROM pair p JOIN programme g ON g.id = p."programmeId" JOIN person r ON r.id = p."mentorId" JOIN person e ON e.id = p."menteeId"`;

const MEETINGS = `SELECT k.id, k."pairId", r.name AS mentor, e.name AS mentee, k.state, k."startsAt", k.wall, k.zone, k.minutes,
    k."restMinutes", k.mode
  FROM meeting k JOIN person r ON r.id = k."mentorId" JOIN person e ON e.id = k."menteeId"`;

const TASKS = `SELECT t.id, t.kind, g.slug AS programme, p.id AS "personId", p.name AS person, t."otherPersonId",
    o.name AS "otherPerson", t."pairId", t."meetingId", k.wall, k.zone,
    t."groupId", t."createdAt", t."takenById", c.name AS "takenBy", t."doneAt"
  FROM task t LEFT JOIN person c ON c.id = t."takenById" LEFT JOIN person o ON o.id = t."otherPersonId"
  LEFT JOIN programme g ON g.id = t."programmeId" LEFT JOIN person p ON p.id = t."personId"
    AND t.kind <> 'may-want-a-hand' LEFT JOIN meeting k ON k.id = t."meetingId"`;

/** Most that are shown of what a few letters may mean. */
const MOST_MEANT = 6;

/**
 * What coordinators see: names that people chose, and what happened. Nothing that anybody wrote, answered or shared, and
 * no handle or number: those columns are not even read.
 */
export function readDesk(pool: pg.Pool) {
  const all = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [...values])).rows);
  return {
    people: ({ after, most }: Page) =>
      all(
        PersonListed,
        `${PEOPLE} WHERE p.state <> 'erased' AND ($1::uuid IS NULL OR p.id > $1::uuid) ORDER BY p.id LIMIT $2`,
        [after ?? null, most],
      ),
    /** Of everybody, or of one person. */
    pairs: ({ after, most, personId }: Page & { personId?: string | undefined }) =>
      all(
        PairListed,
        `${PAIRS} WHERE ($1::uuid IS NULL OR p.id > $1::uuid)
          AND ($3::uuid IS NULL OR $3::uuid IN (p."mentorId", p."menteeId")) ORDER BY p.id LIMIT $2`,
        [after ?? null, most, personId ?? null],
      ),
    /** Of one pair or of all; those that end after `from` (ISO), soonest first, or everything. */
    meetings: (asked: {
      pairId?: string | undefined;
      from?: string | undefined;
      /** The last meeting of the part before. */
      after?: string | undefined;
      most: number;
    }) =>
      all(
        MeetingListed,
        `${MEETINGS} WHERE ($1::uuid IS NULL OR k."pairId" = $1::uuid) AND ($2::timestamptz IS NULL
          OR k."startsAt" + make_interval(mins => k.minutes + k."restMinutes") > $2::timestamptz)
          AND ($4::uuid IS NULL OR (k."startsAt", k.id) > (SELECT m."startsAt", m.id FROM meeting m WHERE m.id = $4::uuid))
          ORDER BY k."startsAt", k.id LIMIT $3`,
        [asked.pairId ?? null, asked.from ?? null, asked.most, asked.after ?? null],
      ),
    /** Open ones; with `done` those that were dealt with too. */
    tasks: ({ after, most, done }: Page & { done?: boolean | undefined }) =>
      all(
        TaskListed,
        `${TASKS} WHERE ($1::uuid IS NULL OR t.id > $1::uuid) AND ($3 OR t."doneAt" IS NULL) ORDER BY t.id LIMIT $2`,
        [after ?? null, most, done ?? false],
      ),
    async person(personId: string): Promise<z.infer<typeof PersonListed> | undefined> {
      return (await all(PersonListed, `${PEOPLE} WHERE p.id = $1`, [personId]))[0];
    },
    async pair(pairId: string): Promise<z.infer<typeof PairListed> | undefined> {
      return (await all(PairListed, `${PAIRS} WHERE p.id = $1`, [pairId]))[0];
    },
    ...meantBy(all),
    async meeting(meetingId: string): Promise<z.infer<typeof MeetingListed> | undefined> {
      return (await all(MeetingListed, `${MEETINGS} WHERE k.id = $1`, [meetingId]))[0];
    },
    async task(taskId: string): Promise<z.infer<typeof TaskListed> | undefined> {
      return (await all(TaskListed, `${TASKS} WHERE t.id = $1`, [taskId]))[0];
    },
    /** The fingerprint of the key that this database belongs to. */
    keyOfDatabase: () => keyOfDatabase(pool),
    /** How much there is of everything, for a first look. */
    counts: () => countsIn(pool),
  };
}

type All = <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]) => Promise<T[]>;

/** What a few letters may mean, as people type them. */
function meantBy(all: All) {
  const id = (given: string): string => (/^[0-9a-f-]{4,36}$/i.test(given) ? `${given.toLowerCase()}%` : '');
  return {
    /** Those whom an id, its beginning or a name may mean: at the most a handful. */
    peopleMeant: (text: string) =>
      all(
        PersonListed,
        `${PEOPLE} WHERE p.state <> 'erased' AND (p.id::text LIKE $1 OR lower(p.name) = lower($2)) ORDER BY p.id LIMIT ${MOST_MEANT}`,
        [id(text), text],
      ),
    /** The same for pairs; the name of either of the two will do. Pairs that have ended are found by id alone. */
    pairsMeant: (text: string) =>
      all(
        PairListed,
        `${PAIRS} WHERE p.id::text LIKE $1 OR (p.state <> 'ended' AND lower($2) IN (lower(r.name), lower(e.name)))
          ORDER BY p.id LIMIT ${MOST_MEANT}`,
        [id(text), text],
      ),
    tasksMeant: (text: string) =>
      all(TaskListed, `${TASKS} WHERE t.id::text LIKE $1 ORDER BY t.id LIMIT ${MOST_MEANT}`, [id(text)]),
  };
}

async function countsIn(pool: pg.Pool): Promise<Counts> {
  const found = await pool.query(`SELECT
        (SELECT count(*) FROM programme)::int AS programmes, (SELECT count(*) FROM person WHERE state <> 'erased')::int AS people,
        (SELECT count(*) FROM pair WHERE state <> 'ended')::int AS pairs,
        (SELECT count(*) FROM task WHERE "doneAt" IS NULL)::int AS "openTasks",
        (SELECT count(*) FROM outgoing WHERE state = 'waiting')::int AS waiting,
        (SELECT count(*) FROM outgoing WHERE state = 'undeliverable')::int AS undeliverable,
        (SELECT count(*) FROM outgoing WHERE state = 'review')::int AS review,
        (SELECT count(*) FROM due)::int AS due, (SELECT max("restoredAt") FROM install) AS "restoredAt"`);
  return Counts.parse(found.rows[0]);
}

const Counts = z.object({
  programmes: z.int(),
  people: z.int(),
  pairs: z.int(),
  openTasks: z.int(),
  waiting: z.int(),
  undeliverable: z.int(),
  review: z.int(),
  due: z.int(),
  restoredAt: isoText.nullable(),
});
export type Counts = z.infer<typeof Counts>;
