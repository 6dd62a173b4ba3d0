import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, next } from '../../core/kernel/change.ts';
import { tables } from '../../core/kernel/tables.ts';
import { openKeys } from '../../core/store/keys.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import type { Task } from '../../core/tasks/task.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { momentAt, movedClock } from '../support/moved-clock.ts';

let database: FreshDatabase;
let store: Store;
let pool: pg.Pool;
const clock = movedClock('2026-11-23T09:00:00Z');
const at = () => momentAt(clock);

beforeAll(async () => {
  database = await freshDatabase();
  store = openStore({ url: database.url, keys: openKeys(randomBytes(32)), leaseSeconds: 1 });
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
});

afterAll(async () => {
  await store.close();
  await pool.end();
  await database.drop();
});

function task(): Task {
  const moment = at();
  const none = {
    programmeId: null,
    personId: null,
    pairId: null,
    meetingId: null,
    groupId: null,
    doneAt: null,
    doneBy: null,
    takenById: null,
    takenAt: null,
    otherPersonId: null,
    what: null,
  };
  return { id: moment.newId(), version: 1, kind: 'clash', createdAt: moment.now, ...none };
}

async function count(table: string): Promise<number> {
  return Number((await pool.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);
}

describe('one decision is written in one statement', () => {
  it('names every column of every table of state, so that nothing is lost on the way', async () => {
    for (const [table, schema] of Object.entries(tables)) {
      const found = await pool.query(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND table_schema = current_schema()',
        [table],
      );
      expect(Object.keys(schema.shape).sort(), table).toEqual(found.rows.map((row) => row.name).sort());
    }
  });

  it('reads back what it wrote', async () => {
    const row = task();
    expect(await store.commit(change({ saves: [{ table: 'task', row }] }), { by: 'test' }, at())).toBe(
      'done',
    );
    expect(await store.read.tasks.task(row.id)).toEqual(row);
  });

  it('refuses a row that has moved on since it was read, and everything that came with it', async () => {
    const row = task();
    await store.commit(change({ saves: [{ table: 'task', row }] }), { by: 'test' }, at());
    const done = next(row, { doneBy: 'first', doneAt: clock.now() });
    expect(await store.commit(change({ saves: [{ table: 'task', row: done }] }), { by: 'test' }, at())).toBe(
      'done',
    );
    const before = await count('outgoing');
    const late = change({
      saves: [{ table: 'task', row: next(row, { doneBy: 'second', doneAt: clock.now() }) }],
      outgoing: [{ to: row.id, screen: 'home', args: {}, mode: 'new' }],
      events: [{ event: 'task.done', ids: {} }],
    });
    expect(await store.commit(late, { by: 'test' }, at())).toBe('stale');
    expect((await store.read.tasks.task(row.id))?.doneBy).toBe('first');
    expect(await count('outgoing')).toBe(before);
  });

  it('brings nothing back that was removed since it was read, nor what came with it', async () => {
    const row = task();
    await store.commit(change({ saves: [{ table: 'task', row }] }), { by: 'test' }, at());
    await store.commit(change({ removals: [{ table: 'task', id: row.id }] }), { by: 'test' }, at());
    const late = change({
      saves: [{ table: 'task', row: next(row, { doneBy: 'late', doneAt: clock.now() }) }],
      events: [{ event: 'task.done', ids: {} }],
    });
    const before = await count('journal');
    expect(await store.commit(late, { by: 'test' }, at())).toBe('stale');
    expect(await store.read.tasks.task(row.id)).toBeUndefined();
    expect(await count('journal')).toBe(before);
  });

  it('takes the same update in once, however often it comes and however close together', async () => {
    const before = await count('journal');
    const said = change({ events: [{ event: 'test.happened', ids: {} }] });
    const all = await Promise.all(
      Array.from({ length: 10 }, () => store.commit(said, { by: 'test', inbox: 'telegram:1' }, at())),
    );
    expect(all.filter((each) => each === 'done')).toHaveLength(1);
    expect(all.filter((each) => each === 'repeat')).toHaveLength(9);
    expect(await count('journal')).toBe(before + 1);
  });

  it('does what is due once, whoever tries', async () => {
    const due = { key: 'once', command: 'show', args: {}, at: clock.now() };
    await store.commit(change({ due: [due] }), { by: 'test' }, at());
    const [claimed] = await store.queues.claimDue(clock.now(), 10);
    expect(claimed?.key).toBe('once');
    expect(await store.queues.claimDue(clock.now(), 10)).toEqual([]);
    const cause = { by: 'clock', due: claimed?.id ?? '' };
    const said = change({ events: [{ event: 'test.due', ids: {} }] });
    expect(await store.commit(said, cause, at())).toBe('done');
    expect(await store.commit(said, cause, at())).toBe('stale');
    expect(await store.queues.isDue(claimed?.id ?? '')).toBe(false);
  });

  it('sends in order within a chat, and lets no chat wait for another', async () => {
    await pool.query('DELETE FROM outgoing');
    const [ada, bea] = [at().newId(), at().newId()];
    const to = (id: string, screen: string) => ({ to: id, screen, args: {}, mode: 'new' }) as const;
    await store.commit(
      change({ outgoing: [to(ada, 'one'), to(ada, 'two'), to(bea, 'three')] }),
      { by: 'test' },
      at(),
    );
    const { rows: first } = await store.queues.claimOutgoing(clock.now(), 10);
    expect(first.map((row) => row.screen).sort()).toEqual(['one', 'three']);
    expect((await store.queues.claimOutgoing(clock.now(), 10)).rows).toEqual([]);
    for (const row of first) await store.queues.endOutgoing(row.id, { is: 'sent' }, clock.now());
    const { rows: second } = await store.queues.claimOutgoing(clock.now(), 10);
    expect(second.map((row) => row.screen)).toEqual(['two']);
    await store.queues.holdOutgoing(second[0]?.id ?? '', 60, 'too-fast');
    expect((await store.queues.claimOutgoing(clock.now(), 10)).rows).toEqual([]);
  });

  it('keeps a day of the moved clock apart from the lease, which is in real time', async () => {
    const later = clock.now().add({ hours: 24 });
    await store.commit(
      change({ due: [{ key: 'tomorrow', command: 'show', args: {}, at: later }] }),
      { by: 'test' },
      at(),
    );
    expect(await store.queues.claimDue(clock.now(), 10)).toEqual([]);
    expect(await store.queues.nextMoment(clock.now())).toEqual(Temporal.Instant.from(later));
    expect(await store.queues.claimDue(later, 10)).toHaveLength(1);
  });
});
