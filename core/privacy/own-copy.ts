import { type Temporal as T, Temporal } from 'temporal-polyfill';
import type { Json, JsonObject } from '../kernel/json.ts';
import { json } from '../kernel/json.ts';
import type { Keys } from '../store/keys.ts';
import type { OwnData, OwnRow } from '../store/read-own-data.ts';
import { wallOf } from '../time/wall-time.ts';
import type { Column } from './kept-columns.ts';
import { whatWeKeep } from './what-we-keep.ts';

/** A person's own copy of everything, table by table. */
export type OwnCopy = { readonly [table: string]: readonly JsonObject[] };

/** What is said instead of words that nobody can open any more. */
const GONE = '(can no longer be opened)';

/**
 * Everything of one person, opened, by the list of what is kept. Of others there are the names they chose and what they wrote
 * to this person; ids are left out.
 */
export function ownCopy(data: OwnData, personId: string, keys: Keys): OwnCopy {
  const copy: Record<string, JsonObject[]> = {};
  for (const { table, columns } of whatWeKeep) {
    const given = columns.filter(({ exported }) => exported !== undefined);
    const rows = data.tables.get(table) ?? [];
    if (given.length === 0 || rows.length === 0) continue;
    copy[table] = rows.map((row) => {
      const fields = given.flatMap((column) => {
        const value = givenOf(table, column, row, { data, personId, keys });
        return value === undefined ? [] : [[column.column.replace(/(Sealed|Id)$/, ''), value] as const];
      });
      return Object.fromEntries(fields);
    });
  }
  return copy;
}

type Opening = { readonly data: OwnData; readonly personId: string; readonly keys: Keys };

function givenOf(
  table: string,
  { column, exported }: Column,
  row: OwnRow,
  opening: Opening,
): Json | undefined {
  const value = json.parse(row[column] ?? null);
  if (exported === 'opened')
    return typeof value === 'string' ? opened(table, column, row, value, opening) : null;
  if (exported === 'as a name') return nameOf(value, opening);
  if (exported === 'own side') return isOwnSide(table, column, row, opening) ? value : undefined;
  if (table === 'person' && column === 'settings') return withoutIds(value);
  return value;
}

/** Where they read is an id; the rest of what they chose is not. */
function withoutIds(settings: Json): Json {
  if (typeof settings !== 'object' || settings === null) return settings;
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'writeTo' && name !== 'v'));
}

function nameOf(id: Json, { data, personId }: Opening): Json {
  if (id === null) return null;
  if (id === personId) return 'me';
  return data.known.find((each) => each.id === id)?.name ?? 'somebody';
}

function isOwnSide(table: string, column: string, row: OwnRow, { data, personId }: Opening): boolean {
  const pair =
    table === 'pair_contact' ? data.tables.get('pair')?.find((each) => each['id'] === row['id']) : row;
  return pair?.[column.startsWith('mentor') ? 'mentorId' : 'menteeId'] === personId;
}

/** The words behind a seal. Nobody gets what another one of the two kept to themself. */
function opened(table: string, column: string, row: OwnRow, sealed: string, opening: Opening): Json {
  if (table === 'concern') return openedConcern(column, row, sealed, opening);
  const locks = locksOf(table, column, row, opening);
  if (locks === undefined || sealed === '') return null;
  try {
    const place = { table, row: String(row['id']), column };
    return locks.reduce((text, id) => keyOf(id, opening).open(text, place), sealed);
  } catch {
    return GONE;
  }
}

/** What somebody told has a key of its own. */
function openedConcern(column: string, row: OwnRow, sealed: string, { keys }: Opening): Json {
  const [id, wrappedKey] = [String(row['id']), String(row['wrappedKey'])];
  try {
    return keys.of({ id, wrappedKey }).open(sealed, { table: 'concern', row: id, column });
  } catch {
    return GONE;
  }
}

/** Whose keys open it, the outermost first; undefined where it is not this person's to read. */
function locksOf(table: string, column: string, row: OwnRow, opening: Opening): string[] | undefined {
  const { personId, data } = opening;
  if (column === 'placeSealed') return [String(row['placeBy'])];
  if (column === 'reasonSealed') return row['cancelledBy'] === personId ? [personId] : undefined;
  // A letter is sealed with its reader's key, whoever wrote it.
  if (table === 'letter') return [String(row['toId'])];
  if (table !== 'pair_message') return [personId];
  const isReaderGone = data.known.some(({ id, state }) => id === row['toId'] && state === 'erased');
  return [String(row[isReaderGone ? 'fromId' : 'toId']), String(row['fromId'])];
}

function keyOf(id: string, { data, keys }: Opening) {
  const found = data.known.find((each) => each.id === id);
  if (found === undefined) throw new Error('Somebody whose key is not known');
  return keys.of(found);
}

/** The same for a computer: one JSON document. */
export function asJson(copy: OwnCopy, now: T.Instant): string {
  return `${JSON.stringify({ madeAt: now.toString(), ...copy }, null, 2)}\n`;
}

/** The same for reading: a heading for each kind, a line for each thing, times on the person's own clock. */
export function asReading(copy: OwnCopy, zone: string, now: T.Instant): string {
  const parts = whatWeKeep.flatMap(({ table, about }) => {
    const rows = copy[table];
    if (rows === undefined) return [];
    const entries = rows.map((row) => linesOf(row, zone));
    return [`${about}\n\n${entries.join('\n\n')}`];
  });
  return `Everything that is kept of you, at ${wallOf(now, zone).replace('T', ' ')} (${zone})\n\n${parts.join('\n\n----\n\n')}\n`;
}

function linesOf(row: JsonObject, zone: string): string {
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `  ${wordsOf(name)}: ${said(value, zone)}`)
    .join('\n');
}

/** "quietFrom" as words. */
function wordsOf(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function said(value: Json, zone: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' && INSTANT.test(value))
    return wallOf(Temporal.Instant.from(value), zone).replace('T', ' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
