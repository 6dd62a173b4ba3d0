import type pg from 'pg';
import { z } from 'zod';
import type { Change, Claim, OutgoingNew } from '../kernel/change.ts';
import { type TableName, tables } from '../kernel/tables.ts';
import type { Moment } from '../moment.ts';

/** What a change is written for. */
export type Cause = {
  /** Key of the update or request it answers: taken in once only. */
  readonly inbox?: string;
  /** The due row it performs: done once only. */
  readonly due?: string;
  /** Who did it, for the journal: "person:<id>", "coordinator:<name>", "clock". */
  readonly by: string;
};

/**
 * done: everything was written. repeat: this update or due row was taken in before. stale: a row had moved on, decide
 * again. overlap: somebody is in another confirmed meeting then.
 */
export type Committed = 'done' | 'repeat' | 'stale' | 'overlap';

/** Writes a change in one statement: all of it, or nothing. */
export async function commit(pool: pg.Pool, change: Change, cause: Cause, at: Moment): Promise<Committed> {
  const statement = compose(change, cause, at);
  try {
    await pool.query(statement.text, statement.values);
    return 'done';
  } catch (error) {
    return understood(error);
  }
}

const databaseError = z.object({ code: z.string(), constraint: z.string().optional() });

function understood(error: unknown): Committed {
  const known = databaseError.safeParse(error);
  if (!known.success) throw error;
  const { code, constraint } = known.data;
  if (code === '23505' && constraint === 'inbox_pkey') return 'repeat';
  if (code === '23P01') return 'overlap';
  // Two writers met: a stale row, a deadlock, or a second row for what may be there once. All are decided again.
  if (code === '40001' || code === '40P01' || code === '23505') return 'stale';
  throw error;
}

type Statement = { text: string; values: unknown[] };

/** Puts one statement together: a step (CTE) for each kind of row, and a last step that undoes all if one was stale. */
export function compose(change: Change, cause: Cause, at: Moment): Statement {
  const values: unknown[] = [];
  const steps: string[] = [];
  const counted: string[] = [];
  let wanted = 0;
  const value = (given: unknown): string => `$${values.push(given)}`;
  const step = (name: string, sql: string): void => {
    steps.push(`"${name}" AS (${sql})`);
  };
  const count = (name: string, rows: number): void => {
    counted.push(`(SELECT count(*) FROM "${name}")`);
    wanted += rows;
  };
  const now = value(at.now.toString());

  if (cause.inbox !== undefined) {
    step(
      'inbox_in',
      `INSERT INTO inbox (key, at) VALUES (${value(cause.inbox)}, ${now}::timestamptz) RETURNING 1`,
    );
    count('inbox_in', 1);
  }
  if (cause.due !== undefined) {
    step('due_done', `DELETE FROM due WHERE id = ${value(cause.due)}::uuid RETURNING 1`);
    count('due_done', 1);
  }
  for (const [table, rows] of byTable(change)) {
    step(`save_${table}`, saving(table, value(JSON.stringify(rows))));
    count(`save_${table}`, rows.length);
  }
  for (const [table, ids] of removalsByTable(change)) {
    step(`remove_${table}`, `DELETE FROM "${table}" WHERE id::text = ANY(${value(ids)}::text[]) RETURNING 1`);
  }
  if (change.claims.length > 0) claiming(change.claims, value, step);
  if (change.callOff.length > 0) {
    const not = cause.due === undefined ? '' : ` AND id <> ${value(cause.due)}::uuid`;
    step(
      'called_off',
      `DELETE FROM due WHERE subject = ANY(${value(change.callOff)}::text[])${not} RETURNING 1`,
    );
  }
  if (change.due.length > 0) step('due_new', dueInto(value(JSON.stringify(dueRows(change, at)))));
  if (change.outgoing.length > 0) {
    step(
      'outgoing_new',
      outgoingInto(value(JSON.stringify(change.outgoing.map((each) => outgoingRow(each, at))))),
    );
  }
  if (change.events.length > 0) {
    step(
      'journal_new',
      `INSERT INTO journal (at, event, by, ids) SELECT ${now}::timestamptz, e.event, ${value(cause.by)}, e.ids
       FROM json_to_recordset(${value(JSON.stringify(change.events))}) AS e(event text, ids jsonb)`,
    );
  }
  const got = counted.length === 0 ? '0' : counted.join(' + ');
  const head = steps.length === 0 ? '' : `WITH ${steps.join(',\n')}\n`;
  return { text: `${head}SELECT expect_rows(${wanted}, ${got}), ${now}::timestamptz`, values };
}

function byTable(change: Change): Map<TableName, object[]> {
  const rows = new Map<TableName, object[]>();
  const removed = new Set(change.removals.map(({ table, id }) => `${table}:${id}`));
  for (const save of change.saves) {
    // What goes in the same breath need not be brought up to date first.
    if (removed.has(`${save.table}:${save.row.id}`)) continue;
    const list = rows.get(save.table) ?? [];
    list.push(save.row);
    rows.set(save.table, list);
  }
  return rows;
}

function removalsByTable(change: Change): Map<TableName, string[]> {
  const ids = new Map<TableName, string[]>();
  for (const { table, id } of change.removals) ids.set(table, [...(ids.get(table) ?? []), id]);
  return ids;
}

function columnsOf(table: TableName): string[] {
  return Object.keys(tables[table].shape).map((column) => `"${column}"`);
}

function saving(table: TableName, rows: string): string {
  const columns = columnsOf(table);
  const list = columns.join(', ');
  const changed = columns.filter((column) => column !== '"id"');
  return `INSERT INTO "${table}" (${list})
    SELECT ${list} FROM json_populate_recordset(NULL::"${table}", ${rows})
    ON CONFLICT (id) DO UPDATE SET ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}
    WHERE "${table}".version = excluded.version - 1 RETURNING 1`;
}

function claiming(
  claims: readonly Claim[],
  value: (given: unknown) => string,
  step: (name: string, sql: string) => void,
): void {
  const meetings = claims.map((claim) => claim.meetingId);
  step('freed', `DELETE FROM occupancy WHERE "meetingId" = ANY(${value(meetings)}::uuid[]) RETURNING 1`);
  // In the order of people, or two bookings could wait for each other for ever.
  const rows = claims
    .flatMap((claim) =>
      claim.people.map((personId) => ({
        meetingId: claim.meetingId,
        personId,
        from: claim.from,
        to: claim.to,
      })),
    )
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
  if (rows.length === 0) return;
  step(
    'claimed',
    `INSERT INTO occupancy ("meetingId", "personId", during)
     SELECT c."meetingId", c."personId", tstzrange(c."from", c."to", '[)')
     FROM json_to_recordset(${value(JSON.stringify(rows))})
       AS c("meetingId" uuid, "personId" uuid, "from" timestamptz, "to" timestamptz)
     WHERE (SELECT count(*) FROM freed) >= 0
     ORDER BY c."personId" RETURNING 1`,
  );
}

function dueRows(change: Change, at: Moment): object[] {
  return change.due.map((due) => ({
    id: at.newId(),
    key: due.key,
    command: due.command,
    args: due.args,
    dueAt: due.at,
    expiresAt: due.until ?? null,
    subject: due.subject ?? null,
  }));
}

function dueInto(rows: string): string {
  return `INSERT INTO due (id, key, command, args, "dueAt", "expiresAt", subject)
    SELECT id, key, command, args, "dueAt", "expiresAt", subject FROM json_populate_recordset(NULL::due, ${rows})
    ON CONFLICT (key) DO UPDATE SET command = excluded.command, args = excluded.args, "dueAt" = excluded."dueAt",
      "expiresAt" = excluded."expiresAt", subject = excluded.subject, "leaseUntil" = NULL, attempts = 0 RETURNING 1`;
}

function outgoingRow(message: OutgoingNew, at: Moment): object {
  return {
    chat: message.place === undefined ? message.to : `${message.place.platform}:${message.place.chatId}`,
    personId: message.place === undefined ? message.to : null,
    accountId: message.account ?? null,
    address: message.place ?? null,
    screen: message.screen,
    args: message.args,
    mode: message.mode,
    card: message.card ?? null,
    always: message.evenIfStopped ?? false,
    dueAt: message.at ?? at.now,
    expiresAt: message.until ?? null,
    state: 'waiting',
    createdAt: at.now,
  };
}

function outgoingInto(rows: string): string {
  const columns =
    'chat, "personId", "accountId", address, screen, args, mode, card, always, "dueAt", "expiresAt", state, "createdAt"';
  return `INSERT INTO outgoing (${columns}) SELECT ${columns}
    FROM json_populate_recordset(NULL::outgoing, ${rows}) RETURNING 1`;
}
