import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestEntry } from '../../bots/rehearsal/telegram/journal.ts';
import { telegramBot } from '../../bots/telegram/telegram-bot.ts';
import { speakFirst } from '../../core/commands.ts';
import { openCore } from '../../core/index.ts';
import { backUp } from '../../core/store/backup.ts';
import { restore } from '../../core/store/restore.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { pairUp, type Two } from '../support/arrive.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { momentAt } from '../support/moved-clock.ts';
import { openWorld, type World } from '../support/world.ts';
import { bookAndCallOff } from './in-one-process.ts';
import { figure, LONGEST_MS, sized } from './size.ts';

const migrations = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

let world: World;
let two: Two;
let restoredInto: FreshDatabase;
let store: Store | undefined;
const folder = mkdtempSync(join(tmpdir(), 'bt-faults-'));

beforeEach(async () => {
  world = await openWorld();
  two = await pairUp(world);
});

afterEach(async () => {
  await store?.close();
  await world.close();
  await restoredInto.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('F15: the database is put back to where it was', () => {
  it(
    'sends nothing again that was sent, and keeps for a coordinator what waited',
    async () => {
      const keys = world.store.read.keys;
      const file = join(folder, 'backup');
      for (let times = 1; times <= sized(1, 20); times += 1) await bookAndCallOff(world, two, times);
      const later = { pairId: two.pairId, wall: '2026-12-03T15:00', mode: 'phone' };
      // Waits to be sent while the backup is made.
      await world.core.perform({
        command: 'book-for-pair',
        args: later,
        by: { is: 'coordinator', name: 'test' },
      });
      await backUp(world.url, keys, file, momentAt(world.clock));
      const waited = await world.rows(`SELECT id FROM outgoing WHERE state = 'waiting'`);
      await world.settle();
      await bookAndCallOff(world, two, 30);
      await world.later({ hours: 6 });
      restoredInto = await freshDatabase({ empty: true });
      const restored = await restore({
        url: restoredInto.url,
        keys,
        file,
        at: momentAt(world.clock),
        migrations,
        speakFirst,
      });
      const before = sends(world).length;
      const after = await openOn(restoredInto.url);
      await after.settle();
      const again = sends(world).slice(before);
      figure('F15', 'messages that waited when the backup was made', waited.length);
      figure('F15', 'of these kept for review', restored.toReview);
      figure('F15', 'sent again after the restore', again.length, '0');
      expect(waited.length).toBeGreaterThan(0);
      expect(restored.toReview).toBe(waited.length);
      expect(again).toEqual([]);
      const answer = await after.receive({
        key: 'telegram:999999999',
        account: { platform: 'telegram', tenant: '', userId: String(two.mentee.id) },
        chat: { id: String(two.mentee.id), private: true },
        intent: { is: 'text', text: 'help' },
      });
      await after.settle();
      expect(answer).toBe('done');
      expect(sends(world).length).toBeGreaterThan(before);
    },
    LONGEST_MS,
  );
});

function sends(on: World): RequestEntry[] {
  return on.telegram.journal.requests().filter(({ method }) => /^send|^editMessage/.test(method));
}

async function openOn(url: string) {
  store = openStore({ url, keys: world.store.read.keys, connections: 3 });
  const onFault = (fault: Readonly<Record<string, string>>) => world.faults.push(fault);
  const bot = telegramBot({ token: world.telegram.token, apiRoot: world.telegram.url, onFault });
  return openCore({ store, channels: [bot.channel], moment: () => momentAt(world.clock), onFault });
}
