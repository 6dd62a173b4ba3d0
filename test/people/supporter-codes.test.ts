import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCode } from '../../core/people/supporter-code.ts';
import type { Programme } from '../../core/programmes/programme.ts';
import { peopleOn, save } from '../meetings/a-pair.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import {
  joins,
  makesCode,
  opensBot,
  personOf,
  programmeOn,
  said,
  saidOfLate,
  typesCode,
} from './newcomers.ts';

let stage: Stage;
let programme: Programme;
let mia: Phone;
let ann: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  programme = await programmeOn(stage);
  mia = await joins(stage, 'Mia');
  ann = await joins(stage, 'Ann');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const supporters = async () => await stage.store.read.people.supportersOf((await personOf(stage, mia)).id);

describe('codes', () => {
  it('work once', async () => {
    const code = await makesCode(mia);
    const eve = await joins(stage, 'Eve');
    await typesCode(ann, code);
    await typesCode(eve, code);
    expect(said(eve)).toMatch(/not right, or it has been used/);
  });

  it('work for a day, and a new one ends the one before', async () => {
    const first = await makesCode(mia);
    const second = await makesCode(mia);
    await typesCode(ann, first);
    expect(said(ann)).toMatch(/not right/);
    stage.clock.set('2026-11-24T09:00:00Z');
    await typesCode(ann, second);
    expect(said(ann)).toMatch(/not right/);
  });

  it('are not for oneself', async () => {
    await typesCode(mia, await makesCode(mia));
    expect(said(mia)).toMatch(/your own code/);
  });

  it('cannot be guessed at: five wrong ones in ten minutes, then a right one waits too', async () => {
    const code = await makesCode(mia);
    for (let tries = 0; tries < 5; tries += 1) {
      await opensBot(stage, ann, `help-0000000${tries}`);
      expect(said(ann)).toMatch(/not right/);
    }
    await opensBot(stage, ann, `help-${code.replace('-', '')}`);
    expect(said(ann)).toMatch(/wait ten minutes/);
    stage.clock.set('2026-11-23T09:10:00Z');
    await opensBot(stage, ann, `help-${code.replace('-', '')}`);
    expect(said(ann)).toMatch(/Mia asks you/);
  });

  it('are tried five times and no more, also when many come at once', async () => {
    const [account] = await stage.store.read.people.accountsOf((await personOf(stage, ann)).id);
    await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => opensBot(stage, ann, `help-222222${10 + index}`)),
    );
    const id = account?.id ?? '';
    const times = await stage.store.read.kept.timesOf('supporter.code-wrong', 'accountId', id, 20);
    expect(times.length).toBeLessThanOrEqual(5);
  });

  it('are counted also when several come at once', async () => {
    const person = await personOf(stage, ann);
    const code = (await makesCode(mia)).replace('-', '');
    await Promise.all(Array.from({ length: 5 }, (_, index) => opensBot(stage, ann, `help-1111111${index}`)));
    await opensBot(stage, ann, `help-${code}`);
    expect(said(ann)).toMatch(/wait ten minutes/);
    const [account] = await stage.store.read.people.accountsOf(person.id);
    const times = await stage.store.read.kept.timesOf(
      'supporter.code-wrong',
      'accountId',
      account?.id ?? '',
      10,
    );
    expect(times).toHaveLength(5);
  });

  it.each([
    ['help-'],
    ['help-UUUUUUUU'],
    ['help-12345678901'],
    ["help-'; DROP TABLE"],
    [`help-${'x'.repeat(500)}`],
  ])('that are no codes at all (%s) break nothing', async (payload) => {
    await opensBot(stage, ann, payload);
    expect(said(ann)).toMatch(/not right/);
    await opensBot(stage, stage.phone('Newcomer'), payload);
    expect((await personOf(stage, stage.phone('Newcomer'))).state).toBe('arriving');
  });

  it('are not for the two of one pair', async () => {
    const [mentor, mentee] = [await personOf(stage, ann), await personOf(stage, mia)];
    const row = {
      id: stage.at().newId(),
      version: 1,
      programmeId: programme.id,
      mentorId: mentor.id,
      menteeId: mentee.id,
    };
    const more = {
      state: 'active' as const,
      rhythmDays: null,
      lastHeldAt: null,
      createdAt: stage.clock.now(),
      endedAt: null,
    };
    await save(stage, [{ table: 'pair', row: { ...row, ...more } }]);
    await typesCode(ann, await makesCode(mia));
    expect(saidOfLate(ann, 2)).toMatch(/somebody else needs to be the helper/);
  });

  it('tell somebody new to open the link again once they are in', async () => {
    const payload = `help-${(await makesCode(mia)).replace('-', '')}`;
    const eve = stage.phone('Eve');
    await opensBot(stage, eve, payload);
    expect(said(eve)).toMatch(/open the link once more/);
    expect(await supporters()).toMatchObject([{ state: 'offered', supporterId: null }]);
  });

  it('are read as people type them', () => {
    for (const written of ['4H7K-2MNP', '4h7k2mnp', 'help-4H7K2MNP', ' 4H7K 2MNP ', '４Ｈ７Ｋ2MNP']) {
      expect(readCode(written)).toBe('4H7K2MNP');
    }
    expect(readCode('OIL0-1111')).toBe('01101111');
    for (const written of ['', '4H7K', '4H7K-2MNPX', '4H7K-2MN!', 'UUUUUUUU'])
      expect(readCode(written)).toBeUndefined();
  });
});

it('somebody whose age nobody knows cannot be a helper', async () => {
  const code = (await makesCode(mia)).replace('-', '');
  const people = await peopleOn(stage).catch(() => undefined);
  const unknown = await people?.person('Unknown', {});
  if (unknown === undefined) throw new Error('not there');
  await save(stage, [{ table: 'person', row: { ...unknown, adult: null, version: 2 } }]);
  const phone = stage.phone('Unknown');
  await opensBot(stage, phone, `help-${code}`);
  expect(said(phone)).toMatch(/old enough/);
});
