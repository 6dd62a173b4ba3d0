import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '../../core/store/keys.ts';
import { openStore } from '../../core/store/store.ts';
import { momentNow } from '../../run/moments.ts';
import { postAuditHead } from '../../run/post-audit-head.ts';
import { killedAt } from '../faults/killed-at.ts';
import { type DeskWorld, openDeskWorld } from './desk-world.ts';

let world: DeskWorld;

beforeAll(async () => {
  world = await openDeskWorld();
});
afterAll(() => world.close());

async function behindItsBack(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
  await client.end();
}

describe('the audit on the command line', () => {
  it('shows what was done, says that all is well, and where and how it is not', async () => {
    for (const name of ['one', 'two', 'three']) await world.type('token', 'make', name, '--scopes', 'read');
    const shown = await world.type('audit', 'show');
    expect(shown.out).toMatch(/token\.made/);
    const well = await world.type('audit', 'verify');
    expect(well).toMatchObject({
      code: 0,
      out: expect.stringMatching(/links were checked: all is as it was/),
    });

    const file = join(world.folder, 'heads');
    const key = Buffer.from(readFileSync(join(world.folder, 'beenthere.key'), 'utf8').trim(), 'base64');
    const store = openStore({ url: world.url, keys: openKeys(key), connections: 2 });
    for (let day = 0; day < 2; day += 1)
      await postAuditHead({ chain: store.audit.chain }, store, file, momentNow());
    await store.close();
    expect(readFileSync(file, 'utf8')).toMatch(/^(\S+Z \d+\.[\w-]{43}\n){2}$/);
    const beside = await world.type('audit', 'verify', '--head', file);
    expect(beside).toMatchObject({ code: 0, out: expect.stringContaining('1 head') });

    await behindItsBack('DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)');
    const unseen = await world.type('audit', 'verify');
    expect(unseen).toMatchObject({ code: 0, out: expect.stringContaining('cannot show whether the end') });
    const cut = await world.type('audit', 'verify', '--head', file);
    expect(cut).toMatchObject({ code: 1, out: expect.stringMatching(/BROKEN[\s\S]*its end was cut off/) });

    await behindItsBack(`UPDATE audit SET "by" = 'somebody else' WHERE number = 2`);
    const changed = await world.type('audit', 'verify');
    expect(changed).toMatchObject({
      code: 1,
      out: expect.stringMatching(/1 place:\n {2}Entry 2 was changed/),
    });
    expect((await world.type('audit', 'verify', '--json')).json()).toMatchObject({
      broken: [{ is: 'changed', number: '2' }],
    });
  });

  it('loses no entry when the app is killed between writing it and chaining it', async () => {
    const own = await openDeskWorld();
    try {
      for (const point of ['make-token.committed', 'audit.chaining', 'audit.chained']) {
        const before = Number(await countOf(own, 'token.made'));
        expect(await killedAt(own, point, 'token', 'make', point, '--scopes', 'read')).toBe('SIGKILL');
        expect(await countOf(own, 'token.made'), point).toBe(before + 1);
      }
      await own.type('status');
      const verified = await own.type('audit', 'verify', '--json');
      expect(verified.json()).toMatchObject({ broken: [], unchained: 0 });
      expect(await countOf(own, 'token.made')).toBe(3);
    } finally {
      await own.close();
    }
  });
});

async function countOf(of: DeskWorld, action: string): Promise<number> {
  const client = new pg.Client({ connectionString: of.url });
  await client.connect();
  const { rows } = await client.query('SELECT count(*)::int AS n FROM audit WHERE action = $1', [action]);
  await client.end();
  return rows[0].n;
}
