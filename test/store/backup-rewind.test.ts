import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakFirst } from '../../core/commands.ts';
import { type BackupWorld, openBackupWorld, tell, tellAStory } from './backup-world.ts';

let world: BackupWorld;
let file: string;

const BY = { is: 'coordinator', name: 'test' } as const;

beforeAll(async () => {
  world = await openBackupWorld();
  await tellAStory(world);
  file = await world.backup();
  // After the backup the messages are sent, and what was due is done. Then everything is lost.
  await world.coreOn(world.store).core.settle();
  world.clock.set('2026-11-23T12:00:00Z');
});

afterAll(() => world.close());

async function restored() {
  const target = await world.emptyDatabase();
  const result = await world.restore(target.url, file);
  const store = world.storeOn(target.url);
  return { result, store, url: target.url, ...world.coreOn(store) };
}

async function states(url: string): Promise<Record<string, number>> {
  const found = await tell(url, (pool) =>
    pool.query('SELECT state, count(*)::int AS n FROM outgoing GROUP BY state'),
  );
  return Object.fromEntries(found.rows.map(({ state, n }) => [state, n]));
}

describe('F15: after a restore nothing is done twice because of the rewind', () => {
  it('sends nothing of what waited, until somebody has looked at it', async () => {
    const { result, core, channel, url, store } = await restored();
    expect(result.toReview).toBeGreaterThan(1);
    await core.settle();
    expect([channel.chat('1'), channel.chat('2')]).toEqual([[], []]);
    expect(await states(url)).toEqual({ review: result.toReview });
    expect((await store.read.desk.counts()).review).toBe(result.toReview);
  });

  it('lists what waited, with whom it is for and no text, and sends or drops as somebody decides', async () => {
    const { result, core, channel, store, url } = await restored();
    const list = await store.read.outgoing.undecided({ state: 'review', now: world.at().now, most: 100 });
    expect(list).toHaveLength(result.toReview);
    expect(new Set(list.map(({ name }) => name?.slice(0, 3)))).toEqual(new Set(['Ada', 'Bea']));
    const adas = list.filter(({ name }) => name === 'Ada');
    const [first] = adas;
    const decide = (how: string, ids: unknown) =>
      core.perform({ command: 'decide-on-outgoing', args: { how, ids }, by: BY });
    expect(await decide('send', [first?.id])).toMatchObject({ did: 'done', happened: [{}] });
    expect(await decide('send', [first?.id])).toMatchObject({ did: 'refused' });
    await core.settle();
    expect(channel.chat('1')).toHaveLength(1);
    const dropped = await decide('drop', 'all');
    expect(dropped.did === 'done' && dropped.happened).toHaveLength(result.toReview - 1);
    await core.settle();
    expect([channel.chat('1').length, channel.chat('2').length]).toEqual([1, 0]);
    expect(await states(url)).toEqual({ sent: 1, dropped: result.toReview - 1 });
    const told = await tell(url, (pool) =>
      pool.query(
        `SELECT event, count(*)::int AS n FROM journal WHERE event LIKE 'outgoing.%' GROUP BY 1 ORDER BY 1`,
      ),
    );
    expect(told.rows).toEqual([
      { event: 'outgoing.dropped-after-review', n: result.toReview - 1 },
      { event: 'outgoing.sent-after-review', n: 1 },
    ]);
  });

  it('lets go of what was due meanwhile, and keeps what is due later', async () => {
    const { result, url } = await restored();
    const found = await tell(url, (pool) =>
      pool.query(`SELECT key, command, "dueAt" FROM due ORDER BY "dueAt"`),
    );
    expect(found.rows.map(({ key }) => key)).toContain('later');
    expect(found.rows.map(({ key }) => key)).not.toContain('soon');
    const past = found.rows.filter(({ dueAt }) => dueAt <= new Date('2026-11-23T12:00:00Z'));
    expect(past.filter(({ command }) => speakFirst.includes(command))).toEqual([]);
    expect(result.notRepeated).toBeGreaterThanOrEqual(1);
  });

  it('says in the journal and in the install that it happened', async () => {
    const { result, url, store } = await restored();
    expect((await store.read.desk.counts()).restoredAt).toBe('2026-11-23T12:00:00.000Z');
    const told = await tell(url, (pool) =>
      pool.query(`SELECT ids FROM journal WHERE event = 'install.restored'`),
    );
    expect(told.rows).toEqual([{ ids: { toReview: result.toReview, notRepeated: result.notRepeated } }]);
    expect(result.madeAt).toBe('2026-11-23T09:00:00Z');
  });

  it('still takes the same update in once', async () => {
    const { core } = await restored();
    const incoming = {
      key: 'update:after',
      account: { platform: 'telegram', tenant: '', userId: '2' },
      chat: { id: '2', private: true },
      intent: { is: 'command', name: 'help', rest: '' },
    } as const;
    await core.receive(incoming);
    expect(await core.receive(incoming)).toBe('repeat');
  });
});
