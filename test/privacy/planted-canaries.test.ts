import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { speakFirst } from '../../core/commands.ts';
import type { By } from '../../core/index.ts';
import { situationPlace } from '../../core/people/situation.ts';
import { backUp } from '../../core/store/backup.ts';
import { restore } from '../../core/store/restore.ts';
import { figure, sized } from '../faults/size.ts';
import { freshDatabase } from '../support/database.ts';
import { momentAt } from '../support/moved-clock.ts';
import { openPaperWorld, type PaperWorld, type Writer } from '../support/paper-world.ts';
import { everythingIn, foundIn } from './looking-everywhere.ts';

const PEOPLE = sized(3, 21);
const migrations = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');

let world: PaperWorld;
let url: string;
let people: Writer[];
let coordinator: Writer;
let planted = 0;
const canaries: string[] = [];
/** What only somebody who stays wrote. */
const others: string[] = [];

function canary(): string {
  planted += 1;
  const word = `canary${planted}x${crypto.randomUUID().slice(0, 13).replaceAll('-', '')}`;
  canaries.push(word);
  return word;
}

async function byOf(who: Writer): Promise<By> {
  const person = await world.core.read.people.person(who.id);
  const account = await world.core.read.people.account(who.accountId);
  if (person === undefined || account === undefined) throw new Error('Nobody is there');
  return { is: 'person', person, account };
}

async function does(who: Writer, command: string, args: object): Promise<Record<string, unknown>> {
  const performed = await world.core.perform({ command, args, by: await byOf(who) });
  if (performed.did !== 'done') throw new Error(`${command}: ${JSON.stringify(performed)}`);
  return Object.assign({}, ...performed.happened.map(({ ids }) => ids));
}

async function role(who: Writer, name: 'mentor' | 'mentee' | 'coordinator'): Promise<void> {
  await world.core.perform({
    command: 'give-role',
    args: { personId: who.id, programmeId: world.programmeId, role: name },
    by: { is: 'coordinator', name: 'test' },
  });
}

/** Somebody who leaves words wherever words can be left. */
async function plants(index: number): Promise<Writer> {
  const who = await world.person(canary());
  const other = await world.person(`Other ${index}`);
  await role(who, 'mentor');
  await role(other, 'mentee');
  const pair = await world.pair(who, other);
  const { keys } = world.store.read;
  const person = await world.core.read.people.person(who.id);
  if (person === undefined) throw new Error('Nobody is there');
  const sealed = keys.of(person).seal(canary(), situationPlace(who.id), momentAt(world.clock).random(12));
  await world.rows(`UPDATE person SET "situationSealed" = '${sealed}' WHERE id = '${who.id}'`);
  for (let times = 0; times < 20; times += 1) await does(who, 'save-reflection', { text: canary() });
  for (let times = 0; times < 11; times += 1)
    await does(who, 'write-pair-message', { pairId: pair.id, text: canary() });
  const kept = `stays with its writer ${index}`;
  others.push(kept);
  await does(other, 'write-pair-message', { pairId: pair.id, text: kept });
  await does(other, 'save-reflection', { text: `mine ${kept}` });
  for (let times = 1; times <= 3; times += 1) {
    const startsAt = `2026-12-0${times}T10:00:00Z`;
    const manner = { mode: 'in-person', minutes: 30, place: canary() };
    await does(who, 'propose-meeting', { pairId: pair.id, startsAt, ...manner });
  }
  for (let times = 0; times < 4; times += 1) {
    await does(coordinator, 'write-letter', { toId: who.id, words: canary() });
    await does(who, 'write-letter', { toId: coordinator.id, words: canary() });
  }
  const place = { platform: 'telegram', tenant: '', chatId: `place-${index}` };
  const group = { name: canary(), ownRule: canary(), leadId: who.id, place, programmeId: world.programmeId };
  const made = await world.core.perform({
    command: 'make-group',
    args: { ...group, leadTrained: true },
    by: { is: 'coordinator', name: 'test' },
  });
  if (made.did !== 'done') throw new Error(JSON.stringify(made));
  const groupId = String(Object.assign({}, ...made.happened.map(({ ids }) => ids)).groupId);
  await does(who, 'accept-as-lead', { groupId });
  await does(who, 'open-group', { groupId });
  await does(who, 'plan-group-meeting', {
    groupId,
    startsAt: '2026-12-10T18:00:00Z',
    minutes: 60,
    where: canary(),
  });
  await world.write(who, `${canary()} ${canary()} is what I was about to say when somebody came in`);
  await world.rows(
    `UPDATE account SET "userId" = '${canary()}', "chatId" = '${canary()}' WHERE id = '${who.accountId}'`,
  );
  return who;
}

beforeAll(async () => {
  world = await openPaperWorld();
  url = world.url;
  coordinator = await world.person('Morag');
  await role(coordinator, 'coordinator');
  people = [];
  for (let index = 0; index < PEOPLE; index += 1) people.push(await plants(index));
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
  it('are nowhere after the erasure: not in the database, its queues, a backup, or what a restore brings back', async () => {
    const { keys } = world.store.read;
    const folder = mkdtempSync(join(tmpdir(), 'bt-canaries-'));
    const before = foundIn(await everythingIn(url, keys), canaries);
    expect(canaries.length).toBeGreaterThanOrEqual(sized(140, 1000));
    // They were all there to be found.
    expect(before.length).toBe(canaries.length);
    const old = join(folder, 'before.backup');
    await backUp(url, keys, old, momentAt(world.clock));

    await erasesAll();
    const after = await everythingIn(url, keys);
    expect(foundIn(after, canaries)).toEqual([]);
    expect(foundIn(after, others)).toEqual(others);

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
      expect(foundIn(await everythingIn(into.url, keys), canaries)).toEqual([]);
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
      foundIn(tables, canaries).length,
      '0',
    );
    figure('F15', 'and in the log of changes', foundIn(log, canaries).length, '0');
    expect(foundIn(log, canaries)).toEqual([]);
    expect(foundIn(tables, canaries)).toEqual([]);
  }, 60_000);
});

function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}
