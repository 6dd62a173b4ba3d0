import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '../../core/kernel/command.ts';
import { joinRecords } from '../../core/people/apps/join-records.ts';
import type { Programme } from '../../core/programmes/programme.ts';
import { save } from '../meetings/a-pair.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { makesLinkCode } from './linking-apps.ts';
import { givesRole, joins, personOf, programmeOn, said } from './newcomers.ts';

let stage: Stage;
let programme: Programme;
let mia: Phone;
let there: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z', ['telegram', 'discord', 'slack']);
  programme = await programmeOn(stage);
  mia = await joins(stage, 'Mia');
  there = await joins(stage, 'Mimi', stage.phone('mia-there', 'discord'));
});
afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const BY = { is: 'coordinator', name: 'test' } as const;
const idOf = async (phone: Phone) => (await personOf(stage, phone)).id;

/** Makes a code in one chat and writes it in the other. */
async function shows(from = mia, to = there): Promise<void> {
  await to.says(`link ${await makesLinkCode(from)}`);
}

async function joinsThem(keepId: string, otherId: string): Promise<string> {
  const done = await stage.core.perform({ command: 'join-records', args: { keepId, otherId }, by: BY });
  await stage.core.settle();
  return done.did === 'refused' ? done.refusal.refused : done.did;
}

const openTasks = () =>
  stage.rows(
    `SELECT kind, "personId", "otherPersonId" FROM task WHERE "doneAt" IS NULL AND kind = 'two-records'`,
  );

describe('somebody who came twice', () => {
  it('is linked by no code; both chats hear what to do, and a coordinator is asked once', async () => {
    await shows();
    expect(said(there)).toMatch(
      /belongs to somebody already(.|\n)*coordinator can make them one(.|\n)*asked/,
    );
    expect(said(mia)).toMatch(/belongs to somebody already(.|\n)*coordinator can make the two one/);
    expect(`${said(there)}${said(mia)}`).not.toMatch(/Mia|Mimi|Discord|Telegram/);
    await shows();
    await shows(there, mia);
    const both = { personId: await idOf(mia), otherPersonId: await idOf(there) };
    expect(await openTasks()).toEqual([{ kind: 'two-records', ...both }]);
    expect((await personOf(stage, there)).name).toBe('Mimi');
  });

  it('hears it too who became somebody while the question stood', async () => {
    const third = stage.phone('third', 'slack');
    await third.says(`link ${await makesLinkCode(mia)}`);
    await third.presses('Yes, that is me');
    await third.says('home');
    await joins(stage, 'Eve', third);
    await mia.presses('Yes, it was me');
    expect(said(mia)).toMatch(/belongs to somebody already/);
    expect(said(third)).toMatch(/belongs to somebody already/);
    expect(await openTasks()).toHaveLength(1);
  });

  it('finds the code ended: it is of no use to a third account', async () => {
    const code = await makesLinkCode(mia);
    await there.says(`link ${code}`);
    const third = stage.phone('third', 'slack');
    await third.says(`link ${code}`);
    expect(said(third)).toMatch(/has been used/);
    expect(said(third)).not.toMatch(/Mia/);
  });

  it('an expired code shows nothing and asks nobody', async () => {
    const code = await makesLinkCode(mia);
    stage.clock.set('2026-11-23T09:11:00Z');
    await there.says(`link ${code}`);
    expect(said(there)).toMatch(/good for ten minutes/);
    expect(await openTasks()).toEqual([]);
    expect(await joinsThem(await idOf(mia), await idOf(there))).toBe('records.not-shown');
  });
});

describe('two records made one', () => {
  it('moves the chats, roles and tasks to the one who stays, tells both chats, and forgets the other', async () => {
    await shows();
    const [keep, other] = [await idOf(mia), await idOf(there)];
    await givesRole(stage, await personOf(stage, there), programme, 'mentee');
    expect(await joinsThem(keep, other)).toBe('done');
    expect(await idOf(there)).toBe(keep);
    expect(said(mia)).toMatch(/Discord is linked now/);
    expect(said(there)).toMatch(/This chat is yours now/);
    expect(await stage.rows('SELECT "personId", role FROM role')).toEqual([
      { personId: keep, role: 'mentee' },
    ]);
    expect(await openTasks()).toEqual([]);
    expect(
      await stage.rows(`SELECT 1 FROM task WHERE "doneAt" IS NULL AND "personId" = $1`, [other]),
    ).toEqual([]);
    expect(await stage.rows('SELECT 1 FROM person WHERE id = $1', [other])).toEqual([]);
    await there.says('home');
    expect(said(there)).toMatch(/Hello Mia/);
    expect(await stage.rows(`SELECT by FROM journal WHERE event = 'records.joined'`)).toEqual([
      { by: 'coordinator:test' },
    ]);
  });

  it('needs a code of the one to be written in the other: two of one name are not one', async () => {
    const ada = await joins(stage, 'Mia', stage.phone('another-mia', 'slack'));
    await shows();
    expect(await joinsThem(await idOf(mia), await idOf(ada))).toBe('records.not-shown');
    expect(await idOf(ada)).not.toBe(await idOf(mia));
  });

  it('takes somebody who was enrolled without an app as their coordinator says', async () => {
    const args = {
      name: 'Mia on the phone',
      programmeId: programme.id,
      role: 'mentee',
      agreed: true,
      adult: true,
    };
    const enrolled = await stage.core.perform({ command: 'enrol-person', args, by: BY });
    const keep = enrolled.did === 'done' ? String(enrolled.happened[0]?.ids['personId']) : '';
    expect(await joinsThem(keep, await idOf(mia))).toBe('done');
    expect(await idOf(mia)).toBe(keep);
    expect(said(mia)).toMatch(/This chat is yours now/);
  });

  it('is refused where something would be lost, with the other way round where that would do', async () => {
    await shows();
    const [one, two] = [await idOf(mia), await idOf(there)];
    await there.commands('reflect');
    await there.says('words of my own');
    expect(await stage.rows('SELECT 1 FROM reflection WHERE "personId" = $1', [two])).not.toEqual([]);
    expect(await joinsThem(one, two)).toBe('records.other-way');
    await mia.commands('reflect');
    await mia.says('words of mine too');
    expect(await joinsThem(one, two)).toBe('records.both-have');
    expect(await joinsThem(two, one)).toBe('records.both-have');
    expect(await idOf(there)).toBe(two);
  });

  it('keeps what was written by the one who stays, readable from both chats', async () => {
    await shows();
    await there.commands('reflect');
    await there.says('words of my own');
    expect(await joinsThem(await idOf(there), await idOf(mia))).toBe('done');
    await mia.says('my reflections');
    await mia.presses('Monday 23 November: words of my own');
    expect(said(mia)).toContain('words of my own');
  });

  it('is refused for one and the same, for somebody under age, in silence or still joining, and for people', async () => {
    await shows();
    const [one, two] = [await idOf(mia), await idOf(there)];
    expect(await joinsThem(one, one)).toBe('records.same');
    expect(await joinsThem(one, stage.at().newId())).toBe('person.unknown');
    const state = async (phone: Phone, to: 'held' | 'stopped' | 'active' | 'arriving') => {
      const row = await personOf(stage, phone);
      await save(stage, [{ table: 'person', row: { ...row, state: to, version: row.version + 1 } }]);
    };
    for (const [to, code] of [
      ['held', 'records.held'],
      ['stopped', 'records.silence'],
      ['arriving', 'person.not-ready'],
    ] as const) {
      for (const phone of [mia, there]) {
        await state(phone, to);
        expect(await joinsThem(one, two), to).toBe(code);
        await state(phone, 'active');
      }
    }
    const person = await personOf(stage, mia);
    const [account] = await stage.store.read.people.accountsOf(one);
    if (account === undefined) throw new Error('no account');
    const by = { is: 'person', person, account } as const;
    const args = { keepId: one, otherId: two };
    expect(await stage.core.perform({ command: 'join-records', args, by })).toMatchObject({
      refusal: { refused: 'access.not-yours' },
    });
    expect(await idOf(there)).toBe(two);
  });

  it('held under age: their code and others’ link nothing, and nobody is told who they are', async () => {
    const row = await personOf(stage, there);
    await save(stage, [{ table: 'person', row: { ...row, state: 'held', version: row.version + 1 } }]);
    await shows();
    expect(said(there)).toMatch(/belongs to somebody already/);
    expect(`${said(there)}${said(mia)}`).not.toMatch(/under age|Mia|Mimi/);
    expect(await joinsThem(await idOf(mia), await idOf(there))).toBe('records.held');
  });

  it('is not done again with the one that goes, before it is gone', async () => {
    await there.says(`link ${await makesLinkCode(mia)}`);
    const [keep, other] = [await idOf(mia), await idOf(there)];
    const by = { is: 'coordinator', name: 'test' } as const;
    const join = (keepId: string, otherId: string) =>
      stage.core.perform({ command: 'join-records', args: { keepId, otherId }, by });
    expect((await join(keep, other)).did).toBe('done');
    expect((await join(other, keep)).did).toBe('refused');
  });

  it('is not done with the one that went while it was being read', async () => {
    await there.says(`link ${await makesLinkCode(mia)}`);
    const [keep, other] = [await idOf(mia), await idOf(there)];
    const args = { keepId: keep, otherId: other };
    const first = await stage.core.perform({ command: 'join-records', args, by: BY });
    expect(first.did).toBe('done');
    const { read } = stage.store;
    const late = {
      ...read,
      records: {
        ...read.records,
        // Both people were read already; the other goes before it is looked whether they will.
        async anyGoes(ids: readonly string[]) {
          await stage.core.settle();
          return await read.records.anyGoes(ids);
        },
      },
    };
    const decided = (await joinRecords.run(late, { keepId: other, otherId: keep }, BY))(stage.at());
    if (isRefusal(decided)) throw new Error(`It was refused: ${decided.refused}`);
    expect(await stage.store.commit(decided, { by: 'test' }, stage.at())).toBe('stale');
    expect(await stage.rows('SELECT id FROM person')).toEqual([{ id: keep }]);
    expect(await idOf(there)).toBe(keep);
  });

  it('done by two at once has one effect', async () => {
    await there.says(`link ${await makesLinkCode(mia)}`);
    const [keep, other] = [await idOf(mia), await idOf(there)];
    const both = await Promise.all([joinsThem(keep, other), joinsThem(other, keep)]);
    expect(both.filter((each) => each === 'done')).toHaveLength(1);
    expect(await idOf(there)).toBe(await idOf(mia));
    expect(await stage.store.read.people.list({ most: 10 })).toHaveLength(1);
  });
});
