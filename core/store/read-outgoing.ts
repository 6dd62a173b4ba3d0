import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isoText } from './read-desk.ts';

/** Most that is decided on at once. */
const MOST_AT_ONCE = 1000;

const Undecided = z.object({
  id: z.coerce.string(),
  personId: z.uuid().nullable(),
  name: z.string().nullable(),
  /** Which of our messages it is; what it says is worded only when it is sent. */
  screen: z.string(),
  /** review: it waited when a backup was made, and may have been sent since. undeliverable: no app took it. */
  state: z.enum(['review', 'undeliverable']),
  /** Why no app took it, as a code. */
  why: z.string().nullable(),
  since: isoText,
  /** Whether it would be dropped as too late if it were sent now. */
  tooLate: z.boolean(),
});
/** A message that is not sent unless somebody decides so. */
export type Undecided = z.infer<typeof Undecided>;

const UNDECIDED = `SELECT o.id, o."personId", p.name, o.screen, o.state, o.why, o."createdAt" AS since,
    coalesce(o."expiresAt" < $1::timestamptz, false) AS "tooLate"
  FROM outgoing o LEFT JOIN person p ON p.id = o."personId"
  WHERE o.state = $2 AND ($3::bigint IS NULL OR o.id > $3::bigint) ORDER BY o.id LIMIT $4`;

const OF_THESE = `SELECT id, state FROM outgoing WHERE state IN ('review', 'undeliverable') AND id = ANY($1::bigint[])
  ORDER BY id`;
const IN_REVIEW = `SELECT id, state FROM outgoing WHERE state = 'review' ORDER BY id LIMIT $1`;

const Found = z.array(Undecided.pick({ id: true, state: true }));

/** Reads about messages that somebody has to decide on: whom they are for and which they are, never what they say. */
export function readOutgoing(pool: pg.Pool) {
  return {
    /** Oldest first. */
    async undecided(asked: {
      state: Undecided['state'];
      now: Temporal.Instant;
      /** The last one of the part before. */
      after?: string | undefined;
      most: number;
    }): Promise<Undecided[]> {
      const values = [asked.now.toString(), asked.state, asked.after ?? null, asked.most];
      return z.array(Undecided).parse((await pool.query(UNDECIDED, values)).rows);
    },
    /** Those of these that still wait for a decision; `all`: what a restore left to look at, a thousand at a time. */
    async stillUndecided(ids: readonly string[] | 'all'): Promise<z.infer<typeof Found>> {
      const found = ids === 'all' ? pool.query(IN_REVIEW, [MOST_AT_ONCE]) : pool.query(OF_THESE, [[...ids]]);
      return Found.parse((await found).rows);
    },
  };
}
