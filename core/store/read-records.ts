import type pg from 'pg';
import { z } from 'zod';

/** What somebody has of their own, which is not to be lost when two records are made one. */
const Owned = z.enum([
  ...(['pair', 'meeting', 'reflection', 'draft', 'supporter', 'group', 'message'] as const),
  ...(['enquiry', 'training'] as const),
]);
export type Owned = z.infer<typeof Owned>;

const OWNED = `SELECT ARRAY(SELECT thing FROM (
    SELECT 1, 'pair' WHERE EXISTS (SELECT FROM pair WHERE "mentorId" = $1 OR "menteeId" = $1)
    UNION ALL SELECT 2, 'meeting' WHERE EXISTS (SELECT FROM meeting WHERE "mentorId" = $1 OR "menteeId" = $1)
    UNION ALL SELECT 3, 'reflection' WHERE EXISTS (SELECT FROM reflection WHERE "personId" = $1)
      OR EXISTS (SELECT FROM supervision_note WHERE "mentorId" = $1)
    UNION ALL SELECT 4, 'draft' WHERE EXISTS (SELECT FROM draft
      WHERE "personId" = $1 AND form <> 'welcome' AND "answersSealed" IS NOT NULL)
    UNION ALL SELECT 5, 'supporter' WHERE EXISTS (SELECT FROM supporter
      WHERE ("personId" = $1 OR "supporterId" = $1) AND state <> 'ended')
    UNION ALL SELECT 6, 'group' WHERE EXISTS (SELECT FROM group_member
        WHERE "personId" = $1 AND state IN ('in', 'waiting', 'asked'))
      OR EXISTS (SELECT FROM "group" WHERE "leadId" = $1)
    UNION ALL SELECT 7, 'message' WHERE EXISTS (SELECT FROM pair_message WHERE "fromId" = $1 OR "toId" = $1)
    UNION ALL SELECT 8, 'enquiry' WHERE EXISTS (SELECT FROM enquiry WHERE "personId" = $1 AND state <> 'withdrawn')
    UNION ALL SELECT 9, 'training' WHERE EXISTS (SELECT FROM training_record WHERE "personId" = $1 AND "removedAt" IS NULL)
      OR EXISTS (SELECT FROM training_place WHERE "personId" = $1)
  ) AS things (place, thing) ORDER BY place) AS owned`;

const Left = z.object({
  table: z.enum([
    ...(['draft', 'letter', 'supporter', 'availability', 'nudge'] as const),
    ...(['app_link', 'group_member', 'group_answer', 'role', 'enquiry', 'training_record'] as const),
  ]),
  id: z.string(),
});
/** A row that is left of somebody who is another. */
export type Left = z.infer<typeof Left>;

const LEFT_OVER = `SELECT 'draft' AS "table", id::text FROM draft WHERE "personId" = $1
    UNION ALL SELECT 'letter', id::text FROM letter WHERE "toId" = $1
    UNION ALL SELECT 'supporter', id::text FROM supporter WHERE ("personId" = $1 OR "supporterId" = $1) AND state = 'ended'
    UNION ALL SELECT 'availability', id::text FROM availability WHERE id = $1
    UNION ALL SELECT 'nudge', id::text FROM nudge WHERE "personId" = $1
    UNION ALL SELECT 'app_link', id::text FROM app_link WHERE "personId" = $1
    UNION ALL SELECT 'group_member', id::text FROM group_member WHERE "personId" = $1 AND state IN ('wishes', 'left')
    UNION ALL SELECT 'group_answer', id::text FROM group_answer WHERE "personId" = $1
    UNION ALL SELECT 'role', id::text FROM role WHERE "personId" = $1
    UNION ALL SELECT 'enquiry', id::text FROM enquiry WHERE "personId" = $1 AND state = 'withdrawn'
    UNION ALL SELECT 'training_record', id::text FROM training_record WHERE "personId" = $1 AND "removedAt" IS NOT NULL`;

/** Reads about records that may be of one person. */
export function readRecords(pool: pg.Pool) {
  return {
    /** What somebody has of their own. */
    async owned(personId: string): Promise<Owned[]> {
      const { rows } = await pool.query({ name: 'owned', text: OWNED, values: [personId] });
      return z.object({ owned: z.array(Owned) }).parse(rows[0]).owned;
    },
    /** Whether one of them was made one with somebody else, and only waits to be removed. */
    async anyGoes(personIds: readonly string[]): Promise<boolean> {
      const { rows } = await pool.query(
        `SELECT FROM due WHERE command = 'forget-joined-person' AND args->>'emptyPersonId' = ANY($1)`,
        [personIds],
      );
      return rows.length > 0;
    },
    /** What goes with somebody who is another. */
    async leftOver(personId: string): Promise<Left[]> {
      return z.array(Left).parse((await pool.query(LEFT_OVER, [personId])).rows);
    },
  };
}
