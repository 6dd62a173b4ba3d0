import { hash } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { crashpoint } from '../delivery/crashpoint.ts';
import type { Change } from '../kernel/change.ts';
import type { Moment } from '../moment.ts';
import { type Cause, stepsOf } from './commit-steps.ts';
import type { ErasedList } from './erased-list.ts';
import type { Step } from './step.ts';
import { wipe, wipeNames } from './wipe.ts';

/**
 * done: everything was written. repeat: this update or due row was taken in before. stale: a row had moved on, decide
 * again. overlap: somebody is in another confirmed meeting then.
 */
export type Committed = 'done' | 'repeat' | 'stale' | 'overlap';

/** Writes a change in one statement: all of it, or nothing. */
export type Commit = (change: Change, cause: Cause, at: Moment) => Promise<Committed>;

/** `forget` lets go of what is held in memory of those who were erased. */
export function openCommit(
  pool: pg.Pool,
  erased: ErasedList,
  forget: (ids: readonly string[]) => void,
): Commit {
  const known: Known = new Map();
  return async (change, cause, at) => {
    try {
      const statement = statementOf(stepsOf(change, cause, at), known);
      if (change.erase === undefined) await pool.query(statement);
      else {
        await erase(pool, erased, change.erase, statement, at);
        forget(change.erase);
      }
      return 'done';
    } catch (error) {
      return understood(error);
    }
  };
}

/**
 * The change and everything of theirs in one transaction. Before it ends they are on the list that no backup holds, so that
 * nobody who was told goodbye can come back; whoever is on the list and still there, because the process died in between,
 * goes at the next start.
 */
async function erase(
  pool: pg.Pool,
  erased: ErasedList,
  ids: readonly string[],
  statement: pg.QueryConfig,
  at: Moment,
): Promise<void> {
  const client = await pool.connect();
  // A connection that is cut says so twice: the statement in hand fails, which is enough.
  const unheard = (): void => undefined;
  client.on('error', unheard);
  let broken = true;
  try {
    await client.query('BEGIN');
    await wipeNames(client, ids, at.now);
    await client.query(statement);
    await wipe(client, ids, at.now);
    crashpoint('erasure.written');
    erased.add(ids);
    crashpoint('erasure.listed');
    await client.query('COMMIT');
    broken = false;
  } catch (error) {
    broken = (await client.query('ROLLBACK').catch(() => undefined)) === undefined;
    throw error;
  } finally {
    client.off('error', unheard);
    client.release(broken);
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

/** Statements met before, by the names of their steps: those of one name read alike. */
type Known = Map<string, { readonly name: string; readonly text: string }>;

/** Each named statement is kept by every connection of the database, so there is an end to it. */
const MOST_KNOWN = 60;

/** The steps as one statement. A name lets the database plan it once for all later changes of the same kind. */
function statementOf(steps: readonly Step[], known: Known): pg.QueryConfig {
  const wanted = steps.reduce((sum, step) => sum + (step.rows ?? 0), 0);
  const values = [...steps.flatMap((step) => step.values), wanted];
  const kind = steps.map((step) => step.name).join(' ');
  const met = known.get(kind);
  if (met !== undefined) return { ...met, values };
  const text = textOf(steps);
  if (known.size >= MOST_KNOWN) return { text, values };
  // Named by what it says, so that a name means the same on a connection whoever uses it.
  const named = { name: `commit-${hash('sha256', text, 'base64url').slice(0, 22)}`, text };
  known.set(kind, named);
  return { ...named, values };
}

/** A step (CTE) for each kind of row, and a last one that undoes all if a row was stale. */
function textOf(steps: readonly Step[]): string {
  let places = 0;
  const place = () => {
    places += 1;
    return `$${places}`;
  };
  const written = steps.map(({ name, sql, values }) => `"${name}" AS (${sql(...values.map(place))})`);
  const counted = steps.filter((step) => step.rows !== undefined);
  const got = counted.map(({ name }) => `(SELECT count(*) FROM "${name}" WHERE fits)`);
  const head = written.length === 0 ? '' : `WITH ${written.join(',\n')}\n`;
  return `${head}SELECT expect_rows(${place()}, ${got.length === 0 ? '0' : got.join(' + ')})`;
}
