import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';
import { type Json, json, jsonObject } from '../kernel/json.ts';
import { Account, Person, Role } from '../people/person.ts';
import { CLAIMS } from './claim-outgoing.ts';
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
  mode: z.enum(['new', 'card', 'refresh', 'front', 'event', 'remove']),
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
  /** Accounts concerned that their owner has put away. */
  away: z.array(z.uuid()),
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

/** Messages that stand in somebody's chat now, by the app's own names. */
export type SaidNew = { readonly accountId: string; readonly refs: readonly Json[] };

/** How a message ended, or how long its chat has to wait. */
export type Ending =
  | { readonly is: 'sent'; readonly shown?: ShownNew; readonly said?: SaidNew }
  /** Its chat is put away: it waits until it is brought back. */
  | { readonly is: 'put-away'; readonly why: string }
  /** Not needed any more: nothing to say, too late, or the person asked for silence. */
  | { readonly is: 'dropped'; readonly why: string }
  /** Cannot be delivered, for good. */
  | { readonly is: 'undeliverable'; readonly why: string };

/** An array is looked up by index: a join that was planned while the queue was short would go through all of it from then on. */
const OF_ENDED = 'o.id = ANY(ARRAY(SELECT id FROM ended))';

const END = `WITH noted AS (
  INSERT INTO shown (id, "shownTo", card, ref, digest, at)
  SELECT id, "shownTo", card, ref, digest, at FROM json_to_recordset($2)
    AS s(id uuid, "shownTo" uuid, card text, ref jsonb, digest text, at timestamptz)
  ON CONFLICT (id) DO NOTHING
), said AS (
  INSERT INTO sent_message ("accountId", ref, at)
  SELECT "accountId", ref, at FROM json_to_recordset($3) AS m("accountId" uuid, ref jsonb, at timestamptz)
), ended AS MATERIALIZED (
  SELECT * FROM json_to_recordset($1) AS e(id bigint, state text, why text, "sentAt" timestamptz, at timestamptz)
), heard AS (
  INSERT INTO due (id, key, command, args, "dueAt")
  SELECT gen_random_uuid(), 'ended:' || o.id, o."whenEnded",
    o.args || jsonb_build_object('personId', o."personId", 'ended', e.state), e.at
  FROM ended e JOIN outgoing o ON o.id = e.id WHERE ${OF_ENDED} AND o."whenEnded" IS NOT NULL
  ON CONFLICT (key) DO NOTHING
), forgotten AS (
  DELETE FROM outgoing o WHERE ${OF_ENDED} AND o.forget
)
UPDATE outgoing o SET state = e.state, why = e.why, "sentAt" = e."sentAt", "leaseUntil" = NULL
FROM ended e WHERE o.id = e.id AND ${OF_ENDED} AND NOT o.forget`;

type Ended = { readonly id: string; readonly ending: Ending; readonly now: Temporal.Instant };

export function openOutgoing(pool: pg.Pool, leaseSeconds: number) {
  const claimed = claimedWith(knownProgrammes());
  const end = gathered(async (some: readonly Ended[]) => {
    const rows = some.map(({ id, ending, now }) =>
      ending.is === 'sent'
        ? { id, state: ending.is, sentAt: now.toString(), at: now.toString() }
        : { id, state: ending.is, why: ending.why, at: now.toString() },
    );
    const shown = some.flatMap(({ ending, now }) =>
      ending.is === 'sent' && ending.shown !== undefined ? [{ ...ending.shown, at: now.toString() }] : [],
    );
    const said = some.flatMap(({ ending, now }) =>
      ending.is === 'sent' && ending.said !== undefined
        ? ending.said.refs.map((ref) => ({ accountId: ending.said?.accountId, ref, at: now.toString() }))
        : [],
    );
    await pool.query({
      name: 'end-outgoing',
      text: END,
      values: [JSON.stringify(rows), JSON.stringify(shown), JSON.stringify(said)],
    });
  });
  return {
    /** Takes the first waiting message of up to `most` chats, the oldest first, with whom they are for. */
    async claimOutgoing(now: Temporal.Instant, most: number): Promise<Claimed> {
      const values = [now.toString(), most, leaseSeconds];
      for (const claim of CLAIMS) {
        const found = await pool.query({ ...claim, values });
        const some = claimed.parse(found.rows[0]?.value);
        if (some.rows.length > 0) return some;
      }
      return { rows: [], programmes: [] };
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
