import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { json, jsonObject } from '../kernel/json.ts';
import { claimOutgoing } from './claim-outgoing.ts';

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

const OutgoingRow = z.object({
  id: z.coerce.string(),
  chat: z.string(),
  personId: z.uuid().nullable(),
  accountId: z.uuid().nullable(),
  address: z
    .object({
      platform: z.string(),
      chatId: z.string(),
      tenant: z.string().default(''),
      id: z.uuid().optional(),
    })
    .nullable(),
  reply: z.object({ handle: json, until: instant }).nullable(),
  screen: z.string(),
  args: jsonObject,
  mode: z.enum(['new', 'card', 'refresh', 'front', 'event']),
  card: z.string().nullable(),
  always: z.boolean(),
  expiresAt: instant.nullable(),
  attempts: z.int(),
  createdAt: instant,
});
export type OutgoingRow = z.infer<typeof OutgoingRow>;

/** How a message ended, or how long its chat has to wait. */
export type Ending =
  | { readonly is: 'sent' }
  /** Not needed any more: nothing to say, too late, or the person asked for silence. */
  | { readonly is: 'dropped'; readonly why: string }
  /** Cannot be delivered, for good. */
  | { readonly is: 'undeliverable'; readonly why: string };

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
    /** Takes the first waiting message of up to `most` chats. Order within a chat is kept; chats do not wait for each other. */
    async claimOutgoing(now: Temporal.Instant, most: number): Promise<OutgoingRow[]> {
      const rows = await claimOutgoing(pool, [now.toString(), most, leaseSeconds]);
      return z.array(OutgoingRow).parse(rows);
    },
    async endOutgoing(id: string, ending: Ending, now: Temporal.Instant): Promise<void> {
      await pool.query({
        name: 'end-outgoing',
        text: `UPDATE outgoing SET state = $2, why = $3, "sentAt" = $4, "leaseUntil" = NULL WHERE id = $1`,
        values: [
          id,
          ending.is,
          ending.is === 'sent' ? null : ending.why,
          ending.is === 'sent' ? now.toString() : null,
        ],
      });
    },
    /** Its chat waits that many seconds of real time; nothing is sent to it before. */
    async holdOutgoing(id: string, seconds: number, why: string): Promise<void> {
      await pool.query({
        name: 'hold-outgoing',
        text: `UPDATE outgoing SET "leaseUntil" = clock_timestamp() + make_interval(secs => $2), why = $3 WHERE id = $1`,
        values: [id, seconds, why],
      });
    },
    /** The same for what its app is not ready to take yet: that was no try. */
    async waitWithOutgoing(id: string, seconds: number): Promise<void> {
      await pool.query({
        name: 'wait-with-outgoing',
        text: `UPDATE outgoing SET "leaseUntil" = clock_timestamp() + make_interval(secs => $2), why = 'too-fast',
          attempts = attempts - 1 WHERE id = $1`,
        values: [id, seconds],
      });
    },
  };
}
