import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { Person } from '../people/person.ts';

const ToAsk = z.object({
  memberId: z.uuid(),
  groupId: z.uuid(),
  person: Person,
  programmeId: z.uuid(),
  /** Since when they are in it, or when they were last asked. */
  since: instant,
});
/** A member who may be asked whether a group is still helping. */
export type MemberToAsk = z.infer<typeof ToAsk>;

const MEMBERS = `SELECT m.id AS "memberId", m."groupId", to_jsonb(p) AS person, g."programmeId",
    greatest(m."joinedAt", (SELECT max(n."createdAt") FROM nudge n WHERE n."personId" = m."personId" AND n.rule = $3
      AND n.facts->>'groupId' = m."groupId"::text)) AS since
  FROM group_member m JOIN "group" g ON g.id = m."groupId" AND g.state = 'open'
  JOIN person p ON p.id = m."personId" AND p.state = 'active' AND p.settings->>'nudges' = 'on'
  WHERE m.state = 'in' AND m.seat > 0 AND m."joinedAt" IS NOT NULL AND m.id > $1
    AND g."programmeId" = ANY($4) ORDER BY m.id LIMIT $2`;

/** Reads about when somebody was last looked after, so that it is done now and then and never twice. */
export function readCare(pool: pg.Pool) {
  const happened = async (sql: string, values: readonly unknown[]): Promise<boolean> =>
    (await pool.query(`SELECT 1 FROM journal WHERE ${sql} LIMIT 1`, [...values])).rows.length > 0;
  return {
    /** Whether somebody was asked how a meeting was for them. */
    async askedAfter(personId: string, meetingId: string): Promise<boolean> {
      const sql = `event = 'check-in.asked' AND ids->>'personId' = $1 AND ids->>'meetingId' = $2`;
      return await happened(sql, [personId, meetingId]);
    },
    /** When other help was last named to somebody. `since` is before all that matters. */
    async otherHelpNamed(personId: string, since: Temporal.Instant): Promise<Temporal.Instant | undefined> {
      const text = `SELECT at FROM journal WHERE event = 'other-help.named' AND at > $2 AND ids->>'personId' = $1
        ORDER BY at DESC LIMIT 1`;
      const found = await pool.query({
        name: 'other-help-named',
        text,
        values: [personId, since.toString()],
      });
      return z.array(z.object({ at: instant })).parse(found.rows)[0]?.at;
    },
    /** Members of open groups of these programmes whom the bot may write to first; a page at a time, in the order of ids. */
    async membersToAsk(
      rule: string,
      programmeIds: readonly string[],
      after: string,
      most: number,
    ): Promise<MemberToAsk[]> {
      const found = await pool.query({
        name: 'members-to-ask',
        text: MEMBERS,
        values: [after, most, rule, programmeIds],
      });
      return z.array(ToAsk).parse(found.rows);
    },
  };
}
