import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Keys, openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { momentNow } from '../../run/moments.ts';
import { type DeskWorld, openDeskWorld } from '../command-line/desk-world.ts';
import { freshDatabase } from '../support/database.ts';
import { chanceOf } from './chance.ts';
import { killedAt } from './killed-at.ts';
import { figure, isFull, LONGEST_MS, seed } from './size.ts';

const home = join(import.meta.dirname, '..', '..');
const PEOPLE = 450;
const place = { table: 'person', row: 'somewhere', column: 'situationSealed' };

/** Every step at which replacing the key may be broken off; the batches are three. */
const POINTS: readonly (readonly [point: string, after: number])[] = [
  ['key.laid', 1],
  ['key.begun', 1],
  ['key.batch', 1],
  ['key.batch', 2],
  ['key.switching', 1],
  ['key.switched', 1],
  ['key.kept', 1],
  ['key.placed', 1],
];

let world: DeskWorld;
let pool: pg.Pool;

beforeEach(async () => {
  world = await openDeskWorld();
  pool = new pg.Pool({ connectionString: world.url, max: 2 });
  pool.on('error', () => undefined);
});

afterEach(async () => {
  await pool.end();
  await world.close();
});

function keyFiles(): string[] {
  return readdirSync(world.folder)
    .filter((name) => name.startsWith('beenthere.key'))
    .sort();
}

function keyOf(name: string): Uint8Array {
  return Buffer.from(readFileSync(join(world.folder, name), 'utf8').trim(), 'base64');
}

/** People with something sealed, by the key in use; half of them as an earlier version wrapped their keys. */
async function people(keys: Keys): Promise<void> {
  const at = momentNow();
  const rows = Array.from({ length: PEOPLE }, () => {
    const id = at.newId();
    const wrappedKey = keys.newWrapped(id, at);
    const sealed = keys.of({ id, wrappedKey }).seal(id, place, at.random(12));
    return { id, wrappedKey: wrappedKey.replace(/^v2\.[^.]+\./, id.endsWith('a') ? 'v1.' : '$&'), sealed };
  });
  await pool.query(
    `INSERT INTO person (id, version, state, zone, language, "quietFrom", "quietTo", "situationSealed", paused, settings, "wrappedKey", "createdAt")
     SELECT id, 1, 'active', 'Europe/London', 'en', '22:00', '07:00', sealed, false, '{}', "wrappedKey", now()
     FROM json_to_recordset($1) AS p(id uuid, "wrappedKey" text, sealed text)`,
    [JSON.stringify(rows)],
  );
}

/** How many open with these keys. */
async function opening(keys: Keys): Promise<number> {
  const { rows } = await pool.query('SELECT id, "wrappedKey", "situationSealed" AS sealed FROM person');
  return rows.filter((row) => {
    try {
      return keys.of(row).open(row.sealed, place) === row.id;
    } catch {
      return false;
    }
  }).length;
}

describe('F21: the master key is replaced, and that is ended by kill -9', () => {
  it(
    'at any step: everything opens meanwhile with the keys that are there, and the next start finishes it',
    async () => {
      await people(openKeys(keyOf('beenthere.key')));
      const chosen = isFull ? POINTS : chanceOf(seed).shuffled(POINTS).slice(0, 3);
      let kills = 0;
      let unreadable = 0;
      for (const [point, after] of chosen) {
        const before = keyOf('beenthere.key');
        expect(await killedAt(world, `${point} ${after}`, 'key', 'rotate'), point).toBe('SIGKILL');
        kills += 1;
        const there = keyFiles().map(keyOf);
        const first = there[0];
        if (first === undefined) throw new Error('No key is left');
        unreadable += PEOPLE - (await opening(openKeys(first, ...there.slice(1))));
        // Each opens with the key that it names, and with no other.
        const each = await Promise.all(
          [...new Set(there.map((key) => Buffer.from(key).toString('base64')))].map((key) =>
            opening(openKeys(Buffer.from(key, 'base64'))),
          ),
        );
        expect(each.reduce((sum, some) => sum + some, 0)).toBe(PEOPLE);
        expect((await world.type('status')).code).toBe(0);
        expect(existsSync(join(world.folder, 'beenthere.key.new'))).toBe(false);
        const now = keyOf('beenthere.key');
        expect(Buffer.from(now).equals(before)).toBe(false);
        unreadable += PEOPLE - (await opening(openKeys(now)));
        expect(await opening(openKeys(before))).toBe(0);
        expect(keyFiles()).toContain(`beenthere.key.replaced-${openKeys(before).fingerprint.slice(0, 8)}`);
        const verified = await world.type('audit', 'verify');
        expect(verified.out).toMatch(/all is as it was written/);
      }
      figure('F21', 'steps at which it was killed, of those there are', `${kills} of ${POINTS.length}`);
      figure('F21', 'keys that did not open, meanwhile or after', unreadable, '0');
      expect(unreadable).toBe(0);
      const { rows } = await pool.query(
        `SELECT count(*)::int AS n FROM audit WHERE action = 'key.replaced' AND number IS NOT NULL`,
      );
      expect(rows[0].n).toBe(kills);
    },
    LONGEST_MS,
  );
});

describe('a master key that was replaced', () => {
  it('wraps nothing more in an app that still has it, and that app ends', async () => {
    const old = openStore({ url: world.url, keys: openKeys(keyOf('beenthere.key')), connections: 2 });
    try {
      const said = await world.type('key', 'rotate');
      expect(said).toMatchObject({ code: 0, err: expect.stringContaining('Start them again') });
      await expect(people(old.read.keys)).rejects.toThrow(/replaced/);
      await world.type(
        'programme',
        'load',
        join(home, 'core/programmes/first-programme.json'),
        '--slug',
        'two',
      );
      await old.audit.note({ by: 'test', action: 'test', ids: {}, at: momentNow() });
      await expect(old.audit.chain()).rejects.toThrow(/Start it again with the new key file/);
    } finally {
      await old.close();
    }
  });

  it('still opens the backups that were made with it', async () => {
    const file = join(world.folder, 'monday.backup');
    expect((await world.type('backup', file)).code).toBe(0);
    expect((await world.type('key', 'rotate')).code).toBe(0);
    const kept = keyFiles().find((name) => name.includes('replaced')) ?? '';
    const refused = await world.typeWith({ DATABASE_URL: await emptyUrl() }, 'restore', file).catch(String);
    expect(String(refused)).toMatch(/under another key/);
    const url = await emptyUrl();
    const own = { DATABASE_URL: url, BEENTHERE_KEY_FILE: join(world.folder, kept) };
    expect((await world.typeWith(own, 'restore', file)).code).toBe(0);
    const to = join(world.folder, 'beenthere.key');
    expect((await world.typeWith(own, 'key', 'rotate', '--to', to)).code).toBe(0);
    const verified = await world.typeWith({ DATABASE_URL: url }, 'audit', 'verify');
    expect(verified.out).toMatch(/all is as it was written/);
  });
});

const empties: { drop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of empties.splice(0)) await each.drop();
});

async function emptyUrl(): Promise<string> {
  const empty = await freshDatabase({ empty: true });
  empties.push(empty);
  return empty.url;
}
