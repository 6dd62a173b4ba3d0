import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pair } from '../../core/pairs/pair.ts';
import type { Person } from '../../core/people/person.ts';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { afternoons, peopleOn, save } from './a-pair.ts';

let stage: Stage;
let people: Awaited<ReturnType<typeof peopleOn>>;
let mentor: Person;
let ana: Phone;

beforeEach(async () => {
  stage = await openStage('2026-11-23T09:00:00Z');
  people = await peopleOn(stage);
  mentor = await people.person('Ana', { free: afternoons });
  ana = stage.phone('Ana');
});
afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

async function coordinate(command: string, args: object) {
  const performed = await stage.core.perform({ command, args, by: { is: 'coordinator', name: 'Jo' } });
  await stage.core.settle();
  return performed.did === 'refused' ? performed.refusal.refused : performed.did;
}

const tasks = () => stage.rows('SELECT kind, "personId" FROM task ORDER BY "createdAt"');

describe('a coordinator books for a pair (MTG-04)', () => {
  let pair: Pair;
  let mentee: Person;

  beforeEach(async () => {
    mentee = await people.person('Mia', { app: false });
    pair = await people.pair(mentor, mentee);
  });

  const book = { wall: '2026-11-24T15:00', mode: 'in-person', place: 'Central library' };

  it('is agreed at once; the mentor gets the card, and whoever has no app is to be rung', async () => {
    expect(await coordinate('book-for-pair', { pairId: pair.id, ...book })).toBe('done');
    const said = ana.last().shown.paragraphs.join('\n');
    for (const wanted of [
      'This was arranged for you both.',
      'Tuesday 24 November, 3:00 pm',
      'With Mia. In person',
      'Central library',
    ]) {
      expect(said).toContain(wanted);
    }
    expect(await tasks()).toEqual([{ kind: 'tell-by-phone', personId: mentee.id }]);
  });

  it('does not put the same call on the list twice', async () => {
    await coordinate('book-for-pair', { pairId: pair.id, ...book });
    await ana.presses("I can't make it");
    expect(await tasks()).toHaveLength(1);
  });

  it.each([
    ['a time that the clocks skip', { wall: '2027-03-28T01:30' }, 'meeting.no-such-time'],
    ['a day that does not exist', { wall: '2026-02-31T10:00' }, 'meeting.no-such-date'],
    ['a time that has passed', { wall: '2026-11-22T10:00' }, 'meeting.past'],
  ])('is refused for %s', async (_what, fields, refused) => {
    expect(await coordinate('book-for-pair', { pairId: pair.id, ...book, ...fields })).toBe(refused);
    expect(await stage.rows('SELECT 1 FROM meeting')).toEqual([]);
  });

  it('moves and calls off for them, too', async () => {
    await coordinate('book-for-pair', { pairId: pair.id, ...book });
    const [row] = await stage.rows('SELECT id FROM meeting');
    expect(
      await coordinate('move-meeting', { meetingId: row?.['id'], startsAt: '2026-11-25T14:00:00Z' }),
    ).toBe('done');
    expect(ana.last().shown.paragraphs.join('\n')).toContain('Wednesday 25 November, 2:00 pm');
    expect(await coordinate('cancel-meeting', { meetingId: row?.['id'] })).toBe('done');
    expect(ana.last().shown.paragraphs[0]).toBe('This was called off for you and Mia.');
  });
});

describe('two mentees want the same hour of one mentor', () => {
  let mia: Phone;
  let max: Phone;

  beforeEach(async () => {
    for (const name of ['Mia', 'Max']) {
      const mentee = await people.person(name, { free: afternoons });
      await people.pair(mentor, mentee);
    }
    mia = stage.phone('Mia');
    max = stage.phone('Max');
  });

  async function ask(phone: Phone): Promise<void> {
    await phone.says('book');
    await phone.says('tomorrow 3pm');
    await phone.presses('By phone');
    await phone.presses('30 minutes');
    await phone.presses('Skip');
  }

  it('one is agreed, the other is refused kindly, with other times one tap away', async () => {
    await ask(mia);
    await ask(max);
    const [second, first] = ana
      .messages()
      .slice(-2)
      .map(({ shown }) => shown.buttons.flat()[0]?.token ?? '')
      .reverse();
    expect(await Promise.all([ana.pressesToken(first ?? ''), ana.pressesToken(second ?? '')])).toEqual(
      expect.arrayContaining(['done', 'refused']),
    );
    expect(await stage.rows("SELECT 1 FROM meeting WHERE state = 'confirmed'")).toHaveLength(1);
    expect(ana.reads('One of you has something on')).toBeDefined();
    const times =
      ana
        .reads('These times suit you both')
        ?.shown.buttons.flat()
        .map(({ label }) => label) ?? [];
    expect(times[0]).toMatch(/^\w+day \d+ November/);
    await ana.presses(times[0] ?? '');
    expect(await stage.rows("SELECT 1 FROM meeting WHERE state = 'proposed'")).toHaveLength(1);
    expect(ana.last().shown.paragraphs.join('\n')).toContain(times[0]);
  });

  it('is told while writing the time that somebody has something on, and nobody with whom', async () => {
    await ask(mia);
    await ana.presses('Yes, that suits me');
    await max.says('book');
    await max.says('tomorrow 3:15pm');
    expect(max.last().shown.paragraphs[0]).toBe(
      'One of you has something on at that time already. Nothing was changed.',
    );
    expect(
      max
        .messages()
        .map(({ shown }) => shown.paragraphs.join())
        .join(),
    ).not.toContain('Mia');
    await max.says('tomorrow 3:30pm');
    expect(max.last().shown.paragraphs).toContain('How would you like to meet?');
  });

  it('asks once when the last button is pressed twice at once', async () => {
    await mia.says('book');
    await mia.says('tomorrow 3pm');
    await mia.presses('By text');
    const last = mia.tokenOf('15 minutes');
    await Promise.all([mia.pressesToken(last), mia.pressesToken(last)]);
    expect(await stage.rows('SELECT 1 FROM meeting')).toHaveLength(1);
  });
});

it('somebody may act beside the mentee: their hand is shown to both, and the mentee sees it in their own chat (ACC-02)', async () => {
  const mentee = await people.person('Mia');
  const helper = await people.person('Sam');
  await people.pair(mentor, mentee);
  const now = stage.clock.now();
  const consent = {
    id: stage.at().newId(),
    version: 1,
    personId: mentee.id,
    supporterId: helper.id,
    state: 'active',
  } as const;
  await save(stage, [
    {
      table: 'supporter',
      row: { ...consent, codeHash: null, codeExpiresAt: null, createdAt: now, endedAt: null },
    },
  ]);
  await stage.rows('UPDATE account SET "actingForId" = $1 WHERE "personId" = $2', [mentee.id, helper.id]);
  const sam = stage.phone('Sam');
  await sam.says('book');
  await sam.says('tomorrow 3pm');
  await sam.presses('By text');
  await sam.presses('30 minutes');
  for (const phone of [sam, ana, stage.phone('Mia')]) {
    expect(phone.last().shown.paragraphs).toEqual(
      expect.arrayContaining(['Tuesday 24 November, 3:00 pm', 'Arranged with help.']),
    );
  }
});

it('somebody who is in no pair is told so, and can go back', async () => {
  await ana.says('book');
  expect(ana.last().shown.paragraphs[0]).toContain('not matched with anybody');
  expect(
    ana
      .last()
      .shown.buttons.flat()
      .map(({ label }) => label),
  ).toContain('Home');
});

it('a pair that ends while somebody books leaves nothing half done', async () => {
  const pair = await people.pair(mentor, await people.person('Mia'));
  const mia = stage.phone('Mia');
  await mia.says('book');
  await mia.says('tomorrow 3pm');
  await mia.presses('By text');
  await save(stage, [
    { table: 'pair', row: { ...pair, version: 2, state: 'ended', endedAt: stage.clock.now() } },
  ]);
  await mia.presses('15 minutes');
  expect(mia.last().shown.paragraphs).toContain('Nothing is arranged just now.');
  expect(await stage.rows('SELECT 1 FROM meeting')).toEqual([]);
});
