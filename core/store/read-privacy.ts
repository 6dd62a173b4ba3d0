import type pg from 'pg';
import { z } from 'zod';
import { Series } from '../meetings/meeting.ts';
import { PairMessage } from '../pair-messages/pair-message.ts';
import { Supporter } from '../people/person.ts';
import { type OwnData, readOwnData } from './read-own-data.ts';

const UNFINISHED = `SELECT p.id FROM person p WHERE p.id = ANY($1::uuid[]) AND (p.state <> 'erased'
    OR EXISTS (SELECT FROM pair q WHERE p.id IN (q."mentorId", q."menteeId") AND q.state <> 'ended')
    OR EXISTS (SELECT FROM meeting k WHERE p.id IN (k."mentorId", k."menteeId") AND k.state IN ('proposed', 'confirmed')
      AND k."startsAt" > $2::timestamptz)
    OR EXISTS (SELECT FROM "group" g WHERE g."leadId" = p.id AND g.state <> 'closed')
    OR EXISTS (SELECT FROM group_member m WHERE m."personId" = p.id AND m.state <> 'left')) ORDER BY p.id`;

/** Reads for what people may ask about everything that is kept of them. */
export function readPrivacy(pool: pg.Pool) {
  const all = async <T>(schema: z.ZodType<T>, sql: string, values: readonly unknown[]): Promise<T[]> =>
    z.array(schema).parse((await pool.query(sql, [...values])).rows);
  return {
    /** Everything of one person, as it is at one moment. */
    everythingOf: (personId: string): Promise<OwnData> => readOwnData(pool, personId),
    /** The series that repeat for somebody, in any pair of theirs. */
    seriesOf: (personId: string) =>
      all(
        Series,
        `SELECT s.* FROM series s JOIN pair p ON p.id = s."pairId"
          WHERE s.state <> 'ended' AND $1::uuid IN (p."mentorId", p."menteeId") ORDER BY s.id`,
        [personId],
      ),
    /** What the other half of a pair wrote to somebody. */
    messagesTo: (personId: string) =>
      all(PairMessage, `SELECT * FROM pair_message WHERE "toId" = $1 AND state <> 'taken-back' ORDER BY id`, [
        personId,
      ]),
    /** Who helps them and whom they help, where both are known. */
    supportsOf: (personId: string) =>
      all(
        Supporter,
        `SELECT * FROM supporter WHERE $1::uuid IN ("personId", "supporterId") AND "supporterId" IS NOT NULL
          AND state IN ('accepted', 'active') ORDER BY id`,
        [personId],
      ),
    /** Those of these people of whom something is left that goes with an erasure. */
    async unfinished(ids: readonly string[], now: string): Promise<string[]> {
      const rows = await all(z.object({ id: z.uuid() }), UNFINISHED, [ids, now]);
      return rows.map(({ id }) => id);
    },
    /** Everybody who was erased here. */
    async erased(): Promise<string[]> {
      const rows = await all(z.object({ id: z.uuid() }), `SELECT id FROM person WHERE state = 'erased'`, []);
      return rows.map(({ id }) => id);
    },
  };
}
