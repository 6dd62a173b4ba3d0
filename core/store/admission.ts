import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** How often one token may ask: so many at once, and so many a second from then on. */
export type Pace = { readonly burst: number; readonly perSecond: number };

const Admitted = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  source: z.string().nullable(),
  programmeId: z.uuid().nullable(),
  site: z.string().nullable(),
  lastUsedAt: instant.nullable(),
  /** Whole seconds of real time to wait; 0: go on. */
  wait: z.int(),
});
export type Admitted = z.infer<typeof Admitted>;

/**
 * One row a token: each request puts off by a moment when all of them will have been spread at the pace, and one that would
 * put it off further than a burst reaches is too many. In the database's own real time, so that it holds for all instances
 * together, whatever their clocks say.
 */
const ADMIT = `WITH token AS (
    SELECT id, name, scopes, source, "programmeId", site, "lastUsedAt" FROM admin_token
    WHERE hash = $1 AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > $2::timestamptz)),
  moment AS (SELECT clock_timestamp() AS now, make_interval(secs => 1 / $4::float8) AS one,
    make_interval(secs => $3::float8 / $4::float8) AS burst),
  paced AS (
    INSERT INTO token_pace AS p (id, "owedUntil") SELECT token.id, now + one FROM token, moment
    ON CONFLICT (id) DO UPDATE SET "owedUntil" = greatest(p."owedUntil", clock_timestamp()) + (SELECT one FROM moment)
      WHERE greatest(p."owedUntil", clock_timestamp()) + (SELECT one - burst FROM moment) <= clock_timestamp()
    RETURNING 1)
  SELECT token.*, CASE WHEN EXISTS (SELECT FROM paced) THEN 0
      ELSE greatest(1, ceil(extract(epoch FROM p."owedUntil" + one - burst - now)))::int END AS wait
  FROM token CROSS JOIN moment LEFT JOIN token_pace p ON p.id = token.id`;

/** Lets in whoever holds a good token, at its pace. One statement, for every instance on this database together. */
export function openAdmission(pool: pg.Pool) {
  return async (
    hash: string,
    { burst, perSecond }: Pace,
    now: Temporal.Instant,
  ): Promise<Admitted | undefined> => {
    const values = [hash, now.toString(), burst, perSecond];
    const { rows } = await pool.query({ name: 'admit', text: ADMIT, values });
    return rows[0] === undefined ? undefined : Admitted.parse(rows[0]);
  };
}
export type Admission = ReturnType<typeof openAdmission>;
