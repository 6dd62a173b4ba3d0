import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from '../../core/time/plain-time.ts';
import { wallOf } from '../../core/time/wall-time.ts';
import { at } from './oracles.ts';
import { brief, LONDON, monday } from './plain-time-brief.ts';

describe('what is missing is asked for', () => {
  it.each([
    ['tomorrow', 'needs-hour 2026-11-24 any'],
    ['tomorrow evening', 'needs-hour 2026-11-24 evening'],
    ["the morn's nicht", 'needs-hour 2026-11-24 evening'],
    ['the nicht', 'needs-hour 2026-11-23 evening'],
    ['first thing tomorrow', 'needs-hour 2026-11-24 morning'],
    ['saturday lunchtime', 'needs-hour 2026-11-28 afternoon'],
    ['wed eve', 'needs-hour 2026-11-25 evening'],
    ['tuesday 24', 'needs-hour 2026-11-24 any'],
    ['in two weeks', 'needs-hour 2026-12-07 any'],
    ['half 7', 'needs-day 19:30'],
    ['3pm', 'needs-day 15:00'],
    ['next week at 3', 'needs-day 15:00'],
    ['next week', 'needs-day'],
    ['evening', 'needs-day evening'],
  ])('%s: %s', (text, expected) => {
    expect(brief(readTime(text, monday))).toBe(expected);
  });

  it.each([
    ['tomorrow evening', {}, '17:00 18:00 19:00 20:00'],
    ['tomorrow evening', { lengthMinutes: 90 }, '17:00 18:00 19:00'],
    ['this morning', { lengthMinutes: 30 }, '11:00'],
    ['tomorrow after 6', {}, '18:00 19:00 20:00'],
    ['tomorrow between 2 and 4', {}, '14:00 15:00'],
    ['tomorrow before 10', {}, '08:00 09:00'],
    ['tomorrow before noon', {}, '08:00 09:00 10:00 11:00'],
  ])('%s offers the hours that are left (%j)', (text, more, hours) => {
    expect(readTime(text, { ...monday, ...more })).toMatchObject({
      kind: 'needs-hour',
      hours: hours.split(' '),
    });
  });

  it('an answer completes what was settled before', () => {
    const evening = { ...monday, known: { date: '2026-11-24', part: 'evening' as const } };
    expect(brief(readTime('10', evening))).toBe('time 2026-11-24T22:00');
    expect(brief(readTime('half 7', evening))).toBe('time 2026-11-24T19:30');
    expect(brief(readTime('thursday at 9am', evening))).toBe('time 2026-11-26T09:00');
    expect(brief(readTime('thursday', { ...monday, known: { time: '15:00' } }))).toBe(
      'time 2026-11-26T15:00',
    );
    expect(brief(readTime('hm', evening))).toBe('not-understood');
  });
});

describe('a time that no clock shows', () => {
  it.each([
    ['25:00 tomorrow', 'no-such-hour 25:00 2026-11-24'],
    ['tomorrow at 25:00', 'no-such-hour 25:00 2026-11-24'],
    ['12:75', 'no-such-hour 12:75'],
    ['24:30 on Friday', 'no-such-hour 24:30 2026-11-27'],
    ["tomorrow at 27 o'clock", 'no-such-hour 27 2026-11-24'],
    ['27pm', 'no-such-hour 27'],
  ])('%j is %s', (text, wanted) => expect(brief(readTime(text, monday))).toBe(wanted));

  it.each(['tomorrow at 24:00', 'tomorrow 23:59', 'tomorrow 00:15', 'tomorrow at 8pm'])('is not %j', (text) =>
    expect(brief(readTime(text, monday))).toMatch(/^time /),
  );
});

describe('what cannot be', () => {
  it.each([
    '31 February',
    '30/2',
    '29 February 2027 3pm',
    '31 November at 3',
    '31/11',
    '0/5',
    '24/13/2026',
    'Monday 24 November 3pm',
  ])('%s is no date', (text) => {
    expect(brief(readTime(text, monday))).toBe('no-such-date');
  });

  it.each([
    ['today at 9am', '2026-11-23T09:00'],
    ['yesterday at 3pm', '2026-11-22T15:00'],
    ['last tuesday', '2026-11-17T00:00'],
    ['1 November 3pm', '2026-11-01T15:00'],
    ['3/5/2020 3pm', '2020-05-03T15:00'],
    ['today at 10am', '2026-11-23T10:00'],
  ])('%s is past', (text, wall) => {
    expect(brief(readTime(text, monday))).toBe(`past ${wall}`);
  });

  it.each([
    '',
    '   ',
    '🙂',
    'hello',
    'may I come?',
    'not Tuesday',
    "I can't do tuesday at 3",
    'Tuesday or Wednesday at 3',
    'Tuesday at 3 or 4',
    '1 December or 2 December at 3',
    '1 December or 2 December',
    'in 3 days or in a week',
    `tomorrow at 3pm ${'so '.repeat(100)}`,
    '1.75 tomorrow',
    '13am tomorrow',
    'whenever',
    '30 minutes',
    'half an hour',
    'a month after Tuesday at 3',
    'the week after Tuesday',
    'now',
    'tomorrow at 3 for 5 of us',
    'a'.repeat(5000),
    'tomorrow at 3pm '.repeat(320),
  ])('%j is not understood', (text) => {
    expect(brief(readTime(text, monday))).toBe('not-understood');
  });
});

describe('nights when the clocks change', () => {
  it.each([
    [LONDON, '2027-03-20T10:00Z', '28 March 2027 1:30am', 'gap 2027-03-28T01:30 2027-03-28T02:30'],
    ['Pacific/Auckland', '2026-09-20T10:00Z', '27/9 at 02:30', 'gap 2026-09-27T02:30 2026-09-27T03:30'],
    ['America/St_Johns', '2027-03-10T10:00Z', '14 march 2:15am', 'gap 2027-03-14T02:15 2027-03-14T03:15'],
    [
      LONDON,
      '2026-10-20T10:00Z',
      'Sunday 25 October 01:30',
      'ambiguous 2026-10-25T00:30:00Z 2026-10-25T01:30:00Z',
    ],
    [
      'Pacific/Auckland',
      '2027-04-01T10:00Z',
      '4 april 2:30am',
      'ambiguous 2027-04-03T13:30:00Z 2027-04-03T14:30:00Z',
    ],
    [
      'America/St_Johns',
      '2026-10-30T10:00Z',
      '1 nov 1:15am',
      'ambiguous 2026-11-01T03:45:00Z 2026-11-01T04:45:00Z',
    ],
  ])('in %s, on %s: %s is %s', (zone, now, text, expected) => {
    expect(brief(readTime(text, { now: at(now), zone }))).toBe(expected);
  });

  it('only the pass that is still ahead is meant', () => {
    const between = { now: at('2026-10-25T00:45Z'), zone: LONDON };
    expect(readTime('today at 01:30', between)).toMatchObject({
      kind: 'time',
      instant: at('2026-10-25T01:30Z'),
    });
    expect(brief(readTime('today at 01:30', { ...between, now: at('2026-10-25T01:30Z') }))).toBe(
      'past 2026-10-25T01:30',
    );
  });
});

describe('whatever is typed', () => {
  const words = fc.constantFrom(
    ...'next last this tuesday sun may 31 february 24 0 99 12:60 : / - 3pm at half quarter past to noon midnight in two weeks the morn evening between after from 5th 2028 29/2 hour a'.split(
      ' ',
    ),
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 250 }),
    fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 12 }).map((list) => list.join('')),
  );
  const zone = fc.constantFrom(LONDON, 'Pacific/Auckland', 'America/St_Johns', 'Africa/Cairo');

  it('nothing throws, and every time that is read lies ahead and shows its wall time', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(typed, zone, fc.integer({ min: 0, max: 800 }), (text, where, days) => {
        const now = at('2026-09-20T08:17Z').add({ hours: days * 24 + (days % 24) });
        const read = readTime(text, { now, zone: where });
        kinds.add(read.kind);
        if (read.kind !== 'time') return;
        expect(read.instant.epochMilliseconds).toBeGreaterThan(now.epochMilliseconds);
        expect(wallOf(read.instant, where)).toBe(read.wall);
      }),
      { numRuns: 3000 },
    );
    expect(kinds.size).toBeGreaterThan(4);
  }, 60_000);

  it('long texts cost nothing to speak of', () => {
    const started = performance.now();
    for (const piece of ['1 ', 'tuesday ', '1:', 'quarter to ', '- ', 'a']) {
      readTime(piece.repeat(5000), monday);
      readTime(piece.repeat(100).slice(0, 200), monday);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
