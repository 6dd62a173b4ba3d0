import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkCodeIn } from '../../core/people/apps/link-code.ts';
import { newShortCode, readShortCode } from '../../core/people/short-code.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { links, makesLinkCode } from './linking-apps.ts';
import { joins, personOf, programmeOn, said } from './newcomers.ts';

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

const NO_CODE = 'link 0000-0000';

describe('codes for another app', () => {
  it('work once', async () => {
    const code = await makesLinkCode(mia);
    await elsewhere.says(`link ${code}`);
    await elsewhere.presses('Yes, that is me');
    await mia.presses('Yes, it was me');
    const eve = stage.phone('eve', 'slack');
    await eve.says(`link ${code}`);
    expect(said(eve)).toMatch(/has been used/);
  });

  it('work for ten minutes, and a new one ends the one before', async () => {
    const [first, second] = [await makesLinkCode(mia), await makesLinkCode(mia)];
    await elsewhere.says(`link ${first}`);
    expect(said(elsewhere)).toMatch(/has been used/);
    stage.clock.set('2026-11-23T09:09:59Z');
    await elsewhere.says(`link ${second}`);
    expect(said(elsewhere)).toMatch(/belongs to Mia/);
    const third = await makesLinkCode(mia);
    stage.clock.set('2026-11-23T09:20:00Z');
    await stage.phone('later', 'discord').says(`link ${third}`);
    expect(said(stage.phone('later', 'discord'))).toMatch(/ten minutes, and they are over/);
  });

  it('ask the same one again who wrote it, and end when a third account has it too', async () => {
    const code = await makesLinkCode(mia);
    await elsewhere.says(`link ${code}`);
    await elsewhere.says(`link ${code}`);
    expect(said(elsewhere)).toMatch(/belongs to Mia/);
    const eve = stage.phone('eve', 'slack');
    await eve.says(`link ${code}`);
    expect(said(eve)).toMatch(/already written somewhere else/);
    expect(said(eve)).not.toMatch(/Mia/);
    expect(said(mia)).toMatch(/written in two other places/);
    await elsewhere.presses('Yes, that is me');
    expect(said(elsewhere)).toMatch(/That question is over/);
  });

  it('link nobody who is somebody already, whatever they press', async () => {
    const ann = await joins(stage, 'Ann', stage.phone('ann', 'discord'));
    await ann.says(`link ${await makesLinkCode(mia)}`);
    expect(said(ann)).toMatch(/belongs to somebody already/);
    await ann.says('stop');
    await ann.says(`link ${await makesLinkCode(mia)}`);
    expect(said(ann)).toMatch(/belongs to somebody already/);
    expect((await personOf(stage, ann)).name).toBe('Ann');
  });

  it('are of no use where they were made, nor in an app that is linked already', async () => {
    const code = await makesLinkCode(mia);
    await mia.says(`link ${code}`);
    expect(said(mia)).toMatch(/write it in the other chat app/);
    await links(mia, elsewhere);
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    expect(said(elsewhere)).toMatch(/linked to you already/);
  });

  it('cannot be guessed at: after five tries in ten minutes a right one waits too', async () => {
    const code = await makesLinkCode(mia);
    for (let tries = 0; tries < 5; tries += 1) {
      await elsewhere.says(`link 0000-000${tries}`);
      expect(said(elsewhere)).toMatch(/not right/);
    }
    await elsewhere.says(`link ${code}`);
    expect(said(elsewhere)).toMatch(/try again in ten minutes/);
    stage.clock.set('2026-11-23T09:10:00Z');
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    expect(said(elsewhere)).toMatch(/belongs to Mia/);
  });

  it('are tried five times and no more, also when many come at once', async () => {
    await elsewhere.opens();
    await Promise.allSettled(Array.from({ length: 12 }, () => elsewhere.says(NO_CODE)));
    const wrong = await stage.rows("SELECT 1 FROM journal WHERE event = 'app-link.not-taken'");
    expect(wrong.length).toBeLessThanOrEqual(5);
  });

  it('are tried three hundred times an hour by all together', async () => {
    const times = Array.from({ length: 299 }, (_, index) => `2026-11-23T08:${10 + (index % 50)}:00Z`).sort();
    await stage.store.commit(
      { ...nothing, saves: [{ table: 'link_tries', row: { id: 'everybody', version: 1, times } }] },
      { by: 'test' },
      stage.at(),
    );
    await stage.phone('one', 'slack').says(NO_CODE);
    expect(said(stage.phone('one', 'slack'))).toMatch(/not right/);
    await elsewhere.says(`link ${await makesLinkCode(mia)}`);
    expect(said(elsewhere)).toMatch(/try again in ten minutes/);
  });

  it('leave no account id beside their tries, and after an hour no tries', async () => {
    await elsewhere.says(NO_CODE);
    const [row] = await stage.rows("SELECT id FROM link_tries WHERE id <> 'everybody'");
    expect(String(row?.['id'])).toMatch(/^[\w-]{43}$/);
    stage.clock.set('2026-11-23T10:00:00Z');
    await stage.core.settle();
    expect(await stage.rows('SELECT id FROM link_tries')).toEqual([]);
  });

  it('are forgotten a day later', async () => {
    await links(mia, elsewhere);
    stage.clock.set('2026-11-24T09:00:00Z');
    await stage.core.settle();
    expect(await stage.rows('SELECT 1 FROM app_link')).toEqual([]);
  });
});

const nothing = {
  removals: [],
  claims: [],
  events: [],
  due: [],
  callOff: [],
  outgoing: [],
  decided: [],
  audits: [],
};

const TAKEN_FOR: Readonly<Record<string, string>> = { 0: 'O', 1: 'L' };

describe('reading a code', () => {
  const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });
  const codeOf = (random: Uint8Array) => newShortCode({ ...stage.at(), random: () => random });

  it('takes every code as people copy it: in any case, with gaps, with O for 0 and I or L for 1', () => {
    const slips = fc.array(fc.constantFrom('', '-', ' ', '_'), { minLength: 8, maxLength: 8 });
    const word = fc.constantFrom('link ', 'LINK-', '/link ', 'Link: ', ' link  ');
    fc.assert(
      fc.property(
        bytes,
        slips,
        word,
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (random, gaps, begins, low) => {
          const code = codeOf(random);
          expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
          const copied = [...code].map((letter, index) => {
            const seen = TAKEN_FOR[letter] ?? letter;
            return (low[index] ? seen.toLowerCase() : seen) + (gaps[index] ?? '');
          });
          expect(linkCodeIn(begins + copied.join(''))).toBe(code);
        },
      ),
    );
  });

  it('gives different codes for different chance, and every letter its turn', () => {
    fc.assert(fc.property(bytes, bytes, (a, b) => (codeOf(a) === codeOf(b)) === Buffer.from(a).equals(b)));
    const letters = new Set(fc.sample(bytes, 500).flatMap((random) => [...codeOf(random)]));
    expect(letters.size).toBe(32);
  });

  it('never takes anything else for one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const read = readShortCode(written);
        expect(read === undefined || /^[0-9A-HJKMNP-TV-Z]{8}$/.test(read)).toBe(true);
      }),
    );
    for (const written of [
      'link',
      'link my account please',
      'link UUUUUUUU',
      'unlink 4H7K2MNP',
      'I would link 4H7K2MNP',
    ])
      expect(linkCodeIn(written)).toBeUndefined();
  });
});
