import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences, type RepeatException } from '../../core/time/repeats.ts';
import { resolveWall, wallOf } from '../../core/time/wall-time.ts';
import { at } from './oracles.ts';

const weekly = {
  wall: '2026-10-19T18:00',
  zone: 'Europe/London',
  everyDays: 7,
  from: at('2026-10-01T00:00Z'),
  count: 4,
  exceptions: [] as RepeatException[],
};

describe('a series of meetings', () => {
  it('stays at its wall time when the clocks go back', () => {
    expect(occurrences(weekly).map((one) => one.instant.toString())).toEqual([
      '2026-10-19T17:00:00Z',
      '2026-10-26T18:00:00Z',
      '2026-11-02T18:00:00Z',
      '2026-11-09T18:00:00Z',
    ]);
  });

  it('moves a skipped hour forward for that one meeting only', () => {
    const found = occurrences({
      ...weekly,
      wall: '2027-03-21T01:30',
      from: at('2027-03-01T00:00Z'),
      count: 3,
    });
    expect(found.map((one) => [wallOf(one.instant, weekly.zone), one.kind])).toEqual([
      ['2027-03-21T01:30', 'plain'],
      ['2027-03-28T02:30', 'gap'],
      ['2027-04-04T01:30', 'plain'],
    ]);
  });

  it('comes to leap day', () => {
    const dates = occurrences({
      ...weekly,
      wall: '2028-02-15T10:00',
      from: at('2028-02-15T00:00Z'),
      everyDays: 14,
    });
    expect(dates.map((one) => one.date)).toEqual(['2028-02-15', '2028-02-29', '2028-03-14', '2028-03-28']);
  });

  it('leaves out and moves single meetings, and keeps the day a moved one is known by', () => {
    const exceptions: RepeatException[] = [
      { date: '2026-10-26', kind: 'skip' },
      { date: '2026-11-02', kind: 'moved', wall: '2026-11-04T10:00' },
      { date: '2026-11-03', kind: 'moved', wall: '2026-11-05T10:00' },
    ];
    const found = occurrences({ ...weekly, exceptions });
    expect(found.map((one) => [one.date, one.wall])).toEqual([
      ['2026-10-19', '2026-10-19T18:00'],
      ['2026-11-02', '2026-11-04T10:00'],
      ['2026-11-09', '2026-11-09T18:00'],
      ['2026-11-16', '2026-11-16T18:00'],
    ]);
  });

  it('shows a meeting that was put off even when its own day is over', () => {
    const exceptions: RepeatException[] = [{ date: '2026-11-02', kind: 'moved', wall: '2026-11-30T10:00' }];
    const found = occurrences({ ...weekly, exceptions, from: at('2026-11-28T00:00Z'), count: 2 });
    expect(found.map((one) => one.date)).toEqual(['2026-11-02', '2026-11-30']);
  });

  it('is the same as counting every day from the first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/London', 'Pacific/Auckland', 'America/St_Johns'),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: -20, max: 900 }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('00:00', '01:30', '02:30', '18:00'),
        (zone, everyDays, fromDay, count, time) => {
          const from = at('2026-09-01T12:00Z').add({ hours: fromDay * 24 });
          const wall = `2026-09-01T${time}`;
          const found = occurrences({ wall, zone, everyDays, from, count, exceptions: [] });
          const counted: string[] = [];
          for (let day = 0; counted.length < count; day += everyDays) {
            const date = new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10);
            const { instant } = resolveWall(`${date}T${time}`, zone);
            if (instant.epochMilliseconds >= from.epochMilliseconds) counted.push(instant.toString());
          }
          expect(found.map((one) => one.instant.toString())).toEqual(counted);
        },
      ),
    );
  });

  it('needs a rhythm of whole days', () => {
    for (const everyDays of [0, -7, 1.5, Number.NaN])
      expect(() => occurrences({ ...weekly, everyDays })).toThrow(RangeError);
    expect(() => occurrences({ ...weekly, count: -1 })).toThrow(RangeError);
  });
});
