import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakFirst } from '../../core/commands.ts';
import { backUp } from '../../core/store/backup.ts';
import { openKeys } from '../../core/store/keys.ts';
import { restore } from '../../core/store/restore.ts';
import type { FreshDatabase } from '../support/database.ts';
import {
  type BackupWorld,
  contentsOf,
  migrations,
  openBackupWorld,
  tell,
  tellAStory,
} from './backup-world.ts';

let world: BackupWorld;
let file: string;
/** Where every damaged backup is tried: each leaves it as empty as it was. */
let target: FreshDatabase;

beforeAll(async () => {
  world = await openBackupWorld();
  await tellAStory(world);
  file = await world.backup();
  target = await world.emptyDatabase();
});

afterAll(() => world.close());

async function rowsIn(url: string): Promise<number> {
  const made = await tell(
    url,
    async (pool) => (await pool.query(`SELECT to_regclass('person') AS made`)).rows[0],
  );
  if (made?.made === null) return 0;
  return Object.values(await contentsOf(url)).flat().length;
}

describe('a restore is all or nothing', () => {
  async function refused(bytes: Uint8Array, why: RegExp, keys = world.keys): Promise<void> {
    const changed = world.newFile();
    writeFileSync(changed, bytes);
    const failed = await restore({
      url: target.url,
      keys,
      file: changed,
      at: world.at(),
      migrations,
      speakFirst,
    }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(Error);
    expect(failed).toMatchObject({ name: 'BackupRefused', message: expect.stringMatching(why) });
    expect(await rowsIn(target.url)).toBe(0);
  }
  const headEnd = () => readFileSync(file).indexOf('\n', 'beenthere backup 1\n'.length) + 1;
  const DAMAGED = /changed or damaged|cut short|not a backup|another key/;

  it('finds any flipped bit, in the head or in what is sealed', async () => {
    const whole = readFileSync(file);
    const places = fc.sample(fc.integer({ min: 0, max: whole.length * 8 - 1 }), { numRuns: 10, seed: 7 });
    for (const place of [...places, 3, (headEnd() - 8) * 8, headEnd() * 8, headEnd() * 8 + 31]) {
      const flipped = Buffer.from(whole);
      flipped[place >> 3] = (flipped[place >> 3] ?? 0) ^ (1 << (place & 7));
      await refused(flipped, DAMAGED);
    }
  });

  it('finds that the file was cut short, wherever', async () => {
    const whole = readFileSync(file);
    const lengths = fc.sample(fc.integer({ min: 0, max: whole.length - 1 }), { numRuns: 10, seed: 11 });
    for (const length of [...lengths, headEnd(), whole.length - 1])
      await refused(whole.subarray(0, length), DAMAGED);
  });

  it('finds what was added at the end', async () => {
    const whole = readFileSync(file);
    await refused(Buffer.concat([whole, Buffer.from([0])]), DAMAGED);
    await refused(Buffer.concat([whole, whole.subarray(headEnd())]), DAMAGED);
  });

  it('finds pieces that were swapped, left out, repeated or taken from another backup', async () => {
    await tell(world.database.url, (pool) =>
      pool.query(
        `INSERT INTO inbox (key, at) SELECT md5(n::text) || md5((n * 7)::text), now() FROM generate_series(1, 30000) n`,
      ),
    );
    const [one, other] = [await world.backup(), await world.backup()].map((each) => readFileSync(each));
    await tell(world.database.url, (pool) => pool.query(`DELETE FROM inbox WHERE key NOT LIKE '%:%'`));
    const split = (bytes: Buffer): { head: Buffer; pieces: Buffer[] } => {
      let from = bytes.indexOf('\n', 'beenthere backup 1\n'.length) + 1;
      const head = bytes.subarray(0, from);
      const pieces: Buffer[] = [];
      while (from < bytes.length) {
        const length = (bytes.readUInt32BE(from) % 0x8000_0000) + 4;
        pieces.push(bytes.subarray(from, from + length));
        from += length;
      }
      return { head, pieces };
    };
    const { head, pieces } = split(one ?? Buffer.alloc(0));
    const foreign = split(other ?? Buffer.alloc(0)).pieces;
    expect(pieces.length).toBeGreaterThanOrEqual(4);
    const pick = fc.sample(fc.tuple(fc.nat(pieces.length - 1), fc.nat(pieces.length - 2)), {
      numRuns: 10,
      seed: 5,
    });
    for (const [index, other] of pick) {
      const swapped = [...pieces];
      const next = other >= index ? other + 1 : other;
      [swapped[index], swapped[next]] = [swapped[next] ?? head, swapped[index] ?? head];
      await refused(Buffer.concat([head, ...swapped]), DAMAGED);
      if (index % 3 !== 0) continue;
      await refused(Buffer.concat([head, ...pieces.toSpliced(index, 1)]), DAMAGED);
      await refused(Buffer.concat([head, ...pieces.toSpliced(index, 0, pieces[index] ?? head)]), DAMAGED);
      await refused(Buffer.concat([head, ...pieces.with(index, foreign[index] ?? head)]), DAMAGED);
    }
  }, 120_000);

  it('refuses another key, and names the right one', async () => {
    await refused(readFileSync(file), new RegExp(world.keys.fingerprint), openKeys(randomBytes(32)));
  });

  it('refuses what is no backup, and what a later version made', async () => {
    await refused(Buffer.from('PGDMP'), /not a backup/);
    await refused(Buffer.from('beenthere backup 2\n{}\n'), /not a backup/);
    await tell(world.database.url, (pool) =>
      pool.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_later', now())`,
      ),
    );
    const later = await world.backup();
    await tell(world.database.url, (pool) => pool.query(`DELETE FROM _prisma_migrations WHERE id = 'x'`));
    await refused(readFileSync(later), /later version of Beenthere/);
  });

  it('never writes over people, and leaves them as they were', async () => {
    const before = await contentsOf(world.database.url);
    await expect(world.restore(world.database.url, file)).rejects.toThrow(/in use already/);
    expect(await contentsOf(world.database.url)).toEqual(before);
  });

  it("leaves somebody else's database alone", async () => {
    const target = await world.emptyDatabase();
    await tell(target.url, (pool) => pool.query('CREATE TABLE theirs (id int)'));
    await expect(world.restore(target.url, file)).rejects.toThrow(/something else/);
  });

  it('that is broken off half-way leaves nothing, and can be done again', async () => {
    const target = await world.emptyDatabase();
    const restoring = world.restore(target.url, file);
    restoring.catch(() => undefined);
    // As soon as rows are being written, the connection is cut.
    const cut = await tell(target.url, async (pool) => {
      for (let tries = 0; tries < 20_000; tries += 1) {
        const found = await pool.query(
          `SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL AND query LIKE 'INSERT INTO "%'`,
        );
        if (found.rowCount !== 0) return true;
      }
      return false;
    });
    expect(cut).toBe(true);
    await expect(restoring).rejects.toThrow();
    expect(await rowsIn(target.url)).toBe(0);
    await world.restore(target.url, file);
    expect(await rowsIn(target.url)).toBeGreaterThan(10);
  });

  it('leaves no half of a backup behind when the database goes away meanwhile', async () => {
    const half = world.newFile();
    const backing = backUp(world.database.url, world.keys, half, world.at());
    backing.catch(() => undefined);
    const cut = await tell(world.database.url, async (pool) => {
      for (let tries = 0; tries < 20_000; tries += 1) {
        const found = await pool.query(
          `SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND query ~ '^(DECLARE|FETCH|CLOSE)'`,
        );
        if (found.rowCount !== 0) return true;
      }
      return false;
    });
    expect(cut).toBe(true);
    await expect(backing).rejects.toThrow();
    expect([existsSync(half), readdirSync(world.folder).filter((name) => name.endsWith('.part'))]).toEqual([
      false,
      [],
    ]);
  });
});
