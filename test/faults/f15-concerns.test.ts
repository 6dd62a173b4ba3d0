import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { speakFirst } from '../../core/commands.ts';
import { openCore } from '../../core/index.ts';
import { backUp } from '../../core/store/backup.ts';
import { restore } from '../../core/store/restore.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { type Team, teamOn, tells } from '../concerns/team-on-stage.ts';
import { save } from '../meetings/a-pair.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { recordingChannel } from '../support/recording-channel.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { figure, LONGEST_MS, sized } from './size.ts';

const migrations = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');
const desk = { is: 'coordinator', name: 'test' } as const;
const folder = mkdtempSync(join(tmpdir(), 'bt-faults-'));

let stage: Stage;
let into: FreshDatabase | undefined;
let store: Store | undefined;

afterEach(async () => {
  await store?.close();
  await into?.drop();
  store = undefined;
  into = undefined;
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whoever is there tells something; the program has said that it has it. */
async function told(team: Team, words: string): Promise<string> {
  await tells(team.aisha, words);
  const [row] = await stage.rows('SELECT id FROM concern ORDER BY "createdAt" DESC, id DESC LIMIT 1');
  return String(row?.['id']);
}

describe('F15: a backup is restored after concerns were told and their writer was erased', () => {
  it(
    'every concern that was acknowledged is there, opens with its own key, and goes on; nobody who was erased is',
    async () => {
      stage = await openStage('2026-11-23T09:00:00Z');
      const team = await teamOn(stage);
      const words = Array.from({ length: sized(2, 50) }, (_, index) => `Words of concern ${index}`);
      const ids: string[] = [];
      for (const each of words) {
        ids.push(await told(team, each));
        stage.clock.set(stage.clock.now().add({ seconds: 20 }).toString());
        await stage.core.settle();
      }
      const { keys } = stage.store.read;
      const file = join(folder, 'backup');
      await backUp(stage.url, keys, file, stage.at());
      const erased = await stage.core.perform({
        command: 'erase-person',
        args: { personId: team.mentee.id },
        by: desk,
      });
      expect(erased.did).toBe('done');
      await stage.core.settle();
      into = await freshDatabase({ empty: true });
      const { erasedAgain } = await restore({
        ...{ url: into.url, keys, file, at: stage.at(), migrations, speakFirst },
        erased: stage.store.erased.ids(),
      });
      store = openStore({ url: into.url, keys, connections: 3, erased: stage.store.erased });
      const channel = recordingChannel('telegram');
      const onFault = () => undefined;
      const core = openCore({ store, channels: [channel], moment: () => stage.at(), onFault });
      await core.prepare();
      await core.settle();
      const opened: (string | null | undefined)[] = [];
      for (const concernId of ids) {
        const asked = { concernId, asId: team.deputy.id, why: 'to-answer', by: desk } as const;
        opened.push((await core.readConcern(asked))?.words);
      }
      const person = await core.read.people.person(team.mentee.id);
      const lost = ids.length - opened.filter((each) => each !== undefined).length;
      figure('F15', 'acknowledged concerns before the backup', ids.length);
      figure('F15', 'of these lost by the restore, or unreadable', lost, '0');
      figure('F15', 'people erased who came back', person?.state === 'erased' ? 0 : 1, '0');
      expect(erasedAgain).toBe(1);
      expect(opened).toEqual(words);
      expect(person).toMatchObject({ state: 'erased', name: null, wrappedKey: '' });
      expect(await core.read.people.accountsOf(team.mentee.id)).toEqual([]);
      // Nobody had it in hand: it is still somebody's to answer, and asks on.
      const taken = await core.perform({
        command: 'take-concern',
        args: { concernId: ids[0], asId: team.deputy.id },
        by: desk,
      });
      expect(taken.did).toBe('done');
      expect((await core.read.concerns.concern(ids[1] ?? ''))?.state).toBe('open');
    },
    LONGEST_MS,
  );

  it(
    'what was being written when somebody was erased is not brought back by whoever still had it in hand',
    async () => {
      stage = await openStage('2026-11-23T09:00:00Z');
      const team = await teamOn(stage);
      const before = await stage.store.read.people.person(team.mentee.id);
      if (before === undefined) throw new Error('Nobody is there');
      const erase = { command: 'erase-person', args: { personId: team.mentee.id }, by: desk };
      expect((await stage.core.perform(erase)).did).toBe('done');
      await stage.core.settle();
      const late = { ...before, version: before.version + 1, name: 'Back again' };
      await expect(save(stage, [{ table: 'person', row: late }])).rejects.toThrow(/stale/);
      expect(await stage.store.read.people.person(team.mentee.id)).toMatchObject({
        name: null,
        wrappedKey: '',
      });
    },
    LONGEST_MS,
  );
});
