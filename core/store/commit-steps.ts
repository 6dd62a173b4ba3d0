import type { Change, Claim } from '../kernel/change.ts';
import type { Reply } from '../kernel/incoming.ts';
import { type TableName, tables } from '../kernel/tables.ts';
import type { Moment } from '../moment.ts';
import { deciding, outgoingNew } from './commit-outgoing.ts';
import type { Step } from './step.ts';

/** What a change is written for. */
export type Cause = {
  /** Key of the update or request it answers: taken in once only. */
  readonly inbox?: string;
  /** The due row it performs: done once only. */
  readonly due?: string;
  /** Who did it, for the journal: "person:<id>", "coordinator:<name>", "clock". */
  readonly by: string;
  /** The same for the audit, where names do not belong. Default: `by`. */
  readonly auditBy?: string;
  /** The app's own way to answer what came in, for what answers it. */
  readonly reply?: Reply;
};

/** All that has to be written, step by step. */
export function stepsOf(change: Change, cause: Cause, at: Moment): Step[] {
  const now = at.now.toString();
  return [
    ...takingIn(cause, now),
    ...Array.from(byTable(change), ([table, rows]) => saving(table, rows)),
    ...Array.from(removalsByTable(change), ([table, ids]) => removing(table, ids)),
    ...claiming(change.claims),
    ...callingOff(change.callOff, cause.due),
    ...(change.due.length === 0 ? [] : [dueNew(change, at)]),
    ...(change.outgoing.length === 0 ? [] : [outgoingNew(change.outgoing, cause.reply, now)]),
    ...change.decided.map(deciding),
    ...(change.events.length === 0 ? [] : [journalNew(change, cause.by, now)]),
    ...(change.audits.length === 0 ? [] : [auditNew(change, cause.auditBy ?? cause.by, now)]),
  ];
}

/** What asked for it is taken in once: a second time the row is there already, or gone. */
function takingIn({ inbox, due }: Cause, now: string): Step[] {
  const steps: Step[] = [];
  if (inbox !== undefined) {
    steps.push({
      name: 'inbox_in',
      values: [inbox, now],
      sql: (key, moment) =>
        `INSERT INTO inbox (key, at) VALUES (${key}, ${moment}::timestamptz) RETURNING true AS fits`,
      rows: 1,
    });
  }
  if (due !== undefined) {
    const sql = (id: string) => `DELETE FROM due WHERE id = ${id}::uuid RETURNING true AS fits`;
    steps.push({ name: 'due_done', values: [due], sql, rows: 1 });
  }
  return steps;
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

/**
 * A row is written only over the version it was decided on: one that was removed meanwhile is not brought back. Only a row
 * of the first version may be new; PostgreSQL marks what was written over with the writer (xmax).
 */
function saving(table: TableName, rows: readonly object[]): Step {
  return {
    name: `save_${table}`,
    values: [JSON.stringify(rows)],
    sql: (place) => {
      const columns = Object.keys(tables[table].shape).map((column) => `"${column}"`);
      const list = columns.join(', ');
      const changed = columns.filter((column) => column !== '"id"');
      return `INSERT INTO "${table}" (${list})
    SELECT ${list} FROM json_populate_recordset(NULL::"${table}", ${place})
    ON CONFLICT (id) DO UPDATE SET ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}
    WHERE "${table}".version = excluded.version - 1 RETURNING (xmax = 0) = (version = 1) AS fits`;
    },
    rows: rows.length,
  };
}

function removing(table: TableName, ids: readonly string[]): Step {
  const sql = (place: string) =>
    `DELETE FROM "${table}" WHERE id::text = ANY(${place}::text[]) RETURNING true AS fits`;
  return { name: `remove_${table}`, values: [ids], sql };
}

function claiming(claims: readonly Claim[]): Step[] {
  if (claims.length === 0) return [];
  const freed: Step = {
    name: 'freed',
    values: [claims.map((claim) => claim.meetingId)],
    sql: (meetings) =>
      `DELETE FROM occupancy WHERE "meetingId" = ANY(${meetings}::uuid[]) RETURNING true AS fits`,
  };
  // In the order of people, or two bookings could wait for each other for ever.
  const rows = claims
    .flatMap(({ meetingId, people, from, to }) => {
      const time = { from: from.toString(), to: to.toString() };
      return people.map((personId) => ({ meetingId, personId, ...time }));
    })
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
  if (rows.length === 0) return [freed];
  const claimed: Step = {
    name: 'claimed',
    values: [JSON.stringify(rows)],
    sql: (place) => `INSERT INTO occupancy ("meetingId", "personId", during)
     SELECT c."meetingId", c."personId", tstzrange(c."from", c."to", '[)')
     FROM json_to_recordset(${place})
       AS c("meetingId" uuid, "personId" uuid, "from" timestamptz, "to" timestamptz)
     WHERE (SELECT count(*) FROM freed) >= 0
     ORDER BY c."personId" RETURNING true AS fits`,
  };
  return [freed, claimed];
}

function callingOff(subjects: readonly string[], due: string | undefined): Step[] {
  if (subjects.length === 0) return [];
  const sql = (place: string) => `DELETE FROM due WHERE subject = ANY(${place}::text[])`;
  if (due === undefined)
    return [
      { name: 'called_off', values: [subjects], sql: (place) => `${sql(place)} RETURNING true AS fits` },
    ];
  return [
    {
      name: 'others_called_off',
      values: [subjects, due],
      sql: (place, own) => `${sql(place)} AND id <> ${own}::uuid RETURNING true AS fits`,
    },
  ];
}

function dueNew(change: Change, at: Moment): Step {
  const rows = change.due.map((due) => ({
    id: at.newId(),
    key: due.key,
    command: due.command,
    args: due.args,
    dueAt: due.at,
    expiresAt: due.until ?? null,
    subject: due.subject ?? null,
  }));
  return {
    name: 'due_new',
    values: [JSON.stringify(rows)],
    sql: (place) => `INSERT INTO due (id, key, command, args, "dueAt", "expiresAt", subject)
    SELECT id, key, command, args, "dueAt", "expiresAt", subject FROM json_populate_recordset(NULL::due, ${place})
    ON CONFLICT (key) DO UPDATE SET command = excluded.command, args = excluded.args, "dueAt" = excluded."dueAt",
      "expiresAt" = excluded."expiresAt", subject = excluded.subject, "leaseUntil" = NULL, attempts = 0 RETURNING true AS fits`,
  };
}

function journalNew({ events }: Change, by: string, now: string): Step {
  return {
    name: 'journal_new',
    values: [now, by, JSON.stringify(events)],
    sql: (moment, who, place) => `INSERT INTO journal (at, event, by, ids)
       SELECT ${moment}::timestamptz, e.event, ${who}, e.ids
       FROM json_to_recordset(${place}) AS e(event text, ids jsonb)`,
  };
}

/** In the same statement as what it tells of: neither is there without the other. */
function auditNew({ audits }: Change, by: string, now: string): Step {
  return {
    name: 'audit_new',
    values: [now, by, JSON.stringify(audits)],
    sql: (moment, who, place) => `INSERT INTO audit (at, "by", action, ids, reason)
       SELECT ${moment}::timestamptz, ${who}, a.action, a.ids, a.reason
       FROM json_to_recordset(${place}) AS a(action text, ids jsonb, reason text)`,
  };
}
