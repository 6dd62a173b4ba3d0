import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../config.ts';
import { openCore } from '../../core/index.ts';
import type { Person } from '../../core/people/person.ts';
import { openLog } from '../../run/logger.ts';
import { momentNow } from '../../run/moments.ts';
import { startDatabase } from '../../run/start-database.ts';
import { reportedBefore } from '../support/reported-before.ts';
import { type DeskWorld, openDeskWorld } from './desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await openDeskWorld();
});
afterAll(() => world.close());

/** Bea wrote to Ada, and Ada reported it when reports still went to coordinators. */
async function reported(): Promise<void> {
  await world.type('enrol', '--name', 'Ada', '--role', 'mentor', '--agreed', '--adult');
  await world.type('enrol', '--name', 'Bea', '--role', 'mentee', '--agreed', '--adult');
  const paired = await world.type('pair', 'Ada', 'Bea');
  expect(paired.code, paired.err).toBe(0);
  const settings = {
    DATABASE_URL: world.url,
    DATA_DIR: world.folder,
    TELEGRAM_BOT_TOKEN: `123456:${'A'.repeat(35)}`,
  };
  const { store, stop } = await startDatabase(readConfig(settings), openLog('silent'));
  const core = openCore({ store, channels: [], moment: () => momentNow(), onFault: () => undefined });
  const people = await core.read.people.list({ most: 10 });
  const named = (name: string): Person => {
    const found = people.find((each) => each.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };
  const [pair] = await core.read.pairs.pairsOf(named('Ada').id);
  const as = (person: Person) => ({ is: 'person', person, account: accountOf(person) }) as const;
  const args = { pairId: pair?.id, text: 'Lend me fifty pounds' };
  await core.perform({ command: 'write-pair-message', args, by: as(named('Bea')) });
  const [message] = await core.read.pairMessages.waiting({ toId: named('Ada').id });
  if (message === undefined) throw new Error('not written');
  const arrived = { ...message, state: 'sent' } as const;
  const { saves } = reportedBefore(arrived, pair?.programmeId ?? '', momentNow().now);
  await store.commit(saves, { by: 'test' }, momentNow());
  await stop();
}

/** Nobody here has an app; what is answered goes nowhere. */
function accountOf({ id: personId, createdAt }: Person) {
  const id = crypto.randomUUID();
  const there = { id, version: 1, platform: 'telegram', tenant: '', userId: '1', chatId: '1', personId };
  return {
    ...there,
    ...{
      programmeId: null,
      actingForId: null,
      reachable: true,
      unreachableSince: null,
      unreachableWhy: null,
    },
    createdAt,
  };
}

it('a reported message is read by its task, and by no other', async () => {
  await reported();
  const listed = await world.type('tasks', '--json');
  const tasks = z.array(z.object({ id: z.string(), kind: z.string() })).parse(listed.json());
  const report = tasks.find((each) => each.kind === 'reported-message');
  expect((await world.type('tasks')).out).not.toMatch(/fifty/);
  const read = await world.type('task', 'read', report?.id ?? '');
  expect(read.out).toMatch(/^Bea wrote to Ada on (.|\n)*Lend me fifty pounds$/);
  const other = tasks.find((each) => each.kind !== 'reported-message');
  if (other !== undefined) {
    const refused = await world.type('task', 'read', other.id);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(/not a reported message/);
  }
});
