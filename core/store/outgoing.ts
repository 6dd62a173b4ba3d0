import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { type Json, json, jsonObject } from '../kernel/json.ts';
import { Account, Person, Role } from '../people/person.ts';
import { gathered } from './gathered.ts';
import { knownProgrammes } from './known-programmes.ts';

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
  /** Whom it is for, if it is for somebody. */
  person: Person.nullable(),
  /** The account it answers, and whose that is where it is not the person's own. */
  asked: Account.nullable(),
  supporter: Person.nullable(),
  /** The person's accounts, the one they first wrote from first, and what they are in which programme. */
  accounts: z.array(Account),
  roles: z.array(Role),
});

function claimedWith(programme: ReturnType<typeof knownProgrammes>) {
  return z.object({ rows: z.array(OutgoingRow), programmes: z.array(programme) });
}

/** Messages to send now, with all that is known of whom they are for, and the programmes they may be of, the oldest first. */
export type Claimed = z.infer<ReturnType<typeof claimedWith>>;
export type OutgoingRow = z.infer<typeof OutgoingRow>;

/** Where a card was shown, so that it can be brought up to date there. */
export type ShownNew = {
  readonly id: string;
  /** An account, or a shared place. */
  readonly shownTo: string;
  readonly card: string;
  readonly ref: Json;
  readonly digest: string;
};

/** How a message ended, or how long its chat has to wait. */
export type Ending =
  | { readonly is: 'sent'; readonly shown?: ShownNew }
  /** Not needed any more: nothing to say, too late, or the person asked for silence. */
  | { readonly is: 'dropped'; readonly why: string }
  /** Cannot be delivered, for good. */
  | { readonly is: 'undeliverable'; readonly why: string };

/**
 * Order within a chat is kept; chats do not wait for each other. The longest due are looked at first, by the index that has them
 * in that order, and "OFFSET 0" keeps the look for an earlier message of a chat a look for one: joined with all that waits, it
 * would take the longer the more there is.
 */
const CLAIM = `WITH claimed AS (
  UPDATE outgoing SET "leaseUntil" = clock_timestamp() + make_interval(secs => $3), attempts = attempts + 1
  WHERE id IN (SELECT o.id FROM outgoing o WHERE o.state = 'waiting' AND o."dueAt" <= $1::timestamptz
    AND (o."leaseUntil" IS NULL OR o."leaseUntil" < clock_timestamp())
    AND NOT EXISTS (SELECT 1 FROM outgoing e WHERE e.state = 'waiting' AND e.chat = o.chat AND e.id < o.id
      AND e."dueAt" <= $1::timestamptz OFFSET 0)
    ORDER BY o."dueAt", o.id LIMIT $2 FOR UPDATE OF o SKIP LOCKED)
  RETURNING id, chat, "personId", "accountId", address, reply, screen, args, mode, card, always, "expiresAt", attempts, "createdAt"
), known AS (
  SELECT c.*, to_json(p) AS person, to_json(q) AS asked, to_json(s) AS supporter,
    coalesce((SELECT json_agg(a ORDER BY a."createdAt", a.id) FROM account a WHERE a."personId" = c."personId"), '[]') AS accounts,
    coalesce((SELECT json_agg(r ORDER BY r.since) FROM role r WHERE r."personId" = c."personId" AND r."endedAt" IS NULL), '[]') AS roles
  FROM claimed c LEFT JOIN person p ON p.id = c."personId" LEFT JOIN account q ON q.id = c."accountId"
    LEFT JOIN person s ON s.id = q."personId" AND s.id <> c."personId"
), concerned AS (
  SELECT a."programmeId" AS id FROM account a JOIN claimed c ON a."personId" = c."personId"
  UNION SELECT a."programmeId" FROM account a JOIN claimed c ON a.id = c."accountId"
  UNION SELECT r."programmeId" FROM role r JOIN claimed c ON r."personId" = c."personId"
  UNION SELECT f.id FROM (SELECT id FROM programme ORDER BY "createdAt" LIMIT 1) f WHERE EXISTS (SELECT 1 FROM claimed)
)
SELECT json_build_object('rows', coalesce((SELECT json_agg(k ORDER BY k.id) FROM known k), '[]'),
  'programmes', coalesce((SELECT json_agg(m ORDER BY m."createdAt") FROM programme m JOIN concerned n ON n.id = m.id), '[]')) AS value`;

const END = `WITH noted AS (
  INSERT INTO shown (id, "shownTo", card, ref, digest, at)
  SELECT id, "shownTo", card, ref, digest, at FROM json_to_recordset($2)
    AS s(id uuid, "shownTo" uuid, card text, ref jsonb, digest text, at timestamptz)
  ON CONFLICT (id) DO NOTHING
), ended AS (
  SELECT * FROM json_to_recordset($1) AS e(id bigint, state text, why text, "sentAt" timestamptz)
), forgotten AS (
  DELETE FROM outgoing o USING ended e WHERE o.id = e.id AND o.forget
)
UPDATE outgoing o SET state = e.state, why = e.why, "sentAt" = e."sentAt", "leaseUntil" = NULL
FROM ended e WHERE o.id = e.id AND NOT o.forget`;

type Ended = { readonly id: string; readonly ending: Ending; readonly now: Temporal.Instant };

export function openOutgoing(pool: pg.Pool, leaseSeconds: number) {
  const claimed = claimedWith(knownProgrammes());
  const end = gathered(async (some: readonly Ended[]) => {
    const rows = some.map(({ id, ending, now }) =>
      ending.is === 'sent'
        ? { id, state: ending.is, sentAt: now.toString() }
        : { id, state: ending.is, why: ending.why },
    );
    const shown = some.flatMap(({ ending, now }) =>
      ending.is === 'sent' && ending.shown !== undefined ? [{ ...ending.shown, at: now.toString() }] : [],
    );
    await pool.query({
      name: 'end-outgoing',
      text: END,
      values: [JSON.stringify(rows), JSON.stringify(shown)],
    });
  });
  return {
    /** Takes the first waiting message of up to `most` chats, the oldest first, with whom they are for. */
    async claimOutgoing(now: Temporal.Instant, most: number): Promise<Claimed> {
      const values = [now.toString(), most, leaseSeconds];
      const found = await pool.query({ name: 'claim-outgoing', text: CLAIM, values });
      return claimed.parse(found.rows[0]?.value);
    },
    /** Writes down how a message ended and, in the same statement, where its card stands now. */
    endOutgoing: (id: string, ending: Ending, now: Temporal.Instant): Promise<void> =>
      end({ id, ending, now }),
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
