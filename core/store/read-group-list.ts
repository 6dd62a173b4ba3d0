import type pg from 'pg';
import { z } from 'zod';
import { Group, GroupMember } from '../groups/group.ts';
import { isoText, type Page } from './read-desk.ts';

const GroupListed = z.object({
  id: z.uuid(),
  programme: z.string(),
  name: z.string(),
  state: Group.shape.state,
  capacity: z.int(),
  leadId: z.uuid(),
  lead: z.string().nullable(),
  leadTrained: z.boolean(),
  leadAccepted: z.boolean(),
  members: z.int(),
  placesLeft: z.int(),
  waiting: z.int(),
  zone: z.string(),
  createdAt: isoText,
  openedAt: isoText.nullable(),
});
export type GroupListed = z.infer<typeof GroupListed>;

const MemberListed = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  /** The name they chose for others to see. */
  name: z.string().nullable(),
  state: GroupMember.shape.state,
  lead: z.boolean(),
  joinedAt: isoText.nullable(),
});
export type MemberListed = z.infer<typeof MemberListed>;

const MeetingListed = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  state: z.enum(['planned', 'cancelled']),
  startsAt: isoText,
  wall: z.string(),
  zone: z.string(),
  minutes: z.int(),
  sequence: z.int(),
  coming: z.int(),
  maybe: z.int(),
  cannot: z.int(),
  listening: z.int(),
  /** How many the register says came; null before it is done. */
  came: z.int().nullable(),
});
export type GroupMeetingListed = z.infer<typeof MeetingListed>;

const GROUPS = `SELECT g.id, q.slug AS programme, g.name, g.state, g.capacity, g."leadId", p.name AS lead,
    EXISTS (SELECT FROM role r WHERE r."personId" = g."leadId" AND r."programmeId" = g."programmeId" AND r."endedAt" IS NULL
      AND r."trainedAt" IS NOT NULL) AS "leadTrained", g."leadAcceptedAt" IS NOT NULL AS "leadAccepted",
    c.members, greatest(g.capacity - c.taken, 0) AS "placesLeft", c.waiting, g.zone, g."createdAt", g."openedAt"
  FROM "group" g JOIN programme q ON q.id = g."programmeId" JOIN person p ON p.id = g."leadId",
  LATERAL (SELECT count(*) FILTER (WHERE seat > 0 AND state = 'in')::int AS members,
    count(*) FILTER (WHERE seat > 0)::int AS taken, count(*) FILTER (WHERE state = 'waiting')::int AS waiting
    FROM group_member m WHERE m."groupId" = g.id) c`;

const MEETINGS = `SELECT k.id, k."groupId", k.state, k."startsAt", k.wall, k.zone, k.minutes, k.sequence, t.coming, t.maybe, t.cannot,
    t.listening, CASE WHEN k."registerDoneAt" IS NULL THEN NULL ELSE t.came END AS came
  FROM group_meeting k, LATERAL (SELECT count(*) FILTER (WHERE a.answer = 'coming')::int AS coming,
    count(*) FILTER (WHERE a.answer = 'maybe')::int AS maybe, count(*) FILTER (WHERE a.answer = 'cannot')::int AS cannot,
    count(*) FILTER (WHERE a.answer = 'listening')::int AS listening,
    (SELECT count(*) FROM group_answer b WHERE b."meetingId" = k.id AND b.attended = 'came')::int AS came
    FROM group_answer a JOIN group_member m ON m."groupId" = k."groupId" AND m."personId" = a."personId" AND m.state = 'in'
    WHERE a."meetingId" = k.id) t`;

/** What coordinators see of groups: counts, and the names that people chose. Nobody's own answer, and no handle. */
export function readGroupList(pool: pg.Pool) {
  const all = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [...values])).rows);
  return {
    list: ({ after, most }: Page): Promise<GroupListed[]> =>
      all(GroupListed, `${GROUPS} WHERE $1::uuid IS NULL OR g.id > $1::uuid ORDER BY g.id LIMIT $2`, [
        after ?? null,
        most,
      ]),
    async group(id: string): Promise<GroupListed | undefined> {
      return (await all(GroupListed, `${GROUPS} WHERE g.id = $1`, [id]))[0];
    },
    /** Those in it, waiting or asked; whoever has left is not listed. */
    members: (groupId: string, { after, most }: Page): Promise<MemberListed[]> =>
      all(
        MemberListed,
        `SELECT m.id, m."personId", p.name, m.state, coalesce(m.seat = 0, false) AS lead, m."joinedAt"
          FROM group_member m JOIN person p ON p.id = m."personId" WHERE m."groupId" = $1
          AND m.state IN ('in', 'waiting', 'asked') AND ($2::uuid IS NULL OR m.id > $2::uuid) ORDER BY m.id LIMIT $3`,
        [groupId, after ?? null, most],
      ),
    /** Of all groups, in the order in which they were planned. */
    allMeetings: ({ after, most }: Page): Promise<GroupMeetingListed[]> =>
      all(MeetingListed, `${MEETINGS} WHERE $1::uuid IS NULL OR k.id > $1::uuid ORDER BY k.id LIMIT $2`, [
        after ?? null,
        most,
      ]),
    /** The meetings of a group, in the order in which they were planned. */
    meetings: (groupId: string, { after, most }: Page): Promise<GroupMeetingListed[]> =>
      all(
        MeetingListed,
        `${MEETINGS} WHERE k."groupId" = $1 AND ($2::uuid IS NULL OR k.id > $2::uuid) ORDER BY k.id LIMIT $3`,
        [groupId, after ?? null, most],
      ),
  };
}
