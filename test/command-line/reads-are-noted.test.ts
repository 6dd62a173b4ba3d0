import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTES_ITSELF, OF_NOBODY } from '../../run/command-line/note-read.ts';
import { verbs } from '../../run/command-line/verbs.ts';
import { type DeskWorld, openDeskWorld } from './desk-world.ts';

let world: DeskWorld;
let pool: pg.Pool;
let ada: string;

beforeAll(async () => {
  world = await openDeskWorld();
  pool = new pg.Pool({ connectionString: world.url, max: 1 });
  pool.on('error', () => undefined);
  await world.type('enrol', '--name', 'Ada', '--role', 'mentor', '--agreed', '--adult');
  ada = (await pool.query(`SELECT id FROM person WHERE name = 'Ada'`)).rows[0].id;
});
afterAll(async () => {
  await pool.end();
  await world.close();
});

async function notedBy(...words: string[]): Promise<{ by: string; ids: Record<string, string> }[]> {
  return await notedWith(0, words);
}

async function notedWith(code: number, words: string[]) {
  const before = Number((await pool.query('SELECT coalesce(max(id), 0) AS id FROM audit')).rows[0].id);
  expect((await world.type(...words)).code, words.join(' ')).toBe(code);
  const sql = `SELECT "by", ids FROM audit WHERE id > $1 AND action = 'desk.read' ORDER BY id`;
  return (await pool.query(sql, [before])).rows;
}

const user = `uid-${process.geteuid?.() ?? 'unknown'}`;

describe('what is read of people at the command line', () => {
  it('is written down: by whom, where, of whom and how many', async () => {
    const by = 'command line';
    expect(await notedBy('people')).toEqual([{ by, ids: { at: 'people', user, count: 1 } }]);
    expect(await notedBy('person', 'Ada')).toEqual([{ by, ids: { at: 'person', user, personId: ada } }]);
    const shared = { at: 'shared', user, personId: ada, count: 0 };
    expect(await notedBy('shared', 'Ada')).toEqual([{ by, ids: shared }]);
    const records = { at: 'training records', user, personId: ada, count: 0 };
    expect(await notedBy('training', 'records', 'Ada')).toEqual([{ by, ids: records }]);
    for (const words of [['pairs'], ['meetings'], ['tasks'], ['enquiries'], ['groups'], ['words', 'asked']])
      expect(await notedBy(...words)).toEqual([{ by, ids: expect.objectContaining({ user }) }]);
  });

  it('is too when a name fits several, who are then listed, whatever was to be done with one of them', async () => {
    for (const _ of [1, 2])
      await world.type('enrol', '--name', 'Bob', '--role', 'mentee', '--agreed', '--adult');
    const ids = { user, several: 'person', count: 2 };
    for (const words of [
      ['person', 'Bob'],
      ['role', 'Bob', 'mentor'],
      ['enquiry', 'Bob'],
    ])
      expect(await notedWith(1, words)).toEqual([
        { by: 'command line', ids: { ...ids, at: words[0] ?? '' } },
      ]);
    expect(await notedWith(1, ['person', 'Nobody'])).toEqual([]);
  });

  it('is when the record itself is shown, and of whom', async () => {
    const shown = await notedBy('audit', 'show', '--person', 'Ada');
    expect(shown).toEqual([
      { by: 'command line', ids: { at: 'audit show', user, personId: ada, count: expect.any(Number) } },
    ]);
    expect(await notedBy('audit', 'show')).toHaveLength(1);
  });

  it('is in no entry by a name or by words', async () => {
    const { rows } = await pool.query("SELECT coalesce(string_agg(a::text, E'\\n'), '') AS all FROM audit a");
    expect(rows[0].all).not.toContain('Ada');
  });

  it('is not, of what is about nobody, or what writes it down by itself', async () => {
    expect(await notedBy('status')).toEqual([]);
    expect(await notedBy('programmes')).toEqual([]);
    const known = verbs.map(({ name }) => name);
    expect([...OF_NOBODY, ...NOTES_ITSELF].filter((name) => !known.includes(name))).toEqual([]);
  });
});
