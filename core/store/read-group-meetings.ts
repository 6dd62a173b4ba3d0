import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Group, GroupAnswer, GroupMeeting, GroupMember } from '../groups/group.ts';

const AtMeeting = z.object({
  meeting: GroupMeeting,
  group: Group,
  mine: GroupMember.nullable(),
  answer: GroupAnswer.nullable(),
});
/** A meeting of a group as one person finds it. */
export type AtMeeting = z.infer<typeof AtMeeting>;

const Tally = z.object({ coming: z.int(), maybe: z.int(), cannot: z.int(), listening: z.int() });
export type Tally = z.infer<typeof Tally>;

const Marked = z.object({
  personId: z.uuid(),
  name: z.string().nullable(),
  attended: GroupAnswer.shape.attended,
});
/** A line of the register: a member and what was noted of them. */
export type Marked = z.infer<typeof Marked>;

const Answered = z.object({ personId: z.uuid(), answer: GroupAnswer.shape.answer });
const Promised = z.object({ meeting: GroupMeeting, answer: GroupAnswer });
/** A meeting, and what somebody said of it. */
export type Promised = z.infer<typeof Promised>;

/** More than any group plans ahead. */
const MOST_PLANNED = 100;

const AT_MEETING = `SELECT to_jsonb(k) AS meeting, to_jsonb(g) AS "group", to_jsonb(m) AS mine, to_jsonb(a) AS answer
  FROM group_meeting k JOIN "group" g ON g.id = k."groupId"
  LEFT JOIN group_member m ON m."groupId" = g.id AND m."personId" = $2
  LEFT JOIN group_answer a ON a."meetingId" = k.id AND a."personId" = $2 WHERE k.id = $1`;

const NEXT = `SELECT to_jsonb(k) AS k FROM group_meeting k WHERE k."groupId" = $1 AND k.state = 'planned'
  AND k."startsAt" + make_interval(mins => k.minutes) > $2::timestamptz ORDER BY k."startsAt" LIMIT 1`;

/** Reads about the meetings of groups: what was planned, what members said of it, and who came. */
export function readGroupMeetings(pool: pg.Pool) {
  const rows = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [...values])).rows);
  const one = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]) =>
    (await rows(schema, sql, values))[0];
  return {
    async meetingRow(id: string): Promise<GroupMeeting | undefined> {
      return await one(GroupMeeting, 'SELECT * FROM group_meeting WHERE id = $1', [id]);
    },
    async atMeeting(meetingId: string, personId: string): Promise<AtMeeting | undefined> {
      return await one(AtMeeting, AT_MEETING, [meetingId, personId]);
    },
    /** The planned meeting that is next, or under way. */
    async nextMeeting(groupId: string, now: Temporal.Instant): Promise<GroupMeeting | undefined> {
      return (await one(z.object({ k: GroupMeeting }), NEXT, [groupId, now.toString()]))?.k;
    },
    /** Only how many said what, of those who are in the group now. */
    async tally(meetingId: string): Promise<Tally> {
      const of = (answer: string) => `count(*) FILTER (WHERE a.answer = '${answer}')::int AS ${answer}`;
      const sql = `SELECT ${['coming', 'maybe', 'cannot', 'listening'].map(of).join(', ')} FROM group_answer a
        JOIN group_meeting k ON k.id = a."meetingId"
        JOIN group_member m ON m."groupId" = k."groupId" AND m."personId" = a."personId" AND m.state = 'in'
        WHERE a."meetingId" = $1`;
      return (await one(Tally, sql, [meetingId])) ?? { coming: 0, maybe: 0, cannot: 0, listening: 0 };
    },
    /** Who said what about a meeting: for telling those it matters to, never for showing. */
    async answers(meetingId: string) {
      const sql = `SELECT a."personId", a.answer FROM group_answer a JOIN group_meeting k ON k.id = a."meetingId"
        JOIN group_member m ON m."groupId" = k."groupId" AND m."personId" = a."personId" AND m.state = 'in'
        WHERE a."meetingId" = $1 ORDER BY a."personId"`;
      return await rows(Answered, sql, [meetingId]);
    },
    /** Who was there, as far as is known: noted as having come, or coming and not noted otherwise. */
    async wasThere(meetingId: string): Promise<string[]> {
      const sql = `SELECT a."personId" FROM group_answer a WHERE a."meetingId" = $1 AND (a.attended = 'came'
        OR a.attended IS NULL AND a.answer IN ('coming', 'maybe', 'listening')) ORDER BY a."personId"`;
      return (await rows(z.object({ personId: z.uuid() }), sql, [meetingId])).map(({ personId }) => personId);
    },
    /** For the lead and coordinators alone. */
    async register(meetingId: string): Promise<Marked[]> {
      const sql = `SELECT m."personId", p.name, a.attended FROM group_meeting k
        JOIN group_member m ON m."groupId" = k."groupId" AND (m.state = 'in' AND m.seat > 0
          OR m.state = 'left' AND m."joinedAt" < k."startsAt" AND m."leftAt" >= k."startsAt")
        JOIN person p ON p.id = m."personId"
        LEFT JOIN group_answer a ON a."meetingId" = k.id AND a."personId" = m."personId"
        WHERE k.id = $1 ORDER BY lower(p.name), p.id`;
      return await rows(Marked, sql, [meetingId]);
    },
    /** What somebody said of the meetings that a group has planned, latest first. */
    async saidOf(groupId: string, personId: string): Promise<Promised[]> {
      const sql = `SELECT to_jsonb(k) AS meeting, to_jsonb(a) AS answer FROM group_answer a
        JOIN group_meeting k ON k.id = a."meetingId" WHERE k."groupId" = $1 AND a."personId" = $2
        AND k.state = 'planned' ORDER BY k."startsAt" DESC LIMIT ${MOST_PLANNED}`;
      return await rows(Promised, sql, [groupId, personId]);
    },
    /** The planned meetings to which somebody said that they are coming, or may be; latest first. */
    async promised(personId: string): Promise<Promised[]> {
      const sql = `SELECT to_jsonb(k) AS meeting, to_jsonb(a) AS answer FROM group_answer a
        JOIN group_meeting k ON k.id = a."meetingId"
        JOIN group_member m ON m."groupId" = k."groupId" AND m."personId" = a."personId" AND m.state = 'in'
        WHERE a."personId" = $1 AND a.answer IN ('coming', 'maybe') AND k.state = 'planned'
        ORDER BY k."startsAt" DESC LIMIT ${MOST_PLANNED}`;
      return await rows(Promised, sql, [personId]);
    },
    /** The latest of the meetings that a group has planned. */
    async planned(groupId: string): Promise<GroupMeeting[]> {
      const sql = `SELECT * FROM group_meeting WHERE "groupId" = $1 AND state = 'planned'
        ORDER BY "startsAt" DESC LIMIT ${MOST_PLANNED}`;
      return await rows(GroupMeeting, sql, [groupId]);
    },
  };
}
