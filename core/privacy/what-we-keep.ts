import { keptAround } from './kept-around.ts';
import { keptBetweenPeople } from './kept-between-people.ts';
import { columnsOf, type Table } from './kept-columns.ts';
import { keptOfMatching } from './kept-of-matching.ts';
import { keptOfPeople } from './kept-of-people.ts';

const all = { ...keptOfPeople, ...keptBetweenPeople, ...keptOfMatching, ...keptAround };

/** Every column of every table: what of it a person gets in their own copy, how long it is kept, what erasing them does to it. */
export const whatWeKeep: readonly Table[] = Object.entries(all).map(([table, written]) => ({
  table,
  about: written.about,
  kept: written.kept,
  columns: columnsOf(written),
  whyItStays: written.stays ?? (written.erasure === 'nobody' ? 'It is about nobody.' : ''),
}));
