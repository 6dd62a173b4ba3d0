import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { links } from './linking-apps.ts';
import { joins, labels, personOf, programmeOn, said } from './newcomers.ts';

let stage: Stage;
let mia: Phone;
let elsewhere: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z', ['telegram', 'discord', 'slack']);
  await programmeOn(stage);
  mia = await joins(stage, 'Mia');
  elsewhere = stage.phone('mia-there', 'discord');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

async function isTold(phone: Phone): Promise<void> {
  const { id } = await personOf(stage, phone);
  const outgoing = [{ to: id, screen: 'pause-over', args: {}, mode: 'new' as const }];
  const none = {
    saves: [],
    removals: [],
    claims: [],
    events: [],
    due: [],
    callOff: [],
    decided: [],
    audits: [],
  };
  await stage.store.commit({ ...none, outgoing }, { by: 'test' }, stage.at());
  await stage.core.settle();
}

describe('my chat apps', () => {
  it('are listed with where messages go, for whoever asks from any of them', async () => {
    await links(mia, elsewhere);
    for (const phone of [mia, elsewhere]) {
      await phone.says('my apps');
      expect(said(phone)).toMatch(/Telegram, since 23 November\nDiscord, since 23 November/);
      expect(said(phone)).toMatch(/I write to you in Telegram\./);
    }
    await mia.says('settings');
    await mia.presses('My chat apps');
    expect(labels(mia)).toEqual(expect.arrayContaining(['Link another chat app', 'Unlink Discord', 'Help']));
  });

  it('are told apart by a number where two are of one kind', async () => {
    await links(mia, stage.phone('mia-second', 'telegram'));
    await mia.says('my apps');
    expect(said(mia)).toMatch(/Telegram, since(.|\n)*Telegram 2, since/);
  });

  it('are written to as they choose; an answer goes where it was asked for', async () => {
    await links(mia, elsewhere);
    await mia.says('my apps');
    await mia.presses('Write to me in Discord');
    expect(said(mia)).toMatch(/I write to you in Discord\./);
    await isTold(mia);
    expect(said(elsewhere)).toMatch(/Your break has come to its end/);
    await mia.says('role');
    expect(said(mia)).toMatch(/You do not have a role here yet/);
  });

  it('of somebody else cannot be chosen or unlinked', async () => {
    const ann = await joins(stage, 'Ann', stage.phone('ann', 'slack'));
    const person = await personOf(stage, ann);
    const [account] = await stage.store.read.people.accountsOf((await personOf(stage, mia)).id);
    const by = { is: 'person', person, account: (await stage.store.read.people.accountsOf(person.id))[0] };
    for (const [command, args] of [
      ['set-write-to', { accountId: account?.id }],
      ['unlink-app', { accountId: account?.id, last: true }],
    ] as const) {
      if (by.account === undefined) throw new Error('no account');
      const done = await stage.core.perform({
        command,
        args,
        by: { is: 'person', person, account: by.account },
      });
      expect(done).toMatchObject({ did: 'refused', refusal: { refused: 'app.not-yours' } });
    }
    expect((await personOf(stage, mia)).name).toBe('Mia');
  });
});

describe('unlinking', () => {
  it('asks first, then says goodbye there, and writes there no more', async () => {
    await links(mia, elsewhere);
    await mia.says('my apps');
    await mia.presses('Write to me in Discord');
    await mia.presses('Unlink Discord');
    expect(said(mia)).toMatch(/Shall I unlink Discord\?(.|\n)*waits for you in your other app/);
    await mia.presses('No');
    expect(await stage.rows('SELECT 1 FROM account')).toHaveLength(2);
    await mia.presses('Unlink Discord');
    await mia.presses('Yes, unlink it');
    expect(said(elsewhere)).toMatch(/This chat is unlinked now/);
    expect(said(mia)).not.toMatch(/Discord/);
    await isTold(mia);
    expect(said(mia)).toMatch(/Your break has come to its end/);
    await elsewhere.says('home');
    expect(said(elsewhere)).toMatch(/Hello\. This is Beside You/);
  });

  it('takes along what was begun there, joined with what was begun here', async () => {
    await links(mia, elsewhere);
    await mia.says('A thought that I began on the telephone');
    await elsewhere.says('And another that came at the computer');
    await elsewhere.says('my apps');
    await elsewhere.presses('Unlink Discord');
    await elsewhere.presses('Yes, unlink it');
    expect(await stage.rows('SELECT 1 FROM draft')).toHaveLength(1);
    await mia.presses('Keep it as a reflection');
    await mia.says('my reflections');
    await mia.presses(labels(mia)[0] ?? '');
    expect(said(mia)).toMatch(/on the telephone(.|\n)*at the computer/);
  });

  it('of the last app says that nothing can reach them then, and tells a coordinator', async () => {
    await mia.says('my apps');
    await mia.presses('Unlink Telegram');
    expect(said(mia)).toMatch(/Nothing from us can reach you then/);
    await mia.presses('Yes, unlink it');
    expect(said(mia)).toMatch(/This chat is unlinked now/);
    expect(await stage.rows('SELECT kind FROM task WHERE "doneAt" IS NULL')).toEqual(
      expect.arrayContaining([{ kind: 'cannot-be-reached' }]),
    );
  });

  it('asks again when it has become the last since it was asked', async () => {
    await links(mia, elsewhere);
    await mia.says('my apps');
    await mia.presses('Unlink Telegram');
    const yes = mia.tokenOf('Yes, unlink it');
    await mia.says('my apps');
    await mia.presses('Unlink Discord');
    await mia.presses('Yes, unlink it');
    await mia.pressesToken(yes);
    expect(said(mia)).toMatch(/Nothing from us can reach you then/);
    expect(await stage.rows('SELECT 1 FROM account')).toHaveLength(1);
  });
});
