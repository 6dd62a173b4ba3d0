import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AppWatch } from '../apps/app-watch.ts';
import { Person } from '../people/person.ts';

const There = z.object({ person: Person, accountId: z.uuid() });

/** Those who can be reached in an app and did something since, in whatever app that was. */
const THERE = `SELECT to_jsonb(p) AS person, a.id AS "accountId" FROM account a JOIN person p ON p.id = a."personId"
  WHERE a.platform = $1 AND a.reachable AND EXISTS (SELECT FROM journal j
    WHERE j.at >= $2::timestamptz AND j.by = 'person:' || p.id) ORDER BY a.id`;

/** Reads about the chat apps themselves. */
export function readApps(pool: pg.Pool) {
  return {
    async watch(app: string): Promise<AppWatch | undefined> {
      const { rows } = await pool.query('SELECT to_jsonb(w) AS watch FROM app_watch w WHERE id = $1', [app]);
      return z.object({ watch: AppWatch }).optional().parse(rows[0])?.watch;
    },
    async thereSince(app: string, since: Temporal.Instant): Promise<z.infer<typeof There>[]> {
      return z.array(There).parse((await pool.query(THERE, [app, since.toString()])).rows);
    },
  };
}
