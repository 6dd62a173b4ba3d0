import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime, quietFromValue, quietValue, readQuietHours } from '../../core/people/quiet-hours.ts';

describe('quiet hours as they are written', () => {
  it.each([
    ['9pm to 8am', '21:00', '08:00'],
    ['10 pm - 7 am', '22:00', '07:00'],
    ['22:30-7', '22:30', '07:00'],
    ['from 10 to 7', '22:00', '07:00'],
    ['9 to 8', '21:00', '08:00'],
    ['Between 9.30pm and 8.15am', '21:30', '08:15'],
    ['midnight to noon', '00:00', '12:00'],
    ['12am to 9am', '00:00', '09:00'],
    ['09:00 to 17:00', '09:00', '17:00'],
    ['9am until 5pm', '09:00', '17:00'],
    ['21:00–08:00', '21:00', '08:00'],
    ['none', '00:00', '00:00'],
    ['No quiet hours.', '00:00', '00:00'],
  ])('%j is %s to %s', (written, from, to) => {
    expect(readQuietHours(written)).toEqual({ from, to });
  });

  it.each([
    ['late'],
    ['9'],
    ['25 to 8'],
    ['13pm to 8am'],
    ['9:75pm to 8am'],
    ['9pm to 9pm'],
    [''],
    ['0pm to 8am'],
  ])('%j is asked again', (written) => {
    expect(readQuietHours(written)).toBeUndefined();
  });

  it('come back the same from how they are kept and from how they are shown', () => {
    const wall = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    fc.assert(
      fc.property(wall, wall, (from, to) => {
        expect(quietFromValue(quietValue({ from, to }))).toEqual({ from, to });
        fc.pre(from !== to);
        expect(readQuietHours(`${clockTime(from)} to ${clockTime(to)}`)).toEqual({ from, to });
        expect(readQuietHours(`${from} to ${to}`)?.from.endsWith(from.slice(2))).toBe(true);
      }),
    );
  });

  it('takes nothing from a button that was not one of ours', () => {
    for (const forged of ['24:00-08:00', '9:00-8:00', '21:00', '21:60-08:00', "'; drop"]) {
      expect(quietFromValue(forged)).toBeUndefined();
    }
  });
});
