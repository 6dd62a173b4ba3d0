import { describe, expect, it } from 'vitest';
import { readDates, readDays, readSpan } from '../../core/meetings/free-times/read-free-time.ts';
import { instantOf, NOW } from './in-full.ts';

describe('reading when somebody is free', () => {
  it.each([
    ['10 to 12:30', '10:00', '12:30'],
    ['10am-2pm', '10:00', '14:00'],
    ['9-5', '09:00', '17:00'],
    ['6 to 9', '18:00', '21:00'],
    ['from 6pm until midnight', '18:00', '24:00'],
    ['between 18:00 and 21:00', '18:00', '21:00'],
    ['11 to 3pm', '11:00', '15:00'],
    ['7 to 9pm', '19:00', '21:00'],
    ['half past 9 to 11', '09:30', '11:00'],
    ['quarter to 9 to 11', '08:45', '11:00'],
    ['noon to 3', '12:00', '15:00'],
    ['after 6', '18:00', '21:00'],
    ['after 9pm', '21:00', '24:00'],
    ['before 3pm', '08:00', '15:00'],
    ['mornings', '08:00', '12:00'],
    ['in the evening', '17:00', '21:00'],
    ['all day', '08:00', '21:00'],
  ])('takes “%s” for %s to %s', (written, from, to) => {
    expect(readSpan(written)).toEqual({ from, to });
  });

  it.each([
    '',
    'whenever',
    '3',
    'not mornings',
    '25 to 26',
    '10 to 12 to 14',
    '🙂',
    '5pm to 3pm',
    'x'.repeat(5000),
  ])('does not guess at “%s”', (written) => {
    expect(readSpan(written)).toBeUndefined();
  });

  it.each([
    ['Mondays and Thursdays', [1, 4]],
    ['mon, wed & fri', [1, 3, 5]],
    ['Tue to Thu', [2, 3, 4]],
    ['sat-mon', [1, 6, 7]],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['weekends', [6, 7]],
    ['every day', [1, 2, 3, 4, 5, 6, 7]],
  ])('takes “%s” for these days', (written, days) => {
    expect(readDays(written)).toEqual(days);
  });

  it('finds no day where none was named', () => {
    for (const written of ['', 'sometimes', 'month', 'I am sunny']) expect(readDays(written)).toBeUndefined();
  });

  it.each([
    ['tomorrow', '2026-11-24', '2026-11-24'],
    ['next Tuesday', '2026-12-01', '2026-12-01'],
    ['24 December', '2026-12-24', '2026-12-24'],
    ['24 to 27 December', '2026-12-24', '2026-12-27'],
    ['24 December to 2 January', '2026-12-24', '2027-01-02'],
    ['from 24 December until 27', '2026-12-24', '2026-12-27'],
    ['Friday to Monday', '2026-11-27', '2026-11-30'],
    ['next week', '2026-11-30', '2026-12-06'],
    ['this week', '2026-11-23', '2026-11-29'],
    ['today', '2026-11-23', '2026-11-23'],
  ])('takes “%s” for %s to %s', (written, first, last) => {
    expect(readDates(written, NOW, 'Europe/London')).toEqual({ first, last });
  });

  it.each([
    ['30 February', 'no-such-date'],
    ['yesterday', 'past'],
    ['some day', 'not-understood'],
    ['30 to 40 December', 'not-understood'],
  ])('says what is wrong with “%s”', (written, why) => {
    const read = readDates(written, NOW, 'Europe/London');
    expect(typeof read).toBe('string');
    if (why !== 'not-understood') expect(read).toBe(why);
  });

  it('takes a day that has nearly passed for today', () => {
    expect(readDates('today', instantOf('2026-11-23T22:30:00Z'), 'Europe/London')).toEqual({
      first: '2026-11-23',
      last: '2026-11-23',
    });
  });
});
