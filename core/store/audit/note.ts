import type pg from 'pg';
import type { Audit } from '../../kernel/change.ts';
import type { Moment } from '../../moment.ts';

/** Whoever works on the install itself: backs it up, restores it, replaces its key. */
export const OPERATOR = 'operator';

/** Writes into the audit what is not decided by a command. The app, or whoever starts it next, chains it. */
export async function noteAudit(
  client: Pick<pg.ClientBase, 'query'> | pg.Pool,
  { by, action, ids, reason, at }: Audit & { readonly by: string; readonly at: Moment },
): Promise<void> {
  await client.query('INSERT INTO audit (at, "by", action, ids, reason) VALUES ($1, $2, $3, $4, $5)', [
    at.now.toString(),
    by,
    action,
    JSON.stringify(ids),
    reason ?? null,
  ]);
}
