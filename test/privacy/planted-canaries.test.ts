import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { speakFirst } from '../../core/commands.ts';
import { openedConcern } from '../../core/concerns/opened-concern.ts';
import { backUp } from '../../core/store/backup.ts';
import { restore } from '../../core/store/restore.ts';
import { figure, sized } from '../faults/size.ts';
import { freshDatabase } from '../support/database.ts';
import { momentAt } from '../support/moved-clock.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { columnsThatHoldText, NO_WORDS_OF_THEIRS } from './columns-of-words.ts';
import { columnsWith, everythingIn, foundIn } from './looking-everywhere.ts';
import { type Garden, openGarden, plants } from './plant.ts';

const PEOPLE = sized(3, 21);
const migrations = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

let world: PaperWorld;
let garden: Garden;
let url: string;
let people: Writer[];

beforeAll(async () => {
  world = await openPaperWorld();
  url = world.url;
  garden = await openGarden(world);
  people = [];
  for (let index = 0; index < PEOPLE; index += 1) people.push(await plants(garden, index));
  await world.core.settle();
}, 180_000);
afterAll(() => world.close());

async function erasesAll(): Promise<void> {
  for (const { id } of people) {
    const by = { is: 'coordinator', name: 'test' } as const;
    const done = await world.core.perform({ command: 'erase-person', args: { personId: id }, by });
    if (done.did !== 'done') throw new Error(JSON.stringify(done));
    await world.core.settle();
  }
  await world.later({ minutes: 11 });
}

describe('a thousand words, names and handles that were planted everywhere', () => {
  it('stand in every column that can hold words, but for those of which it is written why not', async () => {
    const planted = await columnsWith(url, world.store.read.keys, garden.canaries);
    const columns = columnsThatHoldText();
    const lacking = columns.filter((each) => !planted.includes(each) && !NO_WORDS_OF_THEIRS.has(each));
    expect(lacking).toEqual([]);
    expect([...NO_WORDS_OF_THEIRS].filter((each) => !columns.includes(each))).toEqual([]);
    expect([...NO_WORDS_OF_THEIRS].filter((each) => planted.includes(each))).toEqual([]);
  });

  it('are nowhere after the erasure: not in the database, its queues, a backup, or what a restore brings back', async () => {
    const { keys } = world.store.read;
    const folder = mkdtempSync(join(tmpdir(), 'bt-canaries-'));
    const before = foundIn(await everythingIn(url, keys), garden.canaries);
    expect(garden.canaries.length).toBeGreaterThanOrEqual(sized(140, 1000));
    // They were all there to be found.
    expect(before.length).toBe(garden.canaries.length);
    const old = join(folder, 'before.backup');
    await backUp(url, keys, old, momentAt(world.clock));

    await erasesAll();
    const after = await everythingIn(url, keys);
    expect(foundIn(after, garden.canaries)).toEqual([]);
    expect(foundIn(after, garden.others)).toEqual(garden.others);
    for (const { concernId, words } of garden.records) {
      const record = await openedConcern(world.store.read, concernId);
      expect(record).toMatchObject({ words, from: null });
    }
    expect(
      foundIn(
        after,
        garden.records.map(({ words }) => words),
      ),
    ).toEqual([]);

    const fresh = join(folder, 'after.backup');
    await backUp(url, keys, fresh, momentAt(world.clock));
    const erased = world.store.erased.ids();
    expect(erased.length).toBe(PEOPLE);
    for (const file of [fresh, old]) {
      const into = await freshDatabase({ empty: true });
      const options = {
        url: into.url,
        keys,
        file,
        at: momentAt(world.clock),
        migrations,
        speakFirst,
        erased,
      };
      const { erasedAgain } = await restore(options);
      expect(erasedAgain).toBe(file === old ? PEOPLE : 0);
      expect(foundIn(await everythingIn(into.url, keys), garden.canaries)).toEqual([]);
      await into.drop();
    }
    expect(JSON.stringify(world.faults)).not.toContain('canary');
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  it('are not in the files of the database either, after the nightly round', async () => {
    await world.core.night();
    const [where] = z
      .array(z.object({ folder: z.string(), oid: z.string() }))
      .parse(
        await world.rows(
          `SELECT current_setting('data_directory') AS folder, oid::text FROM pg_database WHERE datname = current_database()`,
        ),
      );
    const tables = bytesIn(join(where?.folder ?? '', 'base', where?.oid ?? ''));
    const log = bytesIn(join(where?.folder ?? '', 'pg_wal'));
    figure(
      'F15',
      'planted words in the files of tables after the nightly round',
      foundIn(tables, garden.canaries).length,
      '0',
    );
    figure('F15', 'and in the log of changes', foundIn(log, garden.canaries).length, '0');
    expect(foundIn(log, garden.canaries)).toEqual([]);
    expect(foundIn(tables, garden.canaries)).toEqual([]);
  }, 60_000);
});

function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}
