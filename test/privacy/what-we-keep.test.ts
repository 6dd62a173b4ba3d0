import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { committedPage, page } from '../../core/privacy/generate-what-we-keep.ts';
import { whatWeKeep } from '../../core/privacy/what-we-keep.ts';
import { ownTables } from '../../core/store/read-own-data.ts';

const SCALARS =
  /^(String|Int|BigInt|Boolean|DateTime|Json|Decimal|Float|Bytes|Unsupported\("[^"]*"\))(\[\]|\?)?$/;

/** Every column of every table, as the schema names them in the database. */
function columnsOfSchema(schema: string): string[] {
  return [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) => {
    const table = /@@map\("([^"]+)"\)/.exec(body)?.[1] ?? '';
    return body.split('\n').flatMap((line) => {
      const [, name, type] = /^ {2}(\w+)\s+(\S+)/.exec(line) ?? [];
      return name !== undefined && type !== undefined && SCALARS.test(type) ? [`${table}.${name}`] : [];
    });
  });
}

const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
const listed = whatWeKeep.flatMap(({ table, columns }) => columns.map(({ column }) => `${table}.${column}`));

describe('the list of what is kept', () => {
  it('has every column of every table, once, and no other', () => {
    expect([...listed].sort()).toEqual(columnsOfSchema(schema).sort());
  });

  it('would be seen to lack one', () => {
    const more = schema.replace('model Person {', 'model Person {\n  mood String?');
    const lacking = columnsOfSchema(more).filter((column) => !listed.includes(column));
    expect(lacking).toEqual(['person.mood']);
  });

  it('says of each column that it is in the copy, or why not', () => {
    const silent = whatWeKeep.flatMap(({ columns }) =>
      columns.filter(({ exported, reason }) => (exported === undefined) === (reason === undefined)),
    );
    expect(silent).toEqual([]);
  });

  it('says why, wherever anything stays after "delete me"', () => {
    const unsaid = whatWeKeep.filter(
      ({ columns, whyItStays }) => whyItStays === '' && columns.some(({ atErasure }) => atErasure !== 'goes'),
    );
    expect(unsaid.map(({ table }) => table)).toEqual([]);
  });

  it('reads for the copy every table that something is given of', () => {
    const given = whatWeKeep.filter(({ columns }) => columns.some(({ exported }) => exported !== undefined));
    expect(given.map(({ table }) => table).filter((table) => !ownTables.includes(table))).toEqual([]);
  });

  it('is printed in docs/what-we-keep.md: otherwise run "npm run kept"', () => {
    expect(committedPage()).toBe(page());
  });
});
