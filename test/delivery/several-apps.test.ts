import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change, type Mode } from '../../core/kernel/change.ts';
import { links } from '../people/linking-apps.ts';
import { joins, personOf, programmeOn } from '../people/newcomers.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';

let stage: Stage;
let mia: Phone;
let elsewhere: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z', ['telegram', 'discord']);
  await programmeOn(stage);
  mia = await joins(stage, 'Mia');
  elsewhere = stage.phone('mia-there', 'discord');
});

afterEach(() => stage.close());

/** Shows Mia's card with one sentence on it; as the answer to what was done with a phone, if one is named. */
async function shows(id: string, mode: Mode, answering?: Phone): Promise<void> {
  const person = await personOf(stage, mia);
  const [account] = await stage.rows('SELECT id FROM account WHERE "userId" = $1', [answering?.userId]);
  const to = { to: person.id, ...(account === undefined ? {} : { account: String(account['id']) }) };
  const outgoing = [{ ...to, screen: 'say', args: { id, args: {} }, mode, card: 'a-card' }];
  await stage.store.commit(change({ outgoing }), { by: 'test' }, stage.at());
  await stage.core.settle();
}

const isShown = (phone: Phone, words: string): boolean => phone.reads(words) !== undefined;

describe('a card of somebody with two apps', () => {
  beforeEach(() => links(mia, elsewhere));

  it('is put right where it stands, and shown where it was asked for', async () => {
    await shows('nothing-written', 'new', mia);
    await shows('please-choose', 'card', elsewhere);
    expect([isShown(mia, 'Please choose one'), isShown(elsewhere, 'Please choose one')]).toEqual([
      true,
      true,
    ]);
  });

  it('keeps nobody waiting for an app that is away: they hear where they can', async () => {
    await shows('nothing-written', 'new', elsewhere);
    await shows('nothing-written', 'new', mia);
    const [, discord] = stage.channels;
    if (discord === undefined) throw new Error('There is no second app');
    discord.trouble = { is: 'later', why: 'away' };
    await shows('please-choose', 'card', mia);
    await mia.says('role');
    expect([isShown(mia, 'Please choose one'), isShown(mia, 'role here')]).toEqual([true, true]);
    discord.trouble = undefined;
    await shows('please-choose', 'refresh', mia);
    expect(isShown(elsewhere, 'Please choose one')).toBe(true);
  });
});

describe('a card of somebody who has a supporter', () => {
  it('is shown to the supporter, and stays the person’s own where it stands in their chat', async () => {
    const ann = await joins(stage, 'Ann');
    await shows('nothing-written', 'new', mia);
    const before = structuredClone(mia.last());
    await shows('please-choose', 'card', ann);
    expect(isShown(ann, 'Please choose one')).toBe(true);
    expect(mia.last()).toEqual(before);
  });
});
