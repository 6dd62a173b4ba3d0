import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../../core/kernel/change.ts';
import type { Head } from '../../core/store/audit/audit.ts';
import { ENTRY_COLUMNS, Entry, linkOf } from '../../core/store/audit/link.ts';
import { type Keys, openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { isFound, tampering } from '../audit/tampered.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';
import { chanceOf } from './chance.ts';
import { figure, LONGEST_MS, seed, sized } from './size.ts';

const LINKS = 60;

let database: FreshDatabase;
let store: Store;
let client: pg.Client;
let keys: Keys;
let head: Head;

beforeAll(async () => {
  database = await freshDatabase();
  keys = openKeys(randomBytes(32));
  store = openStore({ url: database.url, keys, connections: 2 });
  const at = momentAt(movedClock('2026-11-23T09:00:00Z'));
  for (let n = 0; n < LINKS; n += 1) {
    const audit = { action: `thing.${n % 7}`, ids: { personId: at.newId() } };
    const audits = n % 3 === 0 ? [{ ...audit, reason: 'review' }] : [audit];
    await store.commit(change({ audits }), { by: `person:${at.newId()}` }, at);
  }
  await store.audit.chain();
  head = await store.audit.head();
  client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  // Whoever tampers lets no constraint stand in their way.
  await client.query('ALTER TABLE audit DROP CONSTRAINT audit_pkey; DROP INDEX audit_number_key');
});

afterAll(async () => {
  await client.end();
  await store.close();
  await database.drop();
});

describe('F20: the audit is changed behind its back', () => {
  it(
    'and every change is found, beside a head that was written down',
    async () => {
      expect(head.number).toBe(BigInt(LINKS));
      expect((await store.audit.verify([head])).broken).toEqual([]);
      const chance = chanceOf(seed);
      const count = sized(300, 10_000);
      const missed: string[] = [];
      const kinds = new Set<string>();
      for (let n = 0; n < count; n += 1) {
        const one = tampering(chance, LINKS);
        kinds.add(one.name);
        if (!(await isFound(client, keys, head, one)))
          missed.push(`${one.name} ${JSON.stringify(one.values)}`);
      }
      figure('F20', 'tamperings', count);
      figure('F20', 'kinds of them', kinds.size);
      figure('F20', 'not found', missed.length, '0');
      expect(missed).toEqual([]);
      expect(kinds.size).toBe(19);
      expect((await store.audit.verify([head])).broken).toEqual([]);
    },
    LONGEST_MS,
  );

  it('also when what it puts there was true in another history, such as before a restore', async () => {
    const found = await client.query(`SELECT ${ENTRY_COLUMNS} FROM audit WHERE number = 30`);
    const entry = { ...Entry.parse(found.rows[0]), action: 'other' };
    const link = linkOf(keys.chain, 30n, entry, keys.chain.link('another history'));
    const sql = `UPDATE audit SET action = 'other', link = $1 WHERE number = 30`;
    expect(await isFound(client, keys, head, { name: 'fork', sql, values: [link] })).toBe(true);
  });

  it('and without a head, everything but a cut end', async () => {
    const cut = { name: 'cut', sql: 'DELETE FROM audit WHERE number >= $1', values: [LINKS - 3] };
    expect(await isFound(client, keys, head, cut)).toBe(true);
    await client.query(
      'BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM audit WHERE number > 50',
    );
    expect(await store.audit.verify()).toMatchObject({ broken: [] });
    await client.query('ROLLBACK');
  });
});
