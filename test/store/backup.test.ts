import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../core/store/backup.ts';
import { migrate } from '../../core/store/migrate.ts';
import {
  type BackupWorld,
  CANARY,
  contentsOf,
  migrations,
  openBackupWorld,
  tell,
  tellAStory,
} from './backup-world.ts';

let world: BackupWorld;
let file: string;

beforeAll(async () => {
  world = await openBackupWorld();
  await tellAStory(world);
  file = await world.backup();
});

afterAll(() => world.close());

describe('a backup', () => {
  it('brings everything back: every row of every table, to the letter', async () => {
    const before = await contentsOf(world.database.url);
    const filled = Object.keys(before).filter((table) => before[table]?.length !== 0);
    expect(filled.length).toBeGreaterThan(12);
    const target = await world.emptyDatabase();
    await world.restore(target.url, file);
    const after = await contentsOf(target.url);
    // These are changed by the restore itself, as the next tests say.
    const changed = ['install', 'journal', 'outgoing', 'due', 'audit'];
    for (const table of Object.keys(before)) {
      if (changed.includes(table)) continue;
      expect(after[table], table).toEqual(before[table]);
    }
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after['journal']?.slice(0, before['journal']?.length).length).toBe(before['journal']?.length);
    expect(after['journal']?.length).toBe((before['journal']?.length ?? 0) + 1);
    expect(after['audit']?.slice(0, -1)).toEqual(before['audit']);
    expect(after['due']?.join()).toContain('12345678901234567890.10');
    const store = world.storeOn(target.url);
    const [bea] = await store.read.desk.peopleMeant('Bea "B" O\'Néill\u2028\\n 👋🏽');
    const person = await store.read.people.person(bea?.id ?? '');
    const kept = await tell(
      target.url,
      async (pool) => (await pool.query('SELECT id, "textSealed" AS sealed FROM reflection')).rows[0],
    );
    if (person === undefined) throw new Error('Bea is gone');
    const place = { table: 'reflection', row: kept.id, column: 'textSealed' };
    expect(world.keys.of(person).open(kept.sealed, place)).toBe(CANARY);
  });

  it('goes on as before: new rows get numbers of their own', async () => {
    const target = await world.emptyDatabase();
    await world.restore(target.url, file);
    const { core } = world.coreOn(world.storeOn(target.url));
    const programmeId = (await core.read.programmes.first())?.id;
    const args = { name: 'Cy', programmeId, role: 'mentee', agreed: true, adult: true };
    const by = { is: 'coordinator', name: 'test' } as const;
    expect((await core.perform({ command: 'enrol-person', args, by })).did).toBe('done');
    await tell(target.url, (pool) => migrate(pool, migrations)).then((applied) =>
      expect(applied).toEqual([]),
    );
  });

  it('brings the audit back with its chain whole, and says in it that it was restored', async () => {
    await world.store.audit.chain();
    const head = await world.store.audit.head();
    const later = await world.backup();
    await world.store.audit.chain();
    const newest = await world.store.audit.head();
    const target = await world.emptyDatabase();
    await world.restore(target.url, later);
    const store = world.storeOn(target.url);
    await store.audit.chain();
    expect(await store.audit.verify([head])).toMatchObject({ broken: [], unchained: { count: 0 } });
    const [entry, before] = await store.audit.list({ most: 2 });
    expect([entry?.action, before?.action]).toEqual(['install.restored', 'backup.begun']);
    // The copy was made before its own entry had a place in the chain; it has the same place now as there.
    expect(await store.audit.verify([newest])).toMatchObject({ broken: [], headsChecked: 1 });
    expect((await store.audit.verify()).restores).toHaveLength(1);
  });

  it('gives nothing away to whoever finds the file', () => {
    const bytes = readFileSync(file);
    const said = bytes.toString('latin1');
    for (const word of ['Ada', CANARY, 'wrappedKey', 'person', 'telegram', 'mentor'])
      expect(said, word).not.toContain(word);
    expect(said.startsWith('beenthere backup 1\n')).toBe(true);
    expect(statSync(file).mode & 0o077).toBe(0);
    // Two backups of the same thing have nothing in common but their first line.
    expect(new Set(bytes.subarray(-64)).size).toBeGreaterThan(20);
  });

  it('is never written over another', async () => {
    await expect(backUp(world.database.url, world.keys, file, world.at())).rejects.toThrow(
      /Choose another name/,
    );
  });

  it('that cannot be written says why, and leaves nothing', async () => {
    const nowhere = join(world.folder, 'no-such-folder', 'a.backup');
    await expect(backUp(world.database.url, world.keys, nowhere, world.at())).rejects.toThrow(
      /does not exist/,
    );
  });

  it('is one moment of the database, while people go on writing', async () => {
    const pairs = 60;
    let written = 0;
    let over = false;
    // Two rows that belong together, always written at once.
    const writing = tell(world.database.url, async (pool) => {
      while (!over) {
        written += 1;
        await pool.query(
          `WITH a AS (INSERT INTO inbox (key, at) VALUES ($1, now())) INSERT INTO journal (at, event, by, ids) VALUES (now(), $1, 'test', '{}')`,
          [`busy:${written}`],
        );
      }
    });
    const files: string[] = [];
    while (written < pairs || files.length < 3) files.push(await world.backup());
    over = true;
    await writing;
    for (const each of files) {
      const target = await world.emptyDatabase();
      await world.restore(target.url, each);
      const two = await tell(target.url, (pool) =>
        pool.query(
          `SELECT (SELECT count(*) FROM inbox WHERE key LIKE 'busy:%') AS a, (SELECT count(*) FROM journal WHERE event LIKE 'busy:%') AS b`,
        ),
      );
      expect(two.rows[0].a).toBe(two.rows[0].b);
    }
    expect(written).toBeGreaterThan(pairs);
  });
});
