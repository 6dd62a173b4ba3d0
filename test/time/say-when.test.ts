import { describe, expect, it } from 'vitest';
import { sameOffset, whenParts } from '../../core/time/say-when.ts';
import { at } from './oracles.ts';

const now = at('2026-11-23T10:00Z');
const LONDON = 'Europe/London';

describe('the pieces of a time to show', () => {
  it('are a weekday, day, month and time in UK English', () => {
    expect(whenParts(at('2026-11-26T15:00Z'), LONDON, now)).toEqual({
      weekday: 'Thursday',
      day: '26',
      month: 'November',
      time: '3:00 pm',
    });
  });

  it('name another year', () => {
    expect(whenParts(at('2028-02-29T09:05Z'), LONDON, now)).toEqual({
      weekday: 'Tuesday',
      day: '29',
      month: 'February',
      year: '2028',
      time: '9:05 am',
    });
  });

  it.each([
    ['2026-11-23T23:59Z', LONDON, 'today'],
    ['2026-11-24T00:00Z', LONDON, 'tomorrow'],
    ['2026-11-25T00:00Z', LONDON, undefined],
    ['2026-11-22T23:59Z', LONDON, undefined],
    // In Auckland it is already late in the evening of the 23rd.
    ['2026-11-23T10:59Z', 'Pacific/Auckland', 'today'],
    ['2026-11-23T11:00Z', 'Pacific/Auckland', 'tomorrow'],
  ])('%s in %s is %s', (instant, zone, relative) => {
    expect(whenParts(at(instant), zone, now).relative).toBe(relative);
  });

  it('write noon as 12:00 pm and midnight as 12:00 am', () => {
    expect(whenParts(at('2026-11-24T12:00Z'), LONDON, now).time).toBe('12:00 pm');
    expect(whenParts(at('2026-11-24T00:00Z'), LONDON, now).time).toBe('12:00 am');
  });

  it('follow the clock on the nights it changes', () => {
    expect(whenParts(at('2026-10-25T00:30Z'), LONDON, now).time).toBe('1:30 am');
    expect(whenParts(at('2026-10-25T01:30Z'), LONDON, now).time).toBe('1:30 am');
    expect(whenParts(at('2027-03-28T01:00Z'), LONDON, now).time).toBe('2:00 am');
    expect(whenParts(at('2026-11-24T15:00Z'), 'America/St_Johns', now).time).toBe('11:30 am');
  });

  it('name the zone only for two clocks that differ at that instant', () => {
    const winter = at('2026-11-24T15:00Z');
    expect(whenParts(winter, LONDON, now, 'Europe/Paris').zoneName).toBe('United Kingdom Time');
    expect(whenParts(winter, LONDON, now, 'Europe/Dublin')).not.toHaveProperty('zoneName');
    expect(whenParts(winter, LONDON, now)).not.toHaveProperty('zoneName');
  });
});

describe('two clocks', () => {
  it('can agree in one half of the year only', () => {
    expect(sameOffset(LONDON, 'Africa/Abidjan', at('2026-12-01T12:00Z'))).toBe(true);
    expect(sameOffset(LONDON, 'Africa/Abidjan', at('2026-07-01T12:00Z'))).toBe(false);
    expect(sameOffset(LONDON, 'Europe/Jersey', at('2026-07-01T12:00Z'))).toBe(true);
  });
});
