import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** What of each kind is older than $1. Nothing of it is looked at by anything that is still to happen. */
const OLD: Readonly<Record<string, readonly string[]>> = {
  drafts: [`DELETE FROM draft WHERE "updatedAt" < $1`],
  nudges: [
    `DELETE FROM nudge WHERE "createdAt" < $1`,
    // While the two are a pair, nobody is asked anew.
    `DELETE FROM fit_check f USING pair q WHERE q.id = f."pairId" AND q.state = 'ended' AND f."askedAt" < $1`,
  ],
  'meeting-words': [
    `UPDATE meeting SET "placeSealed" = NULL, "placeBy" = NULL, "reasonSealed" = NULL, version = version + 1
      WHERE "startsAt" < $1 AND num_nonnulls("placeSealed", "placeBy", "reasonSealed") > 0`,
  ],
  'intake-answers': [
    `UPDATE enquiry SET "answersSealed" = NULL, "wordsSealed" = NULL, "outlineAgreedAt" = NULL, version = version + 1
      WHERE state IN ('elsewhere', 'not-yet', 'withdrawn') AND coalesce("decidedAt", "createdAt") < $1
        AND num_nonnulls("answersSealed", "wordsSealed", "outlineAgreedAt") > 0`,
  ],
  'group-answers': [
    `DELETE FROM group_answer a USING group_meeting k WHERE k.id = a."meetingId" AND k."startsAt" < $1`,
  ],
  // Each programme says its own years; the day given is the one of our default.
  concerns: [
    `WITH old AS (DELETE FROM concern c WHERE c.state = 'closed' AND c."closedAt" < $1::timestamptz + interval '2555 days'
        - make_interval(days => 365 * coalesce((SELECT (p.document->'safeguarding'->>'keptYears')::int FROM programme p
          WHERE p.id = c."programmeId"), 7)) RETURNING c.id),
      steps AS (DELETE FROM concern_step s USING old WHERE s."concernId" = old.id)
      SELECT id FROM old`,
  ],
  supervision: [`DELETE FROM supervision_note WHERE "createdAt" < $1`],
  helpers: [`DELETE FROM supporter WHERE state = 'ended' AND "endedAt" < $1`],
  // What was reported is found by the task it made.
  tasks: [
    `DELETE FROM task t WHERE "doneAt" < $1 AND NOT EXISTS (SELECT FROM message_report r WHERE r.id = t.id)`,
  ],
  journal: [`DELETE FROM journal WHERE at < $1`],
  sent: [`DELETE FROM outgoing WHERE state <> 'waiting' AND "createdAt" < $1`],
  shown: [`DELETE FROM shown WHERE at < $1`],
  'sign-ins': [
    `DELETE FROM desk_sign_in WHERE "expiresAt" < $1`,
    `DELETE FROM desk_session WHERE "endsAt" < $1`,
  ],
  'sent-messages': [`DELETE FROM sent_message WHERE at < $1`],
  buttons: [`DELETE FROM button WHERE "expiresAt" < $1`],
  updates: [
    `DELETE FROM inbox WHERE at < $1`,
    `DELETE FROM api_answer WHERE at < $1`,
    `DELETE FROM token_pace WHERE "owedUntil" < $1`,
  ],
};

/** Whoever told those who answer something can be answered: not while it is open, and as long again after it was closed. */
const ANSWERED = `NOT EXISTS (SELECT FROM concern c WHERE c."fromId" = p.id AND (c.state <> 'closed' OR c."closedAt" >= $1))`;

/** Whose time is over: they go by an erasure like any other. */
const PEOPLE: Readonly<Record<string, string>> = {
  newcomers: `SELECT id FROM person p WHERE state IN ('arriving', 'held') AND "createdAt" < $1 AND ${ANSWERED}
    AND NOT EXISTS (SELECT FROM role r WHERE r."personId" = p.id AND r."endedAt" IS NULL) ORDER BY id LIMIT 500`,
  silent: `SELECT id FROM person p WHERE state = 'stopped' AND "stoppedAt" < $1 AND ${ANSWERED} ORDER BY id LIMIT 500`,
};

const Ran = z.object({ id: z.string(), ranAt: instant, removed: z.int() });

export type Retention = ReturnType<typeof openRetention>;

/** The nightly round: what has been kept long enough goes. */
export function openRetention(pool: pg.Pool) {
  return {
    /** Removes what is older than `before` of a kind. Returns how many rows went, or were emptied. */
    async removeOld(kind: string, before: Temporal.Instant): Promise<number> {
      let removed = 0;
      for (const sql of OLD[kind] ?? [])
        removed += (await pool.query(sql, [before.toString()])).rowCount ?? 0;
      return removed;
    },
    /** Those of a kind of people whose time was over before then. */
    async peopleUntil(kind: string, before: Temporal.Instant): Promise<string[]> {
      const sql = PEOPLE[kind];
      if (sql === undefined) return [];
      const { rows } = await pool.query(sql, [before.toString()]);
      return z
        .array(z.object({ id: z.uuid() }))
        .parse(rows)
        .map(({ id }) => id);
    },
    async note(kind: string, now: Temporal.Instant, removed: number): Promise<void> {
      await pool.query(
        `INSERT INTO retention (id, version, "ranAt", removed) VALUES ($1, 1, $2, $3)
          ON CONFLICT (id) DO UPDATE SET version = retention.version + 1, "ranAt" = excluded."ranAt", removed = excluded.removed`,
        [kind, now.toString(), removed],
      );
    },
    /** When each kind was last looked through. */
    async ran() {
      return z.array(Ran).parse((await pool.query('SELECT id, "ranAt", removed FROM retention')).rows);
    },
    /** Whether anybody was erased since then. */
    async hasErasedSince(then: Temporal.Instant): Promise<boolean> {
      const sql = `SELECT EXISTS (SELECT FROM journal WHERE event = 'person.erased' AND at >= $1) AS erased`;
      const { rows } = await pool.query(sql, [then.toString()]);
      return z.object({ erased: z.boolean() }).parse(rows[0]).erased;
    },
    /**
     * The bytes of deleted rows are given up for overwriting. `wholly`: every table is written anew without them, and the
     * server's own samples of values, and its log of changes is let go as far as it can be; each table waits for a moment.
     */
    async giveUpDeleted(wholly: boolean): Promise<void> {
      await pool.query(wholly ? 'VACUUM (FULL, ANALYZE)' : 'VACUUM');
      if (!wholly) return;
      // A server that does not let us say so does it by itself, later.
      await pool.query('VACUUM FULL pg_catalog.pg_statistic').catch(() => undefined);
      await pool.query('SELECT pg_switch_wal()').catch(() => undefined);
      await pool.query('CHECKPOINT').catch(() => undefined);
    },
  };
}
