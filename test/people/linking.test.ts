import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { links, makesLinkCode } from './linking-apps.ts';
import { joins, labels, personOf, programmeOn, said, saidOfLate } from './newcomers.ts';

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

const people = async () => await stage.store.read.people.list({ most: 100 });
const codes = () => stage.rows('SELECT * FROM app_link ORDER BY "createdAt"');

describe('linking another app', () => {
  it('needs a yes on both sides, and then it is one person in two apps', async () => {
    const { id } = await personOf(stage, mia);
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    expect(said(elsewhere)).toMatch(/belongs to Mia in Beside You\. Is that you\?/);
    expect((await personOf(stage, elsewhere)).id).not.toBe(id);
    await elsewhere.presses('Yes, that is me');
    expect((await personOf(stage, elsewhere)).id).not.toBe(id);
    expect(said(mia)).toMatch(/Somebody in Discord wants to be you\. Was it you\?/);
    await mia.presses('Yes, it was me');
    expect((await personOf(stage, elsewhere)).id).toBe(id);
    expect(said(mia)).toMatch(/Discord is linked now/);
    expect(said(elsewhere)).toMatch(/This chat is yours now/);
    await elsewhere.says('home');
    expect(said(elsewhere)).toMatch(/Hello Mia/);
  });

  it('leaves nobody behind whom nobody is, and asks no first questions', async () => {
    await links(mia, elsewhere);
    expect(await people()).toHaveLength(1);
    expect(await stage.rows('SELECT 1 FROM draft')).toEqual([]);
    expect(elsewhere.reads('Hello. This is Beside You')).toBeUndefined();
    expect(await stage.rows("SELECT 1 FROM journal WHERE event = 'person.arrived'")).toHaveLength(1);
  });

  it('keeps only the hash of a code, wherever one looks', async () => {
    const code = (await makesLinkCode(mia)).replace('-', '');
    const rows = await stage.rows(`SELECT to_jsonb(a)::text AS kept FROM app_link a
      UNION ALL SELECT to_jsonb(o)::text FROM outgoing o UNION ALL SELECT to_jsonb(j)::text FROM journal j
      UNION ALL SELECT to_jsonb(d)::text FROM due d UNION ALL SELECT to_jsonb(b)::text FROM button b`);
    for (const { kept } of rows) expect(String(kept)).not.toMatch(new RegExp(`${code}|${code.slice(0, 4)}-`));
  });

  it.each([
    ['a word', (phone: Phone, code: string) => phone.says(`Link: ${code.toLowerCase()}`)],
    ['a command', (phone: Phone, code: string) => phone.commands('link', code)],
    ['a link', (phone: Phone, code: string) => phone.opens(`link-${code.replace('-', '')}`)],
  ])(
    'takes the code as %s, from somebody new and from somebody who has begun to arrive',
    async (_how, writes) => {
      await writes(elsewhere, await makesLinkCode(mia));
      expect(said(elsewhere)).toMatch(/belongs to Mia/);
      const begun = stage.phone('begun', 'slack');
      await begun.opens();
      await begun.presses('Continue');
      await writes(begun, await makesLinkCode(mia));
      expect(said(begun)).toMatch(/belongs to Mia(.|\n)*answered here so far is not kept/);
      await begun.presses('Yes, that is me');
      await mia.presses('Yes, it was me');
      expect((await personOf(stage, begun)).name).toBe('Mia');
      expect(await stage.rows('SELECT 1 FROM draft')).toEqual([]);
    },
  );

  it('is called off by a no in the other app, where somebody new is welcomed then', async () => {
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    await elsewhere.presses('No');
    expect(saidOfLate(elsewhere, 2)).toMatch(/Nothing was linked(.|\n)*This is Beside You/);
    expect(said(mia)).toMatch(/the answer was no/);
    expect(await codes()).toMatchObject([{ state: 'ended' }]);
  });

  it('is called off by a no in the app of the code, and the other app hears only that', async () => {
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    await elsewhere.presses('Yes, that is me');
    const yes = mia.tokenOf('Yes, it was me');
    await mia.presses('No');
    expect(said(elsewhere)).toMatch(/Nothing was linked/);
    await mia.pressesToken(yes);
    expect(said(mia)).toMatch(/That question is over/);
    expect((await personOf(stage, elsewhere)).name).toBeNull();
  });

  it('waits for each of the two answers for ten minutes', async () => {
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    stage.clock.set('2026-11-23T09:10:00Z');
    await elsewhere.presses('Yes, that is me');
    expect(said(elsewhere)).toMatch(/That question is over/);
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    await elsewhere.presses('Yes, that is me');
    stage.clock.set('2026-11-23T09:20:00Z');
    await mia.presses('Yes, it was me');
    expect(said(mia)).toMatch(/That question is over/);
    expect((await personOf(stage, elsewhere)).name).toBeNull();
  });

  it('does not happen when the other has become somebody in the meantime', async () => {
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    await elsewhere.presses('Yes, that is me');
    await elsewhere.says('home');
    await joins(stage, 'Eve', elsewhere);
    await mia.presses('Yes, it was me');
    expect(said(mia)).toMatch(/belongs to somebody already/);
    expect((await personOf(stage, elsewhere)).name).toBe('Eve');
  });

  it('tells every app that was linked before', async () => {
    await links(mia, elsewhere);
    const third = stage.phone('mia-work', 'slack');
    await links(mia, third);
    expect(said(elsewhere)).toMatch(/Slack is linked now/);
    expect(said(third)).toMatch(/This chat is yours now/);
  });

  it('moves no messages by itself: they go where they went', async () => {
    elsewhere = stage.phone('mia-there', 'discord');
    await elsewhere.opens();
    stage.clock.set('2026-11-23T09:05:00Z');
    const later = await joins(stage, 'Ann', stage.phone('ann', 'slack'));
    await links(later, elsewhere);
    const { id } = await personOf(stage, later);
    await stage.store.commit(
      { ...nothingElse, outgoing: [{ to: id, screen: 'pause-over', args: {}, mode: 'new' }] },
      { by: 'test' },
      stage.at(),
    );
    await stage.core.settle();
    expect(said(later)).toMatch(/break/);
  });
});

const nothingElse = {
  saves: [],
  removals: [],
  claims: [],
  events: [],
  due: [],
  callOff: [],
  decided: [],
  audits: [],
};

it('nobody can be linked by a helper who acts beside them', async () => {
  const { id } = await personOf(stage, mia);
  const ann = await joins(stage, 'Ann');
  const helper = await personOf(stage, ann);
  const row = {
    id: stage.at().newId(),
    version: 1,
    personId: id,
    supporterId: helper.id,
    state: 'active' as const,
  };
  const more = { codeHash: null, codeExpiresAt: null, createdAt: stage.clock.now(), endedAt: null };
  await stage.store.commit(
    { ...nothingElse, outgoing: [], saves: [{ table: 'supporter', row: { ...row, ...more } }] },
    { by: 'test' },
    stage.at(),
  );
  await ann.says('settings');
  await ann.presses('My helpers');
  await ann.presses('Help Mia now');
  await elsewhere.says(`link ${await makesLinkCode(ann)}`);
  expect(said(elsewhere)).toMatch(/belongs to Ann/);
  await ann.says('my apps');
  expect(said(ann)).not.toMatch(/Mia/);
  expect(labels(ann)).toContain('Link another chat app');
});
