import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, nextLoud } from '../../core/time/quiet.ts';
import { at, atEpoch, CHANGE_NIGHTS, wallByIntl } from './oracles.ts';

const MINUTE = 60_000;

describe('quiet hours', () => {
  it.each([
    ['2026-11-24T21:59Z', '22:00', '08:00', false],
    ['2026-11-24T22:00Z', '22:00', '08:00', true],
    ['2026-11-25T07:59Z', '22:00', '08:00', true],
    ['2026-11-25T08:00Z', '22:00', '08:00', false],
    ['2026-11-24T13:30Z', '13:00', '14:00', true],
    ['2026-11-24T13:30Z', '13:30', '13:30', false],
  ])('at %s, from %s to %s: %s', (instant, from, to, quiet) => {
    expect(isQuiet(at(instant), 'Europe/London', from, to)).toBe(quiet);
  });

  it('end when the clock says so, not after so many hours', () => {
    const loud = (from: string, zone: string) => nextLoud(at(from), zone, '22:00', '08:00').toString();
    expect(loud('2026-10-24T22:00Z', 'Europe/London')).toBe('2026-10-25T08:00:00Z');
    expect(loud('2027-03-27T23:00Z', 'Europe/London')).toBe('2027-03-28T07:00:00Z');
    expect(loud('2026-09-26T11:00Z', 'Pacific/Auckland')).toBe('2026-09-26T19:00:00Z');
    expect(loud('2028-02-28T23:00Z', 'Europe/London')).toBe('2028-02-29T08:00:00Z');
  });

  it('end with the clock change when it skips their end', () => {
    expect(nextLoud(at('2027-03-28T00:30Z'), 'Europe/London', '22:00', '01:30').toString()).toBe(
      '2027-03-28T01:00:00Z',
    );
  });

  it('come back with the hour that is shown again, and end again', () => {
    const zone = 'Europe/London';
    expect(isQuiet(at('2026-10-25T00:45Z'), zone, '22:00', '01:30')).toBe(false);
    expect(isQuiet(at('2026-10-25T01:15Z'), zone, '22:00', '01:30')).toBe(true);
    expect(nextLoud(at('2026-10-25T01:15Z'), zone, '22:00', '01:30').toString()).toBe('2026-10-25T01:30:00Z');
  });

  it('end when the clocks go back out of them', () => {
    const loud = nextLoud(at('2026-10-25T00:45Z'), 'Europe/London', '01:30', '05:00');
    expect(loud.toString()).toBe('2026-10-25T01:00:00Z');
  });

  it('are the same as looking at a clock every minute, on every night that clocks change', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45));
    const night = fc.constantFrom(...CHANGE_NIGHTS);
    fc.assert(
      fc.property(
        night,
        fc.integer({ min: -1500, max: 1500 }),
        time,
        time,
        ({ zone, change }, minutes, from, to) => {
          const [quietFrom, quietTo] = [clock(from), clock(to)];
          let epoch = at(change).epochMilliseconds + minutes * MINUTE;
          const start = atEpoch(epoch);
          expect(isQuiet(start, zone, quietFrom, quietTo)).toBe(
            quietByLooking(epoch, zone, quietFrom, quietTo),
          );
          while (quietByLooking(epoch, zone, quietFrom, quietTo)) epoch += MINUTE;
          expect(nextLoud(start, zone, quietFrom, quietTo).epochMilliseconds).toBe(epoch);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});

function clock([hour, minute]: [number, number]): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Walks the clock face from the start of quiet to its end, minute by minute. */
function quietByLooking(epoch: number, zone: string, from: string, to: string): boolean {
  const shown = minutesOf(wallByIntl(epoch, zone).slice(11));
  const length = (minutesOf(to) - minutesOf(from) + 1440) % 1440;
  return (shown - minutesOf(from) + 1440) % 1440 < length;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
