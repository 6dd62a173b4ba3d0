import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AppWatch } from '../apps/app-watch.ts';
import { Person } from '../people/person.ts';

const There = z.object({ person: Person, accountId: z.uuid() });

/** Reads about when the chat apps were heard, and by whom they are used. */
export function readAppWatch(pool: pg.Pool) {
  return {
    async of(app: string): Promise<AppWatch | undefined> {
      const found = await pool.query('SELECT * FROM app_watch WHERE id = $1', [app]);
      return found.rows[0] === undefined ? undefined : AppWatch.parse(found.rows[0]);
    },
    /** Who can be reached in an app and was answered there since then. */
    async thereSince(app: string, since: Temporal.Instant): Promise<z.infer<typeof There>[]> {
      const found = await pool.query(
        `SELECT to_jsonb(p) AS person, a.id AS "accountId" FROM account a JOIN person p ON p.id = a."personId"
         WHERE a.platform = $1 AND a.reachable AND EXISTS (SELECT 1 FROM outgoing o
           WHERE o."personId" = p.id AND o."accountId" = a.id AND o."createdAt" > $2::timestamptz) ORDER BY a.id`,
        [app, since.toString()],
      );
      return z.array(There).parse(found.rows);
    },
  };
}
