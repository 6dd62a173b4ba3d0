import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { joins, labels, makesCode, opensBot, personOf, programmeOn, said, typesCode } from './newcomers.ts';

let stage: Stage;
let mia: Phone;
let ann: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  await programmeOn(stage);
  mia = await joins(stage, 'Mia');
  ann = await joins(stage, 'Ann');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const supporters = async () => await stage.store.read.people.supportersOf((await personOf(stage, mia)).id);

async function annHelpsMia(): Promise<void> {
  await opensBot(stage, ann, `help-${(await makesCode(mia)).replace('-', '')}`);
  await ann.presses('Yes');
  await mia.presses('See it');
  await mia.presses('Yes');
}

describe('a helper, with a yes from both sides (ACC-02)', () => {
  it('is asked, then the person is asked, and only then may they act', async () => {
    const code = await makesCode(mia);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    await typesCode(ann, code.toLowerCase());
    expect(said(ann)).toMatch(/Mia asks you to act beside them/);
    expect(said(ann)).toMatch(/would not see what they write/);
    await ann.presses('Yes');
    expect(said(ann)).toMatch(/begins when they say yes/);
    expect(await supporters()).toMatchObject([{ state: 'accepted', codeHash: null }]);
    await ann.says('settings');
    await ann.presses('My helpers');
    expect(labels(ann)).not.toContain('Help Mia now');
    expect(said(mia)).not.toContain('Ann');
    await mia.presses('See it');
    expect(said(mia)).toMatch(/Ann would like to act beside you/);
    await mia.presses('Yes');
    expect(await supporters()).toMatchObject([{ state: 'active' }]);
    expect(labels(ann)).toContain('Help Mia now');
    expect(said(mia)).toMatch(/Ann helps you/);
  });

  it('keeps of a code only its hash, in no row in the clear', async () => {
    const code = (await makesCode(mia)).replace('-', '');
    const [row] = await supporters();
    expect(row?.codeHash).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(row)).not.toContain(code);
  });

  it('sees whom they are helping, and nothing that is private', async () => {
    await annHelpsMia();
    await ann.presses('Help Mia now');
    expect(said(ann)).toMatch(/You are helping Mia/);
    expect(labels(ann)).not.toContain('Settings');
    for (const word of ['settings', 'my reflections', 'role', 'pause']) {
      await ann.says(word);
      expect(said(ann)).not.toMatch(/This part is private|Mia/);
    }
    await ann.says('a long line that Ann writes while she is helping');
    expect((await stage.store.read.kept.counts((await personOf(stage, mia)).id)).drafts).toBe(0);
    expect((await personOf(stage, mia)).name).toBe('Mia');
  });

  it('asks for help, language and silence for themself alone', async () => {
    await annHelpsMia();
    await ann.presses('Help Mia now');
    await ann.says('help');
    expect(said(ann)).toMatch(/999/);
    await ann.says('stop');
    expect((await personOf(stage, mia)).state).toBe('active');
    expect((await personOf(stage, ann)).state).toBe('stopped');
  });

  it('goes back to their own with one tap', async () => {
    await annHelpsMia();
    await ann.presses('Help Mia now');
    await ann.presses('Back to my own');
    expect(said(ann)).toMatch(/Hello Ann/);
    await ann.says('settings');
    expect(said(ann)).toMatch(/Ann/);
  });

  it('can be ended by the person in the middle of it, and then nothing can be done any more', async () => {
    await annHelpsMia();
    await ann.presses('Help Mia now');
    const book = ann.tokenOf('Back to my own');
    await mia.says('settings');
    await mia.presses('My helpers');
    await mia.presses('End the help of Ann');
    expect(await supporters()).toEqual([]);
    expect(said(ann)).toMatch(/That has ended/);
    await ann.pressesToken(book);
    expect(said(ann)).toMatch(/for somebody else/);
    await ann.says('home');
    expect(said(ann)).toMatch(/Hello Ann/);
    const [account] = await stage.store.read.people.accountsOf((await personOf(stage, ann)).id);
    expect(account?.actingForId).toBeNull();
  });

  it('can be ended by the helper too, also while acting', async () => {
    await annHelpsMia();
    await ann.presses('Help Mia now');
    await ann.presses('My helpers');
    await ann.presses('Stop helping Mia');
    expect(await supporters()).toEqual([]);
    await ann.says('home');
    expect(said(ann)).toMatch(/Hello Ann/);
  });

  it('ends with a no from either side', async () => {
    await typesCode(ann, await makesCode(mia));
    await ann.presses('No');
    expect(await supporters()).toEqual([]);
    await typesCode(ann, await makesCode(mia));
    await ann.presses('Yes');
    await mia.presses('See it');
    await mia.presses('No');
    expect(await supporters()).toEqual([]);
  });

  it('cannot give the person’s yes themself', async () => {
    await typesCode(ann, await makesCode(mia));
    await ann.presses('Yes');
    const [row] = await supporters();
    const [account] = await stage.store.read.people.accountsOf((await personOf(stage, ann)).id);
    if (row === undefined || account === undefined) throw new Error('not there');
    const person = await personOf(stage, ann);
    const by = { is: 'person', person, account } as const;
    const done = await stage.core.perform({ command: 'confirm-supporter', args: { id: row.id }, by });
    expect(done).toMatchObject({ did: 'refused', refusal: { refused: 'supporter.gone' } });
    const act = await stage.core.perform({ command: 'act-for', args: { personId: row.personId }, by });
    expect(act).toMatchObject({ did: 'refused', refusal: { refused: 'supporter.not-now' } });
  });
});
