import { describe, expect, it } from 'vitest';
import type { Two } from '../support/arrive.ts';
import type { Hand } from '../support/hand.ts';
import { withPair } from '../support/with-pair.ts';
import type { World } from '../support/world.ts';

let world: World;
let two: Two;
let aisha: Hand;
let ruth: Hand;

withPair((opened) => {
  ({ world, two, aisha, ruth } = opened);
});

describe('a time that cannot be', () => {
  const answers: readonly (readonly [string, RegExp])[] = [
    ['yesterday at 3pm', /has passed/],
    ['today at 8am', /has passed/],
    ['31 February 3pm', /not in the calendar/],
    ['30/02/2027 10:00', /not in the calendar/],
    ['3pm on the 45th of May', /not in the calendar|could not read/],
    ['25:70 on Friday', /25:70 is not a time of day/],
    ['in three years', /could not read|more than a year/],
    ['1 June 2031 at noon', /more than a year/],
    ['whenever', /could not read/],
    ['🌻', /could not read/],
  ];

  it('is answered kindly, asked again and books nothing (MTG-03)', async () => {
    await aisha.writes('book');
    for (const [words, answer] of answers) {
      await aisha.writes(words);
      expect([words, aisha.reads()]).toEqual([words, expect.stringMatching(answer)]);
      expect(aisha.labels()).toEqual(expect.arrayContaining(['Cancel', 'Help']));
    }
    expect(await world.rows('SELECT id FROM meeting')).toEqual([]);
    await aisha.writes('Friday 3pm');
    expect(aisha.reads()).toMatch(/How would you like to meet/);
    await aisha.presses('Cancel');
  });

  it('is refused to a coordinator too, with the reason (MTG-04)', async () => {
    const book = (wall: string) =>
      world.refusedTo('book-for-pair', { pairId: two.pairId, wall, mode: 'phone' });
    expect(await book('2026-11-20T10:00')).toBe('meeting.past');
    expect(await book('2027-02-31T10:00')).toBe('meeting.no-such-date');
    expect(await book('2027-03-28T01:30')).toBe('meeting.no-such-time');
    expect(await world.rows('SELECT id FROM meeting')).toEqual([]);
  });
});

describe('a place and hours that cannot be', () => {
  it('are asked for again, with what to write instead (PAC-03)', async () => {
    await aisha.does('settings', { press: 'Place and time' }, 'Hogwarts');
    expect(aisha.reads()).toMatch(/do not know that place/);
    await aisha.writes('Europe/Nowhere');
    expect(aisha.reads()).toMatch(/do not know that place/);
    await aisha.presses('Cancel');
    await aisha.does('settings', { press: 'Quiet hours' }, 'from 30 to 99');
    expect(aisha.reads()).toMatch(/could not read/);
    await aisha.presses('Cancel');
    const [row] = await world.rows('SELECT zone, "quietFrom" FROM person WHERE id = $1', [two.menteeId]);
    expect(row).toEqual({ zone: 'Europe/London', quietFrom: '21:00' });
  });
});

describe('a name that is none', () => {
  it('is asked for again, and one with a letter may have its emoji (BND-08)', async () => {
    await aisha.does('settings', { press: 'Name' });
    for (const name of [
      '🌻',
      '🌻🌻🌻',
      '  \u200b ',
      '@ruth',
      'www.example.org',
      'x'.repeat(60),
      '\u202egnorw',
    ]) {
      await aisha.writes(name);
      const [row] = await world.rows('SELECT name FROM person WHERE id = $1', [two.menteeId]);
      if (!name.includes('gnorw')) expect([name, row?.['name']]).toEqual([name, 'Aisha']);
      expect(String(row?.['name'])).not.toMatch(/\u202e/);
      if (!aisha.labels().includes('Cancel')) await aisha.does('settings', { press: 'Name' });
    }
    await aisha.writes('Aisha 🌻');
    const [row] = await world.rows('SELECT name FROM person WHERE id = $1', [two.menteeId]);
    expect(row).toEqual({ name: 'Aisha 🌻' });
    await aisha.does('settings', { press: 'Name' }, 'Aisha');
  });
});

describe('very much at once', () => {
  const page = Array.from({ length: 100 }, (_, n) => `Line ${n} of what I carried home this week.`).join(' ');
  const more = 'And more of it. '.repeat(50);
  const long = `${page} ${more} the end`;

  it('5,000 characters, which Telegram cuts in two, are kept to the last one (REF-01, ENR-02)', async () => {
    expect(long.length).toBeGreaterThan(4900);
    await aisha.writes('reflect');
    await aisha.writes(long);
    await aisha.writes('my reflections');
    const sealed = await world.core.read.reflections.ofPerson(two.menteeId, { skip: 0, most: 10 });
    const me = await world.core.read.people.person(two.menteeId);
    if (me === undefined) throw new Error('Aisha is gone');
    const key = world.core.read.keys.of(me);
    const drafts = await world.rows(
      'SELECT id, "answersSealed" FROM draft WHERE "personId" = $1 AND "answersSealed" IS NOT NULL',
      [two.menteeId],
    );
    const kept = [
      ...sealed.map((row) =>
        key.open(row.textSealed, { table: 'reflection', row: row.id, column: 'textSealed' }),
      ),
      ...drafts.map((row) =>
        key.open(String(row['answersSealed']), {
          table: 'draft',
          row: String(row['id']),
          column: 'answersSealed',
        }),
      ),
    ].join(' ');
    for (const n of [0, 42, 99]) expect(kept).toContain(`Line ${n} of`);
    expect(kept).toMatch(/the end/);
  });

  it('is asked for in shorter words where only a few fit, and the booking stays open (MTG-05)', async () => {
    await aisha.does('book', 'Friday 3pm', { press: 'By phone' }, { press: '30 minutes' });
    await aisha.writes('a'.repeat(4096));
    expect(aisha.reads()).toMatch(/longer than/);
    await aisha.presses('Cancel');
  });
});

describe('what nobody thought of', () => {
  it('somebody writes in three languages, right to left and in signs: nothing breaks, nothing is lost (ENR-02)', async () => {
    for (const words of [
      'مرحبا كيف حالك اليوم يا صديقي العزيز',
      '%s %d {{name}} <b>bold</b> & "quotes"',
      'a\u0000b a zero in the middle of it all',
    ]) {
      await aisha.writes('reflect');
      await aisha.writes(words);
      expect(aisha.reads()).toMatch(/Saved/);
      await aisha.presses('Read it');
      expect(aisha.reads().replaceAll('\u0000', '')).toContain(words.replaceAll('\u0000', ''));
      expect(world.faults).toEqual([]);
    }
  });

  it('two people press at the very same moment: one thing happens, and both are told how it stands (MTG-03)', async () => {
    await aisha.does('book', 'next Monday 3pm', { press: 'By text' }, { press: '15 minutes' });
    const asked = ruth.last();
    ruth.phone.press('Yes, that suits me', { message: asked });
    aisha.phone.press('Take it back');
    ruth.phone.press('No, I cannot', { message: asked });
    await world.settle();
    const [row] = await world.rows('SELECT state FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1');
    const [claims] = await world.rows(
      'SELECT count(*)::int AS n FROM occupancy WHERE "meetingId" = (SELECT id FROM meeting ORDER BY "createdAt" DESC, id DESC LIMIT 1)',
    );
    expect(claims).toEqual({ n: row?.['state'] === 'confirmed' ? 2 : 0 });
    const newest = (hand: Hand): string =>
      hand.phone.see().findLast(({ from, text }) => from.isBot && /3:00 pm/.test(text))?.text ?? '';
    expect(newest(aisha)).not.toMatch(/has not answered/);
    expect(newest(ruth)).not.toMatch(/Does this time suit you/);
  });

  it('a button is pressed after its two months are over: it says so, and home is one tap away (ENR-02)', async () => {
    await aisha.writes('home');
    const old = aisha.last();
    await world.later({ hours: 24 * 61 });
    aisha.phone.press('Settings', { message: old });
    await world.settle();
    expect(aisha.reads()).toMatch(/has changed since/);
  });
});
