import type pg from 'pg';
import { z } from 'zod';
import { Draft } from '../conversation/draft.ts';
import type { AccountKey } from '../kernel/incoming.ts';
import { instant } from '../kernel/instant.ts';
import { jsonObject } from '../kernel/json.ts';
import { Account, Person, Role } from '../people/person.ts';
import { Disguise } from '../safe-device/disguise.ts';
import { asOneValue } from './one-value.ts';

const Pressed = z.object({
  token: z.string(),
  /** Null: it stands in a shared place, for anybody. */
  personId: z.uuid().nullable(),
  forId: z.uuid().nullable(),
  command: z.string(),
  args: jsonObject,
  expiresAt: instant,
});

const WayIn = z.object({
  seen: z.boolean(),
  account: Account.nullable(),
  /** Whose account it is. */
  person: Person.nullable(),
  roles: z.array(Role),
  /** The form that is open in this chat. */
  draft: Draft.nullable(),
  button: Pressed.nullable(),
  /** The words with which this chat is put away and brought back, where somebody chose any. */
  disguise: Disguise.nullable(),
  /** The person this account's owner acts beside just now, if that person still consents. */
  actingFor: Person.nullable(),
});

/** All that is needed to know who is there and what they mean. */
export type WayIn = z.infer<typeof WayIn>;

const QUERY = asOneValue(`
SELECT EXISTS (SELECT 1 FROM inbox WHERE key = $1) AS seen,
  to_jsonb(a) AS account, to_jsonb(p) AS person, to_jsonb(d) AS draft, to_jsonb(b) AS button, to_jsonb(w) AS disguise,
  (SELECT to_jsonb(f) FROM person f JOIN supporter s ON s."personId" = f.id
    WHERE s."supporterId" = a."personId" AND s.state = 'active' AND f.id = coalesce(b."forId", a."actingForId")
      AND f.id <> a."personId") AS "actingFor",
  coalesce((SELECT jsonb_agg(to_jsonb(r)) FROM role r WHERE r."personId" = p.id AND r."endedAt" IS NULL), '[]') AS roles
FROM (SELECT 1) AS one
LEFT JOIN account a ON a.platform = $2 AND a.tenant = $3 AND a."userId" = $4
LEFT JOIN person p ON p.id = a."personId"
LEFT JOIN draft d ON d."accountId" = a.id AND d.open
LEFT JOIN button b ON b.token = $5
LEFT JOIN disguise w ON w.id = a.id`);

/** One read for whoever comes in: known or not, seen before or not, with the button they pressed and the form they are in. */
export async function readWayIn(
  pool: pg.Pool,
  key: string,
  account: AccountKey,
  token: string | undefined,
): Promise<WayIn> {
  const { platform, tenant, userId } = account;
  const found = await pool.query({
    name: 'way-in',
    text: QUERY,
    values: [key, platform, tenant, userId, token ?? null],
  });
  return WayIn.parse(found.rows[0]?.value);
}
