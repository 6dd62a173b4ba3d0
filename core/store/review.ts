import type pg from 'pg';
import { z } from 'zod';
import type { Moment } from '../moment.ts';
import { isoText } from './read-desk.ts';

const Waiting = z.object({
  id: z.coerce.string(),
  personId: z.uuid().nullable(),
  name: z.string().nullable(),
  /** Which of our messages it is; what it says is worded only when it is sent. */
  screen: z.string(),
  since: isoText,
  /** Whether it would be dropped as too late if it were sent now. */
  tooLate: z.boolean(),
});
/** A message that waited to be sent when a backup was made, and that somebody has to decide on after a restore. */
export type WaitingForReview = z.infer<typeof Waiting>;

const LIST = `SELECT o.id, o."personId", p.name, o.screen, o."createdAt" AS since,
    coalesce(o."expiresAt" < $1::timestamptz, false) AS "tooLate"
  FROM outgoing o LEFT JOIN person p ON p.id = o."personId" WHERE o.state = 'review' ORDER BY o.id`;

const DECIDE = `WITH decided AS (
    UPDATE outgoing SET state = $1, why = $2 WHERE state = 'review' AND ($3::bigint[] IS NULL OR id = ANY($3::bigint[]))
    RETURNING id),
  audited AS (INSERT INTO audit (at, "by", action, ids)
    SELECT $4::timestamptz, $6, $5, json_build_object('outgoing', id::text) FROM decided)
  INSERT INTO journal (at, event, by, ids) SELECT $4::timestamptz, $5, $6, json_build_object('outgoing', id::text) FROM decided
  RETURNING 1`;

/** What a restore left for somebody to look at. */
export function openReview(pool: pg.Pool) {
  const decide = async (
    state: 'waiting' | 'dropped',
    ids: readonly string[] | 'all',
    by: string,
    at: Moment,
  ): Promise<number> => {
    const why = state === 'waiting' ? null : 'not-sent-after-restore';
    const event = state === 'waiting' ? 'outgoing.sent-after-review' : 'outgoing.dropped-after-review';
    const which = ids === 'all' ? null : ids;
    return (await pool.query(DECIDE, [state, why, which, at.now.toString(), event, by])).rowCount ?? 0;
  };
  return {
    /** Oldest first. */
    async list(at: Moment): Promise<WaitingForReview[]> {
      return z.array(Waiting).parse((await pool.query(LIST, [at.now.toString()])).rows);
    },
    /** Lets them be sent. Returns how many; one that was decided on before is not counted. */
    send: (ids: readonly string[] | 'all', by: string, at: Moment) => decide('waiting', ids, by, at),
    /** They are never sent. */
    drop: (ids: readonly string[] | 'all', by: string, at: Moment) => decide('dropped', ids, by, at),
  };
}
export type Review = ReturnType<typeof openReview>;
