import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { jsonObject } from '../kernel/json.ts';
import { openOutgoing } from './outgoing.ts';

const DueRow = z.object({
  id: z.uuid(),
  key: z.string(),
  command: z.string(),
  args: jsonObject,
  dueAt: instant,
  expiresAt: instant.nullable(),
  attempts: z.int(),
});
export type DueRow = z.infer<typeof DueRow>;

/**
 * The two queues: what is due, and what is to be sent. Rows are claimed with a short lease in real time, because a lease
 * is about whether a process still lives, while everything else about them is in the core's own time.
 */
export type Queues = ReturnType<typeof openQueues>;

export function openQueues(pool: pg.Pool, leaseSeconds: number) {
  return {
    /** Takes up to `most` due rows, oldest first, so that no other runner takes them while the lease lasts. */
    async claimDue(now: Temporal.Instant, most: number): Promise<DueRow[]> {
      const found = await pool.query({
        name: 'claim-due',
        text: `UPDATE due SET "leaseUntil" = clock_timestamp() + make_interval(secs => $3), attempts = attempts + 1
          WHERE id IN (SELECT id FROM due WHERE "dueAt" <= $1::timestamptz
            AND ("leaseUntil" IS NULL OR "leaseUntil" < clock_timestamp())
            ORDER BY "dueAt", id LIMIT $2 FOR UPDATE SKIP LOCKED)
          RETURNING id, key, command, args, "dueAt", "expiresAt", attempts`,
        values: [now.toString(), most, leaseSeconds],
      });
      const rows = z.array(DueRow).parse(found.rows);
      return rows.sort((a, b) => a.dueAt.epochMilliseconds - b.dueAt.epochMilliseconds);
    },
    async isDue(id: string): Promise<boolean> {
      return (await pool.query('SELECT 1 FROM due WHERE id = $1', [id])).rowCount === 1;
    },
    /** Leaves a due row for later (`seconds` of real time), with what went wrong. */
    async putOff(id: string, seconds: number, why: string): Promise<void> {
      await pool.query(
        `UPDATE due SET "leaseUntil" = clock_timestamp() + make_interval(secs => $2), "lastError" = $3 WHERE id = $1`,
        [id, seconds, why],
      );
    },
    async dropDue(id: string): Promise<void> {
      await pool.query('DELETE FROM due WHERE id = $1', [id]);
    },
    /** When the next thing is due or to be sent after `now`; undefined when nothing is. */
    async nextMoment(now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
      const found = await pool.query(
        `SELECT least((SELECT min("dueAt") FROM due WHERE "dueAt" > $1),
          (SELECT min("dueAt") FROM outgoing WHERE state = 'waiting' AND "dueAt" > $1)) AS at`,
        [now.toString()],
      );
      return z.object({ at: instant.nullable() }).parse(found.rows[0]).at ?? undefined;
    },
    ...openOutgoing(pool, leaseSeconds),
  };
}
