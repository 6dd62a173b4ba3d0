import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type JsonObject, json } from '../kernel/json.ts';
import { gathered } from './gathered.ts';

const ShownRow = z.object({ id: z.uuid(), shownTo: z.uuid(), ref: json, digest: z.string() });
export type ShownRow = z.infer<typeof ShownRow>;

const SentRow = z.object({ id: z.coerce.string(), ref: json });
export type SentRow = z.infer<typeof SentRow>;

export type ButtonNew = {
  readonly token: string;
  /** Null: anybody may press it, in the shared place where it stands. */
  readonly personId: string | null;
  readonly forId: string | null;
  readonly command: string;
  readonly args: JsonObject;
};

const ADD_BUTTONS = `INSERT INTO button (token, "personId", "forId", command, args, "createdAt", "expiresAt")
  SELECT b.token, b."personId", b."forId", b.command, b.args, b."createdAt", b."expiresAt"
  FROM json_to_recordset($1) AS b(token text, "personId" uuid, "forId" uuid, command text, args jsonb,
    "createdAt" timestamptz, "expiresAt" timestamptz)`;

/** What was shown where, and what its buttons do. */
export type Showing = ReturnType<typeof openShowing>;

export function openShowing(pool: pg.Pool) {
  const add = gathered(async (some: readonly (readonly object[])[]) => {
    await pool.query({ name: 'add-buttons', text: ADD_BUTTONS, values: [JSON.stringify(some.flat())] });
  });
  return {
    /** Written before the message leaves, so that no button can be pressed that does nothing. */
    async addButtons(
      buttons: readonly ButtonNew[],
      now: Temporal.Instant,
      until: Temporal.Instant,
    ): Promise<void> {
      if (buttons.length === 0) return;
      const times = { createdAt: now.toString(), expiresAt: until.toString() };
      await add(buttons.map((button) => ({ ...button, ...times })));
    },
    /** Where a card was shown to any of these accounts (or in this shared place), newest first. */
    async where(shownTo: readonly string[], card: string, most: number): Promise<ShownRow[]> {
      const found = await pool.query({
        name: 'shown-where',
        text: 'SELECT id, "shownTo", ref, digest FROM shown WHERE "shownTo" = ANY($1) AND card = $2 ORDER BY at DESC, id DESC LIMIT $3',
        values: [shownTo, card, most],
      });
      return z.array(ShownRow).parse(found.rows);
    },
    async update(id: string, digest: string): Promise<void> {
      await pool.query({
        name: 'shown-update',
        text: 'UPDATE shown SET digest = $2 WHERE id = $1',
        values: [id, digest],
      });
    },
    /** What was sent to an account and is not known to be gone, newest first. */
    async sentTo(accountId: string, since: Temporal.Instant | undefined, most: number): Promise<SentRow[]> {
      const found = await pool.query({
        name: 'sent-to',
        text: `SELECT id, ref FROM sent_message WHERE "accountId" = $1 AND ($2::timestamptz IS NULL OR at > $2)
          ORDER BY id DESC LIMIT $3`,
        values: [accountId, since?.toString() ?? null, most],
      });
      return z.array(SentRow).parse(found.rows);
    },
    async forgetSent(ids: readonly string[]): Promise<void> {
      await pool.query({
        name: 'forget-sent',
        text: 'DELETE FROM sent_message WHERE id = ANY($1::bigint[])',
        values: [ids],
      });
    },
    async forget(id: string): Promise<void> {
      await pool.query({ name: 'shown-forget', text: 'DELETE FROM shown WHERE id = $1', values: [id] });
    },
  };
}
