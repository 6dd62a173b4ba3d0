import type pg from 'pg';
import { z } from 'zod';
import { Group, GroupMember } from '../groups/group.ts';
import type { Reach } from '../kernel/reach.ts';
import { within } from './theirs.ts';

const InGroup = z.object({
  group: Group,
  mine: GroupMember.nullable(),
  /** The places that are taken, the lead's (0) among them. */
  seats: z.array(z.int()),
  /** Whoever has waited longest, of those who can be asked. */
  first: GroupMember.nullable(),
});
/** A group as somebody finds it: their own row in it, which places are taken, and who is next. */
export type InGroup = z.infer<typeof InGroup>;

const Counts = z.object({ members: z.int(), taken: z.int(), waiting: z.int() });
export type GroupCounts = z.infer<typeof Counts>;

const Named = z.object({ personId: z.uuid(), name: z.string().nullable() });
/** Among whom a lead is looked for: of a programme, at the sites that whoever looks sees. */
type Leads = Pick<Reach, 'sites'> & { readonly programmeId: string; readonly most: number };

const Found = z.object({ found: z.int() });
const Mine = z.object({ group: Group, mine: GroupMember });
export type WishedGroup = z.infer<typeof Mine>;
const IN_GROUP = `SELECT to_jsonb(g) AS "group", to_jsonb(m) AS mine,
    ARRAY(SELECT s.seat FROM group_member s WHERE s."groupId" = g.id AND s.seat IS NOT NULL) AS seats,
    (SELECT to_jsonb(w) FROM group_member w JOIN person q ON q.id = w."personId" AND q.state = 'active'
      WHERE w."groupId" = g.id AND w.state = 'waiting' ORDER BY w."waitingSince", w.id LIMIT 1) AS first
  FROM "group" g LEFT JOIN group_member m ON m."groupId" = g.id AND m."personId" = $2 WHERE g.id = $1`;

// Whoever chose to, and whoever reads in another app than the one the group is in.
const FOLLOWERS = `SELECT m."personId", p.name FROM group_member m JOIN person p ON p.id = m."personId"
  JOIN "group" g ON g.id = m."groupId"
  LEFT JOIN LATERAL (SELECT a.platform FROM account a WHERE a."personId" = p.id AND a.reachable
    ORDER BY coalesce(a.id::text = p.settings->>'writeTo', false) DESC, a."createdAt" LIMIT 1) r ON true
  WHERE m."groupId" = $1 AND m.state = 'in' AND p.state = 'active'
    AND coalesce(m.follows, r.platform <> g.platform, false) ORDER BY m."personId"`;

/** Reads about groups and who is in them. Their meetings are in read-group-meetings.ts. */
export function readGroups(pool: pg.Pool) {
  const rows = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [...values])).rows);
  const one = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]) =>
    (await rows(schema, sql, values))[0];
  return {
    async groupRow(id: string): Promise<Group | undefined> {
      return await one(Group, 'SELECT * FROM "group" WHERE id = $1', [id]);
    },
    /** The group of a shared place, if it has one that has not ended. */
    async groupHere(place: Pick<Group, 'platform' | 'tenant' | 'chatId'>): Promise<Group | undefined> {
      const { platform, tenant, chatId } = place;
      const sql = `SELECT * FROM "group" WHERE platform = $1 AND tenant = $2 AND "chatId" = $3 AND state <> 'closed'`;
      return await one(Group, sql, [platform, tenant, chatId]);
    },
    async inGroup(groupId: string, personId: string): Promise<InGroup | undefined> {
      return await one(InGroup, IN_GROUP, [groupId, personId]);
    },
    /** Without a lead's place in `members` and `taken`. */
    async counts(groupId: string): Promise<GroupCounts> {
      const sql = `SELECT count(*) FILTER (WHERE seat > 0 AND state = 'in')::int AS members,
        count(*) FILTER (WHERE seat > 0)::int AS taken, count(*) FILTER (WHERE state = 'waiting')::int AS waiting
        FROM group_member WHERE "groupId" = $1`;
      return (await one(Counts, sql, [groupId])) ?? { members: 0, taken: 0, waiting: 0 };
    },
    async memberRow(id: string): Promise<GroupMember | undefined> {
      return await one(GroupMember, 'SELECT * FROM group_member WHERE id = $1', [id]);
    },
    /** The groups a person has to do with, that have not ended. */
    async groupsOf(personId: string) {
      const sql = `SELECT to_jsonb(g) AS "group", to_jsonb(m) AS mine FROM group_member m
        JOIN "group" g ON g.id = m."groupId" WHERE m."personId" = $1 AND m.state <> 'left' AND g.state <> 'closed'
        ORDER BY g."createdAt", g.id`;
      return await rows(Mine, sql, [personId]);
    },
    /** What somebody pressed "Join" for and has not been welcomed to yet, also where the group has ended since. */
    async wishesOf(personId: string) {
      const sql = `SELECT to_jsonb(g) AS "group", to_jsonb(m) AS mine FROM group_member m
        JOIN "group" g ON g.id = m."groupId" WHERE m."personId" = $1 AND m.state = 'wishes'
        ORDER BY g."createdAt", g.id`;
      return await rows(Mine, sql, [personId]);
    },
    /** The groups that somebody leads, opened or not. */
    async ledBy(personId: string): Promise<Group[]> {
      const sql = `SELECT * FROM "group" WHERE "leadId" = $1 AND state <> 'closed' ORDER BY "createdAt", id`;
      return await rows(Group, sql, [personId]);
    },
    /** Whether somebody is in a group, waits for one or leads one. */
    async hasAny(personId: string): Promise<boolean> {
      const sql = `SELECT 1 AS found FROM "group" g WHERE g.state <> 'closed' AND (g."leadId" = $1 OR EXISTS (
        SELECT FROM group_member m WHERE m."groupId" = g.id AND m."personId" = $1 AND m.state <> 'left')) LIMIT 1`;
      return (await one(Found, sql, [personId])) !== undefined;
    },
    /** Who is in a group, waits, is asked, or is on their way in. */
    async everybody(groupId: string): Promise<GroupMember[]> {
      const sql = `SELECT * FROM group_member WHERE "groupId" = $1 AND state <> 'left' ORDER BY id`;
      return await rows(GroupMember, sql, [groupId]);
    },
    /** Who is trained to lead a group of this programme (GRP-05); with `groupId`, of those in that group. */
    async trainedLeads({ programmeId, most, sites }: Leads, groupId?: string) {
      const sql = `SELECT p.id AS "personId", p.name FROM person p WHERE p.state = 'active' AND EXISTS (SELECT FROM role r
        WHERE r."personId" = p.id AND r."programmeId" = $1 AND r."endedAt" IS NULL AND r."trainedAt" IS NOT NULL
          AND r.role IN ('mentor', 'volunteer') AND ${within('$1::uuid', 'sites_of(p.id, $1::uuid)', 4)})
        AND ($3::uuid IS NULL OR EXISTS (SELECT FROM group_member m WHERE m."groupId" = $3 AND m."personId" = p.id
          AND m.state = 'in')) ORDER BY lower(p.name), p.id LIMIT $2`;
      return await rows(Named, sql, [programmeId, most, groupId ?? null, JSON.stringify(sites)]);
    },
    async followers(groupId: string) {
      return await rows(Named, FOLLOWERS, [groupId]);
    },
    /** Who could lead a group of this programme: its mentors and volunteers. */
    async possibleLeads({ programmeId, most, sites }: Leads) {
      const sql = `SELECT p.id AS "personId", p.name FROM person p WHERE p.state = 'active' AND EXISTS (SELECT FROM role r
        WHERE r."personId" = p.id AND r."programmeId" = $1 AND r."endedAt" IS NULL AND r.role IN ('mentor', 'volunteer')
          AND ${within('$1::uuid', 'sites_of(p.id, $1::uuid)', 3)}) ORDER BY lower(p.name), p.id LIMIT $2`;
      return await rows(Named, sql, [programmeId, most, JSON.stringify(sites)]);
    },
    /**
     * Whether a card of a shared place waits to be brought up to date, and nobody has begun with it: then what is true now
     * is what it will show.
     */
    async refreshWaits(card: string): Promise<boolean> {
      const sql = `SELECT 1 AS found FROM outgoing WHERE state = 'waiting' AND card = $1 AND mode = 'refresh'
        AND "personId" IS NULL AND ("leaseUntil" IS NULL OR "leaseUntil" < clock_timestamp()) LIMIT 1`;
      return (await one(Found, sql, [card])) !== undefined;
    },
  };
}
